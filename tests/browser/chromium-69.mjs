// The single file in Chromium 69, the oldest kernel that is tested: it opens by itself and answers a lever.
//   node chromium-69.mjs dist/tuiyan.html
// The last line has the counts: `N passed, N failed`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium69 } from './chromium-69-binary.mjs';
import { withBrowser } from './old-chromium.mjs';

const file = resolve(process.argv[2]);
const pictures = resolve(fileURLToPath(import.meta.url), '../../../target/screenshots');

// Moves the first lever as a hand would: the value changes, then the event says so.
const MOVE_LEVER = `(function () {
  var lever = document.querySelector('input[type=range]');
  var before = lever.value;
  lever.stepUp(1);
  if (lever.value === before) lever.stepDown(1);
  lever.dispatchEvent(new Event('input', { bubbles: true }));
  return lever.value !== before;
})()`;
const RUN = `document.querySelector('[data-run]').getAttribute('data-run')`;

const counts = { passed: 0, failed: 0 };
function report(name, holds) {
  counts[holds ? 'passed' : 'failed'] += 1;
  console.log(`  ${holds ? '✓' : '✘'} ${name}`);
}

await withBrowser(chromium69(), async browser => {
  report('the browser is Chromium 69', /Chrome\/69\./.test(await browser.evaluate('navigator.userAgent')));
  await browser.open(pathToFileURL(file).href);
  const opened = await browser.becomes(`!!document.querySelector('[data-ready]')`);
  report('opens on results from a double-clicked file', opened);
  if (opened) {
    const before = JSON.stringify(await browser.evaluate(RUN));
    report('a lever can be moved', await browser.evaluate(MOVE_LEVER));
    report('the moved lever changes the run', await browser.becomes(`${RUN} !== ${before}`));
  }
  report('the console stays empty', browser.complaints.length === 0);
  browser.complaints.forEach(line => console.log(`    ${line}`));
  mkdirSync(pictures, { recursive: true });
  await browser.screenshot(join(pictures, 'chromium-69.png'));
});
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
