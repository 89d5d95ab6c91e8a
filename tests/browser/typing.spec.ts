// Typing: what belongs to the text, to the input method and to the plan; nothing typed is lost without a word.
import { type CDPSession, type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';

const field = (app: Page, lever: string) => app.locator(`[data-lever="${lever}"] .lever-head input`);
const slider = (app: Page, lever: string) => app.locator(`#lever-${lever}`);
const undo = (app: Page) => app.locator('.steps .step').first();
const said = (app: Page) => app.locator('.said');
const screen = (app: Page, nth: number) => app.locator('.screens button').nth(nth).click();

// A key as Windows reports it that the input method has used.
async function usedKey(session: CDPSession, key: string) {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
  }
}

test('the keys of the input method enter, cancel, move and search nothing', async ({ app }) => {
  const session = await app.context().newCDPSession(app);
  const compose = (text: string) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await app.getByRole('button', { name: '＋新方案' }).click();
  await app.getByRole('button', { name: /^改名：/ }).click();
  const name = app.locator('.scenario-field');
  await app.keyboard.press('Control+a');
  for (const key of ['Enter', 'Escape']) {
    await compose("wen'tou'ru");
    await usedKey(session, key);
    await expect(name).toBeFocused();
  }
  await session.send('Input.insertText', { text: '稳投入' });
  await usedKey(session, 'Enter');
  await expect(name).toHaveValue('稳投入');
  await app.keyboard.press('Enter');
  await expect(app.locator('.scenarios .current')).toContainText('稳投入');

  await field(app, 'hnte_coaching').focus();
  await usedKey(session, 'ArrowUp');
  await expect(slider(app, 'hnte_coaching')).toHaveValue('0');

  await screen(app, 3);
  const search = app.locator('#search-numbers');
  await search.click();
  const all = await app.locator('.all-numbers li').count();
  await compose("yan'fa");
  await expect(search).toHaveValue("yan'fa");
  expect(await app.locator('.all-numbers li').count()).toBe(all);
  await session.send('Input.insertText', { text: '研发' });
  await expect.poll(() => app.locator('.all-numbers li').count()).toBeLessThan(all);
  await expect(app.locator('.all-numbers li').first()).toContainText('研发');
});

test('a press elsewhere during a composition keeps what was confirmed and no half word', async ({ app }) => {
  const session = await app.context().newCDPSession(app);
  await app.getByRole('button', { name: '＋新方案' }).click();
  await app.getByRole('button', { name: /^改名：/ }).click();
  await app.keyboard.insertText('稳');
  await session.send('Input.imeSetComposition', { text: "tou'ru", selectionStart: 6, selectionEnd: 6 });
  await app.locator('h1').first().click();
  await expect(app.locator('.scenarios .current .scenario-name')).toHaveText('稳');
});

test('Ctrl+Z belongs to the text while there is typing, and to the plan otherwise, which is said', async ({ app }) => {
  await afterNextRun(app, () => slider(app, 'hnte_award').fill('30'));
  await screen(app, 3);
  const search = app.locator('#search-numbers');
  await search.click();
  await app.keyboard.type('研发');
  await app.keyboard.press('Control+z');
  await expect(search).not.toHaveValue('研发');
  await expect(said(app)).toBeEmpty();
  await app.keyboard.press('Control+Shift+z');
  await expect(search).toHaveValue('研发');
  await search.fill('');
  await app.locator('.screens button').nth(3).focus();
  await search.focus();
  await app.keyboard.press('Control+z');
  await expect(said(app)).toHaveText('已撤销：高企认定奖励：0→30万元/家');
  await app.keyboard.press('Control+y');
  await expect(said(app)).toHaveText('已重做：高企认定奖励：0→30万元/家');
  await screen(app, 0);
  await expect(slider(app, 'hnte_award')).toHaveValue('30');
});

// Where one can type, on which screen.
const TEXTS: [string, number, (app: Page) => ReturnType<Page['locator']>][] = [
  ['a lever', 0, app => field(app, 'hnte_coaching')],
  ['the ceiling', 0, app => app.locator('.ceiling input')],
  ['a threshold', 2, app => app.locator('.thresholds input').nth(1)],
  ['the search', 3, app => app.locator('#search-numbers')],
  ['a figure', 4, app => app.locator('.data-table .entry input').first()],
];

for (const [name, at, text] of TEXTS) {
  test(`typing into ${name} is undone before the plan is, and Escape gives the text back`, async ({ app }) => {
    await afterNextRun(app, () => slider(app, 'hnte_award').fill('30'));
    await screen(app, at);
    await text(app).click();
    const before = await text(app).inputValue();
    await app.keyboard.press('End');
    await app.keyboard.type('7');
    await expect(text(app)).toHaveValue(`${before}7`);
    await app.keyboard.press('Control+z');
    await expect(text(app)).toHaveValue(before);
    await expect(said(app)).toBeEmpty();
    await app.keyboard.type('7');
    if (name !== 'the search') {
      await app.keyboard.press('Escape');
      await expect(text(app)).toHaveValue(before);
      await expect(text(app)).toBeFocused();
      await app.keyboard.press('Tab');
      await expect(text(app)).toHaveValue(before);
    }
    await expect(undo(app)).toHaveText(/高企认定奖励/);
  });
}

test('Escape takes the steps of the arrows back too, and leaves no step', async ({ app }) => {
  const coaching = field(app, 'hnte_coaching');
  await coaching.click();
  await app.keyboard.press('Control+a');
  await app.keyboard.type('30');
  await app.keyboard.press('ArrowUp');
  await expect(slider(app, 'hnte_coaching')).toHaveValue('35');
  await app.keyboard.press('ArrowUp');
  await expect(coaching).toHaveValue('40');
  await app.keyboard.press('Escape');
  await expect(coaching).toHaveValue('0');
  await expect(slider(app, 'hnte_coaching')).toHaveValue('0');
  await expect(undo(app)).toBeDisabled();
});

test('a typed number is entered when the page goes, the scenario or the screen changes', async ({ app }) => {
  await field(app, 'hnte_coaching').click();
  await app.keyboard.press('Control+a');
  await app.keyboard.type('35');
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(field(app, 'hnte_coaching')).toHaveValue('35');
  await field(app, 'hnte_coaching').click();
  await app.keyboard.press('Control+a');
  await app.keyboard.type('45');
  await screen(app, 2);
  await screen(app, 0);
  await expect(field(app, 'hnte_coaching')).toHaveValue('45');
  await field(app, 'hnte_coaching').click();
  await app.keyboard.press('Control+a');
  await app.keyboard.type('55');
  await app.locator('.scenarios button.scenario').first().click();
  await expect(field(app, 'hnte_coaching')).toHaveValue('0');
  await app.locator('.scenarios button.scenario').nth(1).click();
  await expect(field(app, 'hnte_coaching')).toHaveValue('55');
  const ceiling = app.locator('.ceiling input');
  await ceiling.click();
  await app.keyboard.type('900');
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(ceiling).toHaveValue('900');
});

test('what was typed and typed back does not hide what the lever does next', async ({ app }) => {
  await field(app, 'hnte_coaching').click();
  await app.keyboard.press('End');
  await app.keyboard.type('5');
  await app.keyboard.press('Backspace');
  await app.keyboard.press('Tab');
  await slider(app, 'hnte_coaching').fill('60');
  await expect(field(app, 'hnte_coaching')).toHaveValue('60');
});

test('a bad entry is answered where it is, and the click that left the field counts', async ({ app }) => {
  const beside = app.locator('[data-lever="hnte_renewal_service"]');
  const clicks: [string, () => Promise<void>][] = [
    ['the same field’s ＋', () => expect(field(app, 'hnte_coaching')).toHaveValue('5')],
    ['the next lever’s ＋', () => expect(beside.locator('.lever-head input')).not.toHaveValue('0')],
  ];
  const targets = [app.locator('[data-lever="hnte_coaching"] .lever-head button').last(), beside.locator('.lever-head button').last()];
  for (const [nth, [name, holds]] of clicks.entries()) {
    await field(app, 'hnte_coaching').click();
    await app.keyboard.press('Control+a');
    await app.keyboard.type('abc');
    const box = (await targets[nth].boundingBox())!;
    await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await app.mouse.down();
    if (nth > 0) await expect(app.locator('[data-lever="hnte_coaching"] .field-problem')).toContainText('abc');
    expect(await targets[nth].boundingBox(), name).toEqual(box);
    await app.mouse.up();
    await holds();
  }
});

test('a name or a ceiling that is being typed survives what the page draws meanwhile', async ({ app }) => {
  await app.getByRole('button', { name: '＋新方案' }).click();
  const redraw = () => afterNextRun(app, () => slider(app, 'hnte_award').evaluate((input: HTMLInputElement) => {
    input.stepUp(1);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }));
  await app.getByRole('button', { name: /^改名：/ }).click();
  await app.keyboard.type('稳投');
  await redraw();
  await app.keyboard.type('入');
  await expect(app.locator('.scenario-field')).toHaveValue('稳投入');
  await app.keyboard.press('Enter');
  await expect(app.locator('.scenarios .current')).toContainText('稳投入');
  await app.locator('.ceiling input').click();
  await app.keyboard.type('12');
  await redraw();
  await app.keyboard.type('34');
  await app.keyboard.press('Enter');
  await expect(app.locator('.ceiling input')).toHaveValue('1,234');
});
