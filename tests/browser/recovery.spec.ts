// The program dies in every way it can; the page says so, nothing is lost, and a new instance takes its place.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { accessibilityProblems, afterNextRun, expect, test } from './harness';

const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const recovery = (page: Page) => page.getByRole('main', { name: '推演台停下来了' });
// The caller of an instance that ends gets an exception.
const dies = (page: Page, probe: Shell.Probe) => expect(page.evaluate(probe => globalThis.tuiyan.probes![probe](), probe)).rejects.toThrow();

test('a panic is told, and the page reopens without a reload @both', async ({ app }) => {
  await app.evaluate(() => { globalThis.sameDocument = true; });
  await dies(app, 'panic');
  await expect(recovery(app)).toContainText('没有内容丢失');
  await expect(recovery(app)).toContainText('asked to panic by a test of the recovery');
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await accessibilityProblems(app)).toEqual([]);
  await recovery(app).getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await expect(recovery(app)).toBeHidden();
  await afterNextRun(app, () => app.locator('input[type=range]').first().press('ArrowRight'));
  expect(await app.evaluate(() => globalThis.sameDocument)).toBe(true);
});

test('an instance that died hears nothing any more', async ({ app }) => {
  await dies(app, 'panic');
  await app.keyboard.press('Control+z');
  await recovery(app).getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await app.keyboard.press('Control+z');
  await expect(recovery(app)).toBeHidden();
});

test('an exception of the browser ends the program as a trap does', async ({ app }) => {
  await app.evaluate(() => { CanvasRenderingContext2D.prototype.beginPath = () => { throw new Error('no more paths'); }; });
  await app.locator('input[type=range]').first().press('ArrowRight');
  await expect(recovery(app)).toContainText('no more paths');
});

test('a copied diagnosis names the error and the browser, not the plan', async ({ app }) => {
  await dies(app, 'panic');
  const diagnosis = (await recovery(app).locator('pre').textContent())!;
  expect(diagnosis).toMatch(/asked to panic[^]*form simd[^]*Mozilla/);
  await recovery(app).getByRole('button', { name: '复制诊断信息' }).click();
  await app.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await app.keyboard.press('Control+v');
  await expect(app.locator('textarea')).toHaveValue(diagnosis);
});

// ---- With a plan in hand.

const lever = (page: Page) => page.locator('#lever-hnte_award');

async function planned(page: Page, value: string) {
  await afterNextRun(page, () => lever(page).fill(value));
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
  await page.waitForTimeout(400);
}

for (const death of ['panic', 'overflow', 'exhaust'] as const) {
  test(`the plan outlives a death by ${death}`, async ({ app }) => {
    await planned(app, '30');
    await dies(app, death);
    await expect(recovery(app)).toContainText('规划保住了');
    const [download] = await Promise.all([app.waitForEvent('download'), recovery(app).getByRole('button', { name: '保存我的规划' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.tuiyan\.json$/);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).format).toBe(2);
    await recovery(app).getByRole('button', { name: '重新打开' }).click();
    await ready(app);
    await expect(lever(app)).toHaveValue('30');
    await planned(app, '40');
  });
}

test('the plan outlives the program where the browser keeps nothing', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { value: undefined });
  });
  await page.goto(baseURL!);
  await ready(page);
  await afterNextRun(page, () => lever(page).fill('30'));
  await expect(page.locator('.plans-button')).toContainText('未保存');
  await dies(page, 'panic');
  await recovery(page).getByRole('button', { name: '重新打开' }).click();
  await ready(page);
  await expect(lever(page)).toHaveValue('30');
});

test('a plan that ended the program twice is not opened by itself, also after a reload', async ({ app }) => {
  await planned(app, '30');
  await dies(app, 'panic');
  await recovery(app).getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await dies(app, 'panic');
  await expect(recovery(app)).toContainText('两次停在同一份规划上', { useInnerText: true });
  await app.reload();
  await expect(recovery(app)).toContainText('两次停在同一份规划上', { useInnerText: true });
  expect(await accessibilityProblems(app)).toEqual([]);
  await recovery(app).getByRole('button', { name: '换初始规划打开' }).click();
  await ready(app);
  await expect(lever(app)).toHaveValue('0');
  await app.locator('.plans-button').click();
  await app.getByRole('button', { name: /^打开：/ }).first().click();
  await expect(lever(app)).toHaveValue('30');
});

test('an earlier version can be chosen instead', async ({ app }) => {
  await planned(app, '10');
  await planned(app, '30');
  await dies(app, 'panic');
  await recovery(app).getByRole('button', { name: '更早的版本' }).click();
  await recovery(app).getByRole('listitem').last().getByRole('button').click();
  await ready(app);
  await expect(lever(app)).toHaveValue('10');
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('10');
});
