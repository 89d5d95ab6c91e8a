// Measures the code of the page and the served page in Chromium; the last line is a JSON object.
//   node bench.mjs ADDRESS FOLDER-OF-SPEED-SCRIPTS
import { chromium } from '@playwright/test';
import { best, preparing } from './bench-forms.mjs';
import { pageFigures } from './bench-page.mjs';
import { withBrowser } from './old-chromium.mjs';
import { Unavailable, oldChromium } from './old-kernel-binaries.mjs';

const OLD_KERNELS = [69, 86];
const [address, speed] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const { simd, mvp, js } = await best(['simd', 'mvp', 'js'], form => blank(form, 'moves'));
const race = (await best(['simd'], form => blank(form, 'race'))).simd;
const page = await pageFigures(browser, address);
await browser.close();
/** @type {Record<string, number | null>} */
const old = {};
for (const kernel of OLD_KERNELS) old[`ratio_javascript_to_mvp_${kernel}`] = await ratioIn(kernel);

console.log(JSON.stringify({
  simd_ms: simd.city,
  mvp_ms: mvp.city,
  javascript_ms: js.city,
  energy_simd_ms: simd.energy,
  energy_mvp_ms: mvp.energy,
  energy_javascript_ms: js.energy,
  ratio_to_hand_written_lanes: race.tape / race.lanes,
  ratio_to_plain_scalar: race.scalar / race.moved,
  ratio_javascript_to_mvp: js.city / mvp.city,
  ...old,
  ...page,
}));

/**
 * An empty page that asks a form for what it measures.
 * @param {string} form
 * @param {string} probe
 * @returns {Promise<import('./bench-forms.mjs').Measure>}
 */
async function blank(form, probe) {
  const page = await browser.newPage();
  await page.evaluate(preparing(speed, form));
  return async () => {
    await page.bringToFront();
    return page.evaluate(`tuiyan.probes.${probe}()`);
  };
}

/**
 * How much longer a move of a lever takes as JavaScript than as WebAssembly; nothing where this kernel cannot be had.
 * @param {number} kernel
 */
async function ratioIn(kernel) {
  try {
    /** @type {Record<string, Record<string, number>>} */
    const times = {};
    for (const form of ['mvp', 'js']) {
      await withBrowser(oldChromium(kernel), async browser => {
        await browser.evaluate(preparing(speed, form));
        Object.assign(times, await best([form], async () => () => browser.evaluate('tuiyan.probes.moves()')));
      });
    }
    console.log(`  Chromium ${kernel}: a lever move takes ${times.mvp.city} ms as WebAssembly, ${times.js.city} ms as JavaScript`);
    return times.js.city / times.mvp.city;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`  NOT MEASURED: ${error.message}`);
    return null;
  }
}
