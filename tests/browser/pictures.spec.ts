// The pictures of the manual, `cargo xtask pictures`: docs/images/. WebP, for text and lines in a tenth of the bytes.
import { type Locator, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterNextRun, expect, resize, test } from './harness';
import { SCREENS, twoPackages } from './screens';

const folder = process.env.TUIYAN_PICTURES ?? resolve(__dirname, '../../target/screenshots/manual');
const screens = new Map(SCREENS);
const MARGIN = 12;

test.describe.configure({ timeout: 120_000 });
test.use({ actionTimeout: 20_000, viewport: { width: 1280, height: 800 } });

test('the first results @pictures', async ({ app }) => {
  await window(app, 'workbench');
  await window(app, 'manual-board');
});

test('the board in parts @pictures', async ({ app }) => {
  await screens.get('board')!(app);
  await twoPackages(app);
  await part(app, 'manual-card', app.locator('[data-indicator="rd_intensity"]').first());
  await part(app, 'manual-lever', app.locator('[data-lever="hnte_coaching"]'));
});

for (const screen of ['compare', 'data', 'targets', 'output']) {
  test(`the screen ${screen} @pictures`, async ({ app }) => {
    await twoPackages(app);
    await screens.get(screen)!(app);
    await window(app, `manual-${screen}`, 1100);
  });
}

test('a number and the map @pictures', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('1000'));
  await screens.get('number')!(app);
  await window(app, 'manual-why', 1000);
  await screens.get('map')!(app);
  await app.locator('.map-choices input').check();
  await expect(app.locator('.map button')).toHaveCount(9);
  await part(app, 'manual-map', app.locator('#screen'), { width: 1100, height: 1000 });
});

test('the projector @pictures', async ({ app }) => {
  await resize(app, { width: 1920, height: 1080 });
  await twoPackages(app);
  await app.locator('.look select').first().selectOption('projector');
  await window(app, 'manual-projector', 1080, 0.667);
});

// What the window shows from the top of the page.
async function window(app: Page, name: string, height = 800, scale = 1) {
  const { width } = app.viewportSize()!;
  await resize(app, { width, height });
  await app.mouse.move(0, 0);
  await app.evaluate(() => scrollTo(0, 0));
  await save(app, name, { x: 0, y: 0, width, height, scale });
}

async function part(app: Page, name: string, element: Locator, most = { width: Infinity, height: Infinity }) {
  await app.mouse.move(0, 0);
  await app.evaluate(() => (document.activeElement as HTMLElement).blur());
  // Nothing that stays in sight may lie over the part.
  await resize(app, { width: app.viewportSize()!.width, height: 2000 });
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  const [x, y] = [Math.max(0, box.x - MARGIN), Math.max(0, box.y - MARGIN)];
  const scrolled = await app.evaluate(() => scrollY);
  await save(app, name, { x, y: y + scrolled, width: Math.min(box.width + 2 * MARGIN, most.width), height: Math.min(box.height + 2 * MARGIN, most.height), scale: 1 });
}

async function save(app: Page, name: string, clip: { x: number; y: number; width: number; height: number; scale: number }) {
  // Charts follow a new width a frame later.
  await app.evaluate(() => new Promise(done => setTimeout(() => requestAnimationFrame(done), 300)));
  const session = await app.context().newCDPSession(app);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80, clip, captureBeyondViewport: true });
  const bytes = Buffer.from(data, 'base64');
  expect(bytes.length, name).toBeLessThan(150_000);
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, `${name}.webp`), bytes);
}
