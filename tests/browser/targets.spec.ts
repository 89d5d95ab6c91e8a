// The targets of a plan as a planner works on them: what one takes, what can be promised, and the way back.
import { type Page } from '@playwright/test';
import { accessibilityProblems, expect, openView, resize, test } from './harness';

const INTENSITY = 'Y1';
const FIRMS = 'Y3';

test.beforeEach(async ({ app }) => {
  await app.getByRole('navigation', { name: '页面' }).getByText('目标').click();
  await expect(app.getByRole('heading', { level: 1, name: '目标' })).toBeVisible();
});

test('asks what a target would take and adopts it', async ({ app }) => {
  const goal = app.getByRole('region', { name: '反推' });
  await goal.getByLabel('目标').selectOption(FIRMS);
  await expect(goal.getByText(/^影响不到这个目标的杠杆：.*企业研发后补助/)).toBeVisible();
  const wish = goal.getByLabel(/^达到（家）/);
  await wish.fill('五十');
  await wish.press('Enter');
  await expect(goal.getByRole('alert')).toContainText('请改用阿拉伯数字');
  await wish.fill('55');
  await wish.press('Enter');
  await expect(goal.getByRole('status')).toContainText(/即可|达不到|已经能达到/);
  await wish.fill('100000');
  await wish.press('Enter');
  await expect(goal.getByRole('status')).toContainText('达不到，受限于');

  await goal.getByLabel('要求').selectOption('chance');
  await goal.getByLabel(/^达到（%）/).fill('99');
  await goal.getByLabel(/^达到（%）/).press('Enter');
  await expect(goal.getByRole('status')).toContainText(/即可|达不到/);
  await goal.getByRole('button', { name: /^采用/ }).click();
  await expect(goal.getByRole('status')).toBeFocused();
  await expect(app.getByRole('button', { name: /方案1/ }).first()).toBeVisible();
  await app.getByRole('button', { name: /^撤销/ }).click();
  await expect(app.getByRole('button', { name: /方案1/ })).toHaveCount(0);
});

test('the cards of the board seek as well', async ({ app }) => {
  await app.getByRole('navigation', { name: '页面' }).getByText('推演台').click();
  const card = app.getByRole('article', { name: /新认定高新技术企业/ });
  await card.getByText('反推', { exact: true }).click();
  await expect(card.getByRole('status').filter({ hasText: /即可|达不到|已经能达到/ })).toHaveCount(1);
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('an edited target changes its light, and undo brings it back', async ({ app }) => {
  const row = app.locator(`tr[data-target="${INTENSITY}"]`);
  const light = await row.locator('[data-value="light"]').innerText();
  await row.getByRole('button', { name: /^编辑/ }).click();
  const form = app.getByRole('form', { name: '目标内容' });
  await expect(form.getByLabel(/^指标/)).toBeFocused();
  await form.getByLabel('底线').fill('很多');
  await form.getByLabel('目标年').fill('1999');
  await form.getByRole('button', { name: '保存目标' }).click();
  await expect(form.getByText('“很多”不是数')).toBeVisible();
  await expect(form.getByText(/请填2020到20\d\d之间的年份/)).toBeVisible();
  await expect(form.getByLabel('目标年')).toBeFocused();
  await form.getByLabel('目标年').fill('2020');
  await form.getByLabel('底线').fill('１．２');
  await form.getByLabel('牵头单位').fill('规划科');
  await form.getByLabel('牵头单位').press('Enter');
  await expect(form).toHaveCount(0);
  await expect(row.getByRole('button', { name: /^编辑/ })).toBeFocused();
  await expect(row.locator('[data-value="light"]')).toContainText('达标');
  await expect(row).toContainText('牵头：规划科');
  await app.getByRole('button', { name: /^撤销/ }).click();
  await expect(row.locator('[data-value="light"]')).toHaveText(light.replace(/\s+/g, ''), { useInnerText: false });
  await expect(row).not.toContainText('规划科');
});

test('a target is added with the keyboard alone, and deleted', async ({ app }) => {
  const add = app.getByRole('button', { name: '＋新增目标' });
  await add.focus();
  await app.keyboard.press('Enter');
  const form = app.getByRole('form', { name: '目标内容' });
  await expect(form.getByLabel(/^指标/)).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(add).toBeFocused();
  await app.keyboard.press('Enter');
  await app.keyboard.insertText('有效高新技术企业');
  await form.getByLabel('底线').focus();
  await app.keyboard.insertText('100');
  await app.keyboard.press('Enter');
  const row = app.locator('tr[data-target="T1"]');
  await expect(row).toContainText('不低于100家');
  await expect(add).toBeFocused();
  await row.getByRole('button', { name: /^删除/ }).focus();
  await app.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(app.locator(':focus')).toHaveAttribute('id', /^edit-/);
});

test('the ladder gives a floor, a verb and a sentence', async ({ app }) => {
  const ladder = app.locator(`[data-ladder="${INTENSITY}"]`);
  await expect(ladder).toContainText('现底线的可能性低于各档用词的门槛');
  await ladder.getByRole('button', { name: /^用作底线/ }).first().click();
  await expect(ladder.locator('[data-value="promise"]')).toContainText(/^2020年.*确保.*%。$/);
  await expect(ladder.getByText('即现底线')).toHaveCount(1);
  await ladder.getByRole('button', { name: /^目标用词改为“确保”/ }).click();
  await expect(app.locator(`tr[data-target="${INTENSITY}"] [data-value="ask"]`)).toContainText('确保');
  await ladder.getByRole('button', { name: /^复制句子/ }).click();
  await expect(ladder.getByRole('button', { name: /^复制句子/ })).toHaveText('已复制');

  const ensure = app.getByRole('group', { name: '用词门槛' }).getByLabel(/^确保/);
  await ensure.fill('50');
  await ensure.press('Enter');
  await expect(app.getByRole('alert')).toContainText('确保不低于力争');
  await expect(ensure).toHaveValue('90');
  await ensure.fill('99');
  await ensure.press('Enter');
  await expect(ladder.locator('[data-value="promise"]')).toContainText('力争');
});

test('findings are filtered by severity', async ({ app }) => {
  const audit = app.getByRole('region', { name: '体检意见' });
  const notes = audit.getByRole('button', { name: /^供参考/ });
  await expect(notes).toHaveAttribute('aria-pressed', 'false');
  const before = await audit.getByRole('listitem').count();
  await notes.click();
  await expect.poll(() => audit.getByRole('listitem').count()).toBeGreaterThan(before);
});

test('fits 360 pixels, in both languages, with nothing for axe-core to find', async ({ app }) => {
  await app.locator(`tr[data-target="${FIRMS}"]`).getByRole('button', { name: /^编辑/ }).click();
  await expect(app.getByText(/^影响不到这个目标的杠杆/)).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
  await resize(app, { width: 360, height: 740 });
  expect(await overhang(app)).toBeLessThanOrEqual(0);
  await openView(app);
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  expect(await overhang(app)).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(app)).toEqual([]);
});

// How far the page reaches beyond the window, CSS pixels.
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
