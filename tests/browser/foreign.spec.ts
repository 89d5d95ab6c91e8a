// Translators and extensions change what the page has drawn. It goes on, and no number stays what it was.
import { type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';

const ready = (page: Page) => page.locator('[data-ready]').waitFor({ state: 'attached' });
const lever = (page: Page) => page.locator('#lever-hnte_award');
const nav = (page: Page, name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name }).click();
// Texts without what a translator puts around them, and without what is read out once and not there after a reload.
const texts = (page: Page) => page.locator('main.sheet').evaluate(main => {
  const copy = main.cloneNode(true) as Element;
  copy.querySelectorAll('[role=status], [aria-live]').forEach(said => said.remove());
  return copy.textContent;
});

type Way = { only?: 'digits'; watches?: boolean; writes?: boolean };

// What a translator does with texts: into an element of its own, or another text in the same place.
async function translate(page: Page, way: Way) {
  await page.evaluate(({ only, watches, writes }) => {
    const app = document.getElementById('app')!;
    const one = () => {
      const walker = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode()) found.push(walker.currentNode as Text);
      for (const text of found) {
        if (text.parentElement!.closest('font, svg, script') || !text.data.trim() || (only && !/\d/.test(text.data))) continue;
        if (writes) {
          if (!text.data.startsWith('译')) text.data = `译${text.data}`;
          continue;
        }
        const outer = document.createElement('font');
        outer.appendChild(document.createElement('font')).textContent = text.data;
        text.replaceWith(outer);
      }
    };
    one();
    if (watches) new MutationObserver(one).observe(app, { subtree: true, childList: true, characterData: true });
  }, way);
}

// A walk over the page that changes texts, moves and removes nodes everywhere.
async function walk(page: Page) {
  await lever(page).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  for (const name of ['对比', '目标', '为什么', '数据', '输出', '推演台']) await nav(page, name);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await page.locator('.scenario').first().click();
  await page.locator('.scenario').last().click();
  await afterNextRun(page, () => lever(page).press('End'));
}

async function untouched(page: Page) {
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
  await page.reload();
  await ready(page);
  return texts(page);
}

const WAYS: [string, Way][] = [
  ['every text once leaves no old number behind @both', {}],
  ['every text again and again leaves no old number behind', { watches: true }],
  ['numbers only leaves no old number behind @long', { only: 'digits' }],
  ['numbers only, again and again, leaves no old number behind @long', { only: 'digits', watches: true }],
  ['the text of nodes leaves no old number behind @long', { writes: true }],
];

test('the page asks translators and Dark Reader to leave it alone', async ({ app }) => {
  await expect(app.locator('html')).toHaveAttribute('translate', 'no');
  await expect(app.locator('meta[name=google]')).toHaveAttribute('content', 'notranslate');
  await expect(app.locator('meta[name=darkreader-lock]')).toHaveCount(1);
});

for (const [name, way] of WAYS) {
  test(`a translator that takes ${name}`, async ({ app }) => {
    await app.getByRole('button', { name: '跳过指引' }).click();
    await translate(app, way);
    await walk(app);
    await expect(app.locator('#recovery')).toBeHidden();
    const shown = await texts(app);
    expect(shown).toBe(await untouched(app));
  });
}

test('what extensions put in, and what others take away, harms nothing', async ({ app }) => {
  await app.getByRole('button', { name: '跳过指引' }).click();
  await app.evaluate(() => {
    const meddle = () => {
      for (const field of document.querySelectorAll('#app input, #app textarea')) field.before(document.createElement('grammarly-extension'));
      for (const head of document.querySelectorAll('#app h2')) head.remove();
      for (const number of document.querySelectorAll('#app td')) number.append(document.createElement('mark'));
      document.body.prepend(document.createElement('div'));
    };
    meddle();
    globalThis.meddle = meddle;
  });
  await walk(app);
  await app.evaluate(() => globalThis.meddle());
  await afterNextRun(app, () => lever(app).press('Home'));
  await expect(app.locator('#recovery')).toBeHidden();
  const shown = await texts(app);
  expect(shown).toBe(await untouched(app));
});
