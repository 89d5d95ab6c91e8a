// Measures the served page in Chromium; the last line is a JSON object.
//   node bench.mjs ADDRESS
import { chromium } from '@playwright/test';

const ROUNDS = 6;
const MOVES_A_ROUND = 20;
const OPENINGS = 5;
const MOVES = 60;
const address = process.argv[2];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const { simd, mvp } = await runsOfForms();
const openings = [];
for (let i = 0; i < OPENINGS; i++) openings.push(await firstResults());
const moves = await (await opened('simd')).evaluate(moveLever, MOVES);
await browser.close();

console.log(JSON.stringify({
  simd_ms: Math.min(...simd),
  mvp_ms: Math.min(...mvp),
  first_results_ms: quantile(openings, 0.5),
  interaction_p95_ms: quantile(moves, 0.95),
}));

// The median run of each round. The forms take turns, so that a busy machine disturbs both alike.
async function runsOfForms() {
  const pages = { simd: await opened('simd'), mvp: await opened('mvp') };
  const medians = { simd: [], mvp: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const form of ['simd', 'mvp']) medians[form].push(await medianRun(pages[form]));
  }
  for (const page of Object.values(pages)) await page.context().close();
  return medians;
}

async function medianRun(page) {
  await page.bringToFront();
  await page.evaluate(() => performance.clearMeasures());
  await page.evaluate(moveLever, MOVES_A_ROUND);
  const runs = await page.evaluate(() => performance.getEntriesByName('tuiyan:run', 'measure').map(entry => entry.duration));
  if (!runs.length) throw new Error('no run was timed');
  return quantile(runs, 0.5);
}

// A new context has an empty cache: what is measured is a first visit.
async function opened(form) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript(form => {
    // What a browser without vectors says of them.
    if (form === 'mvp') WebAssembly.validate = () => false;
  }, form);
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
  const painted = () => new Promise(resolve => requestAnimationFrame(() => {
    // The frame is painted after its callbacks; the next task comes when that is done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  }));
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

// The nearest-rank quantile; nothing when nothing was measured.
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
