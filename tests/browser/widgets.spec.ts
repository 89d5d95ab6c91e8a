// Every part that screens are made of, in all its states, as `cargo xtask widgets` wrote it into target/widgets/.
// Playwright's own `test`: these are files with sheets beside them, and no page of the program.
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibilityProblems } from './harness';

const TARGET = resolve(__dirname, '../../target');

test('every part in every state @screenshots', async ({ page }) => {
  const pages = readdirSync(resolve(TARGET, 'widgets')).filter(name => name.endsWith('.html'));
  expect(pages.length, 'pages of cargo xtask widgets').toBeGreaterThan(0);
  for (const name of pages) {
    await page.goto(pathToFileURL(resolve(TARGET, 'widgets', name)).href);
    expect(await accessibilityProblems(page), name).toEqual([]);
    // Where nobody may edit, no button that edits is there, and no field takes anything.
    const looked = page.locator('section').last();
    await expect(looked.locator('.push')).toHaveCount(0);
    await expect(looked.locator('.entry input:enabled, .field input:enabled')).toHaveCount(0);
    const picture = `widgets-${name.replace('.html', '.png')}`;
    await page.screenshot({ path: resolve(TARGET, 'screenshots', picture), fullPage: true });
  }
});
