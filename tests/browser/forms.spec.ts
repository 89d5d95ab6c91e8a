// The forms of the program: each browser gets the one it understands, and all compute the same bits.
import { type Page } from '@playwright/test';
import { expect, test } from './harness';

const form = (page: Page) => page.evaluate(() => (globalThis as any).tuiyan.form);
const fingerprint = (page: Page) => page.evaluate(() => (globalThis as any).tuiyan.probes.fingerprint());

test('a browser with vectors gets the form that uses them', async ({ app }) => {
  expect(await form(app)).toBe('simd');
  expect(await fingerprint(app)).toBe(process.env.TUIYAN_FINGERPRINT);
});

test('a browser without vectors gets the first version', async ({ page, baseURL }) => {
  await page.addInitScript(() => { WebAssembly.validate = () => false; });
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  expect(await form(page)).toBe('mvp');
  expect(await fingerprint(page)).toBe(process.env.TUIYAN_FINGERPRINT);
});

test('the form in use is the only one that is loaded', async ({ page, baseURL }) => {
  const modules: string[] = [];
  page.on('request', request => { if (request.url().endsWith('.wasm')) modules.push(new URL(request.url()).pathname); });
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await page.getByRole('region', { name: '体检意见' }).waitFor();
  expect(modules).toEqual([/^\/simd-[0-9a-f]{10}\.wasm$/, /^\/second-simd-[0-9a-f]{10}\.wasm$/].map(name => expect.stringMatching(name)));
});

test('says so when a portal answers instead of the glue', async ({ page, baseURL }) => {
  await page.route('**/simd-*.js', route => route.fulfill({ contentType: 'text/javascript', body: 'void "sign in"' }));
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('服务器返回的不是程序文件');
});
