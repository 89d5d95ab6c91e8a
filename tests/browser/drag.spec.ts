// Levers under the mouse: the value that the hand wanted, and one step however the drag ends.
import { type Page } from '@playwright/test';
import { afterNextRun, drag, expect, resize, test, thumb } from './harness';
import { call, embedded, test as hosted } from './host';

const undo = (app: Page) => app.locator('.steps .step').first();
const slider = (app: Page, lever: string) => app.locator(`#lever-${lever}`);

// The end of the range that is farther away, so that the drag is a long one.
async function farEnd(app: Page, id: string) {
  return app.locator(`#${id}`).evaluate((input: HTMLInputElement) => {
    const [low, high] = [Number(input.min), Number(input.max)];
    return input.valueAsNumber - low < high - input.valueAsNumber ? high : low;
  });
}

test('every untouched lever follows the mouse to the end in 20 moves, and undo takes the whole drag back @long', async ({ app }) => {
  test.slow();
  const ids = await app.locator('#levers input[type=range]').evaluateAll(all => all.map(one => one.id));
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    const lever = app.locator(`#${id}`);
    const before = await lever.inputValue();
    await drag(app, lever, await farEnd(app, id));
    await app.keyboard.press('Control+z');
    await expect(lever, id).toHaveValue(before);
    await expect(undo(app), id).toBeDisabled();
  }
});

test('a lever of the wall follows the mouse, also one that was folded away, and stays where it is', async ({ app }) => {
  await resize(app, { width: 1920, height: 1080 });
  await app.locator('.look select').first().selectOption('projector');
  const pinned = app.locator('#levers input[type=range]:visible');
  await expect(pinned).toHaveCount(5);
  await drag(app, pinned.nth(1), Number(await pinned.nth(1).getAttribute('max')));
  await app.locator('#levers details.lever-group > summary').last().click();
  const folded = app.locator('#levers details.lever-group input[type=range]').last();
  await folded.evaluate(input => { globalThis.dragged = input; });
  await drag(app, folded, Number(await folded.getAttribute('max')));
  expect(await folded.evaluate(input => input === globalThis.dragged && input.isConnected)).toBe(true);
});

const ENDINGS: [string, (app: Page) => Promise<void>][] = [
  ['the button is released outside of the window', async app => {
    await app.mouse.move(120, -40);
    await app.mouse.up();
  }],
  ['another window comes to the front', async app => {
    const session = await app.context().newCDPSession(app);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    const other = await app.context().newPage();
    await other.bringToFront();
    await app.waitForFunction(() => !document.hasFocus());
    await other.close();
  }],
  ['a menu opens', app => app.mouse.down({ button: 'right' })],
  ['the page is hidden', async app => {
    await app.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }],
];

for (const [name, end] of ENDINGS) {
  test(`a drag is one step and over when ${name}`, async ({ app }) => {
    await drag(app, slider(app, 'hnte_coaching'), 60, { release: false });
    await end(app);
    const reached = await slider(app, 'hnte_coaching').inputValue();
    await app.mouse.move(10, 400, { steps: 3 });
    await expect(slider(app, 'hnte_coaching')).toHaveValue(reached);
    await app.mouse.up({ button: 'right' });
    await app.mouse.up();
    await drag(app, slider(app, 'hnte_award'), 30);
    await undo(app).click();
    await expect(slider(app, 'hnte_award')).toHaveValue('0');
    await expect(slider(app, 'hnte_coaching')).toHaveValue(reached);
    await undo(app).click();
    await expect(slider(app, 'hnte_coaching')).toHaveValue('0');
    await expect(undo(app)).toBeDisabled();
  });
}

test('Escape during a drag brings the value back and leaves no step, and the scenario goes that it made', async ({ app }) => {
  const lever = slider(app, 'hnte_coaching');
  await drag(app, lever, 60, { release: false });
  await app.keyboard.press('Escape');
  await expect(lever).toHaveValue('0');
  await app.mouse.move(30, 300, { steps: 3 });
  await app.mouse.up();
  await expect(lever).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();
  await expect(app.locator('.scenarios li')).toHaveCount(1);
  await drag(app, lever, 60);
});

test('what could be redone can be redone after a drag that came to nothing', async ({ app }) => {
  await drag(app, slider(app, 'hnte_award'), 30);
  await app.keyboard.press('Control+z');
  const redo = app.locator('.steps .step').nth(1);
  await expect(redo).toBeEnabled();
  await drag(app, slider(app, 'hnte_coaching'), 60, { release: false });
  await app.keyboard.press('Escape');
  await app.mouse.up();
  await expect(redo).toBeEnabled();
  await drag(app, slider(app, 'hnte_coaching'), 60, { release: false });
  const start = await thumb(slider(app, 'hnte_coaching'), 0);
  await app.mouse.move(start.x - 30, start.y, { steps: 5 });
  await app.mouse.up();
  await expect(slider(app, 'hnte_coaching')).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();
  await redo.click();
  await expect(slider(app, 'hnte_award')).toHaveValue('30');
});

test('keys during a drag neither end it nor divide it; undo during a drag ends it', async ({ app }) => {
  const lever = slider(app, 'hnte_coaching');
  await drag(app, lever, 40, { release: false });
  await app.keyboard.press('Tab');
  await app.keyboard.press('Tab');
  await app.keyboard.press('5');
  const to = await thumb(lever, 60);
  await app.mouse.move(to.x, to.y, { steps: 5 });
  await app.mouse.up();
  await expect(lever).toHaveValue('60');
  await app.locator('h1').first().click();
  await app.keyboard.press('Control+z');
  await expect(lever).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();

  await drag(app, lever, 60, { release: false });
  await app.keyboard.press('Control+z');
  await expect(lever).toHaveValue('0');
  await app.mouse.move(20, 300, { steps: 3 });
  await app.mouse.up();
  await expect(lever).toHaveValue('0');
});

test('drag, arrow keys and drag are three steps; a key that is held down is one', async ({ app }) => {
  const lever = slider(app, 'hnte_coaching');
  await drag(app, lever, 40);
  for (let press = 0; press < 3; press += 1) await app.keyboard.down('ArrowRight');
  await app.keyboard.up('ArrowRight');
  await expect(lever).toHaveValue('55');
  await drag(app, lever, 80);
  for (const value of ['55', '40', '0']) {
    await app.keyboard.press('Control+z');
    await expect(lever).toHaveValue(value);
  }
  await expect(undo(app)).toBeDisabled();
});

test('a click on the rail sets the lever; one on the thumb does not', async ({ app }) => {
  const lever = slider(app, 'hnte_coaching');
  await lever.scrollIntoViewIfNeeded();
  const half = await thumb(lever, 50);
  await app.mouse.click(half.x, half.y);
  await expect(lever).toHaveValue('50');
  await app.mouse.click(half.x + 5, half.y);
  await expect(lever).toHaveValue('50');
  await expect(lever).toBeFocused();
});

test('a value off the grid is shown by field, thumb and words alike until a hand moves it', async ({ app }) => {
  const lever = slider(app, 'hnte_coaching');
  const field = app.locator('[data-lever="hnte_coaching"] .lever-head input');
  for (const [entry, up, down] of [['33', '35', '30'], ['0.4', '5', '0']]) {
    await field.fill(entry);
    await afterNextRun(app, () => field.press('Enter'));
    await expect(field).toHaveValue(entry);
    await expect(lever).toHaveValue(entry);
    await expect(lever).toHaveAttribute('aria-valuetext', new RegExp(`^${entry}%`));
    await expect(app.locator('[data-lever="hnte_coaching"] .lever-outcome')).toContainText(`${entry}个百分点`);
    const at = await thumb(lever);
    await app.mouse.click(at.x, at.y);
    await expect(lever).toHaveValue(entry);
    await lever.press('ArrowRight');
    await expect(lever).toHaveValue(up);
    await field.fill(entry);
    await field.press('Enter');
    await field.press('ArrowDown');
    await expect(lever).toHaveValue(down);
    await expect(field).toHaveValue(down);
  }
});

hosted('a plan that the page around sets in the middle of a drag ends the drag, and nothing sticks', async ({ page, site }) => {
  const portal = await site();
  const frame = await embedded(page, portal);
  const lever = frame.locator('#lever-hnte_award');
  await expect(frame.locator('[data-ready]')).toBeAttached();
  await lever.fill('10');
  const { plan } = await call(page, 'getPlan');
  await drag(page, lever, 30, { release: false });
  await call(page, 'setPlan', plan);
  await expect(lever).toHaveValue('10');
  await page.mouse.up();
  await expect(lever).toHaveValue('10');
  // The next change is a step of its own.
  const other = frame.locator('#lever-hnte_coaching');
  await drag(page, other, 40);
  await frame.locator('.steps .step').first().click();
  await expect(other).toHaveValue('0');
  await expect(lever).toHaveValue('10');
});
