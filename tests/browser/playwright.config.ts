// How the browser tests run. `cargo xtask test` sets the variables; by hand, after `cargo xtask serve`:
//   npx playwright test --config tests/browser/playwright.config.ts
import { defineConfig } from '@playwright/test';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const target = resolve(__dirname, '../../target/playwright');
const singleFile = process.env.TUIYAN_SINGLE_FILE ?? resolve(__dirname, '../../dist/tuiyan.html');

// Whatever asks for another machine finds none.
const NOWHERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export default defineConfig({
  testDir: __dirname,
  outputDir: resolve(target, 'results'),
  reporter: [['list'], ['json', { outputFile: resolve(target, 'report.json') }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', NOWHERE] },
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // A trace films every page, which doubles what a move of the mouse costs: by hand, with `--trace on`.
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'served', use: { baseURL: process.env.TUIYAN_ADDRESS ?? 'http://127.0.0.1:8080/' } },
    // What must also hold for a double-clicked file carries the tag @both.
    { name: 'single-file', grep: /@both/, use: { baseURL: pathToFileURL(singleFile).href } },
    { name: 'compat-file', grep: /@both/, use: { baseURL: pathToFileURL(resolve(dirname(singleFile), 'tuiyan-compat.html')).href } },
  ],
});
