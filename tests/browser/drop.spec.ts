// A file that is dropped anywhere, at any time: the browser never leaves the page, and there is an answer.
import { type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { accessibilityProblems, expect, test } from './harness';

const told = (page: Page) => page.getByRole('region', { name: '打开文件的结果' });
const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });

// As a hand does it: the browser is asked with what is dragged.
async function drop(page: Page, x: number, y: number, data: { files?: string[]; items?: { mimeType: string; data: string }[] }) {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], dragOperationsMask: 1, ...data } });
  }
}

test('a file is taken beside the page, on a field and below everything', async ({ app }, info) => {
  const file = info.outputPath('notes.txt');
  writeFileSync(file, 'hello');
  const address = app.url();
  for (const [x, y] of [[2, 2], [1436, 450], [720, 890]]) {
    await drop(app, x, y, { files: [file] });
    await expect(told(app)).toContainText('notes.txt没有打开');
    await told(app).getByRole('button').click();
  }
  expect(app.url()).toBe(address);
});

test('several files that are dropped at once are each told of', async ({ app }, info) => {
  const files = ['a.txt', 'b.txt', 'c.txt'].map(name => info.outputPath(name));
  for (const file of files) writeFileSync(file, 'hello');
  await drop(app, 720, 450, { files });
  await expect(told(app).getByRole('listitem')).toHaveText([/^a\.txt没有打开/, /^b\.txt没有打开/, /^c\.txt没有打开/]);
  expect(await accessibilityProblems(app)).toEqual([]);
  await told(app).getByRole('button').click();
  await expect(told(app)).toHaveCount(0);
});

test('a link or a text that is dropped on the page leads nowhere', async ({ app }) => {
  const address = app.url();
  await drop(app, 720, 450, { items: [{ mimeType: 'text/uri-list', data: 'http://127.0.0.1:9/' }] });
  await expect(told(app)).toContainText('不是文件');
  expect(app.url()).toBe(address);
});

test('on the page after a death, and while the page loads, a file is answered', async ({ app, baseURL }, info) => {
  const file = info.outputPath('notes.txt');
  writeFileSync(file, 'hello');
  await expect(app.evaluate(() => globalThis.tuiyan.probes!.panic())).rejects.toThrow();
  const answer = app.locator('#dropped');
  await drop(app, 720, 450, { files: [file] });
  await expect(answer).toContainText('没有打开');
  expect(app.url()).toBe(baseURL);
  await app.locator('#recovery').getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await expect(answer).toBeHidden();
  await app.addInitScript(() => { WebAssembly.instantiate = () => new Promise<never>(() => {}); });
  await app.goto(baseURL!);
  await drop(app, 720, 450, { files: [file] });
  await expect(answer).toBeVisible();
  expect(app.url()).toBe(baseURL);
});
