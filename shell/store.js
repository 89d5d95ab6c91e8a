// Keeps the plans of a person. Plain JavaScript, so that it outlives a program that died.
//
// The program says that something changed and is asked for its snapshot once the change has come to rest. A snapshot
// never replaces what another tab has written meanwhile, nor what cannot be read: it goes to a copy of its own then.
import { PATIENCE_MS, apart, history, local, needsHost, onLost, patient } from './storage.js';

/**
 * A plan that the program has a name for.
 * @typedef {object} Plan
 * @property {string} slot
 * @property {number} known the order of its newest entry that we know of
 * @property {boolean} pristine
 * @property {boolean} copy
 * @property {boolean} [stands] whether localStorage has it
 */

/** @type {(Shell.State | undefined)[]} */
const TROUBLES = ['full', 'silent', 'forbidden', 'absent', 'unreadable'];
const UNKEPT = [...TROUBLES, 'alone', 'cleared'];
// Shorter than any pause of a hand: what stood on screen a tenth of a second ago is handed over.
const REST_MS = 60;
const LONGEST_MS = 400;
// What localStorage has is nearly always the newest, so that the page opens without waiting much longer.
const SHORT_PATIENCE_MS = 500;
// What has been on screen so long, with the page answering, has not ended it.
const SURVIVED_MS = 2000;
// A browser that takes away what it keeps of the page takes it from one place after the other.
const CLEARING_MS = 400;
const VERSIONS_SHOWN = 20;

/** @type {(a: Shell.Entry, b: Shell.Entry) => number} */
const newerFirst = (a, b) => b.order - a.order;
// Without a secure context there is no crypto.randomUUID.
const fresh = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), part => part.toString(36)).join('');

/** @type {Shell.Entry[]} */
let found = []; // to open with, newest first
/** @type {Shell.Entry | undefined} */
let inHand; // the newest entry of this page: opened or handed over
let latest = 0; // the highest order that was seen
/** @type {Map<string, Plan>} */
const plans = new Map(); // by the name that the program has for it

/** @type {Partial<Shell.Status>} */
let outcome = {}; // of the last writing
let cleared = false; // what was kept is gone, by another tab or the browser: a person decides whether it is kept again
let refused = false; // what was asked for last would not open again: the version before it stays
let alone = false; // the address says that a page around keeps the plan, and there is none
/** @type {Shell.Status} */
const status = { state: apart ? 'apart' : 'nothing', time: 0, elsewhere: false, copied: false };
/** @type {(status: Shell.Status) => void} */
let told = () => undefined;
/** @type {(state: Shell.State) => void} */
let troubled = () => undefined;

/** @param {Partial<Shell.Status>} changes */
function say(changes) {
  if (/** @type {(keyof Shell.Status)[]} */ (Object.keys(changes)).every(name => status[name] === changes[name])) return;
  Object.assign(status, changes);
  told({ ...status });
  if (TROUBLES.includes(changes.state)) troubled(/** @type {Shell.State} */ (changes.state));
}

/**
 * Calls `listener` whenever a plan could not be kept.
 * @param {(state: Shell.State) => void} listener
 */
export function onTrouble(listener) { troubled = listener; }

/** @param {string} name */
function planOf(name) {
  if (!plans.has(name)) plans.set(name, { slot: name, known: 0, pristine: true, copy: false });
  return /** @type {Plan} */ (plans.get(name));
}

/** @param {string} slot */
const planIn = slot => [...plans.values()].find(plan => plan.slot === slot);

const nextOrder = () => (latest = Math.max(Date.now(), latest + 1));

// ---- What the program hands over.

const nobody = () => undefined;
/** @type {() => Shell.Offer | undefined} */
let ask = nobody;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let since = 0; // when the first change came that is not yet asked for

function changed() {
  if (!timer) since = Date.now();
  if (!cleared) say({ state: 'saving' });
  clearTimeout(timer);
  timer = setTimeout(take, Math.max(0, Math.min(REST_MS, since + LONGEST_MS - Date.now())));
}

function take() {
  clearTimeout(timer);
  timer = undefined;
  // Of no offer there is no key.
  const [key, name, text, isChanged] = /** @type {Shell.Offer} */ (ask() || []);
  if (key === undefined) return;
  refused = text === undefined;
  if (refused) return say({ state: 'unreadable' });
  const [plan, before] = [planOf(key), inHand];
  if (before && before.slot === plan.slot && before.text === text) return say(outcome);
  plan.pristine = plan.pristine && !isChanged;
  inHand = { slot: plan.slot, order: nextOrder(), name, text: /** @type {string} */ (text), pristine: plan.pristine, copy: plan.copy };
  if (before && before.slot !== inHand.slot) {
    leave(before);
    // What was tried is the plan in hand now, and to blame itself.
    isTried = false;
  }
  keep(plan, inHand);
}

/**
 * For the entry in hand.
 * @param {Shell.Entry} entry
 */
function leave(entry) {
  speak('gone', entry.slot);
  speak('open', /** @type {Shell.Entry} */ (inHand).slot);
  say({ elsewhere: false, copied: false });
  const plan = planIn(entry.slot);
  // Unless another tab went on with it.
  if (entry.pristine && plan) removeUpTo(entry.slot, plan.known);
}

// Nothing can be asked any more once the page goes, nor of a plan that another one takes the place of.
const hurry = () => { if (timer) take(); };
addEventListener('pagehide', () => {
  hurry();
  settle();
  speak('gone');
});
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  speak('open');
  // Nothing was heard while the browser held the page.
  heardOfRemoval();
});
document.addEventListener('visibilitychange', () => { if (document.hidden) hurry(); });

// What is in memory only goes with the page, so the browser asks.
addEventListener('beforeunload', event => {
  hurry();
  if (!UNKEPT.includes(status.state) || (!refused && (!inHand || inHand.pristine))) return;
  event.preventDefault();
  event.returnValue = '';
});

// ---- Keeping it.

/** @type {Promise<void>} */
let queue = Promise.resolve();

/** @type {(plan: Plan, entry: Shell.Entry) => void} */
function keep(plan, entry) {
  entry.slot = plan.slot;
  if (cleared) return conclude(entry, { state: 'cleared' });
  if (plan.stands && !local.has(entry.slot)) return missed(plan);
  const problem = local.write(entry, plan.known);
  if (problem === 'clash') return split(plan, entry);
  local.setLast(entry.slot);
  plan.stands = !problem;
  if (!problem) hold(plan, entry);
  queue = queue.then(() => archive(plan, entry, problem));
}

/**
 * What stood in localStorage is gone. Another system of the same origin may have emptied it; where the history is
 * gone as well, somebody cleared what is kept.
 * @param {Plan} plan
 */
function missed(plan) {
  queue = queue.then(() => patient(history.versions(plan.slot, 1)).catch(() => /** @type {Shell.Entry[]} */ ([]))).then(left => {
    plan.stands = false;
    if (!left.length) return heardOfClearing();
    if (!inHand || inHand.slot !== plan.slot) return;
    // Under a new order: the history has it under the old one, and would take it for another tab's.
    inHand = { ...inHand, order: nextOrder() };
    keep(plan, inHand);
  });
}

function heardOfClearing() {
  local.forgetLast();
  found = [];
  // Nothing of a person is in hand that could be written back.
  if (apart || cleared || (!timer && (!inHand || inHand.pristine))) return;
  cleared = true;
  outcome = { state: 'cleared' };
  say({ state: 'cleared', elsewhere: false, copied: false });
}

// A person decides that what is in hand is kept again.
function resume() {
  cleared = false;
  hurry();
  if (!inHand) return;
  inHand = { ...inHand, order: nextOrder() };
  say({ state: 'saving' });
  keep(/** @type {Plan} */ (planIn(inHand.slot)), inHand);
}

onLost(() => setTimeout(() => {
  const plan = inHand && planIn(inHand.slot);
  if (!plan || apart || cleared) return;
  if (plan.stands && !local.has(plan.slot)) return missed(plan);
  // The history begins anew with what is in hand.
  const entry = /** @type {Shell.Entry} */ (inHand);
  queue = queue.then(() => archive(plan, entry, plan.stands ? undefined : 'absent'));
}, CLEARING_MS));

/**
 * Whether there is a page around that keeps what is changed here.
 * @param {boolean} isThere
 */
export function hosted(isThere) {
  if (!needsHost) return;
  alone = !isThere;
  const state = aside();
  if (outcome.state) outcome = { state };
  say({ state });
}

const aside = () => (alone ? 'alone' : 'apart');

/** @type {Shell.Refusal | void} */
let other; // what went wrong in the history

/**
 * @param {Plan} plan
 * @param {Shell.Entry} entry
 * @param {Shell.Refusal | undefined} problem what went wrong in localStorage
 */
async function archive(plan, entry, problem) {
  // Split off while it waited, or not worth waiting for.
  if (entry.slot !== plan.slot || (other === 'silent' && entry !== inHand)) return;
  other = await patient(history.write(entry, plan.known)).catch(() => /** @type {'silent'} */ ('silent'));
  if (other === 'clash') return split(plan, entry);
  if (!other) return hold(plan, entry);
  if (!problem) return;
  const kind = /** @type {('apart' | 'full' | 'silent' | 'forbidden')[]} */ (['apart', 'full', 'silent', 'forbidden'])
    .find(kind => kind === problem || kind === other) || 'absent';
  conclude(entry, { state: kind === 'apart' ? aside() : kind });
}

/** @type {(plan: Plan, entry: Shell.Entry) => void} */
function hold(plan, entry) {
  plan.known = Math.max(plan.known, entry.order);
  conclude(entry, { state: 'saved', time: entry.order });
}

/** @type {(entry: Shell.Entry, ending: Partial<Shell.Status>) => void} */
function conclude(entry, ending) {
  if (entry !== inHand || (cleared && ending.state === 'saved')) return;
  outcome = ending;
  if (!timer && !refused) say(outcome);
}

/** @type {(plan: Plan, entry: Shell.Entry) => void} */
function split(plan, entry) {
  speak('gone', plan.slot);
  Object.assign(plan, { slot: fresh(), known: 0, copy: true, pristine: false, stands: false });
  Object.assign(entry, { slot: plan.slot, copy: true, pristine: false });
  say({ elsewhere: false, copied: true });
  keep(plan, entry);
}

// ---- Other tabs: each says which plan it has open, and that it cleared everything.

/** @typedef {'open' | 'here' | 'gone' | 'cleared'} Saying */

/** @type {BroadcastChannel | undefined} */
let channel;
/** @param {Saying} says */
function speak(says, slot = inHand && inHand.slot) {
  if (channel && slot) channel.postMessage([says, slot]);
}

function listen() {
  // Where there is no channel, what happens to localStorage is heard all the same.
  addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (!local.isIn(storageArea)) return;
    if (local.isClearing(key)) return heardOfClearing();
    if (key === null || (inHand && key === local.keyOf(inHand.slot) && newValue === null)) heardOfRemoval();
  });
  try { channel = new BroadcastChannel('tuiyan'); } catch (error) { return; }
  channel.onmessage = (/** @type {MessageEvent<[says: Saying, slot: string]>} */ { data: [says, slot] }) => {
    if (says === 'cleared') return heardOfClearing();
    if (!inHand || slot !== inHand.slot) return;
    say({ elsewhere: says !== 'gone' });
    if (says === 'open') speak('here');
  };
}

function heardOfRemoval() {
  const plan = inHand && planIn(inHand.slot);
  if (plan && plan.stands && !local.has(plan.slot)) missed(plan);
}

// ---- Opening.

// Reads what is there; never rejects, never takes longer than our patience.
export async function openStore() {
  listen();
  const [here, last] = [local.entries(), local.last()];
  /** @param {Shell.Entry} entry */
  const isLast = entry => entry.slot === last;
  const kept = last ? history.versions(last, 3) : history.newest();
  const there = await patient(kept, here.some(isLast) ? SHORT_PATIENCE_MS : PATIENCE_MS).catch(() => /** @type {Shell.Entry[]} */ ([]));
  const all = here.concat(there).sort(newerFirst);
  latest = all.length ? all[0].order : 0;
  found = all.some(isLast) ? all.filter(isLast) : all;
}

// Where nothing of what was found can be opened: all that is kept, the versions of the last plan before the others,
// each of them newest first.
async function older() {
  const [here, last] = [local.entries(), local.last()];
  const there = await patient(history.all()).catch(() => /** @type {Shell.Entry[]} */ ([]));
  /** @param {Shell.Entry} entry */
  const isLast = entry => entry.slot === last;
  const known = new Set(found.map(({ slot, order }) => `${slot} ${order}`));
  const rest = here.concat(there).filter(({ slot, order }) => !known.has(`${slot} ${order}`)).sort(newerFirst);
  return rest.filter(isLast).concat(rest.filter(entry => !isLast(entry)));
}

/**
 * The program goes on with an entry, under the name that is returned.
 * @param {Shell.Entry} entry
 */
function adopt(entry) {
  const [key, before] = [fresh(), inHand];
  const plan = planIn(entry.slot) || planOf(key);
  const stands = !apart && local.has(entry.slot);
  plans.set(key, Object.assign(plan, { slot: entry.slot, known: entry.order, pristine: !!entry.pristine, copy: !!entry.copy, stands }));
  inHand = entry;
  local.setLast(entry.slot);
  outcome = { state: 'saved', time: entry.order };
  say({ ...outcome, elsewhere: false, copied: false });
  if (before && before.slot !== entry.slot) leave(before);
  else speak('open');
  return key;
}

/**
 * Makes an earlier version the newest of its plan.
 * @param {Shell.Entry} entry
 */
export function choose(entry) {
  const plan = planIn(entry.slot) || Object.assign(planOf(fresh()), { slot: entry.slot });
  plan.known = Math.max(plan.known, /** @type {Shell.Entry} */ (newest()).order);
  inHand = { ...entry, order: nextOrder() };
  keep(plan, inHand);
}

// Starts anew; what was kept stays where it is.
export function setAside() {
  inHand = undefined;
  found = [];
}

/** @type {() => Shell.Entry | undefined} */
export const newest = () => inHand || found[0];

// ---- Entries that ended the program: as it opened them, or before the page was there. A browser that is killed later
// says nothing of the plan.

const CRASHED = 'crashed';
/** @type {(note: Partial<Shell.Crashes>, entry: Shell.Entry) => note is Shell.Crashes} */
const isOf = (note, entry) => !!entry && note.slot === entry.slot && note.order === entry.order;
/** @param {Shell.Entry} entry */
const crashesOf = entry => {
  const note = local.noted(CRASHED);
  const times = isOf(note, entry) ? note.times : 0;
  return Math.max(times, isOf(crashes, entry) ? crashes.times : 0);
};

/** @type {Partial<Shell.Crashes>} */
let crashes = {}; // as noted, for where nothing can be
/** @type {Shell.Entry | undefined} */
let suspected; // the entry that is being opened
/** @type {ReturnType<typeof setTimeout> | undefined} */
let survived; // the timer that says so
let isTried = false; // whether something else is being opened: a file, a link, another plan
/** @type {ReturnType<typeof setTimeout> | undefined} */
let triedUntil; // the timer that says that it was survived
let isShown = false; // whether the page is there
let isLate = false; // whether the program died with a change in hand that it had not handed over
/** @type {(entry: Shell.Entry, more: number) => void} */
function count(entry, more) {
  const times = crashesOf(entry) + more;
  crashes = { slot: entry.slot, order: entry.order, times };
  local.note(CRASHED, times > 0 && /** @type {Shell.Crashes} */ (crashes));
}

/**
 * A new instance opens what was kept; or, where it `brings` something of its own, that.
 * @param {boolean} brings
 */
export function suspect(brings) {
  settle();
  isLate = isShown = false;
  isTried = brings;
  suspected = brings ? undefined : newest();
  if (suspected) count(suspected, 1);
}

// The page is there with its first results.
function shown() {
  isShown = true;
  survived = setTimeout(settle, SURVIVED_MS);
  if (isTried) trying();
}

// The program is about to open what is not the plan in hand: that is not to blame if the program ends.
export function trying() {
  isTried = true;
  clearTimeout(triedUntil);
  if (isShown) triedUntil = setTimeout(() => { isTried = false; }, SURVIVED_MS);
}

function settle() {
  clearTimeout(survived);
  if (suspected) count(suspected, -1);
  suspected = undefined;
}

// The program has died: it can neither be asked nor told.
export function noteCrash() {
  ask = told = nobody;
  isLate = !!timer;
  clearTimeout(timer);
  timer = undefined;
  settle();
  if (newest() && !isTried) count(/** @type {Shell.Entry} */ (newest()), 1);
}

export const isUnsafe = () => !!newest() && crashesOf(/** @type {Shell.Entry} */ (newest())) >= 2;
// What the recovery says of the death.
export const death = () => ({ isLate, isTried });

// ---- The plans of this browser.

/** @param {Shell.Entry[]} entries */
const newestOf = entries => {
  const slots = new Set();
  return entries.sort(newerFirst).filter(({ slot }) => !slots.has(slot) && slots.add(slot));
};

async function list() {
  const entries = (inHand ? [inHand] : []).concat(local.entries(), await history.newest().catch(() => /** @type {Shell.Entry[]} */ ([])));
  return newestOf(entries).map(entry => ({ ...entry, current: !!inHand && entry.slot === inHand.slot }));
}

// Of the plan in hand, newest first.
export async function versions() {
  const entry = newest();
  if (!entry) return [];
  const kept = await history.versions(entry.slot, VERSIONS_SHOWN).catch(() => /** @type {Shell.Entry[]} */ ([]));
  const orders = new Set();
  return [entry, ...kept].sort(newerFirst).filter(({ order }) => !orders.has(order) && orders.add(order));
}

/**
 * @param {string} slot
 * @param {number} known
 */
function removeUpTo(slot, known) {
  local.remove(slot, known);
  return history.remove(slot, known).catch(() => {});
}

/** @param {string} slot */
const remove = slot => removeUpTo(slot, Infinity);

// Another slot for the plan in hand, from now on.
function copy() {
  hurry();
  if (!inHand) return;
  inHand = { ...inHand, order: nextOrder() };
  split(/** @type {Plan} */ (planIn(inHand.slot)), inHand);
}

const names = async () => local.names().concat(await history.names());

// What is in hand stays in hand; with its next change it is kept again.
async function clear() {
  clearTimeout(timer);
  timer = undefined;
  const clearLocal = () => {
    plans.forEach(plan => { plan.stands = false; });
    local.clear();
  };
  const tell = () => {
    local.tellClearing();
    if (channel) channel.postMessage(['cleared', '']);
  };
  // At once, whatever a person does next; and again after what was still being written. The other tabs hear of it
  // before they miss anything, or they would write their plans again while the history still stands.
  tell();
  clearLocal();
  await queue;
  clearLocal();
  await history.clear().catch(() => {});
  tell();
  found = [];
  cleared = false;
  crashes = outcome = {};
  say({ state: 'nothing', copied: false });
  return (await names()).length === 0;
}

/**
 * What the program may ask: src/browser/store.rs is its other side.
 * @type {Shell.Store}
 */
export const store = {
  fresh, changed, hurry, adopt, list, versions, older, remove, copy, names, clear, resume, shown, trying,
  found: () => (inHand ? [inHand] : found),
  source: asked => { ask = asked; },
  status: () => ({ ...status }),
  onStatus: listener => { told = listener; },
};
