// Back and Forward go through screens and numbers; the address stays as it is.
import { type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';
import { embedded, test as hosted } from './host';

const nav = (page: Page, name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name }).click();
const here = (page: Page) => page.getByRole('navigation', { name: '页面' }).locator('[aria-current=page]');
const announced = (page: Page) => page.locator('#app > p.for-readers[role=status]');
// As the buttons of the browser do; without a window of its own it knows no Alt+← of theirs.
const back = (page: Page) => page.goBack();
const forward = (page: Page) => page.goForward();

test('screens and numbers are gone back through, and forward again @both', async ({ app }) => {
  const address = app.url();
  await expect(announced(app)).toHaveText('');
  await nav(app, '目标');
  await expect(app).toHaveTitle('目标 · 推演');
  await expect(announced(app)).toHaveText('目标');
  await nav(app, '推演台');
  const why = app.locator('.why').first();
  const name = (await why.getAttribute('aria-label'))!;
  await why.click();
  const heading = app.getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  const number = (await heading.textContent())!;
  expect(name).toContain(number);
  await expect(app).toHaveTitle(`${number} · 推演`);
  await expect(announced(app)).toHaveText(number);
  expect(app.url()).toBe(address);

  await back(app);
  await expect(here(app)).toHaveText('推演台');
  await expect(app).toHaveTitle('推演 · 科技创新规划推演台');
  await expect(app.locator('#screen')).toBeFocused();
  await back(app);
  await expect(here(app)).toHaveText('目标');
  await expect(app).toHaveTitle('目标 · 推演');
  await forward(app);
  await forward(app);
  await expect(heading).toHaveText(number);
  await expect(app).toHaveTitle(`${number} · 推演`);
  expect(app.url()).toBe(address);
});

test('Back takes nothing back of the plan', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-hnte_award').fill('30'));
  await nav(app, '对比');
  await back(app);
  await expect(app.locator('#lever-hnte_award')).toHaveValue('30');
  await expect(here(app)).toHaveText('推演台');
});

test('ways within the page do not confuse Back', async ({ app }) => {
  await nav(app, '目标');
  await app.keyboard.press('Tab');
  await app.locator('a.skip').first().focus();
  await app.keyboard.press('Enter');
  await back(app);
  await expect(here(app)).toHaveText('目标');
  await back(app);
  await expect(here(app)).toHaveText('推演台');
});

hosted('in a frame the page adds nothing to the history', async ({ page, site }) => {
  const frame = await embedded(page, await site());
  await frame.locator('[data-ready]').waitFor({ state: 'attached' });
  const before = await page.evaluate(() => history.length);
  await frame.getByRole('button', { name: '目标', exact: true }).click();
  await expect(frame.locator('main.targets')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('the list of plans closes as a menu does', async ({ app }) => {
  const list = app.getByRole('region', { name: '本机的规划' });
  const button = app.locator('.plans-button');
  await button.click();
  await app.getByRole('heading', { level: 2 }).first().click();
  await expect(list).toHaveCount(0);
  await button.click();
  await nav(app, '目标');
  await expect(list).toHaveCount(0);
  await expect(here(app)).toHaveText('目标');
  await button.click();
  await list.getByRole('button', { name: '改名' }).click();
  await app.keyboard.insertText('又一个名称');
  await app.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: '改名' })).toBeVisible();
  await expect(list.locator('.plans-name')).toContainText('又一个名称');
  await app.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await list.getByRole('button', { name: '新建规划' }).focus();
  await back(app);
  await expect(list).toHaveCount(0);
});
