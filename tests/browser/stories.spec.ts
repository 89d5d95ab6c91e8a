// A whole sitting, as a planner has it: next year's plan from last year's, to the saved file, undone and done again.
import { type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';

test('Yiyang drafts its plan for 2021 in one sitting; everything is undone and done again @both', async ({ app }) => {
  // Eighty steps, and a program that is JavaScript in one of the projects.
  test.slow();
  const before = await summary(app);
  expect(before[0]).toContain('益阳市2020年');

  // The base moves forward; a figure that was found takes the place of a stand-in.
  await screen(app, '数据');
  await app.getByRole('button', { name: '开始2021年规划' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('益阳市的数据：基期2020年，规划2021年');
  await app.getByLabel('出处', { exact: true }).first().fill('益阳市科技局统计');
  const found = app.getByRole('textbox', { name: '新认定高新技术企业（2020年）', exact: true });
  await found.fill('６１家');
  await found.press('Tab');
  await expect(found).toHaveValue('61');

  // What the intensity asks for is not reached; the ladder has a floor that can be promised.
  await screen(app, '目标');
  const ladder = app.locator('[data-ladder]').filter({ hasText: '研发经费投入强度' }).first();
  await ladder.getByRole('button', { name: /^用作底线/ }).first().click();
  await expect(ladder.locator('[data-value="promise"]')).toContainText('2021年');

  // Two packages, of which the second is kept in hand.
  await screen(app, '推演台');
  const strip = app.getByRole('navigation', { name: '方案' });
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('800'));
  await strip.getByRole('button', { name: '＋新方案' }).click();
  for (const [lever, setting] of [['hnte_coaching', '60'], ['statistics_coverage', '40']]) {
    await afterNextRun(app, () => app.locator(`#lever-${lever}`).fill(setting));
  }
  await expect(strip.getByRole('button', { pressed: true })).toContainText('方案2');

  const drafted = await summary(app);
  expect(drafted.join()).toMatch(/2021年.*经测算/);
  expect(drafted.join()).toContain('高企辅导面');
  const [file] = await Promise.all([app.waitForEvent('download'), app.getByRole('button', { name: '保存规划文件' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.tuiyan\.json$/);

  const steps = await all(app, '撤销');
  expect(steps).toBeGreaterThanOrEqual(6);
  expect(await summary(app)).toEqual(before);
  expect(await all(app, '重做')).toBe(steps);
  expect(await summary(app)).toEqual(drafted);
});

async function screen(app: Page, name: string) {
  await app.getByRole('button', { name, exact: true }).click();
}

// The paragraphs of the summary, which say what the plan sets and what is expected of it.
async function summary(app: Page): Promise<string[]> {
  await screen(app, '输出');
  await expect(app.locator('[data-run]')).toHaveAttribute('data-complete', 'true');
  return app.locator('.summary-text p').allTextContents();
}

// Presses a button of the history until there is nothing left for it to do; how often that was.
async function all(app: Page, name: '撤销' | '重做'): Promise<number> {
  const end = app.getByRole('button', { name, exact: true, disabled: true });
  for (let steps = 0; steps < 50; steps++) {
    if (await end.count() > 0) return steps;
    await app.getByRole('button', { name: new RegExp(`^${name}：`) }).click();
  }
  throw new Error(`${name} does not come to an end`);
}
