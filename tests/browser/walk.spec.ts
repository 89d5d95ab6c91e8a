// Every control that can be typed in or dragged, on every screen: what the page draws meanwhile leaves the control itself
// in the hand, with what the hand has done so far.
import { type Locator, type Page } from '@playwright/test';
import { afterNextRun, drag, expect, painted, test, thumb } from './harness';

const screen = (app: Page, nth: number) => app.locator('.screens button').nth(nth).click();

// The system's look changes: everything is drawn anew.
let isDark = false;
async function redraw(app: Page) {
  isDark = !isDark;
  await app.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  await painted(app);
}

// Types, has the page drawn, types on, and gives the text back.
async function typeInto(app: Page, control: Locator, name: string) {
  await control.scrollIntoViewIfNeeded();
  await control.click();
  const before = await control.inputValue();
  await control.evaluate(element => { globalThis.inHand = element; });
  await app.keyboard.press('End');
  await app.keyboard.type('1');
  await redraw(app);
  await app.keyboard.type('2');
  const [isSame, value] = await control.evaluate((element: HTMLInputElement) => [element === globalThis.inHand && element === document.activeElement, element.value]);
  expect([isSame, value], name).toEqual([true, `${before}12`]);
  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+z');
  if (await control.inputValue() !== before) await control.fill(before);
}

const SCREENS: [string, (app: Page) => Promise<void>][] = [
  ['desk', app => screen(app, 0)],
  ['desk, a lever by year', async app => {
    await screen(app, 0);
    await app.locator('.lever-years summary').first().click();
  }],
  ['compare', app => screen(app, 1)],
  ['targets', app => screen(app, 2)],
  ['a target', async app => {
    await screen(app, 2);
    await app.locator('main button').filter({ hasText: '新增目标' }).first().click();
    await expect(app.locator('.target-form')).toBeVisible();
  }],
  ['numbers', app => screen(app, 3)],
  ['data', app => screen(app, 4)],
  ['output', app => screen(app, 5)],
];

const FIELDS = ':is(input[type=text], input[type=search], textarea):visible:not([readonly]):not(:disabled):not(#paste-area)';
// The rows of a table are alike.
const MOST = 40;

for (const [name, open] of SCREENS) {
  test(`typing goes on while the page is drawn: ${name} @long`, async ({ app }) => {
    test.slow();
    await open(app);
    const all = app.locator(FIELDS);
    const count = await all.count();
    for (let nth = 0; nth < count; nth += Math.max(1, Math.ceil(count / MOST))) await typeInto(app, all.nth(nth), `${name}, field ${nth}`);
  });
}

test('a drag goes on while the page is drawn, and while another scenario is counted', async ({ app }) => {
  const lever = app.locator('#lever-hnte_coaching');
  await drag(app, lever, 40, { release: false });
  await lever.evaluate(element => { globalThis.inHand = element; });
  await redraw(app);
  const to = await thumb(lever, 80);
  await app.mouse.move(to.x, to.y, { steps: 5 });
  await expect(lever).toHaveValue('80');
  expect(await lever.evaluate(element => element === globalThis.inHand && element === document.activeElement)).toBe(true);
  await app.mouse.up();
  await expect(lever).toHaveValue('80');
});

test('reading a chart by keys goes on while its lever is answered', async ({ app }) => {
  const reader = app.locator('.reader').first();
  await reader.focus();
  const year = Number(await reader.getAttribute('aria-valuenow'));
  await app.keyboard.press('ArrowRight');
  await afterNextRun(app, () => app.locator('#lever-hnte_award').evaluate((input: HTMLInputElement) => {
    input.stepUp(5);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }));
  await app.keyboard.press('ArrowRight');
  await expect(reader).toBeFocused();
  await expect(reader).toHaveAttribute('aria-valuenow', String(year + 2));
});

test('a figure that is entered with Enter is answered while the next one is typed', async ({ app }) => {
  await screen(app, 4);
  const cells = app.locator('.data-table').first().locator('tbody tr td[data-column="2020"] input, tbody tr td[data-column] input');
  await cells.first().click();
  const column = await cells.first().evaluate(input => input.closest('td')!.getAttribute('data-column'));
  const rows = app.locator('.data-table').first().locator(`td[data-column="${column}"] input`);
  const next = await rows.nth(1).inputValue();
  await app.keyboard.press('End');
  await app.keyboard.type('1');
  await app.keyboard.press('Enter');
  await expect(rows.nth(1)).toBeFocused();
  await app.keyboard.press('End');
  for (const digit of ['3', '4', '5']) {
    await app.keyboard.type(digit);
    await redraw(app);
  }
  await expect(rows.nth(1)).toHaveValue(`${next}345`);
});
