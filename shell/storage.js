// The two places where snapshots are kept. Browsers evict IndexedDB where they spare localStorage, and a page that is
// about to go can still write to localStorage, so every snapshot goes to both: the newest of each plan to localStorage,
// all of them, until they are thinned, to IndexedDB.
//
// What an entry is stands in shell.d.ts.

/** @typedef {[slot: string, order: number]} Key: of an entry in IndexedDB */
/** @typedef {Partial<Shell.Entry & Shell.Crashes>} Parsed what a text of localStorage says; anybody may have written it */

// Prefixed: many programs of an intranet share one store, and so do all pages opened from files.
const PREFIX = 'tuiyan:';
const PLAN = `${PREFIX}plan:`;
const LAST = `${PREFIX}last`;
const CLEARING = `${PREFIX}clearing`;
const DATABASE = 'tuiyan';
const VERSIONS = 'versions';
// A store that has not answered by then counts as silent.
export const PATIENCE_MS = 2500;
const KEPT_RECENT = 30;
const KEPT_AT_MOST = 80;
const KEPT_WHEN_FULL = 5;
// Of versions that followed each other faster the last one stays, except of the newest few.
const BURST_MS = 1000;
const KEPT_OF_BURST = 5;
const HOUR_MS = 3600000;

/** @param {Shell.Refusal} kind */
const trouble = kind => Object.assign(new Error(kind), { kind });

// Why a place did not keep something: full, silent, forbidden, absent, apart; or clash, where it has something newer.
/**
 * @param {unknown} error
 * @returns {Shell.Refusal}
 */
function kindOf(error) {
  const { kind, name, code } = /** @type {{ kind?: Shell.Refusal, name: string, code?: number }} */ (error || {});
  if (kind) return kind;
  if (name === 'ConstraintError') return 'clash';
  // A transaction that the browser aborts has found no room on the disk.
  return /quota|abort/i.test(name) || code === 22 || code === 1014 ? 'full' : 'forbidden';
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export function patient(work, patience = PATIENCE_MS) {
  return Promise.race([work, /** @type {Promise<never>} */ (new Promise((_, reject) => setTimeout(() => reject(trouble('silent')), patience)))]);
}

/** @type {(entry: Parsed | undefined) => entry is Shell.Entry} */
const isEntry = entry => !!entry && typeof entry.slot === 'string' && typeof entry.text === 'string'
  && typeof entry.name === 'string' && /** @type {number} */ (entry.order) > 0;

// A page around keeps the plan itself, and who may only look has nothing to keep: src/session/address.rs.
const asked = new URLSearchParams(location.search);
const isReadOnly = asked.get('readonly') === '1';
export const apart = asked.get('storage') === 'host' || isReadOnly;
// Whether somebody else has to keep what is changed here.
export const needsHost = apart && !isReadOnly;

// ---- localStorage. Reading the property itself may throw.

function localStore() {
  if (apart) throw trouble('apart');
  const store = window.localStorage;
  if (!store) throw trouble('absent');
  return store;
}

/**
 * Undefined where it cannot be had.
 * @template T
 * @param {(store: Storage) => T} work
 */
function tolerant(work) {
  try { return work(localStore()); } catch (error) { return undefined; }
}

/**
 * Undefined where there is nothing; an object that is no entry where the text is damaged.
 * @param {string | null} text
 * @returns {Parsed | undefined}
 */
function parsed(text) {
  if (text === null) return undefined;
  try { return JSON.parse(text) || {}; } catch (error) { return {}; }
}

const localKeys = () => tolerant(store => Array.from({ length: store.length }, (_, i) => /** @type {string} */ (store.key(i)))
  .filter(key => key.startsWith(PREFIX))) || [];

export const local = {
  /** @type {(name: string, value: Shell.Crashes | false) => void} */
  note: (name, value) => tolerant(store => (value ? store.setItem(PREFIX + name, JSON.stringify(value)) : store.removeItem(PREFIX + name))),
  /** @type {(name: string) => Partial<Shell.Crashes>} */
  noted: name => tolerant(store => parsed(store.getItem(PREFIX + name))) || {},
  // Of this tab, which survives a reload, else of the browser.
  last: () => tolerant(() => sessionStorage.getItem(LAST)) || tolerant(store => store.getItem(LAST)),
  /** @param {string} slot */
  setLast(slot) {
    tolerant(() => sessionStorage.setItem(LAST, slot));
    tolerant(store => store.setItem(LAST, slot));
  },

  // What is no entry comes last, as it stands: the program says that it cannot be read.
  /** @type {() => Shell.Entry[]} */
  entries: () => localKeys().filter(key => key.startsWith(PLAN)).map(key => {
    const text = tolerant(store => store.getItem(key)) || '';
    const entry = parsed(text);
    return isEntry(entry) ? entry : { slot: key.slice(PLAN.length), order: 0, name: key, text };
  }),

  /**
   * Says what went wrong, or nothing. What is newer than `known`, or not to be read, is not ours to replace.
   * @param {Shell.Entry} entry
   * @param {number} known
   * @returns {Shell.Refusal | undefined}
   */
  write(entry, known) {
    try {
      const [store, key, text] = [localStore(), PLAN + entry.slot, JSON.stringify(entry)];
      const before = parsed(store.getItem(key));
      if (before && !(/** @type {number} */ (before.order) <= known)) return 'clash';
      store.setItem(key, text);
      return store.getItem(key) === text ? undefined : 'forbidden';
    } catch (error) {
      return kindOf(error);
    }
  },

  /** @type {(area: Storage | null) => boolean} */
  isIn: area => tolerant(store => store === area) || false,
  /** @type {(slot: string) => boolean} */
  has: slot => tolerant(store => store.getItem(PLAN + slot) !== null) || false,
  /** @type {(slot: string) => string} */
  keyOf: slot => PLAN + slot,
  // What is newer than `known` is another tab's.
  /** @type {(slot: string, known: number) => void} */
  remove: (slot, known) => tolerant(store => {
    const there = parsed(store.getItem(PLAN + slot));
    if (there && !(/** @type {number} */ (there.order) > known)) store.removeItem(PLAN + slot);
  }),
  // A name that comes and goes at once, for the tabs that have no channel.
  tellClearing: () => tolerant(store => {
    store.setItem(CLEARING, '');
    store.removeItem(CLEARING);
  }),
  /** @type {(key: string | null) => boolean} */
  isClearing: key => key === CLEARING,
  forgetLast: () => tolerant(() => sessionStorage.removeItem(LAST)),
  names: () => localKeys().map(key => `localStorage ${key}`),
  clear() {
    localKeys().forEach(key => tolerant(store => store.removeItem(key)));
    tolerant(() => sessionStorage.removeItem(LAST));
  },
};

// ---- IndexedDB.

/** @type {Promise<IDBDatabase> | undefined} */
let database;
function opened() {
  database = database || patient(/** @type {Promise<IDBDatabase>} */ (new Promise((resolve, reject) => {
    if (apart) throw trouble('apart');
    if (!window.indexedDB) throw trouble('absent');
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(VERSIONS, { keyPath: ['slot', 'order'] });
    request.onsuccess = () => resolve(watched(request.result));
    request.onerror = () => reject(request.error);
  })));
  // The next one may find it well again.
  database.catch(() => { database = undefined; });
  return database;
}

/** @type {() => void} */
let lost = () => undefined;

/**
 * Calls `listener` whenever the browser has closed the database under the page: its data were cleared, the machine
 * slept, the disk failed.
 * @param {() => void} listener
 */
export function onLost(listener) { lost = listener; }

/** @param {IDBDatabase} base */
function watched(base) {
  const gone = () => {
    database = undefined;
    lost();
  };
  base.onclose = gone;
  // Somebody deletes it, or a newer version of the page changes it: neither waits for this tab.
  base.onversionchange = () => {
    base.close();
    gone();
  };
  return base;
}

/**
 * `work` asks the object store; the function that it returns reads the answers once all is on the disk.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore, running: IDBTransaction) => (() => T) | void} work
 * @returns {Promise<T>}
 */
function transaction(mode, work) {
  /** @type {(base: IDBDatabase) => Promise<T>} */
  const run = base => patient(new Promise((resolve, reject) => {
    const running = base.transaction(VERSIONS, mode, { durability: 'strict' });
    const answer = /** @type {(() => T) | undefined} */ (work(running.objectStore(VERSIONS), running));
    running.oncomplete = () => resolve(/** @type {T} */ (answer && answer()));
    running.onabort = () => reject(running.error || trouble('full'));
  }));
  return opened().then(run).catch(error => {
    // A connection that was closed without a word says so when it is used; then another one is made.
    if (error.name !== 'InvalidStateError') throw error;
    database = undefined;
    return opened().then(run);
  });
}

/** @type {(slot: string, first: number, last: number) => IDBKeyRange} */
const between = (slot, first, last) => IDBKeyRange.bound([slot, first], [slot, last]);
/** @type {(slot: string, order: number) => IDBKeyRange} */
const after = (slot, order) => between(slot, order, Infinity);

/**
 * The entries under the keys that `choose` takes out of all, which stand in order.
 * @param {(keys: Key[]) => Key[]} choose
 */
function read(choose) {
  return transaction('readonly', store => {
    /** @type {IDBRequest<Parsed | undefined>[]} */
    let requests = [];
    store.getAllKeys().onsuccess = event => {
      requests = choose(/** @type {IDBRequest<Key[]>} */ (event.target).result).map(key => store.get(key));
    };
    return () => requests.map(request => request.result).filter(isEntry);
  });
}

/** @type {(keys: Key[]) => Key[]} */
const newestOfEach = keys => keys.filter(([slot], i) => i + 1 === keys.length || keys[i + 1][0] !== slot);

/**
 * @param {Shell.Entry} entry
 * @param {number} known
 */
function add(entry, known) {
  /** @type {boolean} */
  let clashes;
  const write = transaction('readwrite', (store, running) => {
    const newer = store.getAllKeys(after(entry.slot, known + 1));
    newer.onsuccess = () => {
      clashes = newer.result.length > 0;
      if (clashes) running.abort();
      else store.add(entry);
    };
  });
  return write.catch(error => { throw clashes ? trouble('clash') : error; })
    .then(() => read(keys => keys.filter(([slot, order]) => slot === entry.slot && order === entry.order)))
    .then(found => { if (!found.length || found[0].text !== entry.text) throw trouble('forbidden'); });
}

/**
 * Keeps the recent ones of each plan and one of each hour before; of a burst of changes its end.
 * @param {number} recent
 * @returns {Promise<void>}
 */
function thin(recent) {
  return transaction('readwrite', store => {
    store.getAllKeys().onsuccess = event => superfluous(/** @type {IDBRequest<Key[]>} */ (event.target).result, recent)
      .forEach(key => store.delete(key));
  });
}

/**
 * @param {Key[]} keys
 * @param {number} recent
 */
function superfluous(keys, recent) {
  let [slot, kept, hour, later] = /** @type {[string | undefined, number, number | undefined, number]} */ (/** @type {unknown[]} */ ([]));
  return keys.reverse().filter(key => {
    if (key[0] !== slot) [slot, kept, hour, later] = [key[0], 0, undefined, Infinity];
    const its = Math.floor(key[1] / HOUR_MS);
    const isOfBurst = kept >= KEPT_OF_BURST && later - key[1] < BURST_MS;
    const stays = (kept < recent && !isOfBurst) || (its !== hour && kept < KEPT_AT_MOST && recent > KEPT_WHEN_FULL);
    hour = its;
    if (stays) [kept, later] = [kept + 1, key[1]];
    return !stays;
  });
}

export const history = {
  newest: () => read(newestOfEach),
  all: () => read(keys => keys),
  /** @type {(slot: string, count: number) => Promise<Shell.Entry[]>} */
  versions: (slot, count) => read(keys => keys.filter(key => key[0] === slot).slice(-count)),

  // Says what went wrong, or nothing, as `local.write` does.
  /** @type {(entry: Shell.Entry, known: number) => Promise<Shell.Refusal | void>} */
  write: (entry, known) => add(entry, known)
    .catch(error => {
      if (kindOf(error) !== 'full') throw error;
      return thin(KEPT_WHEN_FULL).then(() => add(entry, known));
    })
    .then(() => { thin(KEPT_RECENT).catch(() => {}); }, kindOf),

  /** @type {(slot: string, known: number) => Promise<void>} */
  remove: (slot, known) => transaction('readwrite', store => { store.delete(between(slot, 0, known)); }),
  /** @type {() => Promise<string[]>} */
  names: () => read(keys => keys.slice(-1)).then(found => (found.length ? [`IndexedDB ${DATABASE}`] : []), () => []),
  /** @type {() => Promise<void>} */
  clear: () => transaction('readwrite', store => { store.clear(); }),
};
