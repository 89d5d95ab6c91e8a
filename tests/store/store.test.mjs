// The plans that a browser keeps: shell/store.js and shell/storage.js, in tabs that share one origin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, pause } from './browser.mjs';

// As arrays of our own: those of a tab are of another kind.
/** @param {Shell.Entry[]} entries */
const texts = entries => Array.from(entries, ({ text }) => text);

test('what was kept is there again in another tab, with its name', async () => {
  const browser = new Browser();
  await (await browser.open()).keep('one', 'first');
  const [found] = (await browser.open()).store.found();
  assert.deepEqual([found.text, found.name, found.copy], ['first', 'plan one', false]);
});

test('plans are listed newest first, each once, the one in hand marked', async () => {
  const tab = await new Browser().open();
  await tab.keep('one', 'first');
  await tab.keep('two', 'second');
  await tab.keep('two', 'third');
  const list = await tab.store.list();
  assert.deepEqual(Array.from(list, ({ text, current }) => [text, current]), [['third', true], ['first', false]]);
});

test('the versions of the plan in hand come newest first, and no others', async () => {
  const tab = await new Browser().open();
  await tab.keep('other', 'of another plan');
  for (const text of ['1', '2', '3']) await tab.keep('one', text);
  assert.deepEqual(texts(await tab.store.versions()), ['3', '2', '1']);
});

test('a plan that is removed goes with all its versions', async () => {
  const browser = new Browser();
  const tab = await browser.open();
  for (const text of ['1', '2']) await tab.keep('one', text);
  await tab.keep('two', 'stays');
  const [, one] = await tab.store.list();
  await tab.store.remove(one.slot);
  assert.deepEqual(texts(await tab.store.list()), ['stays']);
  assert.deepEqual(texts(await tab.store.older()), ['stays', 'stays'], 'localStorage and the history have nothing else');
});

test('clearing takes what is ours from both places and leaves what others keep', async () => {
  const browser = new Browser();
  browser.items.set('portal:user', 'stays');
  const tab = await browser.open();
  await tab.keep('one', 'first');
  assert.ok((await tab.store.names()).some(name => name.startsWith('IndexedDB ')));
  assert.equal(await tab.store.clear(), true);
  assert.deepEqual([...await tab.store.names()], []);
  assert.deepEqual([...browser.items.keys()], ['portal:user']);
  assert.equal(tab.store.status().state, 'nothing');
  // What is in hand stays in hand, and its next change is kept.
  await tab.keep('one', 'second');
  assert.equal((await browser.open()).store.found()[0].text, 'second');
});

test('where localStorage is full the history keeps the plan', async () => {
  const browser = new Browser();
  browser.room = 40;
  const tab = await browser.open();
  await tab.keep('one', 'x'.repeat(100));
  assert.deepEqual(browser.kept(), []);
  assert.deepEqual(texts((await browser.open()).store.found()), ['x'.repeat(100)]);
});

test('where localStorage is full and there is no history it says so, and what is smaller is kept again', async () => {
  const browser = new Browser({ database: 'refuses' });
  const tab = await browser.open();
  await tab.keep('one', 'small');
  browser.room = 40;
  /** @type {string[]} */
  const troubles = [];
  tab.shell.onTrouble(state => troubles.push(state));
  tab.change('one', 'x'.repeat(100));
  await tab.becomes('full');
  assert.deepEqual(troubles, ['full']);
  browser.room = Infinity;
  await tab.keep('one', 'fits');
  assert.deepEqual(texts((await browser.open()).store.found()), ['fits']);
});

test('stores that throw are told as forbidden, and nothing else fails', async () => {
  const tab = await new Browser({ stores: 'refuse', database: 'refuses', channel: false }).open();
  assert.deepEqual(texts(tab.store.found()), []);
  tab.change('one', 'first');
  await tab.becomes('forbidden');
  assert.deepEqual(texts(await tab.store.list()), ['first'], 'what is in hand');
  assert.deepEqual([...await tab.store.names()], []);
});

test('a history that never answers is told as silent, and the page opens all the same', async () => {
  const tab = await new Browser({ stores: 'refuse', database: 'never answers' }).open();
  tab.change('one', 'first');
  await tab.becomes('silent');
});

test('what another tab has written is never replaced: both go on, one as a copy', async () => {
  const browser = new Browser();
  await (await browser.open()).keep('one', 'first');
  const [left, right] = [await browser.open(), await browser.open()];
  const keys = [left, right].map(tab => tab.store.adopt(tab.store.found()[0]));
  await left.keep(keys[0], 'of the left');
  assert.equal(right.store.status().elsewhere, true);
  await right.keep(keys[1], 'of the right');
  assert.equal(right.store.status().copied, true);
  assert.deepEqual(texts(await right.store.list()), ['of the right', 'of the left']);
});

for (const channel of [true, false]) {
  const way = channel ? 'by its channel' : 'without a channel';
  test(`another tab hears ${way} that all was cleared before it misses its plan, and writes nothing back`, async () => {
    const browser = new Browser({ channel });
    const [here, there] = [await browser.open(), await browser.open()];
    await here.keep('one', 'of here');
    await there.keep('two', 'of there');
    // It is not at rest: the change is asked for in the middle of the clearing, which waits for a write of its own.
    there.change('two', 'changed there');
    here.change('one', 'changed here');
    here.store.hurry();
    await pause(5);
    there.news = [];
    assert.equal(await here.store.clear(), true);
    await there.becomes('cleared');
    assert.match(there.news[0], channel ? /^tuiyan:clearing|^cleared/ : /^tuiyan:clearing/);
    assert.ok(there.news.some(key => key.startsWith('tuiyan:plan:')), 'it would have missed its plan');
    await pause(600);
    assert.deepEqual(browser.kept(), []);
    assert.deepEqual([...await here.store.names()], []);
    // A person decides there.
    there.store.resume();
    await there.becomes('saved');
    assert.equal(browser.kept().length, 1);
  });
}

test('where another system empties localStorage the next change is kept in both places', async () => {
  const browser = new Browser();
  const tab = await browser.open();
  await tab.keep('one', 'first');
  browser.items.clear();
  await tab.keep('one', 'second');
  assert.equal(browser.kept().length, 1);
  assert.equal(tab.store.status().copied, false);
  assert.deepEqual(texts(await tab.store.versions()), ['second', 'first']);
});

test('where another system empties localStorage before the eyes of the page the plan stays one plan', async () => {
  const browser = new Browser();
  const tab = await browser.open();
  await tab.keep('one', 'first');
  browser.items.clear();
  tab.fire('storage', { key: null, newValue: null, storageArea: tab.localStorage });
  await pause(200);
  assert.deepEqual([browser.kept().length, tab.store.status().copied], [1, false]);
});

test('a damaged entry is handed over as it stands, after those that can be read', async () => {
  const browser = new Browser();
  browser.items.set('tuiyan:plan:x', '[[[');
  const tab = await browser.open();
  assert.deepEqual(texts(tab.store.found()), ['[[[']);
  await tab.keep('one', 'sound');
  assert.equal(browser.items.get('tuiyan:plan:x'), '[[[');
  assert.deepEqual(texts(await tab.store.list()), ['sound', '[[[']);
});

test('what would not open again is not kept, and the version before it stays', async () => {
  const browser = new Browser();
  const tab = await browser.open();
  await tab.keep('one', 'sound');
  tab.change('one', undefined);
  await tab.becomes('unreadable');
  assert.equal((await browser.open()).store.found()[0].text, 'sound');
});

test('where a page around keeps the plan nothing is written, and without one it says so', async () => {
  const browser = new Browser();
  const tab = await browser.open('?storage=host');
  tab.change('one', 'first');
  await tab.becomes('apart');
  tab.shell.hosted(false);
  await tab.becomes('alone');
  assert.deepEqual([...browser.items.keys()], []);
  assert.deepEqual(await browser.database.databases(), []);
});

test('what ends the program twice while it opens is not opened a third time', async () => {
  const browser = new Browser();
  await (await browser.open()).keep('one', 'fatal');
  for (const isUnsafe of [false, false, true]) {
    const { shell } = await browser.open();
    assert.equal(shell.isUnsafe(), isUnsafe);
    shell.suspect(false);
  }
});
