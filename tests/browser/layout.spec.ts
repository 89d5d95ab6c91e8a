// Nothing is covered and nothing cut: the head of the page at every width, what is fixed, what is read from a chart.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { afterNextRun, expect, openView, painted, resize, test } from './harness';
import { LANGUAGES, putOn } from './screens';

const WIDTHS = Array.from({ length: 81 }, (_, step) => 320 + 20 * step);

test.describe.configure({ timeout: 600_000 });

for (const language of LANGUAGES) {
  test(`every control of the head can be clicked at every width, ${language} @long`, async ({ app }) => {
    await longestNameOfUndo(app);
    await manyScenarios(app, 9);
    await putOn(app, language, 'light');
    await app.keyboard.press('Control+z');
    for (const size of ['normal', 'large', 'projector']) {
      // The wall has no head; another screen in its type has.
      if (size === 'projector') await app.locator('.screens button').nth(1).click();
      await wear(app, size);
      for (const width of WIDTHS) {
        await resize(app, { width, height: 900 });
        expect(await covered(app, '.top button, .top select, .top .open-file'), `${size}, ${width} px`).toEqual([]);
        expect(await overhang(app), `${size}, ${width} px: sideways`).toBeLessThanOrEqual(0);
      }
      await resize(app, { width: 1440, height: 900 });
    }
  });
}

test('the view menu opens by a click and closes by a choice, by Escape and by a click elsewhere', async ({ app }) => {
  await resize(app, { width: 1024, height: 768 });
  const button = app.getByRole('button', { name: '视图' });
  const look = app.getByRole('combobox', { name: '外观' });
  await expect(look).toBeHidden();
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await look.selectOption({ label: '深色' });
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(look).toBeHidden();
  await expect(button).toBeFocused();
  await app.keyboard.press('Enter');
  await app.keyboard.press('Tab');
  await expect(app.getByRole('combobox', { name: '字号' })).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(look).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await app.getByRole('heading', { level: 1 }).click();
  await expect(look).toBeHidden();
  await button.click();
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.getByRole('button', { name: 'View' })).toHaveAttribute('aria-expanded', 'false');
});

test('what is chosen of the look has its name beside it', async ({ app }) => {
  for (const width of [1360, 1440, 1920]) {
    await resize(app, { width, height: 900 });
    for (const name of ['字号', '外观']) await expect(app.locator('.look').getByText(name, { exact: true })).toBeVisible();
  }
});

test('the reading of a chart shows its whole numbers', async ({ app }) => {
  for (const width of [1440, 768, 360]) {
    await resize(app, { width, height: 900 });
    for (const reader of await app.locator('.reader').all()) {
      await reader.scrollIntoViewIfNeeded();
      await reader.focus();
      for (const key of ['Home', 'End', 'ArrowLeft']) {
        await app.keyboard.press(key);
        const cut = await app.locator('.reading').evaluate(box => {
          const room = box.getBoundingClientRect();
          return [...box.children].filter(cell => cell.scrollWidth > cell.clientWidth + 1
            || cell.getBoundingClientRect().right > room.right + 0.5).map(cell => cell.textContent);
        });
        expect(cut, `${width} px, ${key}`).toEqual([]);
      }
    }
  }
});

for (const [width, height] of [[1440, 900], [1024, 600], [480, 270], [320, 256], [288, 180]]) {
  test(`what the keyboard reaches is seen, ${width} × ${height}`, async ({ app }) => {
    await resize(app, { width, height });
    await app.locator('.tour-ways button').last().click();
    await app.locator('#lever-after_subsidy').focus();
    await app.evaluate(() => window.scrollTo(0, 0));
    await app.locator('.brand').click();
    const hidden: string[] = [];
    for (let stop = 0; stop < 110; stop += 1) {
      await app.keyboard.press('Tab');
      const place = await hiddenFocus(app);
      if (place) hidden.push(place);
    }
    expect(hidden).toEqual([]);
    expect(await fixedShare(app), 'share of the height that is fixed').toBeLessThanOrEqual(height < 420 ? 0 : 1 / 3);
  });
}

test('pictures are drawn anew when the page is zoomed, and when the window goes to another screen', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = query => {
      const list = ask(query);
      if (query.includes('dppx')) globalThis.ofDensity = list;
      return list;
    };
  });
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const canvas = page.locator('canvas').first();
  const drawnFor = async (density: number) => {
    await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width / element.clientWidth)).toBeCloseTo(density, 1);
  };
  for (const zoom of [1.5, 1]) {
    await session.send('Emulation.setDeviceMetricsOverride', { width: 1440 / zoom, height: 900 / zoom, deviceScaleFactor: zoom, mobile: false });
    await drawnFor(zoom);
  }
  for (const deviceScaleFactor of [2, 1.25, 1]) {
    await session.send('Emulation.setDeviceMetricsOverride', { width: 1440, height: 900, deviceScaleFactor, mobile: false });
    // A screen that is only emulated does not say so to those who asked for the density of the one before.
    await page.evaluate(() => globalThis.ofDensity.dispatchEvent(new Event('change')));
    await drawnFor(deviceScaleFactor);
  }
});

test('names without a blank are broken where they must be, on every screen, from 360 px up @long', async ({ app }) => {
  const name = 'Donaudampfschifffahrtsgesellschaft'.repeat(2);
  const region = readFileSync('regions/yiyang-2020.toml', 'utf8')
    .replace(/^(zh|en|document|section|lead) = .*$/gm, `$1 = "${name}"`)
    .replace(/text = "[^"]*"/g, `text = "${name}"`);
  await app.locator('input[type=file]').first().setInputFiles({ name: 'a.toml', mimeType: 'text/plain', buffer: Buffer.from(region) });
  await expect(app.locator('.file-report').getByRole('alert')).toContainText('已');
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('2900'));
  await app.getByRole('button', { name: /^改名：/ }).click();
  await app.keyboard.insertText(name);
  await app.keyboard.press('Enter');
  for (const width of [360, 768]) {
    await resize(app, { width, height: 740 });
    const screens = app.locator('.screens button');
    for (let nth = 0; nth < await screens.count(); nth += 1) {
      await screens.nth(nth).click();
      await painted(app);
      if (await app.getByRole('button', { name: '展开参数表' }).isVisible()) await app.getByRole('button', { name: '展开参数表' }).click();
      const origin = app.locator('button.origin').first();
      if (await origin.isVisible()) await origin.click();
      if (await app.locator('#paste-area').isVisible()) {
        await app.locator('#paste-area').fill(`指标\t2018年\t${name}\n${name}\t12\t3\n地区生产总值\t${name}\t1`);
        await app.getByRole('button', { name: '读取', exact: true }).click();
        await expect(app.locator('.unknown-names')).toBeVisible();
      }
      await painted(app);
      expect(await beyond(app), `${width} px, ${await screens.nth(nth).innerText()}`).toEqual([]);
    }
  }
});

// What reaches beyond the window, where the page can be scrolled sideways.
async function beyond(app: Page): Promise<string[]> {
  if (await overhang(app) <= 0) return [];
  return app.evaluate(() => [...document.querySelectorAll('#app *')]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => `${element.tagName}.${element.className} “${element.textContent!.slice(0, 20)}”`).slice(0, 12));
}

// A step whose name is as long as steps get.
async function longestNameOfUndo(app: Page) {
  await afterNextRun(app, () => app.locator('#lever-statistics_coverage').fill('100'));
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('2900'));
}

async function manyScenarios(app: Page, count: number) {
  for (let made = 2; made < count; made += 1) await app.locator('.scenario-tools button').first().click();
  await expect(app.locator('.scenario')).toHaveCount(count);
}

async function wear(app: Page, size: string) {
  await openView(app);
  await app.locator('.look select').first().selectOption(size);
  await expect(app.locator('html')).toHaveAttribute('data-size', size);
}

// Visible controls that a click in their middle or at an end does not hit.
function covered(app: Page, controls: string): Promise<string[]> {
  return app.evaluate(controls => {
    const found: string[] = [];
    for (const control of document.querySelectorAll(controls)) {
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      if (width === 0 || getComputedStyle(control).visibility === 'hidden') continue;
      const middle = (top + bottom) / 2;
      for (const x of [left + 3, (left + right) / 2, right - 3]) {
        const hit = document.elementFromPoint(x, middle);
        if (!hit || !(control === hit || control.contains(hit))) {
          found.push(`${control.textContent!.trim().slice(0, 20)} ${Math.round(left)}–${Math.round(right)} at ${Math.round(x)}: ${hit?.className ?? 'outside'}`);
          break;
        }
      }
      if (height < 24) found.push(`${control.textContent}: ${height} px high`);
    }
    return found;
  }, controls);
}

// How far the page reaches beyond the window, CSS pixels.
function overhang(app: Page): Promise<number> {
  return app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

// What has the focus and is wholly covered by something else or out of the window.
function hiddenFocus(app: Page): Promise<string | null> {
  return app.evaluate(() => {
    const element = document.activeElement!;
    if (element === document.body) return null;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    for (const x of [left + 2, (left + right) / 2, right - 2]) {
      for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
        const hit = document.elementFromPoint(x, y);
        if (hit && (hit === element || element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element))) return null;
      }
    }
    return `${element.tagName} ${element.id || element.className} “${element.textContent!.slice(0, 20)}” at ${Math.round(top)}`;
  });
}

// The share of the window's height that stays when the page is scrolled.
function fixedShare(app: Page): Promise<number> {
  return app.evaluate(async () => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await new Promise(requestAnimationFrame);
    const bars = [...document.querySelectorAll('.top, .strip, .dock, .lever-effects')];
    const heights = bars.filter(bar => ['fixed', 'sticky'].includes(getComputedStyle(bar).position))
      .filter(bar => bar.clientWidth > innerWidth / 2)
      .map(bar => bar.getBoundingClientRect()).filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
      .map(({ top, bottom }) => Math.min(bottom, innerHeight) - Math.max(top, 0));
    return heights.reduce((sum, height) => sum + height, 0) / innerHeight;
  });
}
