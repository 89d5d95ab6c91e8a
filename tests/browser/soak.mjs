// Two hours of work in some minutes: what the page takes of memory must not grow.
//   node soak.mjs ADDRESS [ROUNDS-OF-TEN]
// Twenty thousand moves of levers, five hundred changes of scenario, two hundred of city and a hundred files, in ten equal
// rounds. Prints after each the memory of WebAssembly, the heap of scripts and the nodes of the document; the last line has
// the counts: `N passed, N failed`. Growth is counted after the first round.
import { chromium } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [address, rounds = '10'] = process.argv.slice(2);
const ROUND = { moves: 2000, scenarios: 50, cities: 20, files: 10 };
const MOST_GROWTH = 0.1;
const REGION = fileURLToPath(new URL('../../regions/tongren-2020.toml', import.meta.url));

// The heap also holds the machine code that the browser makes of scripts that run often, more of it every minute. What the
// page keeps is looked at without it: scripts are interpreted, the program stays WebAssembly.
const DATA_ALONE = '--js-flags=--no-opt --no-maglev --no-sparkplug';
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', DATA_ALONE] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
/** @type {string[]} */
const problems = [];
page.on('pageerror', error => problems.push(error.message));
await page.addInitScript(() => {
  // The memory of the program, however it is instantiated.
  /** @typedef {{ instance?: WebAssembly.Instance, exports: WebAssembly.Exports }} Made a module with its instance, or an instance */
  const making = /** @type {Record<string, (...given: unknown[]) => Promise<Made>>} */ (/** @type {unknown} */ (WebAssembly));
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = making[name];
    making[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      const { memory } = (made.instance || made).exports;
      if (memory instanceof WebAssembly.Memory) globalThis.programMemory = memory;
      return made;
    };
  }
});
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
await page.goto(address);
await page.locator('[data-ready]').waitFor({ state: 'attached' });
const skip = page.getByRole('button', { name: '跳过指引' });
if (await skip.count()) await skip.click();

/**
 * In the page: a move a frame, each lever in turn, as fast as a hand can.
 * @param {number} moves
 */
async function move(moves) {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#levers input[type=range]'));
  for (let i = 0; i < moves; i++) {
    const field = fields[Math.floor(i / 20) % fields.length];
    if (i % 20 < 10) field.stepUp(1); else field.stepDown(1);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (i % 20 === 19) field.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
}

const settled = () => page.locator('[data-complete=true]').waitFor({ state: 'attached' });

async function round() {
  await page.evaluate(move, ROUND.moves);
  await settled();
  const tabs = page.locator('.scenario');
  for (let i = 0; i < ROUND.scenarios; i++) await tabs.nth(i % await tabs.count()).click();
  const cities = page.getByRole('combobox', { name: '换城市' });
  const ids = ['tongren-2020', 'changde-2019', 'shiyan-2020', 'yiyang-2020'];
  for (let i = 0; i < ROUND.cities; i++) await cities.selectOption(ids[i % ids.length]);
  await settled();
  const field = page.locator('.top input[type=file]');
  const region = { name: 'region.toml', mimeType: 'text/plain', buffer: readFileSync(REGION) };
  for (let i = 0; i < ROUND.files; i++) {
    await field.setInputFiles(i % 2 ? plan : region);
    const told = page.locator('.file-report');
    await told.waitFor();
    await told.getByRole('button').last().click();
  }
  await settled();
}

// A plan file as the page saves it.
async function savedPlan() {
  await page.evaluate(move, 20);
  await page.locator('.plans-button', { hasText: '已存于本机' }).waitFor();
  await page.locator('.plans-button').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^下载：/ }).first().click()]);
  await page.keyboard.press('Escape');
  const folder = mkdtempSync(join(tmpdir(), 'tuiyan-soak-'));
  await download.saveAs(join(folder, 'plan'));
  const buffer = readFileSync(join(folder, 'plan'));
  rmSync(folder, { recursive: true });
  return { name: 'plan.tuiyan.json', mimeType: 'application/json', buffer };
}

async function measured() {
  // What is kept for a moment only is none of it.
  await new Promise(resolve => setTimeout(resolve, 2000));
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  /** @param {string} name */
  const of = name => metrics.find(metric => metric.name === name)?.value ?? NaN;
  const wasm = await page.evaluate(() => globalThis.programMemory.buffer.byteLength);
  return { wasm: wasm / 1e6, heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

const plan = await savedPlan();
const figures = [];
for (let number = 1; number <= Number(rounds); number++) {
  await round();
  figures.push(await measured());
  const { wasm, heap, nodes } = figures[number - 1];
  console.log(`  round ${number}: WebAssembly ${wasm.toFixed(1)} MB, heap ${heap.toFixed(1)} MB, ${nodes} nodes`);
}
const [first, last] = [figures[0], figures[figures.length - 1]];
let passed = 0;
for (const name of /** @type {('wasm' | 'heap' | 'nodes')[]} */ (['wasm', 'heap', 'nodes'])) {
  const growth = last[name] / first[name] - 1;
  if (growth <= MOST_GROWTH) passed++;
  console.log(`  ${growth <= MOST_GROWTH ? '✔' : '✘'} ${name} grew by ${(growth * 100).toFixed(1)} % after the first round`);
}
const isAlive = await page.locator('#recovery').isHidden() && !problems.length;
if (isAlive) passed++;
console.log(`  ${isAlive ? '✔' : '✘'} the program lives${problems.map(problem => `; ${problem}`).join('')}`);
await browser.close();
console.log(`${passed} passed, ${4 - passed} failed`);
process.exit(passed === 4 ? 0 : 1);
