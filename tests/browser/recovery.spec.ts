// The program dies in every way it can; the page says so, nothing is lost, and a new instance takes its place.
import { type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, test } from './harness';

const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const recovery = (page: Page) => page.getByRole('main', { name: '推演台停下来了' });
// The caller of an instance that ends gets an exception.
const dies = (page: Page, probe: string) => expect(page.evaluate(probe => (globalThis as any).tuiyan.probes[probe](), probe)).rejects.toThrow();

test('a panic is told, and the page reopens without a reload @both', async ({ app }) => {
  await app.evaluate(() => { (globalThis as any).sameDocument = true; });
  await dies(app, 'panic');
  await expect(recovery(app)).toContainText('没有内容丢失');
  await expect(recovery(app)).toContainText('asked to panic by a test of the recovery');
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await accessibilityProblems(app)).toEqual([]);
  await recovery(app).getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await expect(recovery(app)).toBeHidden();
  await afterNextRun(app, () => app.locator('input[type=range]').first().press('ArrowRight'));
  expect(await app.evaluate(() => (globalThis as any).sameDocument)).toBe(true);
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
