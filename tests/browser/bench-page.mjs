// Times of the served page, as a person meets them: opening it, moving a lever, opening a number.
import { readFileSync } from 'node:fs';

const OPENINGS = 5;
const MOVES = 120;
const PAGES = 40;
const DRAG_SECONDS = 10;
// A desktop of some years ago against the machine that measures.
const SLOW = 4;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Record<string, number | null>} Figures by name; none where the system does not tell */

/**
 * The figures of the page at `address`, by name; times in milliseconds.
 * @param {Browser} browser
 * @param {string} address
 */
export async function pageFigures(browser, address) {
  /** @param {number} slowdown */
  const first = slowdown => repeated(OPENINGS, () => firstResults(browser, address, slowdown));
  /** @type {Figures} */
  const figures = {
    first_results_ms: quantile(await first(1), 0.5),
    first_results_slow_ms: quantile(await first(SLOW), 0.5),
  };
  for (const form of /** @type {Shell.FormName[]} */ (['simd', 'mvp', 'js'])) {
    const desk = await opened(browser, address, form, 1);
    figures[`interaction_p95_ms_${form}`] = quantile(await desk.evaluate(moveLever, MOVES), 0.95);
    if (form === 'simd') {
      figures.longest_task_ms = await longestTaskOfDrag(browser, desk);
      figures.assumption_p95_ms = quantile(await desk.evaluate(enterAssumptions, PAGES), 0.95);
      figures.explanation_p95_ms = quantile(await desk.evaluate(openNumbers, PAGES), 0.95);
      figures.page_memory_mb = await peakMemory(browser);
    }
    await desk.context().close();
  }
  figures.open_50_scenarios_ratio = Number(await reopening(browser, address, 50)) / Number(await reopening(browser, address, 1));
  const slow = await opened(browser, address, 'simd', SLOW);
  figures.interaction_p95_slow_ms = quantile(await slow.evaluate(moveLever, MOVES), 0.95);
  await slow.context().close();
  return figures;
}

/**
 * @param {number} count
 * @param {() => Promise<number>} measure
 */
async function repeated(count, measure) {
  const values = [];
  for (let i = 0; i < count; i++) values.push(await measure());
  return values;
}

/**
 * A new context has an empty cache: what is measured is a first visit.
 * @param {Browser} browser
 * @param {string} address
 * @param {Shell.FormName} form
 * @param {number} slowdown
 */
export async function opened(browser, address, form, slowdown) {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  if (slowdown > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  await page.addInitScript(form => {
    // What a browser without vectors says of them, and one without WebAssembly.
    if (form === 'mvp') WebAssembly.validate = () => false;
    if (form === 'js') Reflect.deleteProperty(globalThis, 'WebAssembly');
  }, form);
  await page.addInitScript(() => {
    /** @param {() => void} work */
    const later = work => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = work;
      port2.postMessage(null);
    };
    // What is done in a frame's callbacks is painted at its end, before the next task.
    let inFrame = false;
    const frame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = work => frame(time => {
      inFrame = true;
      later(() => { inFrame = false; });
      work(time);
    });
    // The time when what has been changed by now is painted.
    globalThis.painted = () => new Promise(resolve => {
      const note = () => later(() => resolve(performance.now()));
      if (inFrame) note(); else frame(note);
    });
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

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {number} slowdown
 */
async function firstResults(browser, address, slowdown) {
  const page = await opened(browser, address, 'simd', slowdown);
  const time = await page.evaluate(() => performance.getEntriesByName('ready')[0].startTime);
  await page.context().close();
  return time;
}

/**
 * The median time to first results of a kept plan with so many scenarios.
 * @param {Browser} browser
 * @param {string} address
 * @param {number} scenarios
 */
async function reopening(browser, address, scenarios) {
  const page = await opened(browser, address, 'simd', 1);
  const made = await page.evaluate(async scenarios => {
    /** @param {() => boolean} test */
    const until = async test => { while (!test()) await new Promise(resolve => setTimeout(resolve, 30)); };
    const count = () => document.querySelectorAll('.scenario').length;
    const lever = /** @type {HTMLInputElement} */ (document.querySelector('#lever-after_subsidy'));
    lever.stepUp(3);
    lever.dispatchEvent(new Event('input', { bubbles: true }));
    while (count() < scenarios) {
      const before = count();
      /** @type {HTMLElement} */ (document.querySelector('.scenario-tools button')).click();
      await until(() => count() > before);
    }
    await until(() => tuiyan.store.status().state === 'saved');
    return count();
  }, scenarios);
  const times = await repeated(OPENINGS, async () => {
    await page.reload();
    await page.locator('[data-ready]').waitFor({ state: 'attached' });
    const kept = await page.locator('.scenario').count();
    if (kept !== made) throw new Error(`${kept} scenarios came back of ${made}`);
    return page.evaluate(() => performance.getEntriesByName('ready')[0].startTime);
  });
  await page.context().close();
  return quantile(times, 0.5);
}

/**
 * In the page: the times from entering an assumption until the page with its run is painted.
 * @param {number} count
 */
async function enterAssumptions(count) {
  /** @param {number} time */
  const pause = time => new Promise(resolve => setTimeout(resolve, time));
  const fields = () => /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#assumptions input'));
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.screens button'))[4].click();
  while (!fields().length) await pause(30);
  const shown = /** @type {HTMLElement} */ (document.querySelector('[data-run]'));
  const times = [];
  for (let i = 0; i < count; i++) {
    const field = fields()[0];
    const before = shown.dataset.run;
    await pause(150 + i * 7 % 17);
    field.focus();
    field.value = String(5 + i % 30 / 10);
    const start = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    while (shown.dataset.run === before) await new Promise(resolve => requestAnimationFrame(resolve));
    times.push(await painted() - start);
  }
  return times;
}

/**
 * In the page: the times from an input event until the answer, charts in view included, is painted.
 * The events come at any moment of a frame, as those of a hand do.
 * @param {number} moves
 */
export async function moveLever(moves) {
  const WARMING = 4;
  const lever = /** @type {HTMLInputElement} */ (document.querySelector('#lever-after_subsidy'));
  const shown = /** @type {HTMLElement} */ (document.querySelector('[data-run]'));
  /** @param {number} time */
  const pause = time => new Promise(resolve => setTimeout(resolve, time));
  const drawn = new Set();
  let look = () => {};
  const transform = CanvasRenderingContext2D.prototype.setTransform;
  CanvasRenderingContext2D.prototype.setTransform = function (/** @type {unknown[]} */ ...to) {
    transform.apply(this, /** @type {Parameters<typeof transform>} */ (to));
    drawn.add(this.canvas);
    look();
  };
  /** @param {number} i */
  const move = i => {
    const before = lever.value;
    if (i % 20 < 10) lever.stepUp(1); else lever.stepDown(1);
    if (lever.value === before) throw new Error('the lever does not move');
    const start = performance.now();
    lever.dispatchEvent(new Event('input', { bubbles: true }));
    return start;
  };
  // A tour in the way of the charts is left, as a person does who moves levers.
  const tour = /** @type {HTMLElement | null} */ (document.querySelector('.tour-ways button:last-child'));
  if (tour) tour.click();
  await pause(150);
  // Charts in view that answer to every move.
  let charts = [...document.querySelectorAll('.fan canvas')].filter(chart => chart.getBoundingClientRect().top < innerHeight);
  for (let i = 0; i < WARMING; i++) {
    drawn.clear();
    const before = shown.dataset.run;
    move(i);
    // A slow machine takes its time.
    while (shown.dataset.run === before || shown.dataset.complete !== 'true') await pause(50);
    await pause(250);
    charts = charts.filter(chart => drawn.has(chart));
  }
  if (charts.length === 0) throw new Error('no chart in view answers to the lever');
  /** @type {() => Promise<void>} */
  const answer = () => new Promise(resolve => {
    const before = shown.dataset.run;
    drawn.clear();
    look = () => {
      // Those that do not depend on the lever change only with the number of draws; what is drawn comes in one picture.
      if (shown.dataset.run === before || !charts.some(chart => drawn.has(chart))) return;
      look = () => {};
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(() => look());
    watcher.observe(shown, { attributes: true, attributeFilter: ['data-run'] });
  });
  const times = [];
  for (let i = WARMING; i < moves + WARMING; i++) {
    await pause(30 + i * 7 % 17);
    const answered = answer();
    const start = move(i);
    await answered;
    times.push(await painted() - start);
  }
  return times;
}

/** @typedef {{ name: string, ph: string, pid: number, tid: number, dur: number, args: { name: string } }} TraceEvent */

/**
 * The longest task of the page's main thread while a hand drags a lever to and fro.
 * @param {Browser} browser
 * @param {Page} page
 */
async function longestTaskOfDrag(browser, page) {
  await page.bringToFront();
  const lever = page.locator('#lever-after_subsidy');
  await lever.scrollIntoViewIfNeeded();
  const box = await lever.boundingBox();
  if (!box) throw new Error('the lever is not shown');
  /** @type {(share: number) => [x: number, y: number]} */
  const at = share => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.02));
  await page.mouse.down();
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const end = Date.now() + 1000 * DRAG_SECONDS;
  for (let step = 0; Date.now() < end; step++) {
    await page.mouse.move(...at(0.5 - 0.45 * Math.cos(step / 40)));
    await new Promise(resolve => setTimeout(resolve, 8));
  }
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await page.mouse.move(...at(1));
  await page.mouse.up();
  if (await lever.inputValue() !== await lever.getAttribute('max')) throw new Error('the lever did not follow the hand');
  const named = traceEvents.filter(event => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const threads = new Set(named.map(event => `${event.pid} ${event.tid}`));
  const tasks = traceEvents.filter(event => event.ph === 'X' && /RunTask$/.test(event.name) && threads.has(`${event.pid} ${event.tid}`));
  if (tasks.length < 100) throw new Error(`the drag has ${tasks.length} tasks`);
  return Math.max(...tasks.map(task => task.dur)) / 1000;
}

/**
 * In the page: the times from a click on a number, in the list of all, to its painted page.
 * @param {number} count
 */
async function openNumbers(count) {
  /** @type {(test: () => unknown) => Promise<void>} */
  const shown = test => new Promise(resolve => {
    const look = () => {
      if (!test()) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
  const links = () => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.all-numbers a'));
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.screens button'))[3].click();
  await shown(() => links().length);
  const times = [];
  for (let i = 0; i < count; i++) {
    const link = links()[Math.floor(i * links().length / count)];
    const start = performance.now();
    link.click();
    await shown(() => document.querySelector('.explain-values'));
    times.push(await painted() - start);
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.ways ul a'))[1].click();
    await shown(() => links().length);
  }
  return times;
}

/**
 * The most memory that a process of a page has held, in MB; none where the system does not tell.
 * @param {Browser} browser
 */
async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  return peaks.includes(null) ? null : Math.max(.../** @type {number[]} */ (peaks));
}

/** @param {number} process */
function peakOf(process) {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'));
    return found && Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

/**
 * The nearest-rank quantile; nothing when nothing was measured.
 * @param {number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
