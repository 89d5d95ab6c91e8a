// What a person typed and nobody took does not go with the page without a word: the browser asks.
import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './harness';

const screen = (app: Page, name: string) => app.getByRole('navigation', { name: '页面' }).getByText(name, { exact: true }).click();

// The browser's questions, answered with "stay".
function staying(page: Page) {
  const asked: string[] = [];
  page.on('dialog', dialog => { asked.push(dialog.type()); return dialog.dismiss(); });
  return asked;
}

async function type(field: Locator, text: string) {
  await field.click();
  await field.press('Control+a');
  await field.pressSequentially(text);
}

// A person presses F5; the page may stay.
const leave = (app: Page) => app.evaluate(() => { setTimeout(() => location.reload()); });

const FIELDS: [string, string, (app: Page) => Locator][] = [
  ['a lever', '推演台', app => app.locator('[data-lever="hnte_coaching"] .lever-head input')],
  ['the ceiling', '推演台', app => app.locator('.ceiling input')],
  ['a threshold', '目标', app => app.locator('.thresholds input').nth(1)],
  ['a figure', '数据', app => app.locator('[id="gdp-2018"]')],
];

for (const [name, at, field] of FIELDS) {
  test(`a bad entry in ${name} is answered before the page goes`, async ({ app }) => {
    const asked = staying(app);
    await screen(app, at);
    await type(field(app), '五成');
    await leave(app);
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(app.getByRole('alert').first()).toBeVisible();
    // It was read, or could be: nothing is unfinished any more.
    await app.reload();
    await app.locator('[data-ready]').waitFor({ state: 'attached' });
    expect(asked).toEqual(['beforeunload']);
  });
}

test('a form that is open, or was left with its screen, is not lost without a question', async ({ app }) => {
  const asked = staying(app);
  await screen(app, '目标');
  await app.locator('tr[data-target="Y5"]').getByRole('button', { name: /^编辑/ }).click();
  const form = app.getByRole('form', { name: '目标内容' });
  await type(form.getByLabel('牵头单位'), '成果科');
  await leave(app);
  await expect.poll(() => asked.length).toBe(1);
  await expect(form.getByLabel('牵头单位')).toHaveValue('成果科');
  await screen(app, '推演台');
  await leave(app);
  await expect.poll(() => asked.length).toBe(2);
  await screen(app, '目标');
  await expect(form.getByLabel('牵头单位')).toHaveValue('成果科');
  await form.getByRole('button', { name: '取消' }).click();
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  expect(asked.length).toBe(2);
});

test('a half-filled form of a target is not lost with the page, open or closed', async ({ app }) => {
  const asked = staying(app);
  await screen(app, '目标');
  const edit = app.locator('tr[data-target="Y5"]').getByRole('button', { name: /^编辑/ });
  await edit.click();
  const lead = app.getByRole('form', { name: '目标内容' }).getByLabel('牵头单位');
  await lead.fill('规划科');
  await leave(app);
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await edit.click();
  await expect(lead).toHaveCount(0);
  await leave(app);
  await expect.poll(() => asked).toEqual(['beforeunload', 'beforeunload']);
  await edit.click();
  await expect(lead).toHaveValue('规划科');
});

test('a pasted table that waits to be taken is not lost without a question', async ({ app }) => {
  const asked = staying(app);
  await screen(app, '数据');
  await app.locator('#paste-area').fill('指标\t2018年\n地区生产总值\t1650');
  await app.getByRole('button', { name: '读取', exact: false }).first().click();
  await expect(app.locator('#preview')).toBeVisible();
  await leave(app);
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await app.locator('#preview').getByRole('button', { name: '采用这1个数' }).click();
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  expect(asked).toEqual(['beforeunload']);
});
