// What the address asks for: a portal or a bookmark opens the page with a city, a screen, a language, without
// some parts, for looking only. docs/嵌入.md lists the parameters.
import { type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, resize, test } from './harness';

async function open(page: Page, base: string, query: string) {
  await page.goto(`${base}?${query}`);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
}

const city = (page: Page) => page.getByRole('combobox', { name: /换城市|City/ }).locator('option:checked');
const report = (page: Page) => page.locator('.file-report');

test('a city, a screen, a language and a look are opened @both', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'city=tongren-2020&view=targets&lang=en&theme=dark&size=large');
  await expect(city(page)).toHaveText('Tongren 2020');
  await expect(page.locator('main.targets')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await expect(report(page)).toHaveCount(0);
  // What an address asks for is not what a person chose.
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
});

test('a city that was worked on opens as it was kept', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'city=tongren-2020');
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('20'));
  await expect(page.locator('.plans-button')).toContainText('已存');
  await open(page, baseURL!, 'city=tongren-2020');
  await expect(page.locator('#lever-hnte_award')).toHaveValue('20');
  await open(page, baseURL!, 'city=shiyan-2020');
  await expect(page.locator('#lever-hnte_award')).toHaveValue('0');
});

test('a scenario is taken in hand by its position', async ({ page, baseURL }) => {
  await open(page, baseURL!, '');
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('20'));
  await expect(page.locator('.plans-button')).toContainText('已存');
  await open(page, baseURL!, 'scenario=1');
  await expect(page.locator('.scenario[aria-pressed="true"]')).toContainText('现状延续');
  await open(page, baseURL!, 'scenario=2');
  await expect(page.locator('.scenario[aria-pressed="true"]')).toContainText('方案1');
});

const PARTS: [string, string][] = [
  ['head', '.top'], ['screens', '.screens'], ['files', '.top .open-file'], ['history', '.steps'], ['look', '.look'],
  ['language', '.switch-language'], ['help', '.help'], ['city', '.city'], ['scenarios', '.scenarios'],
  ['levers', '#levers'], ['side', '.side'], ['foot', '.foot'],
];

test('each part can be left out, and the others stay', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'lang=zh-CN');
  for (const [, part] of PARTS) await expect(page.locator(part).first(), part).toBeVisible();
  for (const [name, part] of PARTS) {
    await open(page, baseURL!, `hide=${name}`);
    await expect(page.locator(part).first(), name).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const visible = PARTS.filter(([other]) => other !== name && !(name === 'head' && inHead.includes(other)));
    for (const [, other] of visible) await expect(page.locator(other).first(), `${name}: ${other}`).toBeVisible();
  }
  await open(page, baseURL!, `hide=${PARTS.map(([name]) => name).join(',')}`);
  expect(await accessibilityProblems(page)).toEqual([]);
  await expect(page.locator('#screen')).toBeVisible();
});

const inHead = ['screens', 'files', 'history', 'look', 'language', 'help'];

test('for looking only: everything can be seen, nothing changed or kept', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'readonly=1');
  await expect(page.getByText('只供查看')).toBeVisible();
  await expect(page.locator('#lever-hnte_award')).toBeDisabled();
  for (const name of ['新方案', '全部恢复', '打开文件', '撤销']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '目标', exact: true }).click();
  await expect(page.locator('main.targets')).toBeVisible();
  await expect(page.locator('main.targets .target-tools button, main.targets form')).toHaveCount(0);
  await page.getByRole('button', { name: '数据', exact: true }).click();
  await expect(page.locator('main.data input:visible').first()).toBeDisabled();
  expect(await page.locator('main.data').locator('input:visible, select:visible, textarea:visible').evaluateAll(
    fields => fields.filter(field => !field.matches(':disabled')).length)).toBe(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.said')).toHaveText('只供查看');
  await expect(page.locator('main.data')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan')))).toEqual([]);
});

test('a file that is dropped on a page for looking is refused in words', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'readonly=1');
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{}'], 'a.tuiyan.json'));
    document.querySelector('.page')!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
  });
  await expect(report(page)).toContainText('只供查看');
});

test('with storage=host the browser keeps nothing, and the page says that no host does where there is none', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'storage=host');
  await expect(page.locator('.plans-button')).toContainText('没有页面接管');
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('20'));
  await expect(page.locator('.plans-button')).toContainText('没有页面接管');
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan')))).toEqual([]);
  await page.reload();
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(page.locator('#lever-hnte_award')).toHaveValue('0');
});

test('what the address says wrongly is told and the rest is done', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'theme=%3Cscript%3E&lang=../../&view=__proto__&hide=constructor,foot&city=atlantis&scenario=9&src=evil&ticket=1');
  await expect(report(page)).toContainText('theme=<script>');
  for (const told of ['lang=../../', 'view=__proto__', 'hide=constructor', 'city=atlantis', 'scenario=9']) {
    await expect(report(page)).toContainText(told);
  }
  for (const own of ['src', 'ticket']) await expect(report(page)).not.toContainText(own);
  await expect(page.locator('.foot')).toBeHidden();
  await expect(city(page)).toHaveText('益阳市2020年');
});

test('the first of a repeated parameter counts', async ({ page, baseURL }) => {
  await open(page, baseURL!, 'lang=en&lang=zh-CN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('with height=auto the page is as tall as what is on it, whatever the frame', async ({ page, baseURL }) => {
  const height = () => page.evaluate(() => document.body.getBoundingClientRect().height);
  await resize(page, { width: 1280, height: 700 });
  await open(page, baseURL!, 'height=auto&view=output');
  const before = await height();
  await resize(page, { width: 1280, height: 9000 });
  await page.waitForTimeout(200);
  expect(await height()).toBe(before);
  expect(before).toBeLessThan(9000);
});
