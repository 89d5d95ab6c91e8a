// Measures the code of the page and the served page in Chromium; the last line is a JSON object.
//   node bench.mjs ADDRESS FOLDER-OF-SPEED-MODULES
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { pageFigures } from './bench-page.mjs';

const ROUNDS = 6;
const [address, speed] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const { simd, mvp } = await speedOfForms();
const page = await pageFigures(browser, address);
await browser.close();

console.log(JSON.stringify({
  simd_ms: simd.city,
  mvp_ms: mvp.city,
  energy_simd_ms: simd.energy,
  energy_mvp_ms: mvp.energy,
  ratio_to_hand_written_lanes: simd.tape / simd.lanes,
  ratio_to_plain_scalar: simd.scalar / simd.moved,
  ...page,
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
