// Numbers and tables as hands put them in: one reader at every door, nothing moves from under a click,
// nothing that was typed or pasted is lost without a word.
import { type Locator, type Page } from '@playwright/test';
import { expect, painted, test } from './harness';

const UNREADABLE = ['1,5', '10,50', '1，5', '1 5', '0，8', '1.234,5', '12,34', '1,2,3.4'];

test('separators that group no thousands are refused at every door, with the same sentence', async ({ app }) => {
  await to(app, '推演台');
  const lever = app.locator('[data-lever="after_subsidy"] input[type=text]').first();
  await refuses(app, lever, '0');
  await to(app, '数据');
  await refuses(app, app.locator('[id="gdp-2018"]'), '');
  await refuses(app, app.locator('#figure-gdp'), '1,785');
  await to(app, '目标');
  await refuses(app, app.getByRole('group', { name: '用词门槛' }).getByLabel(/^确保/), '90');
  const goal = app.getByRole('region', { name: '反推' }).getByLabel(/^达到/);
  for (const entry of UNREADABLE) {
    await type(goal, entry);
    await goal.press('Tab');
    await expect(app.getByRole('region', { name: '反推' }).getByRole('alert')).toContainText('分隔符不合规');
  }
  await app.locator('tr[data-target="Y5"]').getByRole('button', { name: /^编辑/ }).click();
  const form = app.getByRole('form', { name: '目标内容' });
  for (const entry of UNREADABLE) {
    await type(form.getByLabel('底线'), entry);
    await app.keyboard.press('Enter');
    await expect(form.getByText('分隔符不合规')).toBeVisible();
  }
});

test('a scale word is money once', async ({ app }) => {
  await to(app, '数据');
  const gdp = app.locator('[id="gdp-2018"]');
  for (const [entry, shown] of [['861亿', '861'], ['1792亿元', '1,792'], ['3万亿', '30,000'], ['1亿2000万', '1.2'], ['12亿3456万', '12.3456']]) {
    await type(gdp, entry);
    await gdp.press('Tab');
    await expect(gdp).toHaveValue(shown);
  }
  for (const entry of ['3千', '3百万']) {
    await type(gdp, entry);
    await gdp.press('Tab');
    await expect(app.getByRole('alert')).toContainText('有歧义');
    await expect(gdp).toHaveValue('12.3456');
  }
});

test('an entry stands in its field while the next control is being pressed', async ({ app }) => {
  const cases: [string, Locator, string, string][] = [
    ['数据', app.locator('[id="gdp-2018"]'), '1650', '1,650'],
    ['目标', app.getByRole('group', { name: '用词门槛' }).getByLabel(/^确保/), '88', '88'],
  ];
  for (const [screen, field, entry, shown] of cases) {
    await to(app, screen);
    await type(field, entry);
    const box = (await app.getByRole('navigation', { name: '页面' }).getByText('推演台', { exact: true }).boundingBox())!;
    await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await app.mouse.down();
    await expect(field).not.toBeFocused();
    await painted(app);
    expect(await field.inputValue()).toBe(entry);
    await app.mouse.up();
    await to(app, screen);
    await expect(field).toHaveValue(shown);
  }
});

test('a click after a bad entry, and after a good one, meets what it was meant for', async ({ app }) => {
  await to(app, '数据');
  await type(app.locator('[id="gdp-2018"]'), 'abc');
  await press(app, app.locator('[data-row="rd"][data-column="2019"] button.origin'));
  await expect(app.getByRole('group', { name: '全社会研发经费（2019年）的出处' })).toBeFocused();
  await expect(app.getByRole('alert')).toContainText('“abc”不是数');
  // And back: the error goes away below the hand.
  await type(app.locator('[id="gdp-2018"]'), '1650');
  await press(app, app.getByRole('button', { name: '收起' }));
  await expect(app.getByRole('group', { name: '全社会研发经费（2019年）的出处' })).toHaveCount(0);
  await expect(app.locator('[id="gdp-2018"]')).toHaveValue('1,650');
  await to(app, '目标');
  await app.locator('[data-ladder]').first().getByRole('button', { name: /^用作底线/ }).first().click();
  await expect(app.locator('[data-ladder]').first()).toContainText('即现底线');
  await type(app.getByRole('group', { name: '用词门槛' }).getByLabel(/^确保/), 'abc');
  await press(app, app.locator('[data-ladder]').first().getByRole('button', { name: /^复制句子/ }));
  await expect(app.locator('[data-ladder]').first().getByText('已复制')).toBeVisible();
  await expect(app.getByRole('group', { name: '用词门槛' }).getByRole('alert')).toContainText('不是数');
});

test('what is typed into the data is there when its screen goes away under it', async ({ app }) => {
  await to(app, '数据');
  await type(app.locator('[id="gdp-2018"]'), '1650');
  // A key that leaves the screen leaves the field without leaving it.
  await app.getByRole('navigation', { name: '页面' }).getByText('目标').evaluate((button: HTMLElement) => button.click());
  await to(app, '数据');
  await expect(app.locator('[id="gdp-2018"]')).toHaveValue('1,650');
});

test('the form of a target that is left with its screen comes back as it was', async ({ app }) => {
  await to(app, '目标');
  await app.locator('tr[data-target="Y5"]').getByRole('button', { name: /^编辑/ }).click();
  await type(app.getByRole('form', { name: '目标内容' }).getByLabel('牵头单位'), '规划科');
  await to(app, '推演台');
  await to(app, '目标');
  const form = app.getByRole('form', { name: '目标内容' });
  await expect(form.getByLabel('牵头单位')).toHaveValue('规划科');
  await form.getByRole('button', { name: '取消' }).click();
  await to(app, '推演台');
  await to(app, '目标');
  await expect(form).toHaveCount(0);
});

test('a bad entry is answered though the press that left its field opened another screen', async ({ app }) => {
  const said = app.locator('.file-report').getByRole('alert');
  const lever = app.locator('[data-lever="after_subsidy"] .lever-head input').first();
  for (const screen of ['目标', '数据', '为什么']) {
    await to(app, '推演台');
    await type(lever, '77x');
    await to(app, screen);
    await expect(said).toHaveText(/^企业研发后补助：“77x”.*已保留原值。$/);
  }
  await to(app, '推演台');
  await expect(lever).toHaveValue('0');
  // It goes with the next thing that is done.
  await type(lever, '300');
  await lever.press('Enter');
  await expect(said).toHaveCount(0);
  await to(app, '数据');
  await type(app.locator('[id="gdp-2018"]'), '77x');
  await to(app, '推演台');
  await expect(said).toHaveText(/^地区生产总值（2018年）：“77x”.*已保留原值。$/);
  await app.locator('.file-report').getByRole('button').click();
  await to(app, '目标');
  await type(app.getByRole('group', { name: '用词门槛' }).getByLabel(/^确保/), '五成');
  await to(app, '推演台');
  await expect(said).toHaveText(/^确保：“五成”.*已保留原值。$/);
  await app.locator('.file-report').getByRole('button').click();
  // Whoever could read it beside the field hears it once.
  await type(lever, '77x');
  await lever.press('Enter');
  await expect(app.locator('[data-lever="after_subsidy"]').getByRole('alert')).toContainText('已保留原值');
  await to(app, '数据');
  await expect(said).toHaveCount(0);
});

test('a form in which something stands makes way for no other', async ({ app }) => {
  await to(app, '目标');
  const edit = (id: string) => app.locator(`tr[data-target="${id}"]`).getByRole('button', { name: /^编辑/ });
  const form = app.getByRole('form', { name: '目标内容' });
  const words = form.getByText('先保存或放弃正在填写的目标');
  await edit('Y5').click();
  // Nothing stands in it yet.
  await edit('Y3').click();
  await expect(edit('Y3')).toHaveAttribute('aria-expanded', 'true');
  await type(form.getByLabel('牵头单位'), '规划科');
  await edit('Y5').click();
  await expect(words).toBeVisible();
  await expect(words).toBeInViewport();
  await expect(form.getByLabel('牵头单位')).toHaveValue('规划科');
  await expect(edit('Y3')).toHaveAttribute('aria-expanded', 'true');
  await app.getByRole('button', { name: '新增目标' }).click();
  await expect(words).toBeVisible();
  await expect(form).toHaveCount(1);
  await form.getByRole('button', { name: '取消' }).click();
  await edit('Y3').click();
  await expect(form.getByLabel('牵头单位')).not.toHaveValue('规划科');
  await expect(words).toHaveCount(0);
});

test('a form that is closed otherwise than by its buttons comes back with what was typed', async ({ app }) => {
  await to(app, '目标');
  const edit = (id: string) => app.locator(`tr[data-target="${id}"]`).getByRole('button', { name: /^编辑/ });
  const form = app.getByRole('form', { name: '目标内容' });
  await edit('Y5').click();
  await type(form.getByLabel('牵头单位'), '规划科');
  await edit('Y5').click();
  await expect(form).toHaveCount(0);
  await edit('Y3').click();
  await type(form.getByLabel('牵头单位'), '成果科');
  // Escape takes back what is being typed into one field; once more, and the form closes.
  await app.keyboard.press('Tab');
  await app.keyboard.type('高新区');
  await app.keyboard.press('Escape');
  await expect(form).toHaveCount(1);
  await app.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await app.getByRole('button', { name: '新增目标' }).click();
  await type(form.getByLabel('牵头单位'), '高新科');
  await app.keyboard.press('Tab');
  await app.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  for (const [id, lead] of [['Y5', '规划科'], ['Y3', '成果科']]) {
    await edit(id).click();
    await expect(form.getByLabel('牵头单位')).toHaveValue(lead);
    await form.getByRole('button', { name: '取消' }).click();
  }
  await app.getByRole('button', { name: '新增目标' }).click();
  await expect(form.getByLabel('牵头单位')).toHaveValue('高新科');
});

test('a pasted table and what is typed into the box come back with their screen', async ({ app }) => {
  await to(app, '数据');
  await app.locator('#paste-area').fill('还没读');
  await paste(app, '#paste-area', '指标\t2018年\t2019年\n地区生产总值\t1650\t1791');
  const title = app.locator('#preview-title');
  await expect(title).toContainText('读懂2个数');
  await to(app, '目标');
  await to(app, '数据');
  await expect(title).toContainText('读懂2个数');
  await expect(app.locator('#paste-area')).toHaveValue('还没读');
  await app.getByRole('button', { name: '采用这2个数' }).click();
  await expect(app.locator('[id="gdp-2018"]')).toHaveValue('1,650');
  await to(app, '目标');
  await to(app, '数据');
  await expect(app.locator('#preview')).toHaveCount(0);
});

test('a scenario is not called as the one without changes, and a name ends where it would be cut', async ({ app }) => {
  const strip = app.getByRole('navigation', { name: '方案' });
  await strip.getByRole('button', { name: '＋新方案' }).click();
  const rename = async (name: string) => {
    await strip.getByRole('button', { name: /^改名：/ }).click();
    await type(strip.getByLabel('方案名称'), name);
    await app.keyboard.press('Enter');
  };
  await rename('现状延续');
  await expect(app.locator('.file-report').getByRole('alert')).toHaveText('没有改动：“现状延续”是不作改动的那个方案的名称，请换一个。');
  await expect(strip.getByRole('button', { name: '改名：方案1' })).toBeVisible();
  await strip.getByRole('button', { name: /^改名：/ }).click();
  await type(strip.getByLabel('方案名称'), '长'.repeat(85));
  await expect(strip.getByLabel('方案名称')).toHaveValue('长'.repeat(80));
});

test('an emptied lever says that nothing was entered', async ({ app }) => {
  const lever = app.locator('[data-lever="after_subsidy"] .lever-head input').first();
  await lever.fill('');
  await lever.press('Enter');
  await expect(app.locator('[data-lever="after_subsidy"]').getByRole('alert')).toHaveText('没有填数，请填数字，例如12.5。已保留原值。');
});

test('a double click on 删除 removes one target', async ({ app }) => {
  await to(app, '目标');
  const rows = app.locator('tr[data-target]');
  const before = await rows.count();
  await rows.nth(2).getByRole('button', { name: /^删除/ }).dblclick();
  await expect(rows).toHaveCount(before - 1);
});

test('half a word of the input method is not searched', async ({ app, context }) => {
  await to(app, '为什么');
  const field = app.locator('#search-numbers');
  await field.click();
  const devtools = await context.newCDPSession(app);
  const found = app.getByRole('main').getByRole('status');
  const all = await found.first().innerText();
  await devtools.send('Input.imeSetComposition', { text: "yan'fa", selectionStart: 6, selectionEnd: 6 });
  await expect(field).toHaveValue("yan'fa");
  await expect(found.first()).toHaveText(all);
  await expect(app.getByText('没有找到')).toHaveCount(0);
  await devtools.send('Input.insertText', { text: '研发' });
  await expect(field).toHaveValue('研发');
  await expect(found.first()).not.toHaveText(all);
});

test('twenty thousand unknown names are asked about some at a time', async ({ app }) => {
  await to(app, '数据');
  const lines = Array.from({ length: 19_999 }, (_, at) => `未知${at + 1}\t${at}`);
  const began = Date.now();
  await paste(app, '#paste-area', ['指标\t2018年', ...lines].join('\n'));
  const preview = app.locator('#preview');
  await expect(preview.getByLabel('“未知1”是哪一项').or(preview.getByLabel('「未知1」是哪一项'))).toBeVisible();
  const took = Date.now() - began;
  const nodes = await preview.evaluate(section => section.querySelectorAll('*').length);
  test.info().annotations.push({ type: 'measured', description: `${took} ms, ${nodes} elements` });
  expect(nodes).toBeLessThan(2_000);
  await preview.getByRole('button', { name: '下一组' }).click();
  await expect(preview.getByText('现列第7—12个')).toBeVisible();
});

test('heads are years in many forms, parts of a year are left out aloud', async ({ app }) => {
  await to(app, '数据');
  await paste(app, '#paste-area', "指标\t2017/12/31\t2018年（预计）\t2019年1—9月\t同比增长\n地区生产总值\t1560\t1650\t1300\t7.2");
  const preview = app.locator('#preview');
  await expect(preview.getByText('第4列“2019年1—9月”只是一年中的一段，没有采用。')).toBeVisible();
  await expect(preview.getByText('第5列“同比增长”看不出是哪一年的数，没有采用。')).toBeVisible();
  await preview.getByRole('button', { name: '采用这2个数' }).click();
  await expect(app.locator('[id="gdp-2017"]')).toHaveValue('1,560');
  await expect(app.locator('[id="gdp-2018"]')).toHaveValue('1,650');
  await expect(app.locator('#figure-gdp')).toHaveValue('1,785');
});

test('a corrected figure keeps its source, and a table without one says so before it is taken', async ({ app }) => {
  await to(app, '数据');
  const gdp = app.locator('#figure-gdp');
  const origin = app.locator('[data-row="gdp"][data-column="2019"] button.origin');
  const before = await origin.getAttribute('title');
  await type(gdp, '1790');
  await gdp.press('Tab');
  await expect(gdp).toHaveValue('1,790');
  await expect(origin).toHaveAttribute('title', before!);
  await paste(app, '#paste-area', '指标\t2018年\t2019年\n地区生产总值\t1650\t1791');
  const preview = app.locator('#preview');
  await expect(preview.getByText('没写出处：其中1个数将记为假设')).toBeVisible();
  await expect(preview.getByText('1个数改的是已有的数，沿用原来的出处')).toBeVisible();
  await type(preview.getByLabel('出处', { exact: true }), '统计公报');
  await app.keyboard.press('Enter');
  await expect(preview.getByText('记为公开统计：统计公报。')).toBeVisible();
  await preview.getByRole('button', { name: '采用这2个数' }).click();
  await expect(origin).toHaveAttribute('title', '公开统计：统计公报');
});

async function to(page: Page, screen: string) {
  await page.getByRole('navigation', { name: '页面' }).getByText(screen, { exact: true }).click();
}

// By keyboard, as a hand does: into the field, over what stands there.
async function type(field: Locator, text: string) {
  await field.click();
  await field.press('Control+a');
  await field.pressSequentially(text);
}

async function refuses(page: Page, field: Locator, value: string) {
  for (const entry of UNREADABLE) {
    await type(field, entry);
    await field.press('Tab');
    await expect(page.getByRole('alert').first()).toContainText('分隔符不合规');
    await expect(field).toHaveValue(value);
  }
}

// A press of the mouse that rests on the control before it is let go.
async function press(page: Page, control: Locator) {
  await control.scrollIntoViewIfNeeded();
  const box = (await control.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await painted(page);
  await page.mouse.up();
}

// What the browser does when a person pastes: an event that carries the flavours of the clipboard.
async function paste(page: Page, selector: string, text: string) {
  await page.locator(selector).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
