// What is said of keeping is so: cleared in another tab or by the browser, a database that was closed, a host that is
// not there, versions that cannot be read, a death in the moment of a change.
import { type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';

const lever = (page: Page) => page.locator('#lever-hnte_award');
const status = (page: Page) => page.locator('.plans-button');
const list = (page: Page) => page.getByRole('region', { name: '本机的规划' });
const recovery = (page: Page) => page.getByRole('main', { name: '推演台停下来了' });
const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const saved = (page: Page) => expect(status(page)).toContainText('已存于本机');
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan:')));

async function set(page: Page, value: string) {
  await afterNextRun(page, () => lever(page).fill(value));
}

async function opened(page: Page, address: string) {
  await page.goto(address);
  await ready(page);
  return page;
}

// Entries of the history, newest first.
const versions = (page: Page): Promise<Shell.Entry[]> => page.evaluate(() => new Promise(resolve => {
  const opening = indexedDB.open('tuiyan');
  opening.onsuccess = () => {
    const asked = opening.result.transaction('versions').objectStore('versions').getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result.reverse()); };
  };
}));

async function clear(page: Page, types: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: types });
}

// What the browser asks before it leaves, if it asks.
function asksOnLeaving(page: Page) {
  const asked: string[] = [];
  page.on('dialog', dialog => { asked.push(dialog.type()); dialog.accept(); });
  return asked;
}

test('where many of the newest versions cannot be read, the newest that can is opened, and it says so', async ({ app }) => {
  for (const value of ['10', '20', '30', '40', '50']) {
    await set(app, value);
    await saved(app);
    await expect.poll(async () => (await versions(app)).length).toBe(Number(value) / 10);
  }
  await app.evaluate(() => new Promise<void>(done => {
    const opening = indexedDB.open('tuiyan');
    opening.onsuccess = () => {
      const running = opening.result.transaction('versions', 'readwrite');
      const store = running.objectStore('versions');
      const all: IDBRequest<Shell.Entry[]> = store.getAll();
      all.onsuccess = () => all.result.slice(1).forEach(entry => store.put({ ...entry, text: entry.text.slice(0, -9) }));
      running.oncomplete = () => {
        const key = Object.keys(localStorage).find(key => key.startsWith('tuiyan:plan:'))!;
        const entry = JSON.parse(localStorage.getItem(key)!);
        localStorage.setItem(key, JSON.stringify({ ...entry, text: entry.text.slice(0, -9) }));
        done();
      };
    };
  }));
  const before = await versions(app);
  await app.reload();
  await ready(app);
  await expect(lever(app)).toHaveValue('10');
  await expect(app.getByRole('region', { name: '打开文件的结果' })).toContainText(/最新的\d+个版本没有打开/);
  expect(await versions(app)).toEqual(before);
});

test('what one tab clears no other tab writes back, until a person wants it', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const other = await opened(await app.context().newPage(), baseURL!);
  await expect(lever(other)).toHaveValue('30');
  await status(app).click();
  await list(app).getByRole('button', { name: '清除本机全部数据' }).click();
  await list(app).getByRole('button', { name: '确认清除' }).click();
  await expect(list(app)).toContainText('已全部清除');

  await expect(status(other)).toContainText('存档已被清除');
  await set(other, '40');
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(status(other)).toContainText('存档已被清除');
  expect(await kept(other)).toEqual([]);
  expect(await versions(other)).toEqual([]);
  const next = await opened(await app.context().newPage(), baseURL!);
  await expect(lever(next)).toHaveValue('0');
  await next.close();

  await status(other).click();
  await expect(list(other)).toContainText('不会自动写回');
  await list(other).getByRole('button', { name: '重新存在这个浏览器里' }).click();
  await saved(other);
  await other.reload();
  await ready(other);
  await expect(lever(other)).toHaveValue('40');
});

test('without a channel between tabs, clearing is noticed all the same', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const other = await app.context().newPage();
  await other.addInitScript(() => { Reflect.deleteProperty(globalThis, 'BroadcastChannel'); });
  await opened(other, baseURL!);
  await expect(lever(other)).toHaveValue('30');
  await set(other, '35');
  await saved(other);
  await status(app).click();
  await list(app).getByRole('button', { name: '清除本机全部数据' }).click();
  await list(app).getByRole('button', { name: '确认清除' }).click();
  await expect(status(other)).toContainText('存档已被清除');
});

test('a tab without a channel does not write back what is cleared while the history still stands', async ({ app, baseURL }) => {
  await set(app, '30');
  await saved(app);
  const other = await app.context().newPage();
  await other.addInitScript(() => { Reflect.deleteProperty(globalThis, 'BroadcastChannel'); });
  await opened(other, baseURL!);
  await set(other, '35');
  await saved(other);
  // The tab that clears takes its time between the two places where plans are kept.
  await app.evaluate(() => {
    const remove = Storage.prototype.removeItem;
    Storage.prototype.removeItem = function (key) {
      remove.call(this, key);
      const end = performance.now() + 700;
      while (key.startsWith('tuiyan:plan:') && performance.now() < end);
    };
  });
  await status(app).click();
  await list(app).getByRole('button', { name: '清除本机全部数据' }).click();
  await list(app).getByRole('button', { name: '确认清除' }).click();
  await expect(status(other)).toContainText('存档已被清除');
  await set(other, '40');
  expect(await kept(other)).toEqual([]);
});

test('a city that one tab only looked at does not take the work of another tab with it', async ({ app, baseURL }) => {
  await afterNextRun(app, async () => void await app.getByRole('combobox', { name: '换城市' }).selectOption('tongren-2020'));
  await saved(app);
  const other = await opened(await app.context().newPage(), baseURL!);
  await set(other, '20');
  await expect(status(other)).toContainText('另一标签页也开着');
  await afterNextRun(app, async () => void await app.getByRole('combobox', { name: '换城市' }).selectOption('changde-2019'));
  await saved(app);
  await saved(other);
  await other.reload();
  await ready(other);
  await expect(lever(other)).toHaveValue('20');
});

test('site data that the browser clears while the page is open are missed, and said', async ({ app }) => {
  await set(app, '30');
  await saved(app);
  await clear(app, 'all');
  await expect(status(app)).toContainText('存档已被清除');
  await set(app, '40');
  expect(await kept(app)).toEqual([]);
});

test('a database that is taken away is opened anew, and versions go on', async ({ app }) => {
  await set(app, '10');
  await saved(app);
  await clear(app, 'indexeddb');
  for (const value of ['20', '30', '40']) {
    await set(app, value);
    await saved(app);
  }
  await expect.poll(async () => (await versions(app)).length).toBeGreaterThanOrEqual(3);
  await expect(lever(app)).toHaveValue('40');
});

test('a page that waits to change the database is not kept waiting, and the plan goes on', async ({ app }) => {
  await set(app, '10');
  await saved(app);
  const upgraded = await app.evaluate(() => new Promise(resolve => {
    const request = indexedDB.open('tuiyan', 2);
    request.onsuccess = () => { request.result.close(); resolve('upgraded'); };
    request.onblocked = () => resolve('blocked');
  }));
  expect(upgraded).toBe('upgraded');
  await set(app, '20');
  await saved(app);
});

test('a page that leaves keeping to a host that is not there says so, and asks before it goes', async ({ page, baseURL }) => {
  const asked = asksOnLeaving(page);
  await opened(page, `${baseURL}?storage=host`);
  await expect(status(page)).toContainText('未保存：没有页面接管');
  await page.reload();
  await ready(page);
  expect(asked).toEqual([]);
  await lever(page).focus();
  await afterNextRun(page, () => page.keyboard.press('End'));
  await status(page).click();
  await expect(list(page)).toContainText('没有网页接管');
  await expect(list(page)).not.toContainText('自动存在');
  await page.reload();
  await ready(page);
  expect(asked).toEqual(['beforeunload']);
});

test('what would not open again is not kept: the version before it stays, and the browser asks before it goes', async ({ app }) => {
  const asked = asksOnLeaving(app);
  await set(app, '30');
  await saved(app);
  await app.evaluate(() => {
    // As the program answers where what it wrote reads back as another plan.
    const { store } = globalThis.tuiyan;
    store.source(() => ['another', '另一份', undefined, true]);
    store.changed();
  });
  await expect(status(app)).toContainText('未保存：存下的会打不开');
  await app.reload();
  await ready(app);
  expect(asked).toEqual(['beforeunload']);
  await expect(lever(app)).toHaveValue('30');
});

test('a plan that is kept is left without a question', async ({ app }) => {
  const asked = asksOnLeaving(app);
  await lever(app).focus();
  await afterNextRun(app, () => app.keyboard.press('End'));
  await app.reload();
  await ready(app);
  expect(asked).toEqual([]);
});

test('what the recovery says of the last change is true', async ({ app }) => {
  // As soon as the change is drawn, in the same task, and so before it has come to rest and is asked for.
  const dies = () => expect(app.evaluate(() => new Promise((_, reject) => {
    const field = document.querySelector<HTMLInputElement>('#lever-hnte_award')!;
    new MutationObserver(() => {
      try { globalThis.tuiyan.probes!.panic(); } catch (error) { reject(error); }
    }).observe(field, { attributes: true, attributeFilter: ['aria-valuetext'] });
    field.value = String(Number(field.value) + 5);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }))).rejects.toThrow();
  await dies();
  await expect(recovery(app)).toContainText('还没来得及存下', { useInnerText: true });
  await expect(recovery(app)).not.toContainText('还没有改动过规划', { useInnerText: true });
  await recovery(app).getByRole('button', { name: '重新打开' }).click();
  await ready(app);
  await set(app, '30');
  await saved(app);
  await dies();
  await expect(recovery(app)).toContainText('规划保住了', { useInnerText: true });
  await expect(recovery(app)).toContainText('可能没有存下', { useInnerText: true });
});
