// An old Chromium over the raw DevTools protocol; Playwright cannot drive kernels below 109.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import WebSocket from 'ws';

const FLAGS = ['--headless', '--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage',
  '--hide-scrollbars', '--window-size=1280,1000', '--remote-debugging-port=0'];
const START_MS = 30_000;
const WAIT_MS = 60_000;

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

// Starts the executable, gives `use` a browser and ends it whatever happens.
export async function withBrowser(executable, use) {
  const profile = mkdtempSync(join(tmpdir(), 'tuiyan-chromium-'));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'],
    { cwd: dirname(executable), stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise(resolve => child.on('close', resolve));
  try {
    const browser = new Browser(await pageSocket(await devToolsPort(child)));
    await browser.send('Page.enable');
    await browser.send('Runtime.enable');
    await use(browser);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true });
  }
}

class Browser {
  // What the page threw or wrote to the console.
  complaints = [];
  #socket;
  #waiting = new Map();
  #last = 0;

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', text => this.#receive(JSON.parse(text)));
  }

  #receive({ id, method, params, result }) {
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Runtime.consoleAPICalled') this.complaints.push(params.args.map(value => value.value ?? value.description).join(' '));
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  send(method, params = {}) {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the browser did not answer ${method}`)), WAIT_MS);
      this.#waiting.set(id, result => { clearTimeout(late); resolve(result); });
    });
  }

  open(url) {
    return this.send('Page.navigate', { url });
  }

  async evaluate(expression) {
    return (await this.send('Runtime.evaluate', { expression }))?.result?.value;
  }

  // Waits until the expression is true; says whether it became so in time.
  async becomes(expression) {
    for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(100)) {
      if (await this.evaluate(expression)) return true;
    }
    return false;
  }

  async screenshot(file) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
}

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

async function pageSocket(port) {
  await sleep(1000); // some versions list the page before its socket answers
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const socket = new WebSocket(targets.find(target => target.type === 'page').webSocketDebuggerUrl);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return socket;
}
