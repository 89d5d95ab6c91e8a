// Pictures of the page, to be looked at: target/screenshots/. Run by `cargo xtask test --all`.
import { resolve } from 'node:path';
import { test } from './harness';

const folder = resolve(__dirname, '../../target/screenshots');

for (const width of [1440, 1024, 360]) {
  test(`${width} pixels wide @screenshots`, async ({ app }) => {
    await app.setViewportSize({ width, height: 900 });
    await app.screenshot({ path: resolve(folder, `${width}.png`), fullPage: true });
  });
}
