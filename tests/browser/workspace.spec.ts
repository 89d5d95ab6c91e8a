// Cities, scenarios, undo, files and themes, as a planner uses them.
import { type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, drag, expect, test } from './harness';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const yiyang = readFileSync(resolve(__dirname, '../../regions/yiyang-2020.toml'), 'utf8');

test('every built-in city opens, and undo brings the one before back @both', async ({ app }) => {
  const cities = app.getByRole('combobox', { name: '换城市' });
  const names = await cities.getByRole('option').allTextContents();
  expect(names.length).toBeGreaterThan(4);
  for (const name of names.slice(1)) {
    await afterNextRun(app, async () => void await cities.selectOption({ label: name }));
    await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await afterNextRun(app, () => app.getByRole('button', { name: '撤销：' }).click());
  await expect(cities.locator('option:checked')).toHaveText(names[names.length - 2]);
});

test('a drag is one step with a name; the keys take it back and repeat it', async ({ app }) => {
  const slider = app.locator('#lever-hnte_award');
  await drag(app, slider, 50);
  await expect(app.getByRole('button', { name: /^撤销：高企认定奖励/ })).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(slider).toHaveValue('0');
  await expect(app.getByRole('button', { name: '撤销', exact: true })).toBeDisabled();
  await app.keyboard.press('Control+y');
  await expect(slider).toHaveValue('50');
});

test('a typed number is a step of its own; unfinished typing keeps its own undo', async ({ app }) => {
  const field = app.getByRole('textbox', { name: /企业研发后补助/ });
  for (const entry of ['700', '800']) {
    await field.fill(entry);
    await field.press('Enter');
  }
  await field.press('Control+z');
  await expect(field).toHaveValue('700');
  await field.pressSequentially('5');
  await field.press('Control+z');
  await expect(app.getByRole('button', { name: /^撤销：企业研发后补助/ })).toBeVisible();
});

test('scenarios are made, renamed, copied, chosen and deleted', async ({ app }) => {
  const strip = app.getByRole('navigation', { name: '方案' });
  const current = strip.locator('[aria-pressed="true"]');
  await expect(current).toContainText('现状延续');
  await afterNextRun(app, () => app.locator('#lever-hnte_award').fill('30'));
  await expect(current).toContainText('方案1');

  await strip.getByRole('button', { name: '改名：方案1' }).click();
  await app.keyboard.insertText('稳投入');
  await app.keyboard.press('Enter');
  await expect(current).toContainText('稳投入');
  await strip.getByRole('button', { name: '改名：稳投入' }).click();
  await app.keyboard.insertText('不要');
  await app.keyboard.press('Escape');
  await expect(current).toContainText('稳投入');

  await strip.getByRole('button', { name: '复制：稳投入' }).click();
  await expect(current).toContainText('副本');
  await expect(app.locator('#lever-hnte_award')).toHaveValue('30');
  await afterNextRun(app, () => strip.getByRole('button', { name: /^现状延续/ }).click());
  await expect(app.locator('#lever-hnte_award')).toHaveValue('0');
  await strip.getByRole('button', { name: '＋新方案' }).click();
  await expect(strip.locator('[aria-pressed]')).toHaveCount(4);
  await strip.getByRole('button', { name: /^删除：/ }).click();
  await expect(strip.locator('[aria-pressed]')).toHaveCount(3);
  await app.getByRole('button', { name: /^撤销：/ }).click();
  await expect(strip.locator('[aria-pressed]')).toHaveCount(4);
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('a good file runs, a faulty one is answered in place @both', async ({ app }) => {
  const file = app.locator('input[type=file]');
  const report = app.getByRole('region', { name: '打开文件的结果' });
  const own = yiyang.replace('"yiyang-2020"', '"mine"').replace('plan_year = 2020', 'plan_year = 2021');
  await afterNextRun(app, () => file.setInputFiles(toml('mine.toml', own)));
  await expect(report.getByRole('alert')).toHaveText(/已打开mine.toml/);
  await expect(app.getByRole('combobox', { name: '换城市' }).locator('option:checked')).toHaveText('益阳市2021年');
  await report.getByRole('button', { name: '知道了' }).click();
  await expect(report).toHaveCount(0);

  const line = yiyang.split('\n').findIndex(text => text.includes('provenance = "derived"')) + 1;
  await file.setInputFiles(toml('bad.toml', yiyang.replace('provenance = "derived"', 'provenance = "derive"')));
  await expect(report.getByRole('alert')).toContainText('bad.toml没有打开：有1处错误');
  await expect(report).toContainText(`bad.toml:${line}:`);
  await expect(report.locator('pre:visible')).toContainText('provenance = "derive"');
  await expect(report).toContainText('建议：');
  await expect(app.getByRole('combobox', { name: '换城市' }).locator('option:checked')).toHaveText('益阳市2021年');
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.getByRole('region', { name: 'Result of opening the file' })).toContainText('The page stays as it was.');
});

test('a dropped model runs in place of the built-in one', async ({ app }) => {
  const model = readFileSync(resolve(__dirname, '../../models/city-sti/model.toml'), 'utf8');
  const text = model.replace('horizon = 10', 'horizon = 8');
  await afterNextRun(app, () => drop(app, 'shorter.toml', text));
  await expect(app.getByRole('alert')).toHaveText(/已打开shorter.toml/);
  await expect(app.locator('.budget-sums').getByText('2020—2027年合计')).toBeVisible();
});

test('a look that was chosen is put on and remembered', async ({ app }) => {
  const look = app.getByRole('combobox', { name: '外观' });
  for (const [word, name] of [['深色', 'dark'], ['高对比度', 'contrast']]) {
    await look.selectOption({ label: word });
    await expect(app.locator('html')).toHaveAttribute('data-theme', name);
    expect(await accessibilityProblems(app)).toEqual([]);
  }
  await app.reload();
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'contrast');
});

function toml(name: string, text: string) {
  return { name, mimeType: 'application/toml', buffer: Buffer.from(text) };
}

function drop(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.querySelector('.page')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);
}
