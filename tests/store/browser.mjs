// A browser with as much as shell/store.js asks for: one origin with its stores, and tabs that share them. What a browser
// may do to a page is set from outside: no room, no channel between tabs, stores that refuse or never answer.
import { buildSync } from 'esbuild';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { webcrypto } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

const SOURCE = fileURLToPath(new URL('../../shell/store.js', import.meta.url));
// A script, so that each tab has a store of its own.
const [{ text: script }] = buildSync({ entryPoints: [SOURCE], bundle: true, write: false, format: 'iife', globalName: 'shell' }).outputFiles;

/** @typedef {{ channel: boolean, stores: 'work' | 'refuse', database: 'works' | 'refuses' | 'never answers' }} Setting */

export class Browser {
  /** @type {Map<string, string>} */
  items = new Map(); // what localStorage holds
  room = Infinity; // how many letters it takes
  database = new IDBFactory();
  /** @type {Tab[]} */
  tabs = [];

  /** @param {Partial<Setting>} [setting] */
  constructor(setting) {
    /** @type {Setting} */
    this.setting = { channel: true, stores: 'work', database: 'works', ...setting };
  }

  /** A tab in which the store has read what is kept. */
  async open(search = '') {
    const tab = new Tab(this, search);
    this.tabs.push(tab);
    await tab.shell.openStore();
    return tab;
  }

  /** The keys of what localStorage holds of the plans. */
  kept() {
    return [...this.items.keys()].filter(key => key.startsWith('tuiyan:plan:'));
  }

  /**
   * Later, as events of other tabs come, and to them only.
   * @param {Tab} from
   * @param {(tab: Tab) => void} tell
   */
  others(from, tell) {
    this.tabs.filter(tab => tab !== from).forEach(tab => setImmediate(tell, tab));
  }

  factory() {
    if (this.setting.database === 'refuses') return { open() { throw new DOMException('no', 'SecurityError'); } };
    return this.setting.database === 'works' ? this.database : { open: () => ({}) };
  }
}

/** What is handed over once it is asked for. */
/** @typedef {{ key: string, name: string, text: string | undefined }} Plan */

class Tab {
  /** @type {Map<string, ((event: object) => void)[]>} */
  #listeners = new Map();
  /** @type {(message: { data: unknown }) => void} */
  heard = () => undefined; // by the channel
  /** @type {string[]} */
  news = []; // of other tabs, in the order in which it came: keys of localStorage, and what the channel says

  /**
   * @param {Browser} browser
   * @param {string} search
   */
  constructor(browser, search) {
    const { setting } = browser;
    this.localStorage = new Area(browser, this, browser.items);
    const refusing = { get() { throw new DOMException('no', 'SecurityError'); } };
    const working = (/** @type {Area} */ area) => ({ get: () => area });
    const tab = this;
    class Channel {
      constructor() {
        if (!setting.channel) throw new TypeError('there is no BroadcastChannel');
      }

      /** @param {(message: { data: unknown }) => void} listener */
      set onmessage(listener) { tab.heard = listener; }

      /** @param {unknown} data */
      postMessage(data) {
        browser.others(tab, other => {
          other.news.push(String(data));
          other.heard({ data: structuredClone(data) });
        });
      }
    }
    /** @type {(name: string, listener: (event: object) => void) => void} */
    const addEventListener = (name, listener) => { this.#listeners.set(name, [...this.#listeners.get(name) ?? [], listener]); };
    const page = {
      addEventListener, setTimeout, clearTimeout, URLSearchParams, IDBKeyRange, crypto: webcrypto, BroadcastChannel: Channel,
      document: { addEventListener, hidden: false }, location: { search }, indexedDB: browser.factory(),
    };
    const stores = setting.stores === 'work'
      ? { localStorage: working(this.localStorage), sessionStorage: working(new Area(browser, undefined, new Map())) }
      : { localStorage: refusing, sessionStorage: refusing };
    Object.defineProperties(page, { window: { value: page }, ...stores });
    createContext(page);
    /** @type {typeof import('../../shell/store.js')} */
    this.shell = runInContext(`${script}; shell`, page);
    this.store = this.shell.store;
  }

  /**
   * @param {string} name
   * @param {object} event
   */
  fire(name, event) {
    (this.#listeners.get(name) ?? []).forEach(listener => listener(event));
  }

  /**
   * A person changes the plan.
   * @param {string} key
   * @param {string | undefined} text
   */
  change(key, text, name = `plan ${key}`) {
    this.store.source(() => [key, name, text, true]);
    this.store.changed();
  }

  /** @param {Shell.State} state */
  async becomes(state) {
    for (const end = Date.now() + 10_000; this.store.status().state !== state; await pause(5)) {
      if (Date.now() > end) throw new Error(`it is ${this.store.status().state}, not ${state}`);
    }
  }

  /**
   * Changes the plan and waits until that is kept.
   * @param {string} key
   * @param {string} text
   */
  async keep(key, text) {
    this.change(key, text);
    await this.becomes('saved');
    // The history is written after localStorage.
    await pause(50);
  }
}

// localStorage as one tab has it; sessionStorage is nobody else's.
class Area {
  #browser;
  #tab;
  #items;

  /**
   * @param {Browser} browser
   * @param {Tab | undefined} tab
   * @param {Map<string, string>} items
   */
  constructor(browser, tab, items) {
    this.#browser = browser;
    this.#tab = tab;
    this.#items = items;
  }

  get length() { return this.#items.size; }

  /** @param {number} at */
  key(at) { return [...this.#items.keys()][at] ?? null; }

  /** @param {string} key */
  getItem(key) { return this.#items.get(key) ?? null; }

  /**
   * @param {string} key
   * @param {string} text
   */
  setItem(key, text) {
    if (key.length + text.length > this.#browser.room) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, text);
    this.#tell(key, text);
  }

  /** @param {string} key */
  removeItem(key) {
    if (this.#items.delete(key)) this.#tell(key, null);
  }

  /**
   * @param {string} key
   * @param {string | null} newValue
   */
  #tell(key, newValue) {
    if (!this.#tab) return;
    this.#browser.others(this.#tab, tab => {
      tab.news.push(key);
      tab.fire('storage', { key, newValue, storageArea: tab.localStorage });
    });
  }
}

/** @param {number} ms */
export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
