// The first minutes of somebody who has never seen the page.
import { accessibilityProblems, expect, test } from './harness';

test('the tour shows where things are, is left for good, and comes back when asked', async ({ app }) => {
  const tour = app.getByRole('region', { name: '使用指引' });
  await expect(tour).toContainText('先看结论');
  expect(await accessibilityProblems(app)).toEqual([]);
  for (const title of ['再看把握有多大', '拖动政策杠杆', '看要花多少钱', '到其他页面深入']) {
    await tour.getByRole('button', { name: '下一步' }).press('Enter');
    await expect(tour.getByRole('heading')).toHaveText(title);
    const target = await tour.getByRole('link', { name: '指给我看' }).getAttribute('href');
    await expect(app.locator(target!)).toHaveCount(1);
  }
  await tour.getByRole('button', { name: '开始使用' }).click();
  await expect(tour).toHaveCount(0);
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(tour).toHaveCount(0);
  await app.getByRole('button', { name: '指引', exact: true }).click();
  await expect(tour).toContainText('先看结论');
  await tour.getByRole('button', { name: '跳过指引' }).click();
  await expect(tour).toHaveCount(0);
  // What was left does not come back by itself.
  await app.getByRole('button', { name: '对比', exact: true }).click();
  await app.getByRole('button', { name: '推演台', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('可研判目标');
  await expect(tour).toHaveCount(0);
});
