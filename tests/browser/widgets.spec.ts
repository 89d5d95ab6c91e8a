// Every part that screens are made of, in all its states, as `cargo xtask widgets` wrote it into target/widgets/.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibilityProblems, expect, test } from './harness';

const ROOT = resolve(__dirname, '../..');
const FOLDER = resolve(ROOT, 'target/widgets');

test.use({ origins: [pathToFileURL(ROOT).href] });

test('every part in every state @screenshots', async ({ page }) => {
  const pages = readdirSync(FOLDER).filter(name => name.endsWith('.html'));
  expect(pages.length, 'pages of cargo xtask widgets').toBeGreaterThan(0);
  for (const name of pages) {
    await page.goto(pathToFileURL(resolve(FOLDER, name)).href);
    expect(await accessibilityProblems(page), name).toEqual([]);
    // Where nobody may edit, nothing that edits can be used.
    const last = page.locator('section').last();
    await expect(last.locator('.push')).toHaveCount(0);
    const picture = name.replace('.html', '.png');
    await page.screenshot({ path: resolve(ROOT, 'target/screenshots', `widgets-${picture}`), fullPage: true });
  }
});
