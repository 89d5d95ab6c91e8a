// The keyboard stays on the page, the scenario in hand in view, and a double click means what its first press hit.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterNextRun, drag, expect, test } from './harness';

const yiyang = readFileSync(resolve(__dirname, '../../regions/yiyang-2020.toml'), 'utf8');
const strip = (app: Page) => app.getByRole('navigation', { name: '方案' });
const focused = (app: Page) => app.evaluate(() => {
  const at = document.activeElement!;
  return at === document.body ? 'body' : at.id || at.textContent!.trim() || at.tagName;
});

test('the keyboard is somewhere after the control that had it is gone or off', async ({ app }) => {
  const lever = app.locator('#lever-hnte_coaching');
  await drag(app, lever, 40);
  const steps = app.locator('.steps .step');
  await steps.first().focus();
  await app.keyboard.press('Enter');
  await expect(steps.first()).toBeDisabled();
  await expect(steps.nth(1)).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(lever).toHaveValue('40');
  await expect(steps.first()).toBeFocused();

  const reset = app.locator('[data-lever="hnte_coaching"] .lever-resets button').last();
  await reset.focus();
  await app.keyboard.press('Enter');
  await expect(lever).toHaveValue('0');
  await expect(lever).toBeFocused();

  const less = app.locator('[data-lever="hnte_coaching"] .lever-head button').first();
  await lever.press('ArrowRight');
  await less.focus();
  await app.keyboard.press('Enter');
  await expect(less).toBeDisabled();
  await expect.poll(() => focused(app)).not.toBe('body');

  await app.locator('input[type=file]').first().setInputFiles({ name: 'bad.toml', mimeType: 'application/toml', buffer: Buffer.from(yiyang.replace('"derived"', '"derive"')) });
  await app.getByRole('button', { name: '知道了' }).focus();
  await app.keyboard.press('Enter');
  await expect(app.locator('.file-report')).toHaveCount(0);
  await expect.poll(() => focused(app)).toBe('screen');
});

test('renaming given up and a scenario deleted leave the keyboard on a tab', async ({ app }) => {
  await strip(app).getByRole('button', { name: '＋新方案' }).click();
  await strip(app).getByRole('button', { name: /^改名：/ }).focus();
  await app.keyboard.press('Enter');
  await expect(app.locator('.scenario-field')).toBeFocused();
  await app.keyboard.type('不要');
  await app.keyboard.press('Escape');
  await expect(app.locator('.scenario-field')).toHaveCount(0);
  await expect(strip(app).locator('.current .scenario')).toBeFocused();
  await expect(strip(app).locator('.current')).toContainText('方案1');
  await strip(app).getByRole('button', { name: /^删除：/ }).focus();
  await app.keyboard.press('Enter');
  await expect(strip(app).locator('.current')).toContainText('现状延续');
  await expect(strip(app).locator('.current .scenario')).toBeFocused();
});

test('a double click makes one scenario, one copy, and deletes one', async ({ app }) => {
  const tabs = strip(app).locator('.scenario');
  await strip(app).getByRole('button', { name: '＋新方案' }).dblclick();
  await expect(tabs).toHaveText([/现状延续/, /方案1/]);
  await strip(app).getByRole('button', { name: /^复制：/ }).dblclick();
  await expect(tabs).toHaveText([/现状延续/, /方案1/, /副本1/]);
  await strip(app).getByRole('button', { name: /^删除：/ }).dblclick();
  await expect(tabs).toHaveText([/现状延续/, /方案1/]);
});

test('of many scenarios the one in hand is in view, and so is present policy', async ({ app }) => {
  test.slow();
  for (let made = 0; made < 14; made += 1) await strip(app).getByRole('button', { name: '＋新方案' }).click();
  const tabs = strip(app).locator('.scenario');
  await expect(tabs).toHaveCount(15);
  await expect(strip(app).locator('.current .scenario')).toBeInViewport({ ratio: 0.99 });
  await expect(tabs.first()).toBeInViewport({ ratio: 0.99 });
  await afterNextRun(app, async () => { await app.locator('#lever-hnte_coaching').fill('20'); });
  await tabs.first().click();
  await expect(tabs.first()).toHaveAttribute('aria-pressed', 'true');
  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+y');
  await expect(strip(app).locator('.current .scenario')).toBeInViewport({ ratio: 0.99 });
});
