// The first minutes of somebody who has never seen the page.
import { accessibilityProblems, expect, test } from './harness';

const STEPS: [string, string][] = [
  ['先看结论', '.verdict'],
  ['再看把握有多大', '#board'],
  ['拖动政策杠杆', '#levers'],
  ['看要花多少钱', '#budget'],
  ['到其他页面深入', '#screens'],
];

test('the tour points at what it speaks of, is left for good, and comes back when asked', async ({ app }) => {
  const tour = app.getByRole('region', { name: '使用指引' });
  await expect(tour).toContainText('先看结论');
  expect(await accessibilityProblems(app)).toEqual([]);
  // It stands in a corner: the page is where it is without it.
  const place = () => app.locator('.verdict').evaluate(verdict => verdict.getBoundingClientRect().top + window.scrollY);
  const before = await place();
  for (const [title, what] of STEPS) {
    await expect(tour.getByRole('heading')).toHaveText(title);
    const pointed = app.locator('[data-pointed]');
    await expect(pointed).toHaveCount(1);
    expect(await pointed.evaluate((element, what) => element.matches(what), what)).toBe(true);
    await expect(pointed).toHaveCSS('outline-width', '3px');
    await expect(pointed).toBeInViewport();
    await tour.getByRole('button', { name: '下一步' }).press('Enter');
  }
  await tour.getByRole('button', { name: '开始使用' }).click();
  await expect(tour).toHaveCount(0);
  await expect(app.locator('[data-pointed]')).toHaveCount(0);
  expect(await place()).toBeCloseTo(before, 0);
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

test('the tour ends with a move that a hand makes, and points at the row that moved', async ({ app }) => {
  const tour = app.getByRole('region', { name: '使用指引' });
  for (let step = 0; step < STEPS.length; step += 1) {
    await tour.getByRole('button', { name: '下一步' }).click();
  }
  await expect(tour.getByRole('heading')).toHaveText('动手试一次');
  await expect(tour).toContainText(/把“.+”拖到.+，看“.+”怎样变。/);
  const card = app.locator('[data-lever][data-pointed]');
  await expect(card).toBeInViewport();
  const slider = card.getByRole('slider');
  await slider.focus();
  await app.keyboard.press('End');
  await expect(tour.getByRole('heading')).toHaveText('这一步起作用了');
  await expect(tour).toContainText(/达标可能性由.+变为.+。/);
  const row = app.locator('tr[data-target][data-pointed]');
  await expect(row).toBeInViewport();
  await expect(row.locator('[data-value="chance"]')).not.toBeEmpty();
});
