// Levers beyond the slider, the ceiling, larger type and the projector view.
import { accessibilityProblems, afterNextRun, expect, resize, test } from './harness';
import { LANGUAGES, putOn } from './screens';

test('a lever is set year by year and says so; the slider sets all years alike', async ({ app }) => {
  const card = app.getByRole('article', { name: /企业研发后补助/ });
  await card.getByText('逐年设定').click();
  const third = card.getByRole('textbox', { name: /企业研发后补助（2022年）/ });
  await third.fill('900');
  await afterNextRun(app, () => third.press('Enter'));
  await expect(card.locator('[data-value="outcome"]')).toContainText('逐年设定，2029年为0万元，10年比现状累计+900万元');
  await expect(app.getByRole('button', { name: /^撤销：企业研发后补助/ })).toBeVisible();
  await afterNextRun(app, () => card.getByRole('slider').fill('500'));
  await expect(third).toHaveValue('500');
});

test('a lever under the focus names the indicators that it moves', async ({ app }) => {
  await app.getByRole('slider', { name: /高企认定奖励/ }).focus();
  const effects = app.getByRole('table', { name: /“高企认定奖励”单独调到.*比现状延续/ });
  await expect(effects.getByRole('row', { name: /高新技术企业/ })).toContainText('+');
});

test('the ceiling is kept, passed or taken away, and is a step', async ({ app }) => {
  const ceiling = app.getByRole('textbox', { name: /年度上限/ });
  await ceiling.fill('８00');
  await ceiling.press('Enter');
  await expect(app.getByText('2020年在上限内，余800万元。')).toBeVisible();
  await afterNextRun(app, () => app.getByRole('slider', { name: /企业研发后补助/ }).fill('2000'));
  await expect(app.getByText(/超过上限的年份：2020/)).toBeVisible();
  await ceiling.fill('多');
  await ceiling.press('Enter');
  await expect(app.getByRole('alert')).toContainText('上限是不小于0的数');
  await expect(ceiling).toHaveValue('800');
  await ceiling.fill('');
  await ceiling.press('Enter');
  await expect(app.getByText(/超过上限的年份/)).toHaveCount(0);
  await expect(app.getByRole('button', { name: /^撤销：经费上限/ })).toBeVisible();
});

test('the projector view fits one screen, replays the last change and is left again', async ({ app }) => {
  await resize(app, { width: 1920, height: 1080 });
  const award = app.getByRole('slider', { name: /高企认定奖励/ });
  await afterNextRun(app, () => award.fill('30'));
  await app.getByRole('combobox', { name: '字号' }).selectOption({ label: '会场' });
  await expect(app.locator('#levers').getByRole('slider')).toHaveCount(5);
  for (const lever of await app.locator('#levers').getByRole('slider').all()) await expect(lever).toBeInViewport({ ratio: 1 });
  const { width, height } = await app.evaluate(() => ({
    width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight }));
  expect(width).toBeLessThanOrEqual(1920);
  expect(height).toBeLessThanOrEqual(1080);
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.getByRole('button', { name: '重放上次改动' }).click();
  await expect(award).toHaveValue('0');
  await expect(award).toHaveValue('30');
  await app.getByRole('button', { name: '退出会场' }).click();
  await expect(app.getByRole('combobox', { name: '字号' })).toHaveValue('normal');
});

test('the projector view of every city fits one screen in both languages', async ({ app }) => {
  await resize(app, { width: 1920, height: 1080 });
  const size = app.locator('.look select').first();
  for (const language of LANGUAGES) {
    await putOn(app, language, 'light');
    for (const city of await app.locator('.strip select option').evaluateAll(all => all.slice(0, 5).map(one => (one as HTMLOptionElement).value))) {
      await afterNextRun(app, async () => { await app.locator('.strip select').selectOption(city); });
      await size.selectOption('projector');
      await expect(app.locator('.board tbody tr').last(), `${city}, ${language}`).toBeInViewport({ ratio: 1 });
      const heights = await app.evaluate(() => [document.documentElement, document.querySelector('.desk')!].map(part => part.scrollHeight - part.clientHeight));
      expect(heights, `${city}, ${language}`).toEqual([0, 0]);
      await app.locator('.projector-tools .leave').click();
    }
  }
});

test('larger type is remembered', async ({ app }) => {
  await app.getByRole('combobox', { name: '字号' }).selectOption({ label: '大字' });
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(app.locator('html')).toHaveCSS('font-size', '20px');
  expect(await accessibilityProblems(app)).toEqual([]);
  for (const width of [1920, 1440, 1280, 1152, 1024, 768, 360]) {
    await resize(app, { width, height: 900 });
    expect(await app.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
    const target = (await app.locator('.board-target').nth(1).boundingBox())!;
    expect(target.width, `the name of a target, ${width} px`).toBeGreaterThan(130);
    const parts = await app.locator('.top > *:not(.skip), .steps > *').evaluateAll(all => all
      .filter(part => !part.matches('.steps')).map(part => part.getBoundingClientRect().toJSON()));
    for (const [index, one] of parts.entries()) {
      for (const other of parts.slice(index + 1)) {
        const meets = one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
        expect(meets, `parts of the head lie over each other, ${width} px`).toBe(false);
      }
    }
  }
});
