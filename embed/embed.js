// The host side of embedding: puts Tuiyan 推演 into a page of another system and talks with it.
//
//   <script src="/tuiyan/embed/embed.js"></script>
//   <tuiyan-simulator city="yiyang-2020" storage="host"></tuiyan-simulator>
//
// or, in a script, `const simulator = await Tuiyan.embed('#place', { city: 'yiyang-2020' })`.
//
// A classic script in ES2017 that loads nothing else; imported as a module it does the same. What every option, method
// and event means stands in embed.d.ts; the guide for webmasters, with the protocol, is docs/嵌入.md.
(() => {
  'use strict';
  // A portal may bring the script twice.
  if (window.Tuiyan) return;

  const VERSION = '0.1.0';
  const PROTOCOL = 1;
  /** @typedef {keyof Tuiyan.Events} EventName */
  /** @typedef {{ name: string, mime: string, base64: string }} SentFile */
  /** @typedef {Pick<Tuiyan.TuiyanError, 'code' | 'message' | 'at' | 'diagnostics'>} Failure */
  /** @typedef {(event: EventName, data: object) => void} Hear */
  /** @typedef {ReturnType<typeof setTimeout>} Timer */

  /**
   * What a page says: each kind of message has some of this.
   * @typedef {object} Message
   * @property {number} tuiyan the version of the protocol
   * @property {string} type
   * @property {number[]} protocols
   * @property {number} height
   * @property {string} version
   * @property {Tuiyan.Simulator['form']} form
   * @property {number} id
   * @property {boolean} ok
   * @property {unknown} result
   * @property {Failure} error
   * @property {EventName} event
   * @property {object} data
   */

  const EVENTS = /** @type {const} */ (['ready', 'change', 'autosave', 'export', 'resize', 'error']);
  // Options that the page reads in its address, under the same names.
  const PARAMETERS = /** @type {const} */ (['city', 'scenario', 'view', 'hide', 'lang', 'theme', 'size', 'readonly', 'storage']);
  // All of them, and the attributes of the element.
  const OPTIONS = /** @type {const} */ (['src', ...PARAMETERS, 'link', 'exports', 'height', 'label', 'sandbox', 'timeout']);
  /** @template {(typeof OPTIONS)[number]} Name @typedef {Name} Known: an option that the list lacks does not fit here */
  /** @typedef {Known<keyof Tuiyan.Options>} Option */
  // What a page in a sandbox needs: it keeps nothing, so it must be able to save and to ask.
  const SANDBOX = 'allow-scripts allow-downloads allow-modals';

  const READY_MS = 30000;
  const ANSWER_MS = 60000;
  // The page says `ready` every 500 ms until it is greeted; one that crossed the greeting comes within this time.
  const CROSSED_MS = 400;
  // CSS px.
  const HEIGHT_AT_FIRST = 640;
  const HEIGHT_LEAST = 200;
  const HEIGHT_MOST = 8000;

  // The page stands one folder above this script. A module does not know where it is, and says `src`.
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const BESIDE = own && own.src ? new URL('../index.html', own.src).href : undefined;

  /** @implements {Omit<Tuiyan.TuiyanError, 'name'>} */
  class TuiyanError extends Error {
    /** @param {Failure} failure */
    constructor({ code, message, at, diagnostics }) {
      super(message);
      this.name = 'TuiyanError';
      this.code = code;
      this.at = at;
      this.diagnostics = diagnostics;
    }
  }

  /**
   * A promise that is kept from outside.
   * @template T
   * @typedef {{ promise: Promise<T>, resolve: (value: T) => void, reject: (error: unknown) => void }} Deferred
   */

  /**
   * @template T
   * @returns {Deferred<T>}
   */
  function deferred() {
    const result = /** @type {Deferred<T>} */ ({});
    result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
    // Whoever waits for it hears of a failure; that nobody waits is no failure.
    result.promise.catch(() => {});
    return result;
  }

  /** @type {(data: Partial<Message> | undefined) => data is Message} */
  const isMessage = data => !!data && data.tuiyan === PROTOCOL && typeof data.type === 'string';
  /** @param {unknown} data */
  const isObject = data => !!data && typeof data === 'object' && !Array.isArray(data);

  /** @param {Tuiyan.Options['height'] | null} height */
  const isAuto = height => height === undefined || height === null || height === 'auto';

  /** @param {Tuiyan.Options} options */
  function addressOf(options) {
    const src = options.src || BESIDE;
    if (!src) throw new TypeError('embed.js 作为模块引入时须写明 src。 As a module, embed.js needs the option src.');
    const address = new URL(src, document.baseURI);
    for (const name of PARAMETERS) {
      const value = options[name];
      if (value === undefined || value === null || value === false) continue;
      address.searchParams.set(name, value === true ? '1' : String(value));
    }
    // The page then has no part that follows the height of the frame.
    if (isAuto(options.height)) address.searchParams.set('height', 'auto');
    if (options.link) address.hash = options.link;
    return address;
  }

  // ---- The conversation with the page in one frame: greeting, requests and their answers, events.

  class Conversation {
    /**
     * `hear(event, data)` is called with every event, and `height(px)` also while the page has not been greeted.
     * @param {HTMLIFrameElement} frame
     * @param {URL} address
     * @param {Tuiyan.Options} options
     * @param {Hear} hear
     * @param {(told: number) => void} height
     */
    constructor(frame, address, options, hear, height) {
      this.frame = frame;
      this.address = address;
      this.hear = hear;
      this.height = height;
      this.exports = options.exports === 'host' ? 'host' : 'page';
      // A page in a sandbox or in a file has an origin that nobody can name: the window alone says who it is.
      this.origin = options.sandbox ? 'null' : address.origin;
      this.timeout = options.timeout || READY_MS;
      /** @type {Map<number, { answer: Deferred<unknown>, patience: Timer }>} */
      this.waiting = new Map();
      this.lastId = 0;
      this.welcomedAt = 0;
      /** @type {Deferred<void>} */
      this.greeted = deferred();
      this.await();
      /** @type {(event: MessageEvent) => void} */
      this.listen = event => this.hearWindow(event);
      window.addEventListener('message', this.listen);
    }

    // From here to the page's welcome, requests wait.
    await() {
      clearTimeout(this.patience);
      /** @type {Timer | undefined} */
      this.patience = setTimeout(() => this.giveUp(), this.timeout);
      this.greeted = deferred();
      this.welcomedAt = 0;
      this.isSettled = false;
    }

    /** @param {MessageEvent} event */
    hearWindow({ source, origin, data }) {
      if (!source || source !== this.frame.contentWindow || origin !== this.origin || !isMessage(data)) return;
      this.isThere = true;
      if (data.type === 'height') this.height(data.height);
      if (data.type === 'ready' && Date.now() - this.welcomedAt > CROSSED_MS) this.greet(data.protocols);
    }

    /**
     * The page is there, for the first time or once more.
     * @param {number[]} protocols
     */
    greet(protocols) {
      if (!Array.isArray(protocols) || !protocols.includes(PROTOCOL)) return;
      if (this.isSettled) {
        this.drop('reloaded', '页面已重新载入，未答复的请求作废。 The page was loaded anew; unanswered requests are void.');
        this.await();
      }
      const { port1, port2 } = new MessageChannel();
      if (this.port) this.port.close();
      this.port = port1;
      port1.onmessage = event => this.hearPort(event.data);
      const target = this.origin === 'null' ? '*' : this.origin;
      const hello = { tuiyan: 1, type: 'hello', protocol: PROTOCOL, exports: this.exports };
      /** @type {Window} */ (this.frame.contentWindow).postMessage(hello, target, [port2]);
    }

    /** @param {Partial<Message>} data */
    hearPort(data) {
      if (!isMessage(data)) return;
      if (data.type === 'welcome') this.welcome(data);
      if (data.type === 'response') this.settle(data);
      if (data.type === 'event' && EVENTS.includes(data.event) && isObject(data.data)) this.hear(data.event, data.data);
    }

    /** @param {Message} message */
    welcome({ version, form }) {
      clearTimeout(this.patience);
      this.version = version;
      this.form = form;
      this.welcomedAt = Date.now();
      this.isSettled = true;
      this.greeted.resolve();
      this.hear('ready', { version, protocol: PROTOCOL, form });
    }

    /**
     * @template T
     * @param {string} method
     * @param {object} params
     * @returns {Promise<T>}
     */
    async request(method, params) {
      await this.greeted.promise;
      if (this.over) throw this.over;
      const id = ++this.lastId;
      /** @type {MessagePort} */ (this.port).postMessage({ tuiyan: 1, type: 'request', id, method, params });
      /** @type {Deferred<T>} */
      const answer = deferred();
      const patience = setTimeout(() => {
        this.waiting.delete(id);
        answer.reject(new TuiyanError({ code: 'timeout', message: `${method} 没有答复。 ${method} was not answered.` }));
      }, ANSWER_MS);
      this.waiting.set(id, { answer: /** @type {Deferred<unknown>} */ (answer), patience });
      return answer.promise;
    }

    /** @param {Message} message */
    settle({ id, ok, result, error }) {
      const waiting = this.waiting.get(id);
      if (!waiting) return;
      this.waiting.delete(id);
      clearTimeout(waiting.patience);
      if (ok === true) return waiting.answer.resolve(result);
      waiting.answer.reject(new TuiyanError(isObject(error) ? error : { code: 'shape', message: '' }));
    }

    /**
     * @param {Failure['code']} code
     * @param {string} message
     */
    drop(code, message) {
      const error = new TuiyanError({ code, message });
      this.waiting.forEach(({ answer, patience }) => {
        clearTimeout(patience);
        answer.reject(error);
      });
      this.waiting.clear();
      return error;
    }

    // The page stays as it is, for looking at.
    giveUp() {
      const message = this.isThere
        ? `推演没有接受来自 ${window.origin} 的问候：请把这个来源写进推演 index.html 的 tuiyan-allowed-origins。`
          + ` Tuiyan did not accept the greeting from ${window.origin}: list this origin in tuiyan-allowed-origins of its index.html.`
        : `推演没有打开：${this.address.origin}${this.address.pathname}。请看这个地址能否单独打开、是否先要登录、frame-ancestors 是否列出了本页。`
          + ' Tuiyan did not open: see whether the address opens by itself, wants a sign-in, or leaves this page out of frame-ancestors.';
      const error = new TuiyanError({ code: this.isThere ? 'not-allowed' : 'not-reachable', message });
      this.isSettled = true;
      this.greeted.reject(error);
      this.hear('error', { code: error.code, message, recoverable: false });
    }

    end() {
      window.removeEventListener('message', this.listen);
      clearTimeout(this.patience);
      if (this.port) this.port.close();
      this.over = this.drop('destroyed', '推演已移除。 The simulator was removed.');
      this.greeted.reject(this.over);
    }
  }

  // ---- The frame.

  /**
   * @param {URL} address
   * @param {Tuiyan.Options} options
   */
  function frameOf(address, options) {
    const frame = document.createElement('iframe');
    frame.title = options.label || (options.lang === 'en' ? 'Tuiyan, a planning simulator' : '推演：科技创新规划推演台');
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'clipboard-write';
    if (options.sandbox) frame.setAttribute('sandbox', SANDBOX);
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0', height: `${HEIGHT_AT_FIRST}px` });
    frame.src = address.href;
    return frame;
  }

  /**
   * Auto, or CSS px.
   * @param {HTMLIFrameElement} frame
   * @param {Tuiyan.Options['height']} asked
   * @param {number} [told]
   */
  function setHeight(frame, asked, told) {
    const height = isAuto(asked) ? told : Number(asked);
    if (height === undefined || !Number.isFinite(height)) return;
    frame.style.height = `${Math.min(Math.max(Math.ceil(height), HEIGHT_LEAST), HEIGHT_MOST)}px`;
  }

  /**
   * Calls back once when `element` has left the document, also with a shadow tree that it stands in.
   * @param {Element} element
   * @param {() => void} act
   */
  function whenRemoved(element, act) {
    const observer = new MutationObserver(() => {
      if (element.isConnected) return;
      observer.disconnect();
      act();
    });
    /** @typedef {(Node & { host?: Element }) | undefined} Root of the document or of a shadow tree */
    for (let root = /** @type {Root} */ (element.getRootNode()); root; root = root.host && root.host.getRootNode()) {
      observer.observe(root, { childList: true, subtree: true });
    }
    return observer;
  }

  /** @param {SentFile} file */
  function fileOf({ name, mime, base64 }) {
    return new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name, { type: mime });
  }

  // ---- The simulator, as the portal's scripts see it.

  /**
   * @param {Node} place
   * @param {Tuiyan.Options} options
   * @returns {Tuiyan.Simulator}
   */
  function simulatorIn(place, options) {
    const address = addressOf(options);
    const frame = frameOf(address, options);
    setHeight(frame, options.height);
    /** @type {Map<EventName, Set<(detail: never) => void>>} */
    const listeners = new Map(EVENTS.map(name => /** @type {[EventName, Set<never>]} */ ([name, new Set()])));
    /** @param {EventName} event */
    const listenersTo = event => /** @type {Set<(detail: never) => void>} */ (listeners.get(event));

    /** @type {Hear} */
    function hear(event, data) {
      if (event === 'resize') height(/** @type {Tuiyan.Events['resize']} */ (data).height);
      const detail = event === 'export' ? { file: fileOf(/** @type {SentFile} */ (data)) } : data;
      // One listener that throws does not keep the others from hearing.
      listenersTo(event).forEach(listener => {
        try { listener(/** @type {never} */ (detail)); } catch (error) { setTimeout(() => { throw error; }); }
      });
    }

    /** @param {number | undefined} told */
    function height(told) {
      setHeight(frame, options.height, told);
    }

    const conversation = new Conversation(frame, address, options, hear, height);
    /** @type {<T>(method: string, params: object) => Promise<T>} */
    const request = (method, params) => conversation.request(method, params);
    place.appendChild(frame);
    const observer = whenRemoved(frame, () => conversation.end());

    /** @type {Tuiyan.Simulator} */
    const simulator = {
      frame,
      protocol: PROTOCOL,
      get version() { return conversation.version; },
      get form() { return conversation.form; },
      get ready() { return conversation.greeted.promise; },
      getPlan: () => request('getPlan', {}),
      setPlan: plan => request('setPlan', typeof plan === 'string' ? { plan } : plan),
      patch: changes => request('patch', { changes }),
      getProjection: () => request('getProjection', {}),
      exportAs: format => /** @type {Promise<SentFile>} */ (request('exportAs', { format })).then(fileOf),
      setTheme: theme => request('setTheme', { theme }).then(() => {}),
      setLanguage: language => request('setLanguage', { language }).then(() => {}),
      on(event, listener) {
        if (!EVENTS.includes(event)) throw new TypeError(`没有事件 ${event}。 There is no event ${event}.`);
        listenersTo(event).add(listener);
        return () => { listenersTo(event).delete(listener); };
      },
      destroy() {
        observer.disconnect();
        conversation.end();
        frame.remove();
      },
    };
    return Object.freeze(simulator);
  }

  /** @type {typeof Tuiyan.embed} */
  async function embed(place, options) {
    const element = typeof place === 'string' ? document.querySelector(place) : place;
    if (!element || !element.isConnected) throw new TypeError(`页面里没有 ${place}。 The page has no ${place}.`);
    const simulator = simulatorIn(element, options || {});
    await simulator.ready;
    return simulator;
  }

  // ---- <tuiyan-simulator>: the options as attributes, the events as CustomEvents.

  /** @type {Option[]} */
  const SWITCHES = ['readonly', 'sandbox'];

  /** @implements {Tuiyan.SimulatorElement} */
  class SimulatorElement extends HTMLElement {
    static get observedAttributes() { return OPTIONS; }

    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      /** @type {Deferred<Tuiyan.Simulator>} */
      this.coming = deferred();
      /** @type {Tuiyan.Simulator | undefined} */
      this.running = undefined;
    }

    // A promise of the simulator, which can be had before the element stands in the document.
    get simulator() { return this.coming.promise; }

    connectedCallback() {
      if (!this.running) this.open();
    }

    disconnectedCallback() {
      this.close();
      this.coming = deferred();
    }

    /**
     * Look and language change while the page runs; everything else opens it anew, once for all that changed together.
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(name, before, after) {
      if (!this.running || before === after) return;
      if (name === 'theme' && after) return this.tell('setTheme', after);
      if (name === 'lang' && after) return this.tell('setLanguage', after);
      /** @type {Promise<void> | undefined} */
      this.changed = this.changed || Promise.resolve().then(() => {
        this.changed = undefined;
        if (!this.running) return;
        this.close();
        this.coming = deferred();
        this.open();
      });
    }

    open() {
      /** @type {Record<string, string | boolean | number | null | undefined>} */
      const options = {};
      for (const name of OPTIONS.filter(option => this.hasAttribute(option))) {
        const value = this.getAttribute(name);
        options[name] = SWITCHES.includes(name) ? value !== 'false' && value !== '0' : value;
      }
      options.timeout = Number(options.timeout) || undefined;
      this.style.display = this.style.display || 'block';
      const { coming } = this;
      try {
        // What an attribute says is read by the page, which refuses what it does not know.
        this.running = simulatorIn(/** @type {ShadowRoot} */ (this.shadowRoot), /** @type {Tuiyan.Options} */ (options));
      } catch (error) {
        coming.reject(error);
        return this.say('error', { code: 'usage', message: /** @type {Error} */ (error).message, recoverable: false });
      }
      const { running } = this;
      EVENTS.forEach(event => running.on(event, detail => this.say(event, detail)));
      running.ready.then(() => coming.resolve(running), coming.reject);
    }

    close() {
      if (this.running) this.running.destroy();
      this.running = undefined;
    }

    /**
     * @param {'setTheme' | 'setLanguage'} method
     * @param {string} value
     */
    tell(method, value) {
      const running = /** @type {Record<typeof method, (value: string) => Promise<void>>} */ (/** @type {unknown} */ (this.running));
      running[method](value).catch(({ code, message }) => this.say('error', { code, message, recoverable: true }));
    }

    /**
     * @template {EventName} Name
     * @param {Name} event
     * @param {Tuiyan.Events[Name]} detail
     */
    say(event, detail) {
      this.dispatchEvent(new CustomEvent(`tuiyan-${event}`, { detail, bubbles: true }));
    }
  }

  /** @type {{ Tuiyan: typeof Tuiyan }} */ (window).Tuiyan = Object.freeze({ version: VERSION, embed });
  customElements.define('tuiyan-simulator', SimulatorElement);
})();
