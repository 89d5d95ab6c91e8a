// Compares the times of two served pages: the median of so many runs of each (five), taken in turn, with the spread.
//   node bench-against.mjs ADDRESS-BEFORE ADDRESS-AFTER [RUNS]
// A change within the spread of either is no change.
import { chromium } from '@playwright/test';
import { pageFigures } from './bench-page.mjs';

const RUNS = Number(process.argv[4] ?? 5);
const pages = process.argv.slice(2, 4);
/** @type {import('./bench-page.mjs').Figures[][]} */
const runs = pages.map(() => []);
for (let run = 0; run < RUNS; run++) {
  for (const [place, address] of pages.entries()) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    runs[place].push(await pageFigures(browser, address));
    // Each run is told as it comes: it takes minutes, and a broken comparison has lost nothing.
    console.error(place === 0 ? 'before' : 'after', JSON.stringify(runs[place][run]));
    await browser.close();
  }
}
for (const figure of Object.keys(runs[0][0])) {
  console.log(figure.padEnd(28), runs.map(of => summary(of.map(run => run[figure]))).join('   →   '));
}

/** @param {(number | null)[]} values */
function summary(values) {
  const sorted = values.map(value => value ?? NaN).sort((a, b) => a - b).map(value => value.toPrecision(3));
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted[sorted.length - 1]})`.padStart(26);
}
