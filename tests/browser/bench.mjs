// Measures the code of the page and the served page in Chromium; the last line is a JSON object.
//   node bench.mjs ADDRESS FOLDER-OF-SPEED-MODULES
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const ROUNDS = 6;
const OPENINGS = 5;
const MOVES = 60;
const PAGES = 40;
const [address, speed] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const { simd, mvp } = await speedOfForms();
const openings = [];
for (let i = 0; i < OPENINGS; i++) openings.push(await firstResults());
const desk = await opened('simd');
const moves = await desk.evaluate(moveLever, MOVES);
const pages = await desk.evaluate(openNumbers, PAGES);
await browser.close();

console.log(JSON.stringify({
  simd_ms: simd.city,
  mvp_ms: mvp.city,
  energy_simd_ms: simd.energy,
  energy_mvp_ms: mvp.energy,
  ratio_to_hand_written_lanes: simd.tape / simd.lanes,
  ratio_to_plain_scalar: simd.scalar / simd.moved,
  first_results_ms: quantile(openings, 0.5),
  interaction_p95_ms: quantile(moves, 0.95),
  explanation_p95_ms: quantile(pages, 0.95),
}));

// The best of all rounds. The forms take turns, so that a busy machine disturbs both alike.
async function speedOfForms() {
  const pages = { simd: await blank('simd'), mvp: await blank('mvp') };
  const best = { simd: {}, mvp: {} };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [form, page] of Object.entries(pages)) {
      await page.bringToFront();
      const times = JSON.parse(await page.evaluate(() => tuiyan.probes.measure()));
      for (const [name, time] of Object.entries(times)) best[form][name] = Math.min(time, best[form][name] ?? Infinity);
    }
  }
  for (const page of Object.values(pages)) await page.close();
  return best;
}

// An empty page with the module that measures a form.
async function blank(form) {
  const page = await browser.newPage();
  // The glue wants to know where its script was loaded from; one that is evaluated has no such place.
  const glue = readFileSync(`${speed}/${form}/speed.js`, 'utf8');
  await page.evaluate(`${glue}; globalThis.wasm_bindgen = wasm_bindgen; undefined`);
  const module = readFileSync(`${speed}/${form}/speed.wasm`).toString('base64');
  await page.evaluate(async module => {
    globalThis.tuiyan = {};
    await wasm_bindgen({ module_or_path: Uint8Array.from(atob(module), letter => letter.charCodeAt(0)) });
  }, module);
  return page;
}

// A new context has an empty cache: what is measured is a first visit.
async function opened(form) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript(form => {
    // What a browser without vectors says of them.
    if (form === 'mvp') WebAssembly.validate = () => false;
  }, form);
  await page.addInitScript(() => {
    globalThis.painted = () => new Promise(resolve => requestAnimationFrame(() => {
      // The frame is painted after its callbacks; the next task comes when that is done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }));
  });
  // Notes the time, counted from the start of the navigation, when the page says that its results stand.
  await page.addInitScript(() => {
    const note = () => {
      if (!document.querySelector('[data-ready]')) return;
      watcher.disconnect();
      performance.mark('ready');
    };
    const watcher = new MutationObserver(note);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
  });
  await page.goto(address);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const running = await page.evaluate(() => tuiyan.form);
  if (running !== form) throw new Error(`the page runs ${running}, not ${form}`);
  return page;
}

async function firstResults() {
  const page = await opened('simd');
  const time = await page.evaluate(() => performance.getEntriesByName('ready')[0].startTime);
  await page.context().close();
  return time;
}

// In the page: the times from an input event to the frame that was painted after the run it caused.
async function moveLever(moves) {
  const lever = document.querySelector('input[type=range]');
  const shown = document.querySelector('[data-run]');
  const nextRun = () => new Promise(resolve => {
    const watcher = new MutationObserver(() => { watcher.disconnect(); resolve(); });
    watcher.observe(shown, { attributes: true, attributeFilter: ['data-run'] });
  });
  const times = [];
  for (let i = 0; i < moves; i++) {
    const answered = nextRun();
    const before = lever.value;
    if (i % 20 < 10) lever.stepUp(1); else lever.stepDown(1);
    if (lever.value === before) throw new Error('the lever does not move');
    const start = performance.now();
    lever.dispatchEvent(new Event('input', { bubbles: true }));
    await answered;
    times.push(await painted() - start);
  }
  return times;
}

// In the page: the times from a click on a number, in the list of all, to its painted page.
async function openNumbers(count) {
  const shown = test => new Promise(resolve => {
    const look = () => test() && (watcher.disconnect(), resolve());
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
  const links = () => document.querySelectorAll('.all-numbers a');
  document.querySelectorAll('.screens button')[3].click();
  await shown(() => links().length);
  const times = [];
  for (let i = 0; i < count; i++) {
    const link = links()[Math.floor(i * links().length / count)];
    const start = performance.now();
    link.click();
    await shown(() => document.querySelector('.explain-values'));
    times.push(await painted() - start);
    document.querySelectorAll('.ways ul a')[1].click();
    await shown(() => links().length);
  }
  return times;
}

// The nearest-rank quantile; nothing when nothing was measured.
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
