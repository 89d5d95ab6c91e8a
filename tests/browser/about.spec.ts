// The check of the surroundings: what it finds, that it says so truly, and that it opens where the program cannot.
import { type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { accessibilityProblems, expect, resize, test } from './harness';

const about = (page: Page) => page.getByRole('dialog', { name: '关于推演' });
const line = (page: Page, name: string) => page.locator('.about-checks li', { has: page.getByRole('heading', { name, exact: true }) });
const open = (page: Page) => page.getByRole('button', { name: '关于与环境自检' }).click();
const settled = (page: Page) => expect(page.locator('.about-checks li:not([data-level])')).toHaveCount(0);

test('says what the page is and finds its surroundings in order @both', async ({ app }) => {
  await open(app);
  await settled(app);
  await expect(app.getByRole('heading', { name: '关于推演' })).toBeFocused();
  await expect(about(app).locator('.about-facts')).toContainText(/0\.1\.0[^]*[0-9a-f]{16}[^]*city-sti \d+\.\d+\.\d+ \(SHA-256 [0-9a-f]{16}\)[^]*MIT/);
  for (const name of ['浏览器内核', '计算引擎', '存储：localStorage', '存储：IndexedDB', '存储：sessionStorage', '剪贴板', '中文字体', '打开方式']) {
    await expect(line(app, name), name).toHaveAttribute('data-level', 'ok');
  }
  await expect(line(app, '中文字体')).toContainText(/Noto|YaHei|WenQuanYi|Source Han|SimSun/);
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.keyboard.press('Escape');
  await expect(about(app)).toHaveCount(0);
});

test('leaves nothing behind in the stores of the browser', async ({ app }) => {
  const kept = () => app.evaluate(async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).map(({ name }) => name)]);
  const before = await kept();
  await open(app);
  await settled(app);
  expect(await kept()).toEqual(before);
});

test('tries what only a person can see, and compares the files with the sums', async ({ app }) => {
  await open(app);
  await settled(app);
  const attempt = (name: string) => line(app, name).getByRole('button').click();
  await attempt('剪贴板');
  await expect(line(app, '剪贴板')).toContainText('复制成功');
  const [download] = await Promise.all([app.waitForEvent('download'), attempt('下载')]);
  expect(download.suggestedFilename()).toBe('tuiyan-check.txt');
  await app.evaluate(() => { window.print = () => { document.body.dataset.printed = ''; }; });
  await attempt('打印');
  await expect(app.locator('body')).toHaveAttribute('data-printed', '');
  await attempt('程序文件');
  await expect(line(app, '程序文件')).toHaveAttribute('data-level', 'ok');
});

test('names a file that is not as the sums say', async ({ app }) => {
  await app.route('**/icon-*.svg', route => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
  await open(app);
  await line(app, '程序文件').getByRole('button').click();
  await expect(line(app, '程序文件')).toHaveAttribute('data-level', 'bad');
  await expect(line(app, '程序文件')).toContainText(/icon-[0-9a-f]{10}\.svg/);
});

test('a copied diagnosis has what helps and nothing of the plan @both', async ({ app }) => {
  await app.evaluate(() => { location.hash = 'secret=1'; });
  await open(app);
  await settled(app);
  await about(app).getByRole('button', { name: '复制诊断信息' }).click();
  await expect(about(app).getByRole('status')).toHaveText('已复制');
  const diagnosis = (await about(app).locator('pre').textContent())!;
  expect(diagnosis).toMatch(/^Tuiyan 0\.1\.0 [0-9a-f]{16}\ncity-sti [^]*浏览器内核 \| Chromium \d+[^]*Mozilla/);
  expect(diagnosis).not.toMatch(/secret|益阳|\/dist\//);
});

test('says which stores refuse, and what to do then', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest; // never answers
  });
  await page.goto(`${baseURL}selfcheck.html`);
  await settled(page);
  await expect(page.locator('[data-level=bad]')).toHaveCount(2);
});

test('the check alone, in both languages, narrow and dark', async ({ page, baseURL }) => {
  await resize(page, { width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${baseURL}selfcheck.html`);
  await settled(page);
  await expect(line(page, '计算引擎')).toContainText('本页不启动程序');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Tuiyan');
  await settled(page);
  expect((await page.locator('main').textContent())!.replace('中文', '')).not.toMatch(/[\u4e00-\u9fff]/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('opens where the kernel is too old @both', async ({ page, baseURL }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(Array.prototype, 'flat'); });
  await page.goto(baseURL!);
  await page.getByRole('button', { name: '环境自检' }).click();
  await expect(line(page, '计算引擎')).toHaveAttribute('data-level', 'bad');
  await expect(line(page, '计算引擎')).toContainText('浏览器缺少程序要用的功能');
});

test('the check alone says where WebAssembly is refused', async ({ page, baseURL }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly'); });
  await page.goto(`${baseURL}selfcheck.html`);
  await expect(line(page, '计算引擎')).toHaveAttribute('data-level', 'limited');
  await expect(line(page, '计算引擎')).toContainText('JavaScript');
});

test('says when the script that starts the program is missing', async ({ page, baseURL }) => {
  await page.route('**/tuiyan-*.js', route => route.fulfill({ contentType: 'text/javascript', body: 'void "sign in"' }));
  await page.goto(baseURL!);
  await page.evaluate(() => { document.getElementById('slow')!.hidden = false; });
  await page.getByRole('button', { name: '环境自检' }).click();
  await expect(line(page, '计算引擎')).toContainText('启动脚本没有运行');
});

test('opens after the program has died', async ({ app }) => {
  await expect(app.evaluate(() => globalThis.tuiyan.probes!.panic())).rejects.toThrow();
  await app.getByRole('button', { name: '环境自检' }).click();
  await expect(about(app)).toBeVisible();
});

test('its sums are those that everybody computes', async ({ page, baseURL }) => {
  const sums = await (await page.request.get(`${baseURL}SHA256SUMS`)).text();
  for (const [sum, name] of sums.trim().split('\n').map(line => line.split('  '))) {
    const body = await (await page.request.get(baseURL + name)).body();
    expect(createHash('sha256').update(body).digest('hex'), name).toBe(sum);
  }
  expect(sums).toContain('  tuiyan.html\n');
  expect(sums).toContain('  tuiyan-compat.html\n');
});
