// Fingers: scrolling moves no lever, a thumb follows; the wheel changes nothing.
import { type Page } from '@playwright/test';
import { drag, expect, finger, resize, test, thumb } from './harness';

test.use({ hasTouch: true });

const SIZES = [{ width: 1024, height: 768 }, { width: 390, height: 844 }, { width: 1920, height: 1080 }];
const undo = (app: Page) => app.locator('.steps .step').first();

const values = (app: Page) => app.locator('#levers input').evaluateAll(all => all.map(one => (one as HTMLInputElement).value));
const scrolled = (app: Page) => app.evaluate(() => document.scrollingElement!.scrollTop + document.querySelector('.desk')!.scrollTop);

for (const size of SIZES) {
  test(`32 swipes over rails, thumbs and fields move the page and no lever, ${size.width}×${size.height} @long`, async ({ app }) => {
    test.slow();
    await resize(app, size);
    const { swipe } = await finger(app);
    const before = await values(app);
    const places = app.locator('#levers :is(.lever-hand, .lever-head input)');
    let moved = 0;
    for (let nth = 0; nth < 32; nth += 1) {
      const place = places.nth(nth);
      await place.scrollIntoViewIfNeeded();
      const box = (await place.boundingBox())!;
      // At the thumb of a lever at present, in the middle of the rail, at its end.
      const from = { x: box.x + box.width * [0.02, 0.5, 0.9][nth % 3], y: box.y + box.height / 2 };
      const way = from.y > size.height / 2 ? -200 : 200;
      const start = await scrolled(app);
      await swipe(from, { x: from.x + 4, y: from.y + way });
      if (await scrolled(app) !== start) moved += 1;
    }
    expect(await values(app)).toEqual(before);
    await expect(undo(app)).toBeDisabled();
    expect(moved).toBeGreaterThan(16);
  });
}

test('a tap on a rail changes nothing; a finger moves the thumb sideways, in one step', async ({ app }) => {
  await resize(app, SIZES[1]);
  const { touch, swipe } = await finger(app);
  const lever = app.locator('#lever-hnte_coaching');
  await lever.scrollIntoViewIfNeeded();
  const half = await thumb(lever, 50);
  await app.touchscreen.tap(half.x, half.y);
  await expect(lever).toHaveValue('0');
  // Beside the thumb, where a finger comes down.
  const at = await thumb(lever);
  await swipe({ x: at.x + 15, y: at.y + 12 }, { x: half.x + 15, y: at.y + 12 }, 20);
  await expect(lever).toHaveValue('50');
  await undo(app).click();
  await expect(lever).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();

  await lever.scrollIntoViewIfNeeded();
  const again = await thumb(lever);
  await touch('touchStart', [again]);
  for (const x of [10, 30, 60, 90]) await touch('touchMove', [{ x: again.x + x, y: again.y }]);
  await expect(lever).not.toHaveValue('0');
  await touch('touchCancel', []);
  await expect(lever).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();
});

test('two fingers that come down on a thumb move no lever', async ({ app }) => {
  const { touch } = await finger(app);
  const lever = app.locator('#lever-hnte_coaching');
  await lever.scrollIntoViewIfNeeded();
  const at = await thumb(lever);
  const both = (apart: number) => [{ x: at.x + 2, y: at.y - apart }, { x: at.x + 6, y: at.y + apart }];
  await touch('touchStart', [both(8)[0]]);
  await touch('touchStart', both(8));
  for (const apart of [20, 40, 60, 80]) await touch('touchMove', both(apart));
  await touch('touchEnd', []);
  await expect(lever).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();
});

test('a chart is read where it is tapped, one at a time, and not while somebody scrolls', async ({ app }) => {
  const { swipe } = await finger(app);
  const readers = app.locator('.reader');
  await readers.first().scrollIntoViewIfNeeded();
  const box = (await readers.first().boundingBox())!;
  await app.touchscreen.tap(box.x + box.width * 0.85, box.y + box.height / 2);
  await expect(app.locator('.reading, .reader .before')).toHaveCount(1);
  const [first, year, last] = await readers.first().evaluate(reader =>
    ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map(name => Number(reader.getAttribute(name))));
  expect(year, 'a year in the right half').toBeGreaterThan((first + last) / 2);
  const other = (await readers.nth(1).boundingBox())!;
  await app.touchscreen.tap(other.x + other.width * 0.6, other.y + other.height / 2);
  await expect(app.locator('.reading, .reader .before')).toHaveCount(1);
  await expect(readers.nth(1).locator('dl')).toHaveCount(1);
  await app.touchscreen.tap(box.x + 5, box.y - 30);
  await expect(app.locator('.reader dl')).toHaveCount(0);
  const start = await scrolled(app);
  await swipe({ x: box.x + box.width / 2, y: box.y + 40 }, { x: box.x + box.width / 2, y: box.y - 260 });
  await expect.poll(() => scrolled(app)).not.toBe(start);
  await expect(app.locator('.reader dl')).toHaveCount(0);
});

test('the wheel over a field, a slider or a list that has the keyboard changes nothing', async ({ app }) => {
  await drag(app, app.locator('#lever-hnte_coaching'), 40);
  const before = await values(app);
  const lists = await app.locator('select').evaluateAll(all => all.map(one => (one as HTMLSelectElement).value));
  for (const control of [app.locator('#lever-hnte_coaching'), app.locator('[data-lever="hnte_coaching"] .lever-head input'), app.locator('.ceiling input'), app.locator('.strip select')]) {
    await control.scrollIntoViewIfNeeded();
    await control.focus();
    const box = (await control.boundingBox())!;
    await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await app.mouse.wheel(0, 120);
    await app.mouse.wheel(0, -240);
  }
  expect(await values(app)).toEqual(before);
  expect(await app.locator('select').evaluateAll(all => all.map(one => (one as HTMLSelectElement).value))).toEqual(lists);
});
