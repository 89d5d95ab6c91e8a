// What one move of a lever consists of: milliseconds of the page's main thread by kind, and of the threads that make the
// picture, for each of 60 moves, at full speed and slowed four times.
//   node bench-move.mjs ADDRESS
// The measuring browser paints without a graphics card; where there is one, the rows of the other threads shrink.
import { chromium } from '@playwright/test';
import { moveLever, opened, quantile } from './bench-page.mjs';

const MOVES = 60;
/** What Chromium calls its pieces of work on the main thread, by what they are to us. */
const KINDS = {
  script: /^(FunctionCall|EvaluateScript|v8\.run|RunMicrotasks|FireAnimationFrame|EventDispatch|TimerFire|HandlePostMessage|MinorGC|MajorGC|V8\.GC)/,
  'style and layout': /^(UpdateLayoutTree|Layout|ParseAuthorStyleSheet|IntersectionObserverController|HitTest|InvalidateLayout)/,
  painting: /^(PrePaint|Paint|Layerize|UpdateLayer|UpdateLayerTree|CompositeLayers|Commit|PaintImage)/,
};

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number, args: { name: string } }} TraceEvent */

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const slowdown of [1, 4]) {
  const page = await opened(browser, process.argv[2], 'simd', slowdown);
  await page.evaluate(moveLever, 4);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'cc', 'blink', 'viz'] });
  const times = await page.evaluate(moveLever, MOVES);
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  console.log(`slowed ${slowdown} times: p50 ${quantile(times, 0.5)?.toFixed(1)} ms, p95 ${quantile(times, 0.95)?.toFixed(1)} ms from input to picture (with the trace's own cost)`);
  for (const [kind, time] of shares(traceEvents)) console.log(`  ${kind.padEnd(24)} ${(time / 1000 / MOVES).toFixed(1).padStart(6)} ms a move`);
  await page.context().close();
}
await browser.close();

/**
 * Microseconds by kind: on the main thread each moment counts for the innermost named piece of work, and what has none
 * of the names for `other`; of the other threads their tasks.
 * @param {TraceEvent[]} events
 */
function shares(events) {
  const names = new Map(events.filter(event => event.name === 'thread_name').map(event => [`${event.pid} ${event.tid}`, event.args.name]));
  /** @type {Map<string, TraceEvent[]>} */
  const threads = new Map();
  for (const event of events) {
    if (event.ph !== 'X') continue;
    const thread = `${event.pid} ${event.tid}`;
    threads.set(thread, [...threads.get(thread) ?? [], event]);
  }
  /** @type {Map<string, number>} */
  const sums = new Map();
  /** @type {(kind: string, time: number) => void} */
  const add = (kind, time) => { sums.set(kind, (sums.get(kind) ?? 0) + time); };
  const busiest = [...threads].filter(([thread]) => names.get(thread) === 'CrRendererMain').sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  for (const [thread, list] of threads) {
    if (thread === busiest) mainThread(list, add);
    else if (names.get(thread) !== 'CrRendererMain') {
      // A task within a task is not counted twice.
      let end = 0;
      for (const task of list.filter(event => /RunTask$|RasterTask/.test(event.name)).sort((a, b) => a.ts - b.ts)) {
        add(`thread ${names.get(thread)}`, Math.max(0, task.ts + task.dur - Math.max(end, task.ts)));
        end = Math.max(end, task.ts + task.dur);
      }
    }
  }
  return [...sums].filter(([, time]) => time / 1000 / MOVES >= 0.1).sort((a, b) => b[1] - a[1]);
}

/**
 * @param {TraceEvent[]} events of one thread
 * @param {(kind: string, time: number) => void} add
 */
function mainThread(events, add) {
  const sorted = [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  /** @type {{ end: number, kind: string }[]} */
  const open = [];
  let from = 0;
  /** @param {number} to */
  const close = to => {
    while (open.length > 0) {
      const top = open[open.length - 1];
      const end = Math.min(top.end, to);
      if (end > from) add(top.kind, end - from);
      from = Math.max(from, end);
      if (top.end > to) return;
      open.pop();
    }
  };
  for (const event of sorted) {
    close(event.ts);
    from = event.ts;
    const named = Object.entries(KINDS).find(([, names]) => names.test(event.name))?.[0];
    open.push({ end: event.ts + event.dur, kind: named ?? open[open.length - 1]?.kind ?? 'other' });
  }
  close(Infinity);
}
