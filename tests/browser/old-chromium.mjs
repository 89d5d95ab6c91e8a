// An old Chromium over the raw DevTools protocol; Playwright cannot drive kernels below 109.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import WebSocket from 'ws';

const FLAGS = ['--headless', '--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage',
  '--hide-scrollbars', '--window-size=1280,1000', '--remote-debugging-port=0'];
const START_MS = 30_000;
const STARTS = 3;
const WAIT_MS = 60_000;

/** @typedef {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} Child */

/**
 * What the browser says over DevTools, of which we look at this.
 * @typedef {object} Said
 * @property {number} id
 * @property {string} method
 * @property {Params} params
 * @property {Result} result
 */

/**
 * @typedef {object} Params
 * @property {{ text: string, exception?: { description: string } }} exceptionDetails
 * @property {{ value?: unknown, description?: string }[]} args
 * @property {{ id: number, auxData?: { isDefault: boolean } }} context
 * @property {number} executionContextId
 */

/** @typedef {{ data: string, result?: { value: any } } | undefined} Result whose value is what was evaluated */

/** @param {number} ms */
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Starts the executable, gives `use` a browser and ends it whatever happens.
 * @param {string} executable
 * @param {(browser: Browser) => Promise<void>} use
 */
export async function withBrowser(executable, use) {
  const { browser, end } = await started(executable);
  try {
    await use(browser);
  } finally {
    await end();
  }
}

/**
 * On a busy machine a start may get stuck; then another is made.
 * @param {string} executable
 */
async function started(executable) {
  for (let attempt = 1; ; attempt++) {
    const { child, end } = launched(executable);
    try {
      const browser = new Browser(await pageSocket(await devToolsPort(child)));
      await browser.send('Page.enable', {}, START_MS);
      await browser.send('Runtime.enable', {}, START_MS);
      return { browser, end };
    } catch (error) {
      await end();
      if (attempt === STARTS) throw error;
    }
  }
}

/** @param {string} executable */
function launched(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'tuiyan-chromium-'));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'],
    { cwd: dirname(executable), stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise(resolve => child.on('close', resolve));
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  return { child, end };
}

export class Browser {
  // What the page threw or wrote to the console.
  /** @type {string[]} */
  complaints = [];
  #socket;
  #framed = false;
  /** @type {number[]} */
  #contexts = [];
  /** @type {Map<number, (result: Result) => void>} */
  #waiting = new Map();
  #last = 0;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('message', text => this.#receive(JSON.parse(String(text))));
  }

  /** @param {Said} message */
  #receive({ id, method, params, result }) {
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Runtime.consoleAPICalled') this.complaints.push(params.args.map(value => value.value ?? value.description).join(' '));
    if (method === 'Runtime.executionContextsCleared') this.#contexts = [];
    if (method === 'Runtime.executionContextCreated' && params.context.auxData?.isDefault) this.#contexts.push(params.context.id);
    if (method === 'Runtime.executionContextDestroyed') this.#contexts = this.#contexts.filter(known => known !== params.executionContextId);
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  /**
   * @param {string} method
   * @returns {Promise<Result>}
   */
  send(method, params = {}, patience = WAIT_MS) {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the browser did not answer ${method}`)), patience);
      this.#waiting.set(id, result => { clearTimeout(late); resolve(result); });
    });
  }

  /** @param {string} url */
  open(url) {
    return this.send('Page.navigate', { url });
  }

  /**
   * In the frame that was entered, else in the page. Waits for promises.
   * @param {string} expression
   */
  async evaluate(expression) {
    const contextId = this.#framed ? this.#contexts[this.#contexts.length - 1] : undefined;
    return (await this.send('Runtime.evaluate', { expression, contextId, awaitPromise: true }))?.result?.value;
  }

  // From now on the newest frame of the page is meant.
  enterFrame() {
    this.#framed = true;
  }

  /**
   * Waits until the expression is true; says whether it became so in time.
   * @param {string} expression
   */
  async becomes(expression) {
    for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(100)) {
      if (await this.evaluate(expression)) return true;
    }
    return false;
  }

  /** @param {string} file */
  async screenshot(file) {
    const picture = await this.send('Page.captureScreenshot', { format: 'png' });
    if (!picture) throw new Error('the browser takes no picture');
    writeFileSync(file, Buffer.from(picture.data, 'base64'));
  }
}

/**
 * @param {Child} child
 * @returns {Promise<string>}
 */
function devToolsPort(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', text => {
      said += text;
      const found = /127\.0\.0\.1:(\d+)\/devtools/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`the browser ended: ${said.slice(-300)}`)));
    setTimeout(() => reject(new Error(`the browser opened no DevTools port: ${said.slice(-300)}`)), START_MS).unref();
  });
}

/** @param {string} port */
async function pageSocket(port) {
  await sleep(1000); // some versions list the page before its socket answers
  /** @type {{ type: string, webSocketDebuggerUrl: string }[]} */
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const page = targets.find(target => target.type === 'page');
  if (!page) throw new Error('the browser has no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return socket;
}
