// Plain http on an intranet: no secure context, so none of what browsers keep for one. Each feature has another way.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { afterNextRun, expect, expectNativeBits, test } from './harness';

// A name that leads to this machine: its own address counts as secure.
const NAME = 'tuiyan.test';
const address = new URL(process.env.TUIYAN_ADDRESS ?? 'http://127.0.0.1:8080/');
address.hostname = NAME;

test.use({
  baseURL: address.href,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`],
  },
});

const lever = (page: Page) => page.locator('#lever-hnte_award');
const status = (page: Page) => page.locator('.plans-button');
const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });

async function planned(page: Page, value: string) {
  await afterNextRun(page, () => lever(page).fill(value));
  await expect(status(page)).toContainText(/已存于本机\d\d:\d\d/);
}

const toOutput = (page: Page) => page.getByRole('button', { name: '输出', exact: true }).first().click();

test('the browser keeps back what it keeps for secure contexts', async ({ app }) => {
  expect(await app.evaluate(() => [
    isSecureContext, navigator.clipboard, navigator.serviceWorker, navigator.locks, navigator.storage, crypto.randomUUID, crypto.subtle,
    'caches' in window, 'showSaveFilePicker' in window,
  ].map(Boolean))).toEqual(Array(9).fill(false));
  await expectNativeBits(app);
});

test('what is copied arrives', async ({ app }) => {
  await toOutput(app);
  await app.getByRole('button', { name: '复制：测算摘要' }).click();
  await expect(app.locator('.output-said')).toHaveText('已复制：测算摘要');
  const summary = await app.locator('.summary-text').innerText();
  await app.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await app.keyboard.press('Control+v');
  const pasted = await app.locator('body > textarea').inputValue();
  expect(pasted.replace(/\s+/g, '')).toContain(summary.replace(/\s+/g, '').slice(0, 40));
});

test('a plan is saved as a file and read again', async ({ app }) => {
  await planned(app, '30');
  await toOutput(app);
  const [download] = await Promise.all([app.waitForEvent('download'), app.getByRole('button', { name: '保存规划文件' }).click()]);
  const bytes = readFileSync(await download.path());
  await afterNextRun(app, () => app.keyboard.press('Control+z'));
  await afterNextRun(app, () => app.locator('input[type=file]').first().setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer: bytes }));
  await app.getByRole('button', { name: '推演台', exact: true }).first().click();
  await expect(lever(app)).toHaveValue('30');
});

test('plans get names of their own, and two tabs never overwrite each other', async ({ app, baseURL }) => {
  await planned(app, '30');
  const other = await app.context().newPage();
  await other.goto(baseURL!);
  await ready(other);
  await expect(status(other)).toContainText('另一标签页也开着');
  await afterNextRun(app, () => lever(app).fill('40'));
  await app.waitForTimeout(500);
  await afterNextRun(other, () => lever(other).fill('50'));
  await expect(status(other)).toContainText('已存于本机');
  const kept = await other.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan:')));
  expect(new Set(kept).size).toBe(2);
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('40');
});

test('the check says so, and tries the other way', async ({ app }) => {
  await app.getByRole('button', { name: '关于与环境自检' }).click();
  const line = (name: string) => app.locator('.about-checks li', { has: app.getByRole('heading', { name, exact: true }) });
  await expect(line('打开方式')).toContainText('普通 http，不是安全上下文');
  await expect(line('剪贴板')).toContainText('execCommand');
  await line('剪贴板').getByRole('button').click();
  await expect(line('剪贴板')).toContainText('复制成功');
  const [download] = await Promise.all([app.waitForEvent('download'), line('下载').getByRole('button').click()]);
  expect(download.suggestedFilename()).toBe('tuiyan-check.txt');
  await line('程序文件').getByRole('button').click();
  await expect(line('程序文件')).toHaveAttribute('data-level', 'ok');
});
