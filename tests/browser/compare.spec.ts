// Two packages built and compared, and the difference of two scenarios explained, as a planner does it.
import { type Locator, type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, resize, test } from './harness';

test('builds two packages and compares them @both', async ({ app }) => {
  await build(app);
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(/稳投入|强培育/);
  const table = app.getByRole('region', { name: '各方案的推演值、差和可能性' });
  await expect(table.getByRole('columnheader', { name: '现状延续（参照）' })).toBeVisible();
  const intensity = table.getByRole('row', { name: /研发经费投入强度.*差为百分点/ });
  await expect(intensity.getByRole('cell', { name: /^\+0\.\d\d$/ })).not.toHaveCount(0);
  const spending = table.getByRole('row', { name: /本级新增支出.*万元，2020年/ });
  await expect(spending.getByRole('cell', { name: '+800', exact: true })).toHaveCount(1);

  // Another reference, fewer scenarios.
  await app.getByRole('checkbox', { name: '强培育' }).uncheck();
  await expect(table.getByRole('columnheader', { name: '强培育' })).toHaveCount(0);
  await app.getByRole('combobox', { name: '参照' }).selectOption({ label: '稳投入' });
  await expect(table.getByRole('columnheader', { name: '稳投入（参照）' })).toBeVisible();
  await expect(spending.getByRole('cell', { name: '−800', exact: true })).toHaveCount(1);
  await app.getByRole('button', { name: /^撤销：参照方案/ }).click();
  await expect(table.getByRole('columnheader', { name: '现状延续（参照）' })).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
  for (const name of ['各方案的推演值、差和可能性', '政策作用排名']) await headsOverColumns(app.getByRole('region', { name }));
});

/**
 * Each column has its head above it: the last row of heads begins and ends where the columns do.
 */
async function headsOverColumns(table: Locator) {
  const heads = (await table.locator('thead tr:last-child th').last().boundingBox())!;
  const cells = (await table.locator('tbody tr').first().locator('th, td').last().boundingBox())!;
  expect([heads.x, heads.x + heads.width]).toEqual([cells.x, cells.x + cells.width]);
}

test('explains the difference of two scenarios; the parts add up as displayed', async ({ app }) => {
  await build(app);
  await app.getByRole('combobox', { name: '到' }).selectOption({ label: '强培育' });
  const parts = app.getByRole('region', { name: '谁的贡献' });
  await app.getByRole('combobox', { name: '年份' }).selectOption({ label: '2024年' });
  for (const indicator of await indicators(app)) {
    await parts.getByRole('combobox', { name: '指标' }).selectOption({ label: indicator });
    await expect(parts.locator('.part-total')).toBeVisible();
    await expect(parts.getByText('2024年由')).toBeVisible();
    const shares = await parts.locator('.part:not(.part-interaction):not(.part-total) .part-value').allInnerTexts();
    const [total] = await parts.locator('.part-total .part-value').allInnerTexts();
    const sum = shares.map(number).reduce((sum, share) => sum + share, 0);
    expect(Math.abs(sum - number(total)), `${indicator}: ${shares} = ${total}`)
      .toBeLessThanOrEqual(lastDigit(total) * (shares.length + 1) / 2 * 1.000001);
  }
  await expect(parts.getByText(/^0→40%。/)).toBeVisible();
  await expect(app.getByRole('region', { name: '这次改了什么' }).getByRole('listitem')).toHaveCount(3);

  await parts.getByRole('combobox', { name: '分解' }).selectOption({ label: '按政策组' });
  await expect(parts.locator('.part-total')).toBeVisible();
  await parts.getByRole('combobox', { name: '由' }).selectOption({ label: '强培育' });
  await expect(parts.getByText('没有差别可以分解')).toBeVisible();
});

test('ranks the levers for an indicator, with their uncertainty', async ({ app }) => {
  await app.getByRole('button', { name: '对比', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('还没有可以比较的方案');
  const ranking = app.getByRole('region', { name: '哪项政策最管用' });
  const table = ranking.getByRole('region', { name: '政策作用排名' });
  const rows = table.getByRole('row');
  await expect(rows.nth(3)).toBeVisible();
  await expect(table.getByRole('columnheader', { name: '2020年 · 百分点', exact: true })).toBeVisible();
  const added = await rows.filter({ has: app.getByRole('cell') }).evaluateAll(all =>
    all.map(row => Math.abs(Number(row.querySelectorAll('td')[4].firstChild!.textContent!.replace('−', '-')))));
  expect(added.length).toBeGreaterThan(5);
  expect(added).toEqual([...added].sort((one, other) => other - one));
  await expect(ranking.getByText(/对这个指标没有作用：.*技术合同登记奖励比例/)).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('scenarios are reordered and made the reference by keyboard', async ({ app }) => {
  await build(app);
  const strip = app.getByRole('navigation', { name: '方案' });
  const names = strip.locator('.scenario-name');
  await strip.getByRole('button', { name: '左移：强培育' }).press('Enter');
  await expect(names).toHaveText([/现状延续/, /强培育/, /稳投入/]);
  await strip.getByRole('button', { name: '右移：强培育' }).press('Enter');
  await expect(names).toHaveText([/现状延续/, /稳投入/, /强培育/]);
  await strip.getByRole('button', { name: '设为参照：强培育' }).press('Enter');
  await expect(names.nth(2)).toHaveText(/强培育\s*参照/);
});

test('what was chosen to compare is still chosen after a look at another screen', async ({ app }) => {
  await build(app);
  const indicator = app.locator('.explained').getByRole('combobox', { name: '指标' });
  await indicator.selectOption({ label: '技术合同成交额' });
  await app.getByRole('checkbox', { name: '稳投入' }).uncheck();
  await app.getByRole('button', { name: '目标', exact: true }).click();
  await app.getByRole('button', { name: '对比', exact: true }).click();
  await expect(indicator.locator('option:checked')).toHaveText('技术合同成交额');
  await expect(app.getByRole('checkbox', { name: '稳投入' })).not.toBeChecked();
  // Choices are no change of the plan.
  await expect(app.getByRole('button', { name: /^撤销：研发统计与归集培训面/ })).toBeVisible();
});

test('copies the table for a spreadsheet', async ({ app }) => {
  await build(app);
  await app.evaluate(() => window.addEventListener('copy', event => {
    const kinds = ['text/plain', 'text/html'];
    globalThis.copied = kinds.map(kind => event.clipboardData!.getData(kind));
  }));
  await app.getByRole('button', { name: '复制到Excel' }).click();
  await expect(app.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
  const [text, html] = await app.evaluate(() => globalThis.copied as string[]);
  expect(text.split('\r\n')[0]).toContain('指标\t年份\t单位\t目标\t现状延续：P50');
  expect(html).toContain('<table><tr><th>指标</th>');
});

for (const [language, width] of [['zh', 360], ['en', 360], ['en', 1440]] as const) {
  test(`fits ${width} pixels, ${language}`, async ({ app }) => {
    await build(app);
    if (language === 'en') await app.getByRole('button', { name: 'English' }).click();
    await resize(app, { width, height: 740 });
    await expect(app.locator('.part-total')).toBeVisible();
    expect(await app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(app)).toEqual([]);
  });
}

// Two packages beside present policy, and the screen of comparison.
async function build(app: Page) {
  const strip = app.getByRole('navigation', { name: '方案' });
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('800'));
  await rename(app, '稳投入');
  await strip.getByRole('button', { name: '＋新方案' }).click();
  await rename(app, '强培育');
  for (const [lever, setting] of [['hnte_coaching', '60'], ['contract_award', '1'], ['statistics_coverage', '40']]) {
    await afterNextRun(app, () => app.locator(`#lever-${lever}`).fill(setting));
  }
  await app.getByRole('button', { name: '对比', exact: true }).click();
}

async function rename(app: Page, name: string) {
  await app.getByRole('navigation', { name: '方案' }).getByRole('button', { name: /^改名：/ }).click();
  await app.keyboard.insertText(name);
  await app.keyboard.press('Enter');
}

async function indicators(app: Page): Promise<string[]> {
  const list = app.getByRole('region', { name: '谁的贡献' }).getByRole('combobox', { name: '指标' });
  return list.getByRole('option').allTextContents();
}

// The number in a text such as “+0.023个百分点”; a part that does nothing says so in words.
function number(text: string): number {
  if (text.trim() === '不变') return 0;
  return Number(text.replace('−', '-').replace(/,/g, '').match(/-?[\d.]+/)![0]);
}

// One in the last digit that is shown.
function lastDigit(text: string): number {
  return 10 ** -(text.match(/\.(\d+)/)?.[1].length ?? 0);
}
