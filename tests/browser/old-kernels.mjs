// The single file, and where its policy can be met the served site, in old kernels of Chromium: they open by
// themselves, answer a lever, and compute the same bits as everywhere.
//   node old-kernels.mjs dist/tuiyan.html ADDRESS FINGERPRINT 69 78 …
// The last line has the counts: `N passed, N failed`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBrowser } from './old-chromium.mjs';
import { oldChromium } from './old-kernel-binaries.mjs';

const [file, address, fingerprint, ...kernels] = process.argv.slice(2);
const pictures = resolve(fileURLToPath(import.meta.url), '../../../target/screenshots');
// Older kernels know no policy that allows WebAssembly and forbids `eval`, so the served page's refuses both.
const FIRST_FOR_SITE = 97;

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

// A browser for each place: these run in one process, which does not survive the way from a file to a server.
async function check(kernel, place, url, form) {
  await withBrowser(oldChromium(kernel), async browser => {
    report(`the kernel is ${kernel}`, (await browser.evaluate('navigator.userAgent')).includes(`Chrome/${kernel}.`));
    await browser.open(url);
    const opened = await browser.becomes(`!!document.querySelector('[data-ready]')`);
    report(`${place} opens on results`, opened);
    if (opened) await use(browser, place, form);
    report('the console stays empty', browser.complaints.length === 0);
    browser.complaints.forEach(line => console.log(`    ${line}`));
    await browser.screenshot(join(pictures, `chromium-${kernel}.png`));
  });
}

async function use(browser, place, form) {
  report(`${place} runs the form ${form}`, await browser.evaluate('tuiyan.form') === form);
  const before = JSON.stringify(await browser.evaluate(RUN));
  report(`${place} has a lever that moves`, await browser.evaluate(MOVE_LEVER));
  report(`${place} answers the lever`, await browser.becomes(`${RUN} !== ${before}`));
  report(`${place} computes the native bits`, await browser.evaluate('tuiyan.probes.fingerprint()') === fingerprint);
}

mkdirSync(pictures, { recursive: true });
for (const kernel of kernels) {
  console.log(`  Chromium ${kernel}`);
  await check(kernel, 'the double-clicked file', pathToFileURL(resolve(file)).href, 'mvp');
  if (kernel >= FIRST_FOR_SITE) await check(kernel, 'the site', address, 'simd');
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
