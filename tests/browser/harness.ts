// `test` for every spec: a page that fails its test when it writes to the console, throws, or asks for
// anything but its own files; and the steps that most specs share.
import { type Locator, type Page, test as base, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';

export { expect };

export const test = base.extend<{ app: Page; origins: string[] }>({
  // Of servers that a test starts itself; what it asks of them is no foreign request.
  origins: async ({}, use) => use([]),

  // Watched from before the first navigation to the end of the test.
  page: async ({ page, baseURL, origins }, use) => {
    const found: string[] = [];
    page.on('console', message => found.push(`console: ${message.text()}`));
    page.on('pageerror', error => found.push(`thrown: ${error.message}`));
    page.on('request', request => {
      if (![baseURL!, ...origins].some(base => isOwn(request.url(), base))) found.push(`request: ${request.url()}`);
    });
    await use(page);
    expect(found, 'console, errors and foreign requests').toEqual([]);
  },

  // The page, opened and with its first results.
  app: async ({ page, baseURL }, use) => {
    await page.goto(baseURL!);
    await page.locator('[data-ready]').waitFor({ state: 'attached' });
    await use(page);
  },
});

// Waits until a run that began after `act` has been shown, with all its draws.
export async function afterNextRun(page: Page, act: () => Promise<void>) {
  const shown = page.locator('[data-run]');
  const before = await shown.getAttribute('data-run');
  await act();
  await expect(shown).not.toHaveAttribute('data-run', before!);
  // A slow machine takes fewer draws at first; at rest every machine shows the same figures.
  await expect(shown).toHaveAttribute('data-complete', 'true');
}

// Waits for the frame after the next one: what was asked for before is drawn by then.
export function painted(page: Page) {
  return page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
}

// Makes the window another size. The page hears of it with the next frame, before it is painted; a layout that is
// asked for earlier mixes the new width with the form of the old one.
export async function resize(page: Page, size: { width: number; height: number }) {
  await page.setViewportSize(size);
  await painted(page);
}

// That the page computes the very bits that the native build does; the part of the program that says so may still be
// on its way.
export async function expectNativeBits(page: Page) {
  const fingerprint = () => page.evaluate(() => globalThis.tuiyan.probes!.fingerprint());
  await expect.poll(fingerprint).toBe(process.env.TUIYAN_FINGERPRINT);
}

// Opens the menu with size, colours, tour and language, where the head has no room for them.
export async function openView(page: Page) {
  const button = page.locator('.view-button');
  if (await button.isVisible()) await button.click();
}

// Where the thumb of a lever's slider stands, or would stand with another setting.
export async function thumb(slider: Locator, setting?: number): Promise<{ x: number; y: number }> {
  const [value, low, high] = await slider.evaluate((input: HTMLInputElement) => [input.valueAsNumber, Number(input.min), Number(input.max)]);
  const rail = (await slider.locator('xpath=following-sibling::*[1]').locator('.hand-rail').boundingBox())!;
  return { x: rail.x + rail.width * ((setting ?? value) - low) / (high - low), y: rail.y + rail.height / 2 };
}

// Takes the thumb and moves it to a setting in many moves of the mouse, and looks whether it came there. The button
// stays down where `release` says so.
export async function drag(page: Page, slider: Locator, setting: number, { moves = 20, release = true } = {}) {
  // To where nothing lies over it, the strip of effects at the foot of the levers among others.
  await slider.evaluate(input => input.scrollIntoView({ block: 'center' }));
  const [from, to] = [await thumb(slider), await thumb(slider, setting)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await along(page, from, to, moves);
  await expect(slider).toHaveValue(String(setting));
  if (!release) return;
  await page.mouse.up();
  await expect(slider).toHaveValue(String(setting));
}

// Moves the mouse as a hand does, which does not wait until the page has answered the move before: several moves
// fall into one picture.
export async function along(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, moves: number) {
  const IN_ONE_PICTURE = 4;
  const at = (part: number) => page.mouse.move(from.x + (to.x - from.x) * part / moves, from.y + (to.y - from.y) * part / moves);
  for (let first = 1; first <= moves; first += IN_ONE_PICTURE) {
    const count = Math.min(IN_ONE_PICTURE, moves - first + 1);
    await Promise.all(Array.from({ length: count }, (_, step) => at(first + step)));
  }
}

// A finger on the page, over the DevTools protocol.
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return {
    touch,
    // Down, along a line in `moves` moves, and up.
    async swipe(from: { x: number; y: number }, to: { x: number; y: number }, moves = 10) {
      await touch('touchStart', [from]);
      for (let move = 1; move <= moves; move += 1) {
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * move / moves, y: from.y + (to.y - from.y) * move / moves }]);
      }
      await touch('touchEnd', []);
    },
  };
}

// Accessibility problems that axe-core finds, one line each. Evaluated from outside, which the page's
// policy does not concern.
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { preload: false });
    return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
  });
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

function isOwn(address: string, base: string): boolean {
  if (/^(data|blob):/.test(address)) return true;
  const [own, asked] = [new URL(base), new URL(address)];
  return own.protocol === 'file:' ? asked.pathname === own.pathname : asked.origin === own.origin;
}
