// The second part of the program, which is fetched once the first results are shown.
import { type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, test } from './harness';

const SECOND = '**/second-*.wasm';
const SCREENS = ['对比', '目标', '为什么', '数据', '输出'];

const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const audit = (page: Page) => page.getByRole('region', { name: '体检意见' });
const screen = (page: Page) => page.getByRole('main');
const go = (page: Page, name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name, exact: true }).click();
// What a portal says to who is signed out, in the place of the second part.
const signIn = (page: Page) => page.route(SECOND, route => route.fulfill({ contentType: 'text/html', body: '<p>sign in' }));

// Holds the second part back until it is let go.
async function heldBack(page: Page): Promise<() => void> {
  let letGo!: () => void;
  const gone = new Promise<void>(resolve => { letGo = resolve; });
  await page.route(SECOND, async route => {
    await gone;
    await route.continue();
  });
  return letGo;
}

for (const name of SCREENS) {
  test(`${name} opens right after the first paint`, async ({ page, baseURL }) => {
    const letGo = await heldBack(page);
    await page.goto(baseURL!);
    await ready(page);
    await go(page, name);
    await expect(screen(page)).toContainText('正在载入这一部分');
    await expect(screen(page).getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await accessibilityProblems(page)).toEqual([]);
    letGo();
    await expect(screen(page)).not.toContainText('正在载入');
    await expect(screen(page).locator('h1, h2, table').first()).toBeVisible();
  });
}

test('the board works before the second part is there', async ({ page, baseURL }) => {
  const letGo = await heldBack(page);
  await page.goto(baseURL!);
  await ready(page);
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('30'));
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
  await page.getByRole('combobox', { name: '换城市' }).selectOption({ index: 2 });
  letGo();
  await expect(page.locator('.city')).toContainText('铜仁');
  await expect(audit(page)).toBeVisible();
});

test('once the page has settled, nothing is fetched any more', async ({ app }) => {
  await expect(audit(app)).toBeVisible();
  const asked: string[] = [];
  app.on('request', request => { if (!/^(data|blob):/.test(request.url())) asked.push(request.url()); });
  await app.context().setOffline(true);
  for (const name of SCREENS) {
    await go(app, name);
    await expect(screen(app).locator('h1, h2, table').first()).toBeVisible();
    await expect(screen(app)).not.toContainText('正在载入');
  }
  const cities = app.getByRole('combobox', { name: '换城市' });
  for (let city = 1; city < 5; city++) await afterNextRun(app, async () => void await cities.selectOption({ index: city }));
  await app.locator('.plans-button').click();
  await expect(app.locator('.plans-panel')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a second part that does not come is told, and can be asked for again', async ({ page, baseURL }) => {
  await signIn(page);
  await page.goto(baseURL!);
  await ready(page);
  await expect(page.locator('.side').getByRole('alert')).toContainText('这一部分没有载入');
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('30'));
  expect(await accessibilityProblems(page)).toEqual([]);

  await go(page, '目标');
  const told = screen(page).getByRole('alert');
  await expect(told).toContainText('规划没有受影响');
  expect(await accessibilityProblems(page)).toEqual([]);
  await told.getByRole('button', { name: '再试一次' }).press('Enter');
  await expect(told).toBeVisible();

  await page.unroute(SECOND);
  await told.getByRole('button', { name: '再试一次' }).click();
  await expect(screen(page).getByRole('table').first()).toBeVisible();
  await go(page, '推演台');
  await expect(audit(page)).toBeVisible();
  await expect(page.locator('#lever-hnte_award')).toHaveValue('30');
});

test('what cannot be opened for want of the second part is told', async ({ page, baseURL }) => {
  await signIn(page);
  await page.goto(baseURL!);
  await ready(page);
  const cities = page.getByRole('combobox', { name: '换城市' });
  await cities.selectOption({ index: 2 });
  const told = page.locator('.sheet').getByRole('alert');
  await expect(told).toContainText('这一部分没有载入');
  await page.unroute(SECOND);
  await told.getByRole('button', { name: '再试一次' }).click();
  await expect(page.locator('.file-report')).toContainText('现在可以再打开一次');
  await cities.selectOption({ index: 3 });
  await expect(page.locator('.file-report')).toBeHidden();
});

test('a plan that was kept waits for the second part, which reads it', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-hnte_award').fill('30'));
  await expect(app.locator('.plans-button')).toContainText('已存于本机');
  await signIn(app);
  await app.reload();
  await expect(app.getByRole('alert')).toContainText('服务器返回的不是程序文件');
  await app.unroute(SECOND);
  await app.reload();
  await ready(app);
  await expect(app.locator('#lever-hnte_award')).toHaveValue('30');
});

test('a new instance has a second part of its own', async ({ app }) => {
  await expect(audit(app)).toBeVisible();
  await expect(app.evaluate(() => globalThis.tuiyan.probes!.panic())).rejects.toThrow();
  await app.context().setOffline(true);
  await app.getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await go(app, '目标');
  await expect(screen(app).getByRole('table').first()).toBeVisible();
});

test('an exception out of the second part ends the instance', async ({ app }) => {
  await expect(audit(app)).toBeVisible();
  await app.evaluate(() => { CanvasRenderingContext2D.prototype.fillRect = () => { throw new Error('no more paint'); }; });
  await app.locator('.fan-save').first().click();
  await expect(app.getByRole('main', { name: '推演台停下来了' })).toContainText('no more paint');
});
