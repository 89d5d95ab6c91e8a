// Pictures of every screen, to be looked at: target/screenshots/. Run by `cargo xtask test --all`.
import { type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { expect, openView, resize, test } from './harness';
import { LANGUAGES, putOn, SCREENS, THEMES, twoPackages } from './screens';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });

for (const language of LANGUAGES) {
  for (const theme of THEMES) {
    test(`every screen, ${language}, ${theme} @screenshots`, async ({ app }) => {
      await twoPackages(app);
      await putOn(app, language, theme);
      for (const [name, open] of SCREENS) {
        await open(app);
        for (const width of [360, 1440]) {
          await resize(app, { width, height: 900 });
          await picture(app, `${name}-${language}-${theme}-${width}`);
          expect(await app.evaluate(() => document.documentElement.scrollWidth), `${name}, ${width} px`).toBeLessThanOrEqual(width);
        }
      }
    });

    test(`projector, ${language}, ${theme} @screenshots`, async ({ app }) => {
      await resize(app, { width: 1920, height: 1080 });
      await twoPackages(app);
      await putOn(app, language, theme);
      await app.locator('.look select').first().selectOption('projector');
      await picture(app, `projector-${language}-${theme}-1920`);
    });
  }

  test(`between the widths and on paper, ${language} @screenshots`, async ({ app }) => {
    await twoPackages(app);
    await putOn(app, language, 'light');
    await app.locator('.tour-ways button').last().click();
    await resize(app, { width: 1024, height: 768 });
    await picture(app, `board-${language}-light-1024`);
    await resize(app, { width: 1440, height: 900 });
    await app.locator('.look select').first().selectOption('large');
    await picture(app, `board-${language}-large-1440`);
    await openView(app);
    await app.locator('.look select').first().selectOption('normal');
    await app.pdf({ preferCSSPageSize: true, path: file(`print-${language}.pdf`) });
    // As wide as the text of an A4 page.
    await resize(app, { width: 680, height: 1000 });
    await app.emulateMedia({ media: 'print' });
    await app.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); });
    await expect(app.locator('.printout')).toBeVisible();
    await app.screenshot({ path: file(`print-${language}.png`), fullPage: true });
  });
}

async function picture(app: Page, name: string) {
  await afterNextFrame(app);
  await app.screenshot({ path: file(`${name}.png`), fullPage: true, animations: 'disabled' });
}

// Charts follow a new width a frame later, those out of view once all is at rest.
function afterNextFrame(app: Page) {
  return app.evaluate(() => new Promise(done => setTimeout(() => requestAnimationFrame(done), 500)));
}

function file(name: string): string {
  return resolve(__dirname, '../../target/screenshots', name);
}
