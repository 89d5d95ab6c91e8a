// The screen of the data as a planner uses it: next year's plan, a start from blank, pasted tables.
import { type Page } from '@playwright/test';
import { accessibilityProblems, expect, openView, resize, test } from './harness';

test.beforeEach(async ({ app }) => {
  await app.getByRole('button', { name: '数据', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('益阳市的数据：基期2019年，规划2020年');
});

test('the plan for 2021 begins with that for 2020 @both', async ({ app }) => {
  await app.getByRole('button', { name: '开始2021年规划' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('益阳市的数据：基期2020年，规划2021年');
  await expect(field(app, '全社会研发经费（2020年）')).toHaveValue('34.94');
  await expect(app.getByRole('heading', { name: /^先核实这些假设/ })).toBeVisible();
  // A figure that a person has found takes the place of the stand-in.
  await app.getByLabel('出处', { exact: true }).first().fill('益阳市科技局统计');
  await enter(app, '新认定高新技术企业（2020年）', '６１家');
  await expect(origin(app, '新认定高新技术企业（2020年）')).toContainText('公开统计');
  await expect(origin(app, '新认定高新技术企业（2020年）')).toHaveAttribute('title', /益阳市科技局统计/);
  await app.getByRole('button', { name: '推演台', exact: true }).click();
  await expect(app.getByRole('main').getByText(/2021年/).first()).toBeVisible();
  await expect(app.locator('.city select')).toHaveValue('yiyang-2021');
});

test('eight figures bring the first projections @both', async ({ app }) => {
  await app.getByRole('button', { name: '从空白地区开始' }).click();
  await expect(app.getByRole('heading', { name: /^先填这[1-8]个数/ })).toBeVisible();
  await expect(app.getByText(/^现在能推演/)).toHaveCount(0);
  const title = await app.getByRole('heading', { name: /^先填这/ }).innerText();
  const count = Number(/[1-8]/.exec(title)![0]);
  const ids = await app.locator('#asks > .ask-list input').evaluateAll(fields => fields.map(field => field.id));
  expect(ids.length).toBe(count);
  for (const id of ids) {
    const field = app.locator(`#${id}`);
    await field.fill('12');
    await field.press('Enter');
    await expect(app.locator(`#${id.replace('ask-', 'figure-')}`)).toHaveValue('12');
  }
  await expect(app.getByText(/^现在能推演[1-9][0-9]*项指标/)).toBeVisible();
  await expect(app.getByRole('heading', { name: /^还缺/ })).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
  for (let step = 0; step <= count; step++) await app.getByRole('button', { name: /^撤销/ }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('益阳市的数据：基期2019年，规划2020年');
});

test('a pasted history is shown, mended and taken over as one step', async ({ app }) => {
  const rows = ['指标\t2016年\t2017年\t2018年', '全社会研发经费（亿元）\t１５．６①\t约19\t23.4', '地区生产总值\t1,494亿元\t1,560.2亿元\t—', '研发费用\t1\t2\t3'];
  await paste(app, '#paste-area', rows.join('\n'));
  const preview = app.locator('#preview');
  await expect(preview).toBeFocused();
  await expect(preview.getByRole('heading')).toHaveText('读懂4个数；4格有问题；1格空着');
  await expect(preview.getByText('第2行第3列（全社会研发经费）：“约19”是条件或范围，请填一个数')).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
  await preview.getByRole('button', { name: '采用这4个数' }).click();
  await expect(field(app, '全社会研发经费（2016年）')).toHaveValue('15.6');
  await expect(field(app, '地区生产总值（2017年）')).toHaveValue('1,560.2');
  await expect(origin(app, '全社会研发经费（2016年）')).toContainText('假设');
  await app.keyboard.press('Control+z');
  await expect(field(app, '全社会研发经费（2016年）')).toHaveValue('');
  await expect(field(app, '地区生产总值（2017年）')).toHaveValue('');
});

test('a name that the model does not know can be told', async ({ app }) => {
  await paste(app, '#paste-area', '\t2017\t2018\n研发投入总额\t19\t23');
  const preview = app.locator('#preview');
  await expect(preview.getByRole('heading')).toHaveText('读懂0个数；2格有问题；0格空着');
  await preview.getByLabel('“研发投入总额”是哪一项').selectOption('rd');
  await expect(preview.getByRole('heading')).toHaveText('读懂2个数；0格有问题；0格空着');
  await preview.getByRole('button', { name: '不采用' }).click();
  await expect(preview).toHaveCount(0);
});

test('what is wrong in bare numbers is named as the person sees it', async ({ app }) => {
  await paste(app, '[id="gdp-2017"]', '1,560\t1,650\t1,785\n19.1\t23.4\tabc');
  const preview = app.locator('#preview');
  await expect(preview.getByText('第2行第3列（全社会研发经费）：“abc”不是数')).toBeVisible();
});

test('bare numbers lie where they are pasted, and merged cells of a web table are understood', async ({ app }) => {
  await paste(app, '[id="rd-2016"]', '15.6\t19.1\n7\t8');
  await expect(app.locator('#preview').getByRole('heading')).toHaveText(/^读懂4个数/);
  await app.locator('#preview').getByRole('button', { name: '不采用' }).click();
  const html = '<table><tr><th rowspan=2>指标</th><th colspan=2>年份</th></tr><tr><td>2017</td><td>2018</td></tr><tr><td>全社会研发经费</td><td>19.1</td><td>23.4</td></tr></table>';
  await paste(app, '#paste-area', 'x\ty', html);
  await app.locator('#preview').getByRole('button', { name: '采用这2个数' }).click();
  await expect(field(app, '全社会研发经费（2018年）')).toHaveValue('23.4');
});

test('a bad entry is answered, the previous value stays, and an origin can be changed', async ({ app }) => {
  const gdp = field(app, '地区生产总值（2019年）');
  await enter(app, '地区生产总值（2019年）', '很多');
  await expect(app.getByRole('alert')).toHaveText('“很多”不是数，请填数字，例如12.5。已保留原值。');
  await expect(gdp).toHaveValue('1,785');
  await enter(app, '地区生产总值（2019年）', '１，７９２．５亿元');
  await expect(gdp).toHaveValue('1,792.5');
  await expect(app.getByRole('alert')).toHaveCount(0);
  await origin(app, '地区生产总值（2019年）').click();
  const row = app.getByRole('group', { name: '地区生产总值（2019年）的出处' });
  await expect(row).toBeFocused();
  await row.getByRole('combobox').selectOption('published');
  await row.getByLabel('出处', { exact: true }).fill('2019年统计公报');
  await row.getByLabel('版本', { exact: true }).fill('快报');
  await row.getByLabel('误差（%）').fill('0.5');
  await row.getByRole('button', { name: '收起' }).click();
  await expect(origin(app, '地区生产总值（2019年）')).toHaveAttribute('title', /^公开统计：2019年统计公报/);
  await expect(gdp).toBeFocused();
  // Another source is not of the old one's vintage, unless a person says so.
  await origin(app, '地区生产总值（2019年）').click();
  await row.getByLabel('出处', { exact: true }).fill('2020年统计年鉴');
  await row.getByLabel('误差（%）').click();
  await expect(row.getByRole('status')).toContainText('没有沿用：快报');
  await expect(row.getByLabel('版本', { exact: true })).toHaveValue('');
  await expect(origin(app, '地区生产总值（2019年）')).toHaveAttribute('title', '公开统计：2020年统计年鉴');
  await row.getByRole('button', { name: '仍然沿用' }).click();
  await expect(row.getByLabel('版本', { exact: true })).toHaveValue('快报');
  await expect(row.getByRole('status')).toHaveCount(0);
});

test('assumptions and parameters are changed, marked and put back', async ({ app }) => {
  await enter(app, '地区生产总值实际增速（2021年）', '6.5');
  await expect(app.locator('#assumptions').getByText('已改')).toBeVisible();
  await app.getByRole('button', { name: '恢复：地区生产总值实际增速' }).click();
  await expect(app.locator('#assumptions').getByText('已改')).toHaveCount(0);
  await app.getByRole('button', { name: '展开参数表' }).click();
  await enter(app, '研发增速的惯性：最可能', '0.5');
  await expect(app.locator('#parameters').getByRole('alert')).toContainText('低≤最可能≤高');
  await enter(app, '研发增速的惯性：最可能', '0.3');
  await expect(app.getByText('已改，模型为0.1、0.22、0.33')).toBeVisible();
  await expect(app.getByRole('heading', { name: /已改1个/ })).toBeVisible();
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.getByRole('button', { name: '恢复参数：研发增速的惯性' }).click();
  await expect(field(app, '研发增速的惯性：最可能')).toHaveValue('0.22');
});

test('by keyboard alone, from the table down to its origin', async ({ app }) => {
  await field(app, '地区生产总值（2018年）').focus();
  await app.keyboard.type('1650.3');
  await app.keyboard.press('Enter');
  await expect(field(app, '地区生产总值（2018年）')).toHaveValue('1,650.3');
  await expect(field(app, '全社会研发经费（2018年）')).toBeFocused();
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('Tab');
  await expect(origin(app, '地区生产总值（2018年）')).toBeFocused();
  await app.keyboard.press('Enter');
    await expect(app.getByRole('group', { name: '地区生产总值（2018年）的出处' })).toBeFocused();
  await field(app, '地区生产总值（2018年）').focus();
  await app.keyboard.press('Control+z');
  await expect(field(app, '地区生产总值（2018年）')).toHaveValue('');
});

test('speaks English and fits 360 pixels', async ({ app }) => {
  await resize(app, { width: 360, height: 740 });
  expect(await overhang(app)).toBeLessThanOrEqual(0);
  await openView(app);
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Data of Yiyang');
  await enter(app, 'GDP (2018)', '165');
  await expect(field(app, 'GDP (2018)')).toHaveValue('165');
  expect(await overhang(app)).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(app)).toEqual([]);
});

async function enter(page: Page, label: string, entry: string) {
  await field(page, label).fill(entry);
  await field(page, label).press('Tab');
}

function field(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

function origin(page: Page, label: string) {
  return page.getByRole('button', { name: new RegExp(`^${label.replace(/[()（）]/g, '.')}：`) });
}

// What the browser does when a person pastes: an event that carries the flavours of the clipboard.
async function paste(page: Page, selector: string, text: string, html = '') {
  await page.locator(selector).evaluate((field, [text, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (html) clipboardData.setData('text/html', html);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, [text, html]);
}

function overhang(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
