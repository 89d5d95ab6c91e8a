// What ended the page is what was being opened: a link, a plan; never the person's own plan without reason.
import { type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { afterNextRun, expect, test } from './harness';

const lever = (page: Page) => page.locator('#lever-hnte_award');
const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const recovery = (page: Page) => page.getByRole('main', { name: '推演台停下来了' });
const told = (page: Page) => page.getByRole('region', { name: '打开文件的结果' });
const crashes = (page: Page) => page.evaluate(() => localStorage.getItem('tuiyan:crashed'));

async function planned(page: Page) {
  await afterNextRun(page, () => lever(page).fill('30'));
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
}

async function crash(page: Page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  return page.context().newPage();
}

// A page whose program never comes to draw anything.
async function stuck(page: Page, address: string) {
  await page.addInitScript(() => {
    WebAssembly.instantiate = () => {
      document.documentElement.dataset.stuck = 'true';
      return new Promise<never>(() => {});
    };
  });
  // From elsewhere, or another fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('html[data-stuck]').waitFor({ state: 'attached' });
  return page;
}

test('a plan on which the page never gets there, twice, is not opened by itself', async ({ app, baseURL }) => {
  await planned(app);
  let page = app;
  for (let time = 0; time < 2; time++) page = await stuck(await crash(page), baseURL!);
  page = await crash(page);
  await page.goto(baseURL!);
  await expect(recovery(page)).toContainText('两次停在同一份规划上', { useInnerText: true });
});

test('a browser that is killed again and again says nothing of the plan', async ({ app, baseURL }) => {
  await planned(app);
  let page = app;
  for (let time = 0; time < 3; time++) {
    await expect.poll(() => crashes(page)).toBe(null);
    page = await crash(page);
    await page.goto(baseURL!);
    await ready(page);
  }
  await expect(recovery(page)).toBeHidden();
  await expect(lever(page)).toHaveValue('30');
});

test('a page that dies on a link opens without it the next time, and says so', async ({ app, baseURL }) => {
  await planned(app);
  const bad = `${baseURL}#s=1.whatever`;
  let page = await crash(await stuck(app, bad));
  for (let time = 0; time < 2; time++) {
    await page.goto(bad);
    await ready(page);
    if (time === 0) {
      await expect(told(page)).toContainText('上次打开它时页面停了下来');
      expect(page.url()).toBe(baseURL);
    } else {
      // Tried again, it is what it is: damaged.
      await expect(told(page)).toContainText('链接不完整');
    }
    await expect(recovery(page)).toBeHidden();
    await expect(lever(page)).toHaveValue('30');
    await page.goto('about:blank');
  }
  await page.goto(baseURL!);
  await ready(page);
  expect(String(await crashes(page))).not.toContain('"times":2');
});

test('a panic while a file is opened is not counted against the plan in hand', async ({ app }, info) => {
  await planned(app);
  const file = info.outputPath('plan.tuiyan.json');
  writeFileSync(file, '{}');
  for (let time = 0; time < 3; time++) {
    await app.locator('.top input[type=file]').setInputFiles(file);
    await expect(told(app)).toBeVisible();
    await expect(app.evaluate(() => globalThis.tuiyan.probes!.panic())).rejects.toThrow();
    await expect(recovery(app)).toContainText('停在打开文件或链接的时候');
    await recovery(app).getByRole('button', { name: '重新打开' }).click();
    await ready(app);
  }
  await expect(lever(app)).toHaveValue('30');
});

// ---- Whose plan it is.

test('the page says when what it shows is the built-in example', async ({ app, baseURL }) => {
  const head = app.getByRole('region', { name: '城市与规划' });
  await expect(head).toContainText('内置示例');
  await planned(app);
  await expect(head).not.toContainText('内置示例');
  // A link whose end was lost on the way leaves the person with the own plan, under its name.
  await app.goto(`${baseURL}#`);
  await ready(app);
  await expect(head).not.toContainText('内置示例');
});
