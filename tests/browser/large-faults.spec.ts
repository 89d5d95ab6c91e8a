// Files and links that break one rule ten thousand times: an answer about as soon as to a sound file, that a
// person can read, and a page that goes on.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './harness';

const fixture = readFileSync('tests/cases/plan/format-1.tuiyan.json', 'utf8');

const plan = (put: (file: any) => void) => {
  const file = JSON.parse(fixture);
  // Without them it is said, too, that lights are read otherwise now.
  Object.assign(file.thresholds, { met: 0.5, near: 0.2 });
  put(file);
  return JSON.stringify(file);
};

const numbered = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`unknown_name_${number}`, value]));

const nodes = (page: Page) => page.evaluate(() => document.getElementsByTagName('*').length);

const report = (page: Page) => page.locator('.file-report');

async function open(page: Page, name: string, text: string): Promise<number> {
  const start = Date.now();
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(report(page)).toBeVisible();
  return Date.now() - start;
}

// How often longer than a sound file one may take that is refused.
const PATIENCE = 6;

// How long the page takes here for a sound plan.
async function sound(page: Page): Promise<number> {
  const took = await open(page, 'sound.tuiyan.json', fixture);
  await report(page).getByRole('button').last().click();
  await expect(report(page)).toHaveCount(0);
  return took;
}

const files: [string, () => string][] = [
  ['10,000 unknown parameters', () => plan(file => Object.assign(file.parameters, numbered(10_000, { low: 0.1, mode: 0.2, high: 0.3 })))],
  ['8,000 unknown levers', () => plan(file => Object.assign(file.scenarios[0].settings, numbered(8_000, 1.5)))],
  ['10,000 statuses of nothing', () => plan(file => Object.assign(file.statuses, numbered(10_000, { status: 'done' })))],
];

for (const [what, text] of files) {
  test(`a plan file with ${what} is refused in a line, soon`, async ({ app }) => {
    const usual = await sound(app);
    const before = await nodes(app);
    const took = await open(app, 'a.tuiyan.json', text());
    await expect(report(app).getByRole('alert')).toContainText('没有打开');
    await expect(report(app).getByRole('listitem')).toHaveCount(1);
    expect(took / usual).toBeLessThan(PATIENCE);
    expect(await nodes(app)).toBeLessThan(before + 200);
  });
}

test('a region file with 60,000 unknown keys is refused in ten lines and a number, soon', async ({ app }) => {
  const usual = await sound(app);
  const before = await nodes(app);
  const region = readFileSync('regions/yiyang-2020.toml', 'utf8');
  const keys = Array.from({ length: 60_000 }, (_, number) => `k${number} = 1\n`).join('');
  const took = await open(app, 'a.toml', region.replace('[region]\n', `[region]\n${keys}`));
  await expect(report(app).getByRole('alert')).toContainText('60000处');
  await expect(report(app)).toContainText('同类问题还有59990处');
  expect(took / usual).toBeLessThan(PATIENCE);
  expect(await nodes(app)).toBeLessThan(before + 500);
});

test('a link with 49 scenarios of unknown levers is answered soon and leaves the plan as it was', async ({ app }) => {
  const file = JSON.parse(fixture);
  const scenario = { ...file.scenarios[0], settings: numbered(500, 1) };
  file.scenarios = Array.from({ length: 49 }, (_, id) => ({ ...scenario, id: id + 1 }));
  const { own_model: _, ...rest } = file;
  const parcel = { city: 'yiyang-2020', sent: 'region', plan: { ...rest, next: 50, current: 1, reference: 0 } };
  const text = JSON.stringify(parcel).replaceAll('unknown_name_', 'u');
  const data = deflateRawSync(Buffer.from(text), { level: 9 }).toString('base64url');
  const usual = await sound(app);
  const before = await nodes(app);
  const start = Date.now();
  await app.evaluate(fragment => { location.hash = fragment; }, `s=1.${data}`);
  await expect(report(app)).toBeVisible();
  expect((Date.now() - start) / usual).toBeLessThan(PATIENCE);
  expect(await nodes(app)).toBeLessThan(before + 2_000);
  await report(app).getByRole('button').last().click();
  await expect(report(app)).toHaveCount(0);
  await expect(app.locator('[data-ready]')).toBeAttached();
});

test('a number that cannot be saved is refused where it is typed, and the plan opens again', async ({ app }) => {
  await open(app, 'a.tuiyan.json', fixture.replace('value = 1785, unit', 'value = 1e308, unit'));
  await expect(report(app).getByRole('alert')).toContainText('没有打开');
  await expect(report(app)).toContainText('太大');
});
