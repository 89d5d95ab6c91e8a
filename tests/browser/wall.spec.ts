// 会场: every projector shows what one of 1920 by 1080 shows, large enough for the last row.
import { type Page } from '@playwright/test';
import { afterNextRun, expect, openView, resize, test } from './harness';
import { LANGUAGES, putOn } from './screens';

const WALLS = [[1024, 768], [1280, 720], [1366, 768], [1920, 1080], [3840, 2160]];

for (const language of LANGUAGES) {
  test(`all targets on one screen of each size, no text below 2.1 % of its height, ${language}`, async ({ app }) => {
    await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('800'));
    await putOn(app, language, 'light');
    await app.locator('.look select').first().selectOption('projector');
    for (const [width, height] of WALLS) {
      await resize(app, { width, height });
      await expect(app.locator('html')).toHaveAttribute('data-below', width * 3 === height * 4 ? /\b64\b/ : /^((?!\b80\b).)*$/);
      const place = `${width} × ${height}`;
      const rows = await app.locator('.board tbody tr').evaluateAll(rows => rows.map(row => row.getBoundingClientRect().bottom));
      expect(rows.length, place).toBeGreaterThan(4);
      expect(Math.max(...rows), `${place}: the last target`).toBeLessThanOrEqual(height);
      expect(await app.evaluate(() => document.documentElement.scrollHeight - innerHeight), `${place}: scrolling`).toBeLessThanOrEqual(1);
      expect(await app.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${place}: sideways`).toBeLessThanOrEqual(0);
      expect(await smallTexts(app, 0.021 * height), place).toEqual([]);
      expect(await wrapped(app), `${place}: figures and lights in one line`).toEqual([]);
      const filled = await app.locator('.sheet').evaluate(sheet => sheet.lastElementChild!.getBoundingClientRect().bottom);
      if (width * 3 !== height * 4) expect(filled / height, `${place}: share of the height that is used`).toBeGreaterThan(0.8);
    }
  });
}

test('nothing moves on the wall while the last change is played again', async ({ app }) => {
  await resize(app, { width: 1366, height: 768 });
  await afterNextRun(app, () => app.locator('#lever-contract_award').fill('1'));
  await openView(app);
  await app.locator('.look select').first().selectOption('projector');
  await expect(app.locator('.wall')).toBeVisible();
  const before = await places(app);
  await app.locator('.projector-tools button').first().click();
  await expect(app.locator('.projector-tools button').first()).toBeDisabled();
  expect(await places(app)).toEqual(before);
  await expect(app.locator('.projector-tools button').first()).toBeEnabled();
  expect(await places(app)).toEqual(before);
});

// Where board, pictures and levers stand.
function places(app: Page): Promise<string[]> {
  return app.evaluate(() => [...document.querySelectorAll('.board, canvas, .lever')].map(element => {
    const { top, left } = element.getBoundingClientRect();
    return `${element.getAttribute('data-lever') ?? element.tagName} ${Math.round(left)} ${Math.round(top)}`;
  }));
}

// Texts on screen that are set smaller than this, with their size.
function smallTexts(app: Page, least: number): Promise<string[]> {
  return app.evaluate(least => {
    const walker = document.createTreeWalker(document.querySelector('.page')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const { width, height, top } = range.getBoundingClientRect();
      if (width < 2 || height < 2 || top > innerHeight || element.closest('.for-readers, .printout')) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < least) found.push(`${size} px: ${walker.currentNode.textContent!.trim()}`);
    }
    return found;
  }, least);
}

// Figures and lights of the board that take more than one line.
function wrapped(app: Page): Promise<string[]> {
  return app.evaluate(() => [...document.querySelectorAll('.board td b, .board .light')].filter(element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ bottom }) => bottom);
    return Math.max(...tops) - Math.min(...tops) > parseFloat(getComputedStyle(element).fontSize);
  }).map(element => element.textContent!));
}
