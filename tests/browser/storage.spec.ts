// Nothing that a person entered is lost: what the browser keeps, what it says when it cannot, tabs beside each other.
import { type BrowserContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { accessibilityProblems, afterNextRun, expect, test } from './harness';

const lever = (page: Page) => page.locator('#lever-hnte_award');
const status = (page: Page) => page.locator('.plans-button');
const list = (page: Page) => page.getByRole('region', { name: '本机的规划' });
const city = (page: Page) => page.getByRole('combobox', { name: '换城市' }).locator('option:checked');
const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const saved = (page: Page) => expect(status(page)).toContainText(/已存于本机\d\d:\d\d/);

async function set(page: Page, value: string) {
  await afterNextRun(page, () => lever(page).fill(value));
}

async function opened(page: Page, address: string) {
  await page.goto(address);
  await ready(page);
}

test('a reload in the middle loses nothing @both', async ({ app }) => {
  await set(app, '30');
  await saved(app);
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('30');
  // Nor does one that comes before the change has come to rest.
  await lever(app).fill('40');
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('40');
});

test('plans are listed, opened, renamed, downloaded and deleted', async ({ app }) => {
  await set(app, '30');
  await app.getByRole('combobox', { name: '换城市' }).selectOption('tongren-2020');
  await set(app, '20');
  await saved(app);
  await status(app).click();
  await expect(list(app).getByRole('listitem')).toHaveCount(2);
  await list(app).getByRole('button', { name: '改名' }).click();
  await app.keyboard.insertText('铜仁的打算');
  await app.keyboard.press('Enter');
  await expect(list(app).getByRole('listitem').first()).toContainText('铜仁的打算');
  expect(await accessibilityProblems(app)).toEqual([]);

  const [download] = await Promise.all([app.waitForEvent('download'), list(app).getByRole('button', { name: /^下载：铜仁的打算/ }).click()]);
  expect(download.suggestedFilename()).toBe('铜仁的打算.tuiyan.json');
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ name: '铜仁的打算' });

  await list(app).getByRole('button', { name: /^打开：/, disabled: false }).click();
  await expect(lever(app)).toHaveValue('30');
  await app.getByRole('button', { name: /^撤销：/ }).click();
  await expect(lever(app)).toHaveValue('20');
  await app.getByRole('button', { name: /^重做：/ }).click();
  await expect(lever(app)).toHaveValue('30');

  await status(app).click();
  await list(app).getByRole('button', { name: /^删除：铜仁的打算/ }).click();
  await list(app).getByRole('button', { name: '确认删除' }).click();
  await expect(list(app).getByRole('listitem')).toHaveCount(1);
  await app.keyboard.press('Escape');
  await expect(status(app)).toBeFocused();
  await expect(list(app)).toHaveCount(0);
});

test('a city that was only looked at leaves no plan behind', async ({ app }) => {
  await set(app, '30');
  for (const name of ['tongren-2020', 'changde-2019']) {
    await afterNextRun(app, async () => void await app.getByRole('combobox', { name: '换城市' }).selectOption(name));
    await saved(app);
  }
  await status(app).click();
  await expect(list(app).getByRole('listitem')).toHaveCount(2);
  await app.reload();
  await ready(app);
  await expect(city(app)).toHaveText('常德市2019年');
});

test('a change in the moment before another city is chosen is kept', async ({ app }) => {
  await app.locator('#lever-hnte_award').evaluate((lever: HTMLInputElement) => {
    lever.value = '30';
    lever.dispatchEvent(new Event('input', { bubbles: true }));
    const cities = document.querySelector<HTMLSelectElement>('.strip select')!;
    // As soon as the page has shown the change.
    new MutationObserver((_, watcher) => {
      watcher.disconnect();
      cities.value = 'tongren-2020';
      cities.dispatchEvent(new Event('change', { bubbles: true }));
    }).observe(document.querySelector('[data-run]')!, { attributes: true, attributeFilter: ['data-run'] });
  });
  await expect(city(app)).toHaveText('铜仁市2020年');
  await saved(app);
  await status(app).click();
  await expect(list(app).getByRole('listitem')).toHaveCount(2);
  await list(app).getByRole('button', { name: /^打开：.*益阳/ }).click();
  await expect(lever(app)).toHaveValue('30');
});

test('earlier versions of the plan can be opened; what is newer stays', async ({ app }) => {
  for (const value of ['10', '20', '30']) {
    await set(app, value);
    await saved(app);
    await app.waitForTimeout(400);
  }
  await status(app).click();
  await list(app).getByRole('button', { name: '更早的版本' }).click();
  await expect(list(app).getByRole('listitem')).toHaveCount(3);
  await list(app).getByRole('button', { name: /^打开：/ }).last().click();
  await expect(lever(app)).toHaveValue('10');
  await set(app, '11');
  await status(app).click();
  await expect(list(app)).toContainText('这里的改动另存为副本');
  await expect(list(app).getByRole('listitem')).toHaveCount(2);
});

test('clearing lists and takes away our own keys only', async ({ app }) => {
  await app.evaluate(() => localStorage.setItem('portal:user', 'keep'));
  await set(app, '30');
  await saved(app);
  await status(app).click();
  await list(app).getByRole('button', { name: '清除本机全部数据' }).click();
  await expect(list(app).locator('code').first()).toHaveText(/^localStorage tuiyan:/);
  await expect(list(app).locator('code').last()).toHaveText('IndexedDB tuiyan');
  await expect(list(app)).not.toContainText('portal');
  expect(await accessibilityProblems(app)).toEqual([]);
  await list(app).getByRole('button', { name: '确认清除' }).click();
  await expect(list(app)).toContainText('已全部清除');
  expect(await app.evaluate(() => Object.keys(localStorage))).toEqual(['portal:user']);
  await expect(lever(app)).toHaveValue('30');
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('0');
});

// ---- Storage that fails. Each is put in before the page starts.

const faults: Record<string, [() => void, string]> = {
  'throws': [() => {
    const refused = () => { throw new DOMException('no', 'SecurityError'); };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: refused });
  }, '未保存：浏览器不允许'],
  'is full': [() => {
    const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
    Storage.prototype.setItem = full;
  }, '未保存：本机存储已满'],
  'is absent': [() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { value: undefined });
  }, '未保存：浏览器没有存储'],
  'never answers': [() => {
    Object.defineProperty(window, 'localStorage', { value: undefined });
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  }, '未保存：存储没有应答'],
};

for (const [fault, [inject, told]] of Object.entries(faults)) {
  test(`storage that ${fault} is said within three seconds, and the file can be downloaded`, async ({ page, baseURL }) => {
    await page.addInitScript(inject);
    if (fault === 'is full') {
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL!).origin, quotaSize: 1 });
    }
    await opened(page, baseURL!);
    await set(page, '30');
    await expect(status(page)).toContainText(told, { timeout: 3500 });
    await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached();
    await status(page).click();
    await expect(list(page)).toContainText('关闭页面就会丢失');
    const [download] = await Promise.all([page.waitForEvent('download'), list(page).getByRole('button', { name: /^下载/ }).first().click()]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).format).toBe(2);
  });
}

test('a history that never answers keeps nothing from being saved', async ({ page, baseURL }) => {
  await page.addInitScript(() => { IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest; });
  await opened(page, baseURL!);
  await set(page, '30');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(lever(page)).toHaveValue('30');
});

test('localStorage without room leaves the plan to IndexedDB', async ({ page, baseURL }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await opened(page, baseURL!);
  await set(page, '30');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(lever(page)).toHaveValue('30');
});

// ---- Tabs.

async function second(context: BrowserContext, address: string) {
  const page = await context.newPage();
  await opened(page, address);
  return page;
}

test('two tabs with one plan never overwrite each other', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const other = await second(app.context(), baseURL!);
  await expect(lever(other)).toHaveValue('30');
  await expect(status(other)).toContainText('另一标签页也开着');
  await set(app, '40');
  await app.waitForTimeout(500);
  await set(other, '50');
  await expect(status(other)).toContainText('已存于本机');
  await status(other).click();
  await expect(list(other)).toContainText('这里的改动另存为副本');
  await expect(list(other).getByRole('listitem')).toHaveCount(2);
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('40');
  await other.reload();
  await ready(other);
  await expect(lever(other)).toHaveValue('50');
});

test('a tab can go on as a copy at once', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const other = await second(app.context(), baseURL!);
  await expect(status(other)).toContainText('另一标签页也开着');
  await status(other).click();
  await list(other).getByRole('button', { name: '现在就另存为副本' }).click();
  await expect(list(other).getByRole('listitem')).toHaveCount(2);
  await expect(status(app)).toContainText('已存于本机');
});

test('a tab that is killed comes back with its last state', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const session = await app.context().newCDPSession(app);
  const crashed = app.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  const next = await second(app.context(), baseURL!);
  await expect(lever(next)).toHaveValue('30');
});

// ---- What is stored may be anything.

// As `exchange::snapshot` seals a plan file.
function sealed(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `tuiyan-snapshot 1 ${hash.toString(16).padStart(16, '0')} ${bytes.length}\n${text}`;
}

const plan = (entry: Shell.Entry) => entry.text.slice(entry.text.indexOf('\n') + 1);
const withText = (text: (entry: Shell.Entry) => string) => (stored: string) => {
  const entry = JSON.parse(stored);
  return JSON.stringify({ ...entry, text: text(entry) });
};

const corpus: Record<string, [(stored: string) => string, RegExp]> = {
  'garbage': [() => '\u0000\uffff[[[', /不完整或被改动过/],
  'another program’s object': [() => '{"slot":7,"text":null}', /不完整或被改动过/],
  'a cut entry': [stored => stored.slice(0, stored.length / 2), /不完整或被改动过/],
  'a cut snapshot': [withText(entry => entry.text.slice(0, -40)), /不完整或被改动过/],
  'an altered figure': [withText(entry => entry.text.replace('30', '31')), /不完整或被改动过/],
  'an empty snapshot': [withText(() => ''), /不完整或被改动过/],
  'a newer format': [withText(entry => sealed(plan(entry).replace('"format": 2', '"format": 9'))), /更新的版本生成（格式9）/],
  'a model that is not at hand': [withText(entry => sealed(plan(entry).replace('"id": "city-sti"', '"id": "gone"'))), /没有模型`gone`/],
  'no plan file under a good seal': [withText(() => sealed('[]')), /没有打开/],
};

for (const [name, [change, told]] of Object.entries(corpus)) {
  test(`stored state: ${name} is told and stays as it is`, async ({ app }) => {
    await set(app, '30');
    await saved(app);
    const bad = await spoil(app, change);
    await app.reload();
    await ready(app);
    await expect(app.getByRole('region', { name: '打开文件的结果' })).toContainText(told);
    await expect(city(app)).toHaveText('益阳市2020年');
    await expect(lever(app)).toHaveValue('0');
    await set(app, '20');
    await saved(app);
    const kept = await app.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('tuiyan:plan:')).map(([, value]) => value));
    expect(kept).toHaveLength(2);
    expect(kept).toContain(bad);
  });
}

test('an altered newest version gives way to the one in the history', async ({ app }) => {
  await set(app, '20');
  await saved(app);
  await app.waitForTimeout(400);
  await set(app, '30');
  await saved(app);
  await app.waitForTimeout(400);
  await app.evaluate(() => {
    const key = Object.keys(localStorage).find(key => key.startsWith('tuiyan:plan:'))!;
    localStorage.setItem(key, localStorage.getItem(key)!.slice(0, 900));
  });
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('30');
});

// Changes what localStorage has of the plan and takes the history away; returns what stands there.
async function spoil(page: Page, change: (stored: string) => string): Promise<string> {
  const [key, stored] = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith('tuiyan:plan:'))!);
  const bad = change(stored);
  await page.evaluate(([key, bad]) => new Promise<void>(done => {
    const request = indexedDB.open('tuiyan');
    request.onsuccess = () => {
      const running = request.result.transaction('versions', 'readwrite');
      running.objectStore('versions').clear();
      running.oncomplete = () => { localStorage.setItem(key, bad); done(); };
    };
  }), [key, bad]);
  return bad;
}
