// The forms of the program: each browser gets the one it understands, and all compute the same bits.
import { type Browser, type Page } from '@playwright/test';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterNextRun, expect, expectNativeBits, test } from './harness';

const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const form = (page: Page) => page.evaluate(() => globalThis.tuiyan.form);
const withoutWebAssembly = (page: Page) => page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly'); });
const singleFile = process.env.TUIYAN_SINGLE_FILE!;
const compatFile = pathToFileURL(join(dirname(singleFile), 'tuiyan-compat.html')).href;

test('a browser with vectors gets the form that uses them', async ({ app }) => {
  expect(await form(app)).toBe('simd');
  await expectNativeBits(app);
});

test('a browser without vectors gets the first version', async ({ page, baseURL }) => {
  await page.addInitScript(() => { WebAssembly.validate = () => false; });
  await page.goto(baseURL!);
  await ready(page);
  expect(await form(page)).toBe('mvp');
  await expectNativeBits(page);
});

test('the form in use is the only one that is loaded', async ({ page, baseURL }) => {
  const modules: string[] = [];
  page.on('request', request => { if (/\.wasm$|\/js-/.test(request.url())) modules.push(new URL(request.url()).pathname); });
  await page.goto(baseURL!);
  await ready(page);
  await page.getByRole('region', { name: '体检意见' }).waitFor();
  expect(modules).toEqual([/^\/simd-[0-9a-f]{10}\.wasm$/, /^\/second-simd-[0-9a-f]{10}\.wasm$/].map(name => expect.stringMatching(name)));
});

test('says so when a portal answers instead of the glue', async ({ page, baseURL }) => {
  await page.route('**/simd-*.js', route => route.fulfill({ contentType: 'text/javascript', body: 'void "sign in"' }));
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('服务器返回的不是程序文件');
});

// ---- JavaScript, where WebAssembly is refused.

const lever = (page: Page) => page.locator('#lever-hnte_award');

// A plan is made, kept, and found again.
async function plans(page: Page) {
  await afterNextRun(page, () => lever(page).fill('30'));
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
  await page.reload();
  await ready(page);
  await expect(lever(page)).toHaveValue('30');
}

// A page whose server sends this policy as well; each policy that is sent must be met.
async function under(browser: Browser, policy: string, address: string) {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await page.route(address, async route => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(address);
  await ready(page);
  return { page, complaints };
}

for (const policy of ["default-src 'self'", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"]) {
  test(`starts as JavaScript under the policy ${policy}`, async ({ browser, baseURL }) => {
    const { page, complaints } = await under(browser, policy, baseURL!);
    expect(await form(page)).toBe('js');
    await expectNativeBits(page);
    await plans(page);
    // The browser reports the one attempt to compile of each opening.
    expect(complaints.filter(text => !/WebAssembly/.test(text))).toEqual([]);
    await page.close();
  });
}

test('starts as JavaScript in a browser without WebAssembly, and loads nothing else', async ({ page, baseURL }) => {
  const programs: string[] = [];
  page.on('request', request => { if (/\.wasm$|\/(js|mvp|simd)-/.test(request.url())) programs.push(new URL(request.url()).pathname); });
  await withoutWebAssembly(page);
  await page.goto(baseURL!);
  await ready(page);
  await expectNativeBits(page);
  await page.getByRole('region', { name: '体检意见' }).waitFor();
  expect(programs).toEqual([expect.stringMatching(/^\/js-[0-9a-f]{10}\.js$/)]);
  await plans(page);
  await page.getByRole('button', { name: '关于与环境自检' }).click();
  await expect(page.locator('.about-checks li', { hasText: '计算引擎' })).toContainText('JavaScript');
});

test('every screen opens in JavaScript', async ({ page, baseURL }) => {
  await withoutWebAssembly(page);
  await page.goto(baseURL!);
  await ready(page);
  for (const screen of ['对比', '目标', '为什么', '数据', '输出', '推演台']) {
    await page.getByRole('button', { name: screen, exact: true }).first().click();
    await expect(page.getByRole('button', { name: screen, exact: true }).first()).toHaveAttribute('aria-current', 'page');
  }
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

for (const death of ['panic', 'overflow', 'exhaust'] as const) {
  test(`in JavaScript as well the plan outlives a death by ${death}`, async ({ page, baseURL }) => {
    await withoutWebAssembly(page);
    await page.goto(baseURL!);
    await ready(page);
    await afterNextRun(page, () => lever(page).fill('30'));
    await expect(page.locator('.plans-button')).toContainText('已存于本机');
    await expect(page.evaluate(death => globalThis.tuiyan.probes![death](), death)).rejects.toThrow();
    const recovery = page.getByRole('main', { name: '推演台停下来了' });
    await expect(recovery).toContainText('规划保住了');
    await recovery.getByRole('button', { name: '重新打开' }).click();
    await ready(page);
    await expect(lever(page)).toHaveValue('30');
    await afterNextRun(page, () => lever(page).fill('40'));
    await expectNativeBits(page);
  });
}

test('says so when a portal answers instead of the JavaScript', async ({ page, baseURL }) => {
  await withoutWebAssembly(page);
  await page.route('**/js-*.js', route => route.fulfill({ contentType: 'text/javascript', body: 'void "sign in"' }));
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('服务器返回的不是程序文件');
});

test('the single file with WebAssembly alone names the other one where it is refused', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await withoutWebAssembly(page);
  await page.goto(pathToFileURL(singleFile).href);
  await expect(page.getByRole('alert')).toContainText('请改用同一发行版里的 tuiyan-compat.html');
  await page.close();
});

test('the compat file opens from a file, under a policy that lets its own scripts run and nothing else', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(compatFile);
  await ready(page);
  expect(await form(page)).toBe('js');
  await expectNativeBits(page);
  await plans(page);
  expect(complaints).toEqual([]);
  const refused = await page.evaluate(() => new Promise<boolean[]>(resolve => setTimeout(() => resolve([
    () => new Function('return 1'),
    () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  ].map(attempt => {
    try { return !attempt(); } catch { return true; }
  })))));
  expect(refused).toEqual([true, true]);
  expect(await page.evaluate(() => fetch('about:blank').then(() => 'let through', () => 'refused'))).toBe('refused');
  await page.close();
});

test('the compat file opens in a sandboxed frame', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.route(baseURL!, route => route.fulfill({
    contentType: 'text/html', body: '<iframe sandbox="allow-scripts" src="tuiyan-compat.html" width="1400" height="800"></iframe>',
  }));
  await page.goto(baseURL!);
  const inside = page.frameLocator('iframe');
  await inside.locator('[data-ready]').waitFor({ state: 'attached' });
  const shown = inside.locator('[data-run]');
  const before = await shown.getAttribute('data-run');
  await inside.locator('#lever-hnte_award').fill('30');
  await expect(shown).not.toHaveAttribute('data-run', before!);
  await page.close();
});

test('what takes long is said to take long, until the program starts', async ({ page, baseURL }) => {
  await page.clock.install();
  let send = () => {};
  const sent = new Promise<void>(resolve => { send = resolve; });
  await page.route('**/simd-*.wasm', async route => { await sent; await route.continue(); });
  await page.goto(baseURL!);
  const hint = page.getByText('载入比平常久');
  await page.clock.runFor(19_000);
  await expect(hint).toBeHidden();
  await page.clock.runFor(2_000);
  await expect(hint).toBeVisible();
  await page.getByRole('button', { name: '环境自检' }).filter({ visible: true }).click();
  await expect(page.locator('.about-checks li', { hasText: '计算引擎' })).toContainText('还在载入');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.clock.resume();
  send();
  await ready(page);
  await expect(hint).toHaveCount(0);
});
