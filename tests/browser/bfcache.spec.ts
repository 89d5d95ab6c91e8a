// A page that the browser put aside whole and shows again: it lives on, and writes over nothing that was written meanwhile.
import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { afterNextRun, expect, test as base } from './harness';

// A browser that keeps pages aside; the one of the other specs has that switched off.
const test = base.extend<{ keeping: BrowserContext }>({
  keeping: async ({}, use) => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    await use(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } }));
    await browser.close();
  },
});

const lever = (page: Page, id: string) => page.locator(`#lever-${id}`);
const status = (page: Page) => page.locator('.plans-button');

async function opened(page: Page, address: string) {
  await page.goto(address);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
}

// To another address and, after `meanwhile`, back by the history; the page must be the one that was left.
async function awayAndBack(page: Page, address: string, meanwhile: () => Promise<void> = async () => undefined) {
  await page.evaluate(() => Object.assign(globalThis, { isTheOneLeft: true }));
  await page.goto(new URL('selfcheck.html', address).href);
  await meanwhile();
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => globalThis.isTheOneLeft)).toBe(true);
}

test('a page that comes back by the browser’s Back has its plan and its run, and goes on', async ({ keeping, baseURL }) => {
  const page = await keeping.newPage();
  await opened(page, baseURL!);
  await afterNextRun(page, () => lever(page, 'hnte_award').fill('30'));
  await expect(status(page)).toContainText('已存于本机');
  const verdict = await page.getByRole('heading', { level: 1 }).innerText();
  await awayAndBack(page, baseURL!);
  await expect(lever(page, 'hnte_award')).toHaveValue('30');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(verdict);
  await afterNextRun(page, () => lever(page, 'after_subsidy').fill('1000'));
  await expect(status(page)).toContainText('已存于本机');
  await opened(page, baseURL!);
  await expect(lever(page, 'hnte_award')).toHaveValue('30');
  await expect(lever(page, 'after_subsidy')).toHaveValue('1000');
});

test('what another page wrote while this one was aside stays, and what is changed here goes on as a copy', async ({ keeping, baseURL }) => {
  // A word from the other page would have the browser drop this one.
  await keeping.addInitScript(() => { Reflect.deleteProperty(globalThis, 'BroadcastChannel'); });
  const [page, other] = [await keeping.newPage(), await keeping.newPage()];
  await opened(page, baseURL!);
  await afterNextRun(page, () => lever(page, 'hnte_award').fill('30'));
  await expect(status(page)).toContainText('已存于本机');
  await awayAndBack(page, baseURL!, async () => {
    await opened(other, baseURL!);
    await expect(lever(other, 'hnte_award')).toHaveValue('30');
    await afterNextRun(other, () => lever(other, 'hnte_award').fill('10'));
    await expect(status(other)).toContainText('已存于本机');
  });
  await expect(lever(page, 'hnte_award')).toHaveValue('30');
  await afterNextRun(page, () => lever(page, 'after_subsidy').fill('1000'));
  await expect(status(page)).toContainText('已存于本机');
  await status(page).click();
  const list = page.getByRole('region', { name: '本机的规划' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: /^打开：/, disabled: false }).click();
  await expect(lever(page, 'hnte_award')).toHaveValue('10');
  await expect(lever(page, 'after_subsidy')).toHaveValue('0');
});
