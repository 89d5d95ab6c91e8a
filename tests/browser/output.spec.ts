// What leaves the page and comes back: plan files, links, tables, pictures, paper.
import { type Download, type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, resize, test } from './harness';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const said = (page: Page) => page.locator('.output-said');
const report = (page: Page) => page.getByRole('region', { name: '打开文件的结果' });
const award = (page: Page) => page.locator('#lever-hnte_award');

test('a plan file brings back the plan as it was saved @both', async ({ app }) => {
  await afterNextRun(app, () => award(app).fill('30'));
  await toOutput(app);
  const summary = await app.locator('.summary-text').innerText();
  const save = () => app.getByRole('button', { name: '保存规划文件' }).click();
  const file = await downloaded(app, save);
  expect(file.name).toMatch(/-\d{4}-\d{2}-\d{2}\.tuiyan\.json$/);
  await expect(said(app)).toContainText(file.name);
  await afterNextRun(app, () => app.keyboard.press('Control+z'));
  await expect(app.locator('.summary-text')).not.toHaveText(summary);

  await afterNextRun(app, () => open(app, file.name, file.bytes));
  await expect(report(app).getByRole('alert')).toContainText('与保存时一样');
  expect(await app.locator('.summary-text').innerText()).toBe(summary);
  expect((await downloaded(app, save)).bytes.equals(file.bytes)).toBe(true);
  await afterNextRun(app, () => app.getByRole('button', { name: /^撤销：/ }).click());
  await expect(app.locator('.summary-text')).not.toHaveText(summary);
});

test('a faulty plan file is answered in place, and the plan stays', async ({ app }) => {
  await toOutput(app);
  const fixture = readFileSync(resolve(__dirname, '../cases/plan/format-1.tuiyan.json'));
  const text = fixture.toString('utf8');
  const before = await app.locator('.summary-text').innerText();
  const cases: [string, Buffer, RegExp][] = [
    ['空.tuiyan.json', Buffer.alloc(0), /文件为空/],
    ['标记.tuiyan.json', Buffer.from([0xef, 0xbb, 0xbf]), /文件为空/],
    ['图.tuiyan.json', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /这是图片/],
    ['表.xlsx', Buffer.from('PK\x03\x04', 'latin1'), /Excel\/WPS表格/],
    ['gbk.tuiyan.json', Buffer.from([0x7b, 0xd2, 0xe6]), /不是UTF-8编码/],
    ['utf16.tuiyan.json', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
    ['断.tuiyan.json', Buffer.from(text.slice(0, 300)), /在这里中断/],
    ['两份.tuiyan.json', Buffer.from(text + text), /不是合格的JSON/],
    ['深.tuiyan.json', Buffer.from('['.repeat(1e6)), /在这里中断/],
    ['新.tuiyan.json', Buffer.from(text.replace('"format": 1', '"format": 999')), /更新的版本生成/],
    ['旧.tuiyan.json', Buffer.from(text.replace('"format": 1', '"format": 0')), /应为1/],
    ['别的.tuiyan.json', Buffer.from('{"a":1}'), /不是规划文件/],
    ['模型.tuiyan.json', Buffer.from(text.replace('"id": "city-sti"', '"id": "other"')), /没有模型`other`/],
    ['大.tuiyan.json', Buffer.alloc(5_000_001, ' '), /超过5 MB/],
    ['说明.docx', Buffer.from('hello'), /不是模型文件或地区文件/],
  ];
  for (const [name, bytes, answer] of cases) {
    await open(app, name, bytes);
    await expect(report(app), name).toContainText(answer);
    await expect(report(app).getByRole('alert')).toContainText(name);
    await report(app).getByRole('button', { name: '知道了' }).click();
    await expect(report(app)).toHaveCount(0);
  }
  expect(await app.locator('.summary-text').innerText()).toBe(before);
  await expect(app.getByRole('button', { name: '撤销', exact: true })).toBeDisabled();
});

test('a model of another version is said in words, and the plan opens', async ({ app }) => {
  await toOutput(app);
  const { name, bytes } = await downloaded(app, () => app.getByRole('button', { name: '保存规划文件' }).click());
  const plan = JSON.parse(bytes.toString('utf8'));
  const changed = (model: object) => Buffer.from(JSON.stringify({ ...plan, model: { ...plan.model, ...model } }));
  await open(app, name, changed({ version: '0.0.1' }));
  await expect(report(app)).toContainText('文件用模型版本0.0.1测算');
  await open(app, name, changed({ hash: '0000000000000000' }));
  await expect(report(app)).toContainText('内容与本程序的不同');
  await expect(report(app).getByRole('alert')).toContainText('已打开');
});

test('a link opens on what was changed, and waits to be taken', async ({ app, browser, baseURL }) => {
  await afterNextRun(app, () => award(app).fill('30'));
  await toOutput(app);
  const link = await app.getByRole('textbox', { name: '链接' }).inputValue();
  expect(link.startsWith(`${baseURL}#s=2.`)).toBe(true);
  expect(link.length).toBeLessThan(2000);
  await app.getByRole('checkbox', { name: '附上地区数据' }).check();
  await expect(app.getByRole('textbox', { name: '链接' })).not.toHaveValue(link);

  // Somebody else's browser, which has no plan of its own.
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(report(other).getByRole('alert')).toContainText('链接带来一份规划');
  await expect(report(other)).toContainText('高企认定奖励');
  await expect(award(other)).toHaveValue('0');
  expect(await accessibilityProblems(other)).toEqual([]);
  await afterNextRun(other, () => report(other).getByRole('button', { name: '打开这份规划' }).click());
  await expect(award(other)).toHaveValue('30');
  expect(new URL(other.url()).hash).toBe('');
  await afterNextRun(other, () => other.getByRole('button', { name: /^撤销：/ }).click());
  await expect(award(other)).toHaveValue('0');

  // The same link again in the page that stands, and put aside.
  await other.evaluate(hash => { location.hash = hash; }, new URL(link).hash);
  await report(other).getByRole('button', { name: '不打开' }).click();
  await expect(report(other)).toHaveCount(0);
  await expect(award(other)).toHaveValue('0');
});

test('bad links are answered, and what is in hand stays', async ({ app }) => {
  await afterNextRun(app, () => award(app).fill('20'));
  const cases: [string, RegExp][] = [
    ['#s=', /链接不完整/],
    ['#s', /链接不完整/],
    ['#S=1.AAAA', /链接不完整/],
    ['#%23s=1.AAAA', /链接不完整/],
    ['#s%3D1.AAAA', /链接不完整/],
    ['#s=1.', /链接不完整/],
    ['#s=1.%%%', /链接不完整/],
    ['#s=1.AAAA', /链接不完整/],
    ['#s=9.AAAA', /更新的版本/],
    [`#s=1.${'A'.repeat(100_000)}`, /太长|放不下/],
    ['#s=1.<img src=x onerror=alert(1)>', /链接不完整/],
  ];
  for (const [hash, answer] of cases) {
    await app.evaluate(hash => { location.hash = hash; }, hash);
    await expect(report(app).getByRole('alert'), hash.slice(0, 40)).toContainText(answer);
    await report(app).getByRole('button', { name: '知道了' }).click();
    await expect(report(app)).toHaveCount(0);
  }
  await app.evaluate(() => { location.hash = '#levers'; });
  await expect(report(app)).toHaveCount(0);
  await expect(award(app)).toHaveValue('20');
});

test('a page that stands by itself answers no message', async ({ app }) => {
  // Said a while after the first results; from then on the page is still.
  await expect(app.getByRole('status').filter({ hasText: '推演完成：' })).toHaveCount(1);
  const before = await app.locator('#screen').innerText();
  await app.evaluate(() => {
    const hello = { tuiyan: 1, type: 'hello', protocol: 1, exports: 'page' };
    const request = { tuiyan: 1, type: 'request', id: 1, method: 'setPlan', params: { city: 'xiangxi-2022' } };
    for (const data of [hello, request, { tuiyan: '1' }, '[]', new Uint8Array(1000)]) {
      const { port1, port2 } = new MessageChannel();
      window.postMessage(data, '*', [port2]);
      port1.postMessage(request);
    }
  });
  expect(await app.locator('#screen').innerText()).toBe(before);
});

test('tables are saved as CSV that no spreadsheet runs, and copied as table and text', async ({ app, context }) => {
  await afterNextRun(app, () => award(app).fill('30'));
  const strip = app.getByRole('navigation', { name: '方案' });
  await strip.getByRole('button', { name: '改名：方案1' }).click();
  await app.keyboard.insertText('=1+1,"甲"');
  await app.keyboard.press('Enter');
  await toOutput(app);
  const names = ['目标与研判', '指标逐年', '方案对照', '政策杠杆', '经费', '地区数据与出处'];
  for (const name of names) {
    const { name: file, bytes } = await downloaded(app, () => app.getByRole('button', { name: `保存CSV：${name}` }).click());
    expect(file).toMatch(/\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(lines.join('\n')).not.toMatch(/(^|,)"?[=+@]/m);
    if (name === '方案对照') expect(lines[0]).toContain(`"'=1+1,""甲""：中位数"`);
  }
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.getByRole('button', { name: '复制：政策杠杆' }).click();
  await expect(said(app)).toHaveText('已复制：政策杠杆');
  const kinds = await app.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (await item.getType(type)).text();
    return { html: await text('text/html'), plain: await text('text/plain') };
  });
  expect(kinds.html).toContain('<th>政策杠杆</th>');
  expect(kinds.plain).toContain('高企认定奖励\t');

  await app.getByRole('button', { name: '查看：经费' }).click();
  await expect(app.getByRole('region', { name: '经费' }).getByRole('columnheader').first()).toHaveText('年份');
  await app.evaluate(() => { document.execCommand = () => false; });
  await app.getByRole('button', { name: '复制：经费' }).click();
  await expect(said(app)).toContainText('浏览器不许本页写剪贴板');
});

test('pictures are saved as PNG and SVG, from the card and from the screen', async ({ app }) => {
  const card = app.locator('article.indicator').first();
  const png = await downloaded(app, () => card.getByRole('button', { name: /^保存PNG/ }).click());
  expect(png.bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1500);
  await toOutput(app);
  const first = app.locator('.output-picture').first();
  const svg = await downloaded(app, () => first.getByRole('button', { name: /^保存SVG/ }).click());
  const drawn = await app.evaluate(text => {
    const parsed = new DOMParser().parseFromString(globalThis.tuiyanTrusted.createHTML(text), 'image/svg+xml');
    const texts = [...parsed.querySelectorAll('text')].map(text => text.textContent);
    return { error: parsed.querySelector('parsererror') !== null, texts, marks: parsed.querySelectorAll('polygon, polyline').length };
  }, svg.bytes.toString('utf8'));
  expect(drawn.error).toBe(false);
  expect(drawn.texts.join(' ')).toContain('不是统计数据');
  expect(drawn.marks).toBeGreaterThan(4);

  const zip = await downloaded(app, () => app.getByRole('button', { name: '全部打包（ZIP）' }).click());
  const entries = zipEntries(zip.bytes);
  expect(entries.filter(name => name.endsWith('.csv'))).toHaveLength(6);
  const count = await app.locator('.output-picture').count();
  expect(entries.filter(name => name.endsWith('.png'))).toHaveLength(count);
  expect(entries.filter(name => name.endsWith('.svg'))).toHaveLength(count);
  expect(entries.filter(name => name.endsWith('.tuiyan.json'))).toHaveLength(1);
});

test('paper has the printout alone, with charts as vectors, from every screen', async ({ app }) => {
  await afterNextRun(app, () => award(app).fill('30'));
  await app.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await app.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); });
  const paper = app.locator('.printout');
  await expect(paper).toBeVisible();
  await expect(paper.getByRole('heading', { level: 1 })).toContainText('益阳市2020年');
  expect(await paper.locator('.print-charts svg').count()).toBeGreaterThan(3);
  expect(await app.locator('button:visible, canvas:visible, input:visible').count()).toBe(0);
  expect(await paper.evaluate(element => getComputedStyle(element).color)).toBe('rgb(20, 25, 31)');
  await app.evaluate(() => { window.dispatchEvent(new Event('afterprint')); });
  await expect(paper).toHaveCount(0);

  const pdf = await app.pdf({ preferCSSPageSize: true, path: resolve(__dirname, '../../target/playwright/printout.pdf') });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(2);
  expect(pages.length).toBeLessThanOrEqual(6);
});

test('the summary is copied and saved as it stands', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await toOutput(app);
  await expect(app.locator('.summary-text')).toContainText('经测算，预计');
  await app.getByRole('button', { name: '复制：测算摘要' }).click();
  const copied = await app.evaluate(() => navigator.clipboard.readText());
  const { bytes } = await downloaded(app, () => app.getByRole('button', { name: '存为文本' }).click());
  expect(bytes.toString('utf8')).toBe(`\ufeff${copied}`);
  expect(copied.split('\r\n')).toEqual(await app.locator('.summary-text p').allTextContents());
});

test('the screen has no accessibility problem, in both languages, dark, and on a phone', async ({ app }) => {
  await toOutput(app);
  await app.getByRole('button', { name: '查看：目标与研判' }).click();
  expect(await accessibilityProblems(app)).toEqual([]);
  await app.emulateMedia({ colorScheme: 'dark' });
  await app.getByRole('button', { name: 'English' }).click();
  expect(await accessibilityProblems(app)).toEqual([]);
  await resize(app, { width: 360, height: 740 });
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await accessibilityProblems(app)).toEqual([]);
});

async function toOutput(page: Page) {
  await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '输出' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '输出' })).toBeVisible();
}

async function open(page: Page, name: string, buffer: Buffer) {
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]) as [Download, void];
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// Names in the directory at an archive's end.
function zipEntries(bytes: Buffer): string[] {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length;
  }
  return names;
}
