// What the page says was saved, copied or handed over is so, and else it says what to do.
import { type Page } from '@playwright/test';
import { expect, test } from './harness';
import { test as hosted } from './host';

const said = (page: Page) => page.locator('.output-said');
const toOutput = (page: Page) => page.getByRole('navigation', { name: '页面' }).getByText('输出', { exact: true }).click();

// What a browser may do with a copy: refuse it, or say that it did it and ask nobody what.
const COPIES: [string, boolean][] = [['is refused', false], ['is said to be done and is not', true]];

for (const [what, answer] of COPIES) {
  test(`a copy that ${what} is not called done, and the link can be taken by hand`, async ({ app }) => {
    await toOutput(app);
    await app.evaluate(answer => { document.execCommand = () => answer; }, answer);
    await app.locator('#share').getByRole('button', { name: /复制/ }).click();
    await expect(said(app)).toContainText('浏览器不许本页写剪贴板');
    await expect(said(app)).not.toContainText('已复制');
    const link = app.getByRole('textbox', { name: '链接' });
    await link.focus();
    const chosen = await link.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
    expect(chosen).toBe(await link.inputValue());
  });
}

test('a copy is what was to be copied', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await toOutput(app);
  const link = await app.getByRole('textbox', { name: '链接' }).inputValue();
  await app.locator('#share').getByRole('button', { name: /复制/ }).click();
  await expect(said(app)).toContainText('已复制');
  expect(await app.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

// The browser's console says that it blocked the download, so this page is not one that must be silent.
hosted('a frame that may not download does not say that it saved', async ({ browser, site }) => {
  const portal = await site();
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${portal}/host.html`);
  await page.evaluate(src => {
    const frame = Object.assign(document.createElement('iframe'), { src, width: 1200, height: 800 });
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    document.body.append(frame);
  }, `${portal}/tuiyan.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-ready]')).toBeAttached();
  const downloads: string[] = [];
  page.on('download', download => downloads.push(download.suggestedFilename()));
  await frame.getByRole('navigation', { name: '页面' }).getByText('输出', { exact: true }).click();
  await frame.getByRole('button', { name: '保存规划文件' }).click();
  await expect(frame.locator('.output-said')).toContainText('下载没有出现时');
  expect(downloads).toEqual([]);
  await page.context().close();
});

test('there is no link of a region of one’s own without its figures, and the page says so', async ({ app, browser }) => {
  await app.getByRole('combobox', { name: '换城市' }).selectOption('blank');
  await app.getByRole('navigation', { name: '页面' }).getByText('数据', { exact: true }).click();
  const figure = app.locator('#figure-gdp');
  await figure.fill('4532');
  await figure.press('Enter');
  await expect(figure).toHaveValue('4,532');
  await toOutput(app);
  await expect(app.locator('#share').getByRole('alert')).toContainText('链接须附上地区数据');
  await expect(app.getByRole('textbox', { name: '链接' })).toHaveCount(0);
  await app.getByRole('checkbox', { name: '附上地区数据' }).check();
  const link = await app.getByRole('textbox', { name: '链接' }).inputValue();
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await other.goto(link);
  await other.getByRole('button', { name: '打开这份规划' }).click();
  await other.getByRole('navigation', { name: '页面' }).getByText('数据', { exact: true }).click();
  await expect(other.locator('#figure-gdp')).toHaveValue('4,532');
  await other.context().close();
});

test('the years that were chosen for the next plan stay chosen, and its start takes nothing away for good', async ({ app }) => {
  const lever = app.locator('#lever-hnte_award');
  await lever.fill('30');
  await app.getByRole('navigation', { name: '页面' }).getByText('数据', { exact: true }).click();
  const next = app.locator('#next-year');
  const years = [next.getByLabel('基期年'), next.getByLabel('规划年')];
  await years[0].selectOption('2020');
  await years[1].selectOption('2023');
  await expect(next.getByText('上次的方案不带过来')).toBeVisible();
  await next.getByRole('button', { name: '开始2023年规划' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('规划2023年');
  await expect(years[0]).toHaveValue('2020');
  await expect(years[1]).toHaveValue('2023');
  await app.getByRole('button', { name: /^撤销：开始下一年度规划/ }).click();
  await app.getByRole('navigation', { name: '页面' }).getByText('推演台', { exact: true }).click();
  await expect(lever).toHaveValue('30');
});
