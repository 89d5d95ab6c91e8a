// Checks the embedding protocol against the page one folder above, and shows what holds.
(() => {
  'use strict';
  const PAGE = new URL('../index.html', document.baseURI);
  // The page starts within seconds; this is for slow machines.
  const PATIENCE_MS = 30000;
  const QUIET_MS = 1200;
  const TEXT_MOST = 2000000;
  const DEPTH_MOST = 32;
  const RESIZES_MOST = 20;
  const FORMATS = ['plan', 'targets', 'indicators', 'scenarios', 'levers', 'budget', 'figures', 'summary', 'chart-1', 'pack'];

  /**
   * What a page says: each kind of message has some of this.
   * @typedef {object} Message
   * @property {number} tuiyan
   * @property {string} type
   * @property {number[]} protocols
   * @property {number} height
   * @property {number} protocol
   * @property {string} version
   * @property {string} form
   * @property {number | null} id
   * @property {boolean} ok
   * @property {unknown} result
   * @property {{ code: string, message: string, at: string }} error
   * @property {string} event
   * @property {{ revision: number, source: string, dirty: boolean, plan: string }} data
   */

  /**
   * What each method is answered with.
   * @typedef {object} Results
   * @property {{ revision: number, plan: string }} getPlan
   * @property {{ revision: number, warnings: string[] }} setPlan
   * @property {{ revision: number }} patch
   * @property {Tuiyan.Projection} getProjection
   * @property {{ format: string, name: string, mime: string, base64: string }} exportAs
   * @property {object} setTheme
   * @property {object} setLanguage
   */

  /** @typedef {{ stranger: string, shown: boolean, answered: boolean }} Report of the stranger */

  /** @param {string} id */
  const part = id => /** @type {HTMLElement} */ (document.getElementById(id));
  const stage = part('stage');

  /** @type {(ms: number) => Promise<undefined>} */
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
  /** @param {unknown} value */
  const shown = value => { const text = JSON.stringify(value); return text && text.length > 200 ? `${text.slice(0, 200)}…` : text; };

  /** @type {(message: object, other: object) => object} */
  const but = (message, other) => Object.assign({}, message, other);

  /**
   * @param {boolean} holds
   * @param {unknown} found
   */
  function require(holds, found) {
    if (!holds) throw new Error(typeof found === 'string' ? found : `收到 found ${shown(found)}`);
  }

  // What could not be tried here, and why.
  class Untested extends Error {}

  /**
   * Calls `found` until it gives something.
   * @template T
   * @param {() => T} found
   * @param {string | undefined} what
   * @returns {Promise<NonNullable<T>>}
   */
  async function until(found, what) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const result = found();
      if (result) return result;
      await pause(20);
    }
    throw new Error(`没有等到 missing: ${what}`);
  }

  // ---- The page in a frame, spoken to by the bare protocol. `heard` is what came by window, `said` what by port.

  let frames = 0;

  class Line {
    /** @param {string} [query] */
    constructor(query) {
      const address = new URL(PAGE);
      address.search = `?storage=host&lang=zh-CN${query || ''}`;
      /** @type {Message[]} */
      this.heard = [];
      /** @type {Message[]} */
      this.said = [];
      this.lastId = 0;
      this.frame = Object.assign(document.createElement('iframe'), { name: `line-${frames++}`, title: '推演 Tuiyan' });
      /** @type {(event: MessageEvent) => void} */
      this.listen = ({ source, data }) => { if (source === this.frame.contentWindow) this.heard.push(data); };
      window.addEventListener('message', this.listen);
      this.frame.src = address.href;
      stage.appendChild(this.frame);
    }

    /** @param {string} type */
    count(type) { return this.heard.filter(message => message.type === type).length; }

    ready() { return until(() => this.heard.find(({ type }) => type === 'ready'), 'ready'); }

    /**
     * Sends a greeting and gives the list of what comes over its port.
     * @param {unknown} hello
     */
    send(hello, withPort = true) {
      const { port1, port2 } = new MessageChannel();
      /** @type {Message[]} */
      const said = [];
      port1.onmessage = ({ data }) => said.push(data);
      /** @type {Window} */ (this.frame.contentWindow).postMessage(hello, PAGE.origin, withPort ? [port2] : []);
      return { port: port1, said };
    }

    async greet() {
      const { port, said } = this.send({ tuiyan: 1, type: 'hello', protocol: 1, exports: 'host' });
      this.port = port;
      this.said = said;
      return until(() => this.said[0], 'welcome');
    }

    /** @param {unknown} message */
    post(message) { /** @type {MessagePort} */ (this.port).postMessage(message); }

    /** @param {number} id */
    answer(id) { return until(() => this.said.find(({ type, id: answered }) => type === 'response' && answered === id), `response ${id}`); }

    /**
     * @param {string} method
     * @param {object} params
     */
    ask(method, params) {
      const id = ++this.lastId;
      this.post({ tuiyan: 1, type: 'request', id, method, params });
      return this.answer(id);
    }

    /**
     * @template {keyof Results} Method
     * @param {Method} method
     * @param {object} params
     */
    async result(method, params) {
      const answer = await this.ask(method, params);
      require(answer.ok === true && isObject(answer.result), answer);
      return /** @type {Results[Method]} */ (answer.result);
    }

    /**
     * @param {string} method
     * @param {object} params
     */
    async code(method, params) {
      const { ok, error } = await this.ask(method, params);
      require(ok === false && isObject(error) && typeof error.code === 'string' && typeof error.message === 'string', { ok, error });
      return error.code;
    }

    /**
     * @param {string} name
     * @param {(data: Message['data']) => boolean} matches
     */
    event(name, matches) {
      return until(() => this.said.find(({ type, event, data }) => type === 'event' && event === name && matches(data)), name);
    }

    close() {
      window.removeEventListener('message', this.listen);
      if (this.port) this.port.close();
      this.frame.remove();
    }
  }

  /** @param {unknown} value */
  const isObject = value => !!value && typeof value === 'object' && !Array.isArray(value);
  /** @param {number} value */
  const isCount = value => Number.isSafeInteger(value) && value >= 0;
  /** @param {number | null} value */
  const isNumberOrNone = value => value === null || Number.isFinite(value);

  /** @param {string} [query] */
  async function connected(query) {
    const line = new Line(query);
    await line.ready();
    await line.greet();
    return line;
  }

  /**
   * Runs `use` on a page of its own.
   * @template T
   * @param {string} query
   * @param {(line: Line) => Promise<T>} use
   */
  async function alone(query, use) {
    const line = await connected(query);
    try { return await use(line); } finally { line.close(); }
  }

  // ---- The stranger in a frame of the conformance page.

  /**
   * @param {string} address
   * @param {object} task
   */
  async function stranger(address, task) {
    const frame = Object.assign(document.createElement('iframe'), { title: '陌生窗口 A stranger' });
    /** @type {Report[]} */
    const heard = [];
    /** @param {MessageEvent} event */
    const listen = ({ source, data }) => { if (source === frame.contentWindow) heard.push(data); };
    window.addEventListener('message', listen);
    frame.src = address;
    stage.appendChild(frame);
    const here = await Promise.race([until(() => heard[0], 'stranger'), pause(5000)]).catch(() => undefined);
    if (!here) throw new Untested('这里开不了陌生窗口 no stranger can be opened here');
    /** @type {Window} */ (frame.contentWindow).postMessage(task, '*');
    const done = await until(() => heard.find(data => data.stranger === 'done'), 'stranger');
    window.removeEventListener('message', listen);
    frame.remove();
    return done;
  }

  /** @param {string} name */
  const beside = name => new URL(name, document.baseURI).href;
  // Of a document in a `data:` address the origin is nobody's.
  const nobody = `data:text/html,${encodeURIComponent(`<!doctype html><title>stranger</title><body><script src="${beside('stranger.js')}"></script>`)}`;

  // ---- What is checked, in order: name, in Chinese, in English, how. `line` is the page that most checks share.

  /** @type {Line} */
  let line;
  /** @type {string} */
  let opening;
  /** @type {Tuiyan.Projection} */
  let projection;

  /** @param {Tuiyan.Lever} lever */
  const moved = lever => (lever.present === lever.maximum ? lever.minimum : lever.maximum);
  /** @param {number | null} value */
  const firstMove = value => ({ lever: projection.levers[0].id, value });
  const plan = async () => (await line.result('getPlan', {})).plan;

  /** @param {() => Promise<unknown>} act */
  async function keepsPlan(act) {
    const before = await plan();
    await act();
    require(await plan() === before, '规划变了 the plan has changed');
  }

  /** @typedef {[name: string, zh: string, en: string, how: () => Promise<unknown>]} Check */

  /** @type {Check[]} */
  const CHECKS = [
    ['ready', '页面先开口，不带数据', 'The page speaks first, without data', async () => {
      line = new Line();
      const ready = await line.ready();
      require(ready.tuiyan === 1 && Array.isArray(ready.protocols) && ready.protocols.includes(1), ready);
      require(Object.keys(ready).sort().join() === 'protocols,tuiyan,type', ready);
    }],
    ['repeat', '没有问候就再说一遍', 'It says so again until it is greeted', () => until(() => line.count('ready') > 1, 'ready')],
    ['height', '没有问候也说高度，只说高度', 'It tells its height to anybody, and only that', async () => {
      const height = await until(() => line.heard.find(({ type }) => type === 'height'), 'height');
      require(height.tuiyan === 1 && height.height > 0 && Object.keys(height).sort().join() === 'height,tuiyan,type', height);
    }],
    ['source', '不理父窗口以外的窗口', 'A window that is not its parent is not answered', async () => {
      const { answered } = await stranger(beside('stranger.html'), { stranger: 'sibling', name: line.frame.name });
      require(!answered, '答复了 it was answered');
    }],
    ['origin', '不理未列出的来源', 'An origin that is not listed is not answered', async () => {
      const { shown: isShown, answered } = await stranger(nobody, { stranger: 'parent', address: PAGE.href });
      require(!answered, '答复了 it was answered');
      return isShown ? '只供查看 for looking at only' : '服务器不许它嵌入（frame-ancestors） the server refuses such a frame';
    }],
    ['hello', '不理格式不对的问候', 'Greetings of another shape are not answered', async () => {
      const hello = { tuiyan: 1, type: 'hello', protocol: 1, exports: 'page' };
      const wrong = [
        but(hello, { tuiyan: '1' }), but(hello, { tuiyan: 2 }), but(hello, { type: 'Hello' }), but(hello, { protocol: 2 }), but(hello, { protocol: '1' }),
        but(hello, { exports: 'all' }), but(hello, { exports: 1 }), [hello], JSON.stringify(hello), null, 1, new Uint8Array(8),
      ];
      const lines = wrong.map(message => line.send(message));
      line.send(hello, false);
      await pause(QUIET_MS);
      lines.forEach(({ said }, i) => require(said.length === 0, wrong[i]));
    }],
    ['welcome', '问候得到欢迎', 'A greeting is answered by a welcome', async () => {
      const welcome = await line.greet();
      require(welcome.tuiyan === 1 && welcome.type === 'welcome' && welcome.protocol === 1, welcome);
      require(/^\d+\.\d+\.\d+/.test(welcome.version) && ['simd', 'mvp', 'js'].includes(welcome.form), welcome);
      return `${welcome.version} ${welcome.form}`;
    }],
    ['quiet', '问候以后不再说 ready', 'After the greeting it says ready no more', async () => {
      const before = line.count('ready');
      await pause(QUIET_MS);
      require(line.count('ready') === before, `${line.count('ready') - before}`);
    }],
    ['getPlan', 'getPlan 给出规划文件', 'getPlan gives a plan file', async () => {
      const result = await line.result('getPlan', {});
      require(isCount(result.revision) && JSON.parse(result.plan).kind === 'tuiyan-plan', result);
      opening = result.plan;
    }],
    ['getProjection', 'getProjection 给出推演值', 'getProjection gives the projection', async () => {
      projection = await line.result('getProjection', {});
      const { years, indicators, targets, levers } = projection;
      require(isCount(projection.revision) && years.every(isCount) && years.includes(projection.plan_year), projection);
      require(indicators.length > 0 && targets.length > 0 && levers.length > 0, projection);
      for (const indicator of indicators) {
        const rows = [indicator.median, indicator.low, indicator.high, indicator.outlook];
        require(rows.every(row => row.length === years.length && row.every(isNumberOrNone)) && isNumberOrNone(indicator.base), indicator);
      }
      for (const lever of levers) {
        require([lever.minimum, lever.maximum, lever.present, ...lever.setting].every(Number.isFinite) && lever.setting.length === years.length, lever);
      }
      for (const { probability, light } of targets) {
        require(probability === null || (probability >= 0 && probability <= 1), `${probability}`);
        require((light === null) === (probability === null), { probability, light });
      }
      return `${indicators.length} + ${targets.length} + ${levers.length}`;
    }],
    ['patch', 'patch 调一个杠杆', 'patch moves a lever', async () => {
      const [lever] = projection.levers;
      const { revision } = await line.result('patch', { changes: [firstMove(moved(lever))] });
      require(revision > projection.revision, { revision });
      const after = await line.result('getProjection', {});
      require(after.levers[0].setting.every(value => value === moved(lever)) && after.revision >= revision, after.levers[0]);
    }],
    ['change', '随后有 change 和 autosave', 'Then there are change and autosave', async () => {
      const change = await line.event('change', data => data.source === 'host');
      require(isCount(change.data.revision) && change.data.dirty === true, change);
      const kept = await plan();
      const autosave = await line.event('autosave', data => data.plan === kept);
      require(isCount(autosave.data.revision), autosave);
    }],
    ['atomic', '一处不合格，全部不改', 'One bad change, and none is made', () => keepsPlan(async () => {
      const [lever] = projection.levers;
      const answer = await line.ask('patch', { changes: [firstMove(lever.minimum), { lever: lever.id, value: 'x' }] });
      require(answer.ok === false && answer.error.code === 'params' && /^changes\[1\]/.test(answer.error.at), answer);
    })],
    ['setPlan', 'setPlan 放回原来的规划', 'setPlan brings the first plan back', async () => {
      const result = await line.result('setPlan', { plan: opening });
      require(isCount(result.revision) && Array.isArray(result.warnings), result);
      require(await plan() === opening, '规划与放入的不同 the plan is not what was set');
    }],
    ['plan', '读不了的规划说明原因，原规划不变', 'A plan that cannot be read is refused with reasons', () => keepsPlan(async () => {
      for (const text of ['', '{}', opening.slice(0, opening.length / 2), '\u0000', '<b>']) {
        const code = await line.code('setPlan', { plan: text });
        require(code === 'plan', { text, code });
      }
    })],
    ['method', '没有的方法也有答复', 'Unknown methods are answered', async () => {
      for (const method of ['open', '', 'constructor', '__proto__', 'toString', 'getplan']) {
        const code = await line.code(method, {});
        require(code === 'method', { method, code });
      }
    }],
    ['params', '不合格的参数有答复，规划不变', 'Bad params are answered, and the plan stays', () => keepsPlan(async () => {
      /** @type {[string, object][]} */
      const wrong = [
        ['setPlan', {}], ['setPlan', { plan: 1 }], ['setPlan', { city: 'nowhere' }], ['patch', {}], ['patch', { changes: [] }], ['patch', { changes: {} }],
        ['patch', { changes: [{}] }], ['patch', { changes: [null] }], ['patch', { changes: [{ lever: 'nothing', value: 1 }] }],
        ['patch', { changes: Array(201).fill(firstMove(null)) }], ['patch', { changes: [firstMove(1e308)] }],
        ['exportAs', {}], ['exportAs', { format: 'exe' }], ['setTheme', { theme: 'pink' }], ['setLanguage', { language: 'fr' }],
      ];
      for (const [method, params] of wrong) {
        const code = await line.code(method, params);
        require(code === 'params', { method, params, code });
      }
    })],
    ['shape', '不成请求的消息有答复', 'Messages that are no requests are answered', async () => {
      const request = { tuiyan: 1, type: 'request', id: 1, method: 'getPlan', params: {} };
      const wrong = [but(request, { id: 0 }), but(request, { id: -1 }), but(request, { id: 1.5 }), but(request, { id: '1' }), but(request, { id: 2 ** 53 }),
        but(request, { tuiyan: '1' }), but(request, { type: 'Request' }), { tuiyan: 1, type: 'request' }, [], 'getPlan', null, new Uint8Array(8)];
      for (const message of /** @type {{ id?: number }[]} */ (wrong)) {
        const before = line.said.length;
        line.post(message);
        const answer = await until(() => line.said.slice(before).find(({ type }) => type === 'response'), shown(message));
        const id = message && Number.isSafeInteger(message.id) && Number(message.id) > 0 ? message.id : null;
        require(answer.ok === false && answer.id === id && answer.error.code === 'shape', { message, answer });
      }
    }],
    ['size', '过大、过深的消息被拒绝', 'What is too large or too deep is refused', () => keepsPlan(async () => {
      require(await line.code('setPlan', { plan: 'x'.repeat(TEXT_MOST + 1) }) === 'too-large', 'plan');
      /** @type {unknown[]} */
      let deep = [];
      for (let i = 0; i < DEPTH_MOST; i++) deep = [deep];
      require(await line.code('patch', { changes: deep }) === 'too-large', 'changes');
    })],
    ['order', '按顺序答复', 'Answers come in order', async () => {
      await pause(QUIET_MS);
      const before = line.said.length;
      const asked = ['getProjection', 'getPlan', 'nothing', 'getPlan', 'getProjection'].map(method => line.ask(method, {}));
      const ids = (await Promise.all(asked)).map(({ id }) => id);
      const found = line.said.slice(before).filter(({ type }) => type === 'response').map(({ id }) => id);
      require(found.join() === ids.join(), found);
    }],
    ['rate', '一拥而上的请求被挡，个个有答复', 'A flood is held off, each request answered', async () => {
      await pause(QUIET_MS);
      const answers = await Promise.all(Array.from({ length: 300 }, () => line.ask('getPlan', {})));
      const codes = answers.filter(({ ok }) => !ok).map(({ error }) => error.code);
      require(codes.length >= 200 && codes.every(code => code === 'too-many'), codes.slice(0, 5));
      await pause(QUIET_MS);
      await line.result('getPlan', {});
      return `${codes.length} / 300`;
    }],
    ['exportAs', '文件按格式取得', 'Files can be had in each format', async () => {
      for (const format of FORMATS) {
        const file = await line.result('exportAs', { format });
        require(file.format === format && !!file.name && !!file.mime && atob(file.base64).length > 0, but(file, { base64: '…' }));
      }
    }],
    ['look', '外观与语言可由门户决定', 'Look and language can be set', async () => {
      for (const theme of ['dark', 'light', 'contrast', 'auto']) await line.result('setTheme', { theme });
      await line.result('setLanguage', { language: 'en' });
      const { error } = await line.ask('nothing', {});
      require(/^[\x20-\x7e“”‘’…]+$/.test(error.message), error);
      await line.result('setLanguage', { language: 'zh-CN' });
    }],
    ['second', '再次问候取代前一次', 'A second greeting replaces the first', async () => {
      const { port, said } = line;
      await line.greet();
      const before = said.length;
      /** @type {MessagePort} */ (port).postMessage({ tuiyan: 1, type: 'request', id: 1, method: 'getPlan', params: {} });
      await line.result('getPlan', {});
      await pause(QUIET_MS);
      require(said.length === before, said.slice(before));
    }],
    ['readonly', 'readonly=1 时使用者只能看，门户仍可写', 'With readonly=1 people can only look, and the host still writes', () => alone('&readonly=1', async locked => {
      const { levers } = await locked.result('getProjection', {});
      const page = /** @type {Document} */ (locked.frame.contentDocument);
      const fields = page.querySelectorAll('input[type=range]:enabled, input[type=number]:enabled');
      require(!!page.querySelector('[data-ready]') && fields.length === 0, `${fields.length} input`);
      await locked.result('patch', { changes: [{ lever: levers[0].id, value: moved(levers[0]) }] });
    })],
    ['storage', 'storage=host 时浏览器里什么也不留', 'With storage=host nothing is kept in the browser', async () => {
      let keys;
      try { keys = () => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan')).map(key => key + localStorage.getItem(key)).join(); keys(); }
      catch (error) { throw new Untested('这里没有存储 there is no storage here'); }
      const before = keys();
      await line.result('patch', { changes: [firstMove(moved(projection.levers[0]))] });
      await pause(2 * QUIET_MS);
      require(keys() === before, 'localStorage');
      await line.result('setPlan', { plan: opening });
      line.close();
    }],
    ['auto', '自动高度会停下来', 'Auto height comes to rest', async () => {
      const element = document.createElement('tuiyan-simulator');
      element.setAttribute('storage', 'host');
      let resizes = 0;
      element.addEventListener('tuiyan-resize', () => { resizes += 1; });
      stage.appendChild(element);
      const { frame } = await element.simulator;
      await pause(2 * QUIET_MS);
      const [height, count] = [frame.clientHeight, resizes];
      await pause(2 * QUIET_MS);
      element.remove();
      require(!!frame.style.height && height > 200 && height < 8000 && count <= RESIZES_MOST, { height, count });
      require(resizes === count, `${resizes - count} × resize`);
      return `${height} px, ${count} × resize`;
    }],
    ['reload', '页面重新载入后再次问候', 'A page that was loaded anew is greeted again', async () => {
      const simulator = await Tuiyan.embed(stage, { storage: 'host' });
      const waiting = simulator.getProjection().then(() => 'answered', ({ code }) => code);
      let greetings = 0;
      simulator.on('ready', () => { greetings += 1; });
      await pause(QUIET_MS);
      /** @type {Window} */ (simulator.frame.contentWindow).location.reload();
      await until(() => greetings, 'ready');
      const { plan: text } = await simulator.getPlan();
      simulator.destroy();
      require(['answered', 'reloaded'].includes(await waiting) && text.length > 0, await waiting);
    }],
    ['two', '两个推演互不相干', 'Two simulators have nothing to do with each other', async () => {
      const [first, second] = await Promise.all([1, 2].map(() => Tuiyan.embed(stage, { storage: 'host' })));
      const before = await second.getPlan();
      const [lever] = (await first.getProjection()).levers;
      await first.patch([{ lever: lever.id, value: moved(lever) }]);
      const after = await second.getPlan();
      first.destroy();
      second.destroy();
      require(after.plan === before.plan && after.revision === before.revision, after.revision);
    }],
    ['destroy', '移除后请求都有了结', 'Once removed, what waits is settled', async () => {
      const simulator = await Tuiyan.embed(stage, { storage: 'host' });
      const waiting = [simulator.getPlan(), simulator.getProjection()].map(answer => answer.catch(({ code }) => code));
      simulator.destroy();
      const codes = await Promise.all([...waiting, simulator.getPlan().catch(({ code }) => code)]);
      require(codes.every(code => code === 'destroyed') && !simulator.frame.isConnected, codes);
    }],
  ];

  // ---- What is shown.

  const WORDS = { passed: ['通过', 'passed'], failed: ['未通过', 'FAILED'], open: ['未能检验', 'not tested'] };
  /** @type {string[]} */
  const lines = [];

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} text
   * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function made(name, text, properties) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  /**
   * @param {Check} check
   * @param {keyof typeof WORDS} outcome
   * @param {string} found
   */
  function show([name, zh, en], outcome, found) {
    const item = document.createElement('li');
    item.setAttribute('data-outcome', outcome);
    item.setAttribute('data-check', name);
    const text = made('p', zh);
    text.append(made('span', en, { lang: 'en' }), made('small', found));
    const word = made('b', WORDS[outcome][0]);
    word.append(made('span', WORDS[outcome][1], { lang: 'en' }));
    item.append(word, text);
    part('checks').appendChild(item);
    lines.push(`${WORDS[outcome].join(' ')} · ${name} · ${zh} · ${en}${found && ` · ${found}`}`);
  }

  /** @param {Record<keyof typeof WORDS, number>} counts */
  function sum(counts) {
    const outcome = counts.failed ? 'failed' : 'passed';
    const text = `${counts.passed} 项通过，${counts.failed} 项未通过，${counts.open} 项未能检验。`;
    const english = `${counts.passed} passed, ${counts.failed} failed, ${counts.open} not tested.`;
    const place = part('sum');
    place.textContent = `${text} `;
    place.append(made('span', english, { lang: 'en' }));
    place.setAttribute('data-outcome', outcome);
    lines.unshift(`推演嵌入自检 Tuiyan conformance ${Tuiyan.version}`, PAGE.href, navigator.userAgent, `${text} ${english}`);
    Object.assign(part('report'), { textContent: lines.join('\n'), hidden: false });
  }

  async function run() {
    const counts = { passed: 0, failed: 0, open: 0 };
    for (const check of CHECKS) {
      /** @type {keyof typeof WORDS} */
      let outcome = 'passed';
      let found = '';
      try {
        const result = await check[3]();
        if (typeof result === 'string') found = result;
      } catch (error) {
        outcome = error instanceof Untested ? 'open' : 'failed';
        found = /** @type {Error} */ (error).message;
      }
      counts[outcome] += 1;
      show(check, outcome, found);
    }
    stage.hidden = true;
    sum(counts);
  }

  function copy() {
    const report = part('report');
    /** @type {Selection} */ (getSelection()).selectAllChildren(report);
    const done = !report.hidden && document.execCommand('copy');
    part('copied').textContent = done ? '已复制 Copied' : '请在下面选中复制 Please copy below';
  }

  part('again').addEventListener('click', () => location.reload());
  part('copy').addEventListener('click', copy);
  run();
})();
