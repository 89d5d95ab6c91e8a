// The page in old kernels of Chromium, in each way in which it is opened: a lever, hands on it, the plan that is kept, the other
// language, opening again, and the same bits as everywhere.
//   node old-kernels.mjs DIST FINGERPRINT 69 78 …
// The last line has the counts: `N passed, N failed, N skipped`.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBrowser } from './old-chromium.mjs';
import { useHands } from './old-hands.mjs';
import { Unavailable, oldChromium } from './old-kernel-binaries.mjs';

/** @typedef {import('./old-chromium.mjs').Browser} Browser */
/** @typedef {{ place: string, url: string, form: Shell.FormName, keeps?: boolean, embeds?: boolean }} Way to open it */

const [dist, fingerprint, ...kernels] = process.argv.slice(2);
const root = resolve(fileURLToPath(import.meta.url), '../../..');
const pictures = join(root, 'target/screenshots');
// Older kernels know no policy that allows WebAssembly and forbids `eval`: there the site is JavaScript.
const FIRST_WITH_WEBASSEMBLY = 97;

const counts = { passed: 0, failed: 0, skipped: 0 };
/**
 * @param {string} name
 * @param {boolean} holds
 */
function report(name, holds) {
  counts[holds ? 'passed' : 'failed'] += 1;
  console.log(`  ${holds ? '✓' : '✘'} ${name}`);
}

// ---- Ways to open it.

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };
const SANDBOX = '/sandbox.html';
const FRAME = '<!doctype html><iframe sandbox="allow-scripts" src="tuiyan-compat.html" width="1260" height="960"></iframe>';

// What the guide has a server send with a file of the site. The single files are not part of it.
const [, documented] = /Content-Security-Policy "([^"]+)"/.exec(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')) ?? [];
if (!documented) throw new Error('deploy/nginx.conf has no policy');
/**
 * @param {string} name
 * @returns {Record<string, string>}
 */
function policyOf(name) {
  if (/^tuiyan(-compat)?\.html$/.test(name)) return {};
  const frames = name.startsWith('embed/') ? "'self' data:" : "'none'";
  return { 'Content-Security-Policy': documented.replace('$tuiyan_frames', frames) };
}

/** @returns {Promise<import('node:http').Server>} */
function server() {
  const answering = createServer(({ url = '/' }, response) => {
    if (url === SANDBOX) return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(FRAME);
    const name = url.split('?')[0].slice(1) || 'index.html';
    if (!/^(embed\/)?[\w-]+\.\w+$/.test(name)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)], ...policyOf(name) });
    return response.end(readFileSync(join(dist, name)));
  });
  return new Promise(listening => answering.listen(0, '127.0.0.1', () => listening(answering)));
}

/** @param {string} name */
const file = name => pathToFileURL(resolve(dist, name)).href;
/** @type {(kernel: number) => Shell.FormName} */
const formOfSite = kernel => (kernel < FIRST_WITH_WEBASSEMBLY ? 'js' : 'simd');
/** @type {(kernel: number, address: string) => Way[]} */
const ways = (kernel, address) => [
  { place: 'the site under the documented policy', url: `${address}/`, form: formOfSite(kernel), keeps: true },
  { place: 'the example portal', url: `${address}/embed/portal.html`, form: formOfSite(kernel), embeds: true },
  { place: 'the double-clicked tuiyan.html', url: file('tuiyan.html'), form: 'mvp', keeps: true },
  { place: 'the double-clicked tuiyan-compat.html', url: file('tuiyan-compat.html'), form: 'js', keeps: true },
  { place: 'tuiyan-compat.html in a sandboxed frame', url: address + SANDBOX, form: 'js', keeps: false },
];

// ---- What a person does there.

const READY = `!!document.querySelector('[data-ready]')`;
const LEVER = `document.querySelector('input[type=range]')`;
const RUN = `document.querySelector('[data-run]').getAttribute('data-run')`;
const PLANS = `document.querySelector('.plans-button').textContent`;
const LANGUAGE = `document.documentElement.lang.slice(0, 2)`;
// As a hand would: the value changes, then the event says so.
const MOVE_LEVER = `(function (lever) {
  var before = lever.value;
  lever.stepUp(1);
  if (lever.value === before) lever.stepDown(1);
  lever.dispatchEvent(new Event('input', { bubbles: true }));
  return lever.value !== before;
})(${LEVER})`;
const SWITCH_LANGUAGE = `Array.from(document.querySelectorAll('button')).filter(function (button) {
  return /^(English|中文)$/.test(button.textContent.trim());
})[0].click()`;

/**
 * @param {Browser} browser
 * @param {Way} way
 */
async function use(browser, { place, url, form, keeps }) {
  const opened = await browser.becomes(READY);
  report(`${place} opens on results`, opened);
  if (!opened) return;
  report(`${place} runs the form ${form}`, await browser.evaluate('tuiyan.form') === form);
  const [run, language] = [await browser.evaluate(RUN), await browser.evaluate(LANGUAGE)];
  report(`${place} has a lever that moves`, await browser.evaluate(MOVE_LEVER));
  report(`${place} answers the lever`, await browser.becomes(`${RUN} !== ${JSON.stringify(run)}`));
  report(`${place} computes the native bits`, await browser.becomes(`tuiyan.probes.fingerprint() === '${fingerprint}'`));
  // The frame has its own coordinates.
  if (keeps) await useHands(browser, (name, holds) => report(`${place}: ${name}`, holds));
  await browser.evaluate(SWITCH_LANGUAGE);
  const other = language === 'zh' ? 'en' : 'zh';
  report(`${place} speaks the other language`, await browser.becomes(`${LANGUAGE} === '${other}'`));
  const said = keeps ? '/已存于本机|Saved here/' : '/未保存|Not saved/';
  report(`${place} says ${keeps ? 'that the plan is kept' : 'that nothing is kept'}`, await browser.becomes(`${said}.test(${PLANS})`));
  const value = await browser.evaluate(`${LEVER}.value`);
  await browser.open(url);
  const again = keeps ? `${READY} && ${LEVER}.value === '${value}'` : READY;
  report(`${place} opens again${keeps ? ' with the plan' : ''}`, await browser.becomes(again));
}

/**
 * The portal's page talks with the simulator in its frame.
 * @param {Browser} browser
 * @param {Way} way
 */
async function talk(browser, { place, form }) {
  const opened = await browser.becomes(`/已打开/.test(document.getElementById('said').textContent)`);
  report(`${place} opens the simulator`, opened);
  if (!opened) return;
  /** @param {string} work */
  const asked = work => browser.evaluate(`document.querySelector('tuiyan-simulator').simulator.then(${work})`);
  report(`${place} hears of the form ${form}`, await asked('s => s.form') === form);
  const moved = await asked(`s => s.patch([{ lever: 'hnte_award', value: 30 }]).then(() => s.getProjection())
    .then(({ levers }) => levers.find(({ id }) => id === 'hnte_award').setting[0])`);
  report(`${place} moves a lever and reads the projection`, moved === 30);
}

/**
 * A browser for each way: these run in one process, which does not survive the way from a file to a server.
 * @param {number} kernel
 * @param {string} executable
 * @param {Way} way
 */
async function check(kernel, executable, way) {
  await withBrowser(executable, async browser => {
    report(`the kernel is ${kernel}`, (await browser.evaluate('navigator.userAgent')).includes(`Chrome/${kernel}.`));
    await browser.open(way.url);
    if (way.url.endsWith(SANDBOX)) browser.enterFrame();
    await (way.embeds ? talk : use)(browser, way);
    report('the console stays empty', browser.complaints.length === 0);
    browser.complaints.forEach(line => console.log(`    ${line}`));
    await browser.screenshot(join(pictures, `chromium-${kernel}-${way.embeds ? 'portal' : way.form}.png`));
  });
}

/**
 * Nothing where this machine cannot have it.
 * @param {number} kernel
 */
function found(kernel) {
  try {
    return oldChromium(kernel);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`\n  SKIPPED: Chromium ${kernel} was not tested: ${error.message}\n`);
    counts.skipped += 1;
    return undefined;
  }
}

mkdirSync(pictures, { recursive: true });
const serving = await server();
const { port } = /** @type {import('node:net').AddressInfo} */ (serving.address());
for (const kernel of kernels.map(Number)) {
  console.log(`  Chromium ${kernel}`);
  const executable = found(kernel);
  if (!executable) continue;
  for (const way of ways(kernel, `http://127.0.0.1:${port}`)) {
    await check(kernel, executable, way).catch(error => report(`${way.place}: ${error.message}`, false));
  }
}
serving.close();
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed ? 1 : 0);
