// The page as a planner uses it: opens on results, answers to levers, by mouse and by keyboard.
import { type Locator, type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, openView, resize, test } from './harness';

test('a chart is read year by year, by pointer and by keyboard', async ({ app }) => {
  const card = app.locator('[data-indicator="tech_contracts"]');
  const reader = card.getByRole('slider', { name: '逐年读数：技术合同成交额' });
  const reading = card.locator('.reading');
  await expect(reading).toHaveCount(0);
  await card.locator('.fan .twin summary').click();
  const table = card.locator('.twin table').first();
  const spread = await table.locator('tr', { hasText: /^2020/ }).locator('td').allInnerTexts();
  await reader.focus();
  await expect(reading).toContainText('2020');
  for (const cell of spread.filter(cell => cell)) await expect(reading).toContainText(cell);
  await expect(reader).toHaveAttribute('aria-valuetext', /^年份 2020、.*P50 [\d.]+/);
  await app.keyboard.press('ArrowRight');
  await expect(reading).toContainText('2021');
  await app.keyboard.press('End');
  await expect(reader).toHaveAttribute('aria-valuenow', '2024');
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.keyboard.press('Escape');
  await expect(reading).toHaveCount(0);

  const box = (await reader.boundingBox())!;
  await app.mouse.move(box.x + 18, box.y + 60);
  await expect(reading).toContainText((await reader.getAttribute('aria-valuemin'))!);
  await app.mouse.move(box.x + box.width * 0.6, box.y + 60);
  await expect(reading).toContainText(/202[1-4]/);
  const { left, right } = await reading.evaluate(element => element.getBoundingClientRect());
  expect(left).toBeGreaterThanOrEqual(box.x - 1);
  expect(right).toBeLessThanOrEqual(box.x + box.width + 1);
});

test('opens on results @both', async ({ app }) => {
  await expect(app.getByRole('heading', { level: 1 })).toContainText(/[1-9]项可研判目标中/);
  await expect(indicator(app, /研发经费投入强度/).median).toContainText('%');
  await expect(indicator(app, /新认定高新技术企业/).median).toContainText('家');
  await expect(app.getByRole('link', { name: '新认定高新技术企业' })).toBeVisible();
});

test('draws a chart for each judged target', async ({ app }) => {
  for (const name of [/研发经费投入强度/, /新认定高新技术企业/]) {
    expect(await colours(indicator(app, name).canvas)).toBeGreaterThan(10);
  }
});

test('says why a target is not computed', async ({ app }) => {
  const list = app.getByRole('region', { name: /缺数据/ });
  await expect(list.getByText(/缺少数据：/)).not.toHaveCount(0);
});

test('a lever moves number, chart, cost and verdict @both', async ({ app }) => {
  const award = lever(app, /高企认定奖励/);
  const firms = indicator(app, /新认定高新技术企业/);
  const before = await firms.median.innerText();
  const drawn = await picture(firms.canvas);
  await afterNextRun(app, () => award.slider.fill('30'));
  await expect(firms.median).not.toHaveText(before);
  await expect.poll(() => picture(firms.canvas)).not.toBe(drawn);
  await expect(award.outcome).toContainText('+30万元/家');
  await expect(award.cost).toContainText('万元（2020年）');
  await expect(award.field).toHaveValue('30');
  await expect(app.getByText('与现状延续相比')).toBeVisible();

  await award.card.getByRole('button', { name: /^回现状：/ }).click();
  await expect(firms.median).toHaveText(before);
  await expect(award.slider).toHaveValue('0');
});

test('the keyboard does what the mouse does', async ({ app }) => {
  const subsidy = lever(app, /企业研发后补助/);
  await subsidy.slider.press('ArrowRight');
  await expect(subsidy.field).toHaveValue('50');
  await expect(subsidy.slider).toHaveAttribute('aria-valuetext', '50万元，试点');
  await subsidy.field.press('ArrowUp');
  await expect(subsidy.slider).toHaveValue('100');
  await subsidy.field.press('Control+a');
  await app.keyboard.insertText('１，２００万元');
  await app.keyboard.press('Enter');
  await expect(subsidy.field).toHaveValue('1,200');
});

test('a bad entry is answered and the previous value stays', async ({ app }) => {
  const subsidy = lever(app, /企业研发后补助/);
  await enter(subsidy.field, '700');
  for (const [entry, answer] of [['很多', '不是数'], ['99999', '0到5,000之间']]) {
    await enter(subsidy.field, entry);
    await expect(subsidy.card.getByRole('alert')).toContainText(answer);
    await expect(subsidy.field).toHaveValue('700');
  }
  await enter(subsidy.field, '800');
  await expect(subsidy.card.getByRole('alert')).toHaveCount(0);
});

test('many input events in a frame make one run', async ({ app }) => {
  const frames = 5;
  // A run at rest that takes the draws which a slow machine left out answers no event.
  const completed = await app.evaluateHandle(() => {
    const counted = { count: 0 };
    const shown = document.querySelector('[data-run]')!;
    new MutationObserver(() => { if (shown.hasAttribute('data-complete')) counted.count += 1; })
      .observe(shown, { attributes: true, attributeFilter: ['data-complete'] });
    return counted;
  });
  const before = await runs(app);
  await app.locator('#lever-hnte_award').evaluate(drag, frames);
  await expect(lever(app, /高企认定奖励/).field).toHaveValue('49');
  await expect.poll(() => runs(app)).toBeGreaterThan(before);
  const [all, atRest] = [await runs(app) - before, await completed.evaluate(counted => counted.count)];
  expect(all - atRest).toBeLessThanOrEqual(frames + 1);
});

test('speaks English, with money converted', async ({ app }) => {
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.getByRole('heading', { level: 1 })).toContainText(/Of [1-9] judged targets?: /);
  const subsidy = lever(app, /After-subsidy/);
  await enter(subsidy.field, '5');
  await expect(subsidy.slider).toHaveValue('500');
  await expect(subsidy.outcome).toContainText('+CNY 5 million');
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('announces the verdict once the levers rest', async ({ app }) => {
  await expect(app.getByRole('status').filter({ hasText: '推演完成：' })).toHaveCount(1);
});

test('fits 360 pixels without scrolling sideways', async ({ app }) => {
  await resize(app, { width: 360, height: 740 });
  expect(await overhang(app)).toBeLessThanOrEqual(0);
  await openView(app);
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  expect(await overhang(app)).toBeLessThanOrEqual(0);
});

// A lever's card and what is in it, found as a person would: by name.
function lever(page: Page, name: RegExp) {
  const card = page.getByRole('article', { name });
  return {
    card,
    slider: card.getByRole('slider', { name }),
    field: card.getByRole('textbox', { name }),
    cost: card.locator('[data-value="cost"]'),
    outcome: card.locator('[data-value="outcome"]'),
  };
}

function indicator(page: Page, name: RegExp) {
  const card = page.getByRole('article', { name });
  return { median: card.locator('[data-value="median"]'), canvas: card.locator('canvas') };
}

async function enter(field: Locator, entry: string) {
  await field.fill(entry);
  await field.press('Enter');
}

async function runs(page: Page): Promise<number> {
  return Number(await page.locator('[data-run]').getAttribute('data-run'));
}

// Text that differs when the picture does.
function picture(canvas: Locator): Promise<string> {
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
}

// How many colours a canvas shows; a blank one has one.
function colours(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

// In the page: twenty input events in each of some frames, up to the value 49.
async function drag(slider: HTMLInputElement, frames: number) {
  for (let event = 1; event < frames * 20; event += 1) {
    slider.value = String(event % 50);
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    if (event % 20 === 0) await new Promise(requestAnimationFrame);
  }
}

// How far the page reaches beyond the window, CSS pixels.
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
