// The page starts, answers a lever, and says in words when it cannot start.
import { accessibilityProblems, afterNextRun, expect, test } from './harness';

test('opens on results @both', async ({ app }) => {
  await expect(app).toHaveTitle('推演 · 科技创新规划推演台');
  await expect(app.locator('html')).toHaveAttribute('lang', /^(zh|en)/);
  await expect(app.locator('html')).not.toHaveAttribute('data-problem', /.*/);
});

test('a moved lever changes the run @both', async ({ app }) => {
  const lever = app.locator('input[type=range]').first();
  await afterNextRun(app, () => lever.press('ArrowRight'));
});

test('axe-core finds nothing', async ({ app }) => {
  expect(await accessibilityProblems(app)).toEqual([]);
});

test('starts when the server sends another media type for the module', async ({ page, baseURL }) => {
  await page.route('**/*.wasm', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'text/plain' } });
  });
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
});

test('says so when a portal answers instead of the module', async ({ page, baseURL }) => {
  await page.route('**/*.wasm', route => route.fulfill({ contentType: 'text/html', body: '<p>sign in' }));
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('服务器返回的不是程序文件');
});

test('says how to switch when the kernel is too old @both', async ({ page, baseURL }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(Array.prototype, 'flat'); });
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('切换到“极速模式”');
});

test('the policy refuses scripts and styles in the page', async ({ page, baseURL }) => {
  const response = await page.goto(baseURL!);
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect(await response!.text()).not.toMatch(/<style|<script>| style=/);
});
