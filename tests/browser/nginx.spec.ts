// The page behind nginx with the documented configuration (deploy/nginx.conf), under a sub-path. `cargo xtask test --all`
// starts nginx and names it in TUIYAN_NGINX.
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { afterNextRun, expect, test } from './harness';

const address = process.env.TUIYAN_NGINX!;
test.use({ baseURL: address });
test.skip(!address, 'nginx is not running');

test('opens, answers a lever, keeps and saves the plan @nginx', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-hnte_award').fill('30'));
  await expect(app.locator('.plans-button')).toContainText('已存于本机');
  await app.reload();
  await app.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(app.locator('#lever-hnte_award')).toHaveValue('30');
  await app.getByRole('button', { name: '输出', exact: true }).click();
  const [download] = await Promise.all([app.waitForEvent('download'), app.getByRole('button', { name: '保存规划' }).first().click()]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8')).format).toBe(2);
});

test('the check finds the headers and every file in order @nginx', async ({ page }) => {
  await page.goto(`${address}selfcheck.html`);
  const line = (name: string) => page.locator('.about-checks li', { has: page.getByRole('heading', { name }) });
  await expect(line('安全策略')).toHaveAttribute('data-level', 'ok');
  await line('程序文件').getByRole('button').click();
  await expect(line('程序文件')).toHaveAttribute('data-level', 'ok');
});

test('every answer has the policy; only what never changes is kept @nginx', async ({ request }) => {
  const names = (await (await request.get(`${address}SHA256SUMS`)).text()).trim().split('\n').map(line => line.split('  ')[1]);
  expect(names).toContain('index.html');
  for (const name of ['', 'nothing', ...names]) {
    const headers = (await request.get(address + name)).headers();
    expect(headers['content-security-policy'], name).toMatch(/default-src 'none'.*require-trusted-types-for 'script'.*frame-ancestors 'self'/);
    expect(headers['x-content-type-options'], name).toBe('nosniff');
    expect(headers['referrer-policy'], name).toBe('no-referrer');
    expect(headers['cache-control'], name).toMatch(/-[0-9a-f]{10}\.\w+$/.test(name) ? /immutable/ : /^no-cache$/);
    expect(headers.server, name).toBe('nginx');
  }
});

test('compresses, and leads to the page from the path without a slash @nginx', async ({ request }) => {
  const sums = await (await request.get(`${address}SHA256SUMS`)).text();
  const module = /\S+\.wasm/.exec(sums)![0];
  expect((await request.get(address + module)).headers()['content-encoding']).toBe('gzip');
  expect((await request.get(address.replace(/\/$/, ''))).url()).toBe(address);
});

test('other paths and other methods are refused @nginx', async ({ request }) => {
  for (const path of ['nothing', 'index.html/', '.git/config', '%2e%2e/Cargo.toml', 'tuiyan.js', 'SHA256SUMS.bak']) {
    expect((await request.get(address + path)).status(), path).toBe(404);
  }
  expect((await request.get(new URL('/', address).href)).status()).toBe(404);
  expect((await request.get(new URL('/index.html', address).href)).status()).toBe(404);
  expect((await request.post(address)).status()).toBe(403);
});

test('the portal that is named may show it in a frame, another site may not @nginx', async ({ launchOptions }) => {
  // Else the browser refuses any frame from this machine in a site that is not on it.
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args!, '--disable-features=LocalNetworkAccessChecks'] });
  const page = await browser.newPage();
  const frame = { contentType: 'text/html', body: `<iframe src="${address}selfcheck.html"></iframe>` };
  const framed = async (portal: string) => {
    await page.route(portal, route => route.fulfill(frame));
    await page.goto(portal);
    return page.frames()[1].url();
  };
  expect(await framed(new URL('/portal', address).href)).toBe(`${address}selfcheck.html`);
  expect(await framed('http://portal.test/portal')).toBe(`${address}selfcheck.html`);
  expect(await framed('http://other.test/portal')).toMatch(/^(chrome-error:.*)?$/);
  await browser.close();
});

test('the example portal works, and the conformance page finds everything in order @nginx', async ({ browser, page }) => {
  test.setTimeout(180_000);
  await page.goto(`${address}embed/portal.html`);
  await expect(page.locator('#said')).toContainText('已打开');
  await expect(page.frameLocator('tuiyan-simulator iframe').locator('[data-ready]')).toBeAttached();
  // Its stranger is refused by the headers, which the browser writes to the console.
  const other = await browser.newPage();
  await other.goto(`${address}embed/conformance.html`);
  await expect(other.locator('#sum')).toHaveAttribute('data-outcome', /./, { timeout: 150_000 });
  expect(await other.locator('#checks li:not([data-outcome="passed"])').allInnerTexts()).toEqual([]);
  await other.close();
});
