// Every screen, and the way to it without a word of one language: pictures, contrasts and axe go through all of them.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterNextRun, expect } from './harness';

const yiyang = readFileSync(resolve(__dirname, '../../regions/yiyang-2020.toml'), 'utf8');

export const LANGUAGES = ['zh', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;

// One after the other on one page; the last one ends the program.
export const SCREENS: [string, (app: Page) => Promise<void>][] = [
  ['tour', async app => {
    await app.locator('.top .language:not([lang])').click();
    await expect(app.locator('.tour')).toBeVisible();
  }],
  ['board', async app => {
    if (await app.locator('.tour').isVisible()) await app.locator('.tour-ways button').last().click();
    await to(app, 0);
  }],
  ['compare', async app => {
    await to(app, 1);
    await expect(app.locator('.part-total')).toBeVisible();
    await expect(app.locator('.ranking tbody tr').first()).toBeVisible();
  }],
  ['targets', app => to(app, 2)],
  ['numbers', app => to(app, 3)],
  ['number', async app => {
    await to(app, 0);
    await app.locator('[data-indicator="rd_intensity"] .why').first().click();
    await expect(app.locator('.explain-values')).toBeVisible();
  }],
  ['map', async app => {
    await app.locator('.ways ul li').nth(2).locator('a').click();
    await expect(app.locator('.node-lit').first()).toBeVisible();
  }],
  ['parameter', async app => {
    await app.locator('.ways ul li').nth(1).locator('a').click();
    await app.locator('#search-numbers').fill('after_subsidy_yield');
    await app.locator('.all-numbers a').first().click();
    await expect(app.locator('.explain-values')).toBeVisible();
  }],
  ['lever', async app => {
    await to(app, 0);
    await app.locator('[data-lever="after_subsidy"] .why').click();
    await expect(app.locator('.explain-values')).toBeVisible();
  }],
  ['data', app => to(app, 4)],
  ['output', app => to(app, 5)],
  ['plans', async app => {
    await to(app, 0);
    await app.locator('.plans-button').click();
    await expect(app.locator('.plans-panel li').first()).toBeVisible();
  }],
  ['file', async app => {
    await app.keyboard.press('Escape');
    const buffer = Buffer.from(yiyang.replace('provenance = "derived"', 'provenance = "derive"'));
    await app.locator('input[type=file]').first().setInputFiles({ name: '本市.toml', mimeType: 'application/toml', buffer });
    await expect(app.locator('.file-report')).toBeVisible();
  }],
  ['recovery', async app => {
    await app.evaluate(() => globalThis.tuiyan.probes!.panic()).catch(() => {});
    await expect(app.locator('#recovery')).toBeVisible();
  }],
];

// Two packages beside present policy; the second one is in hand.
export async function twoPackages(app: Page) {
  const strip = app.getByRole('navigation', { name: '方案' });
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('800'));
  await rename(app, '稳投入');
  await strip.getByRole('button', { name: '＋新方案' }).click();
  await rename(app, '强培育');
  for (const [lever, setting] of [['after_subsidy', '300'], ['hnte_coaching', '60'], ['contract_award', '1'], ['statistics_coverage', '40']]) {
    await afterNextRun(app, () => app.locator(`#lever-${lever}`).fill(setting));
  }
}

// Puts the page on in a language and a theme, without a word of either.
export async function putOn(app: Page, language: typeof LANGUAGES[number], theme: string) {
  await app.locator('.look select').nth(1).selectOption(theme);
  const other = app.locator(`.language[lang^="${language}"]`);
  if (await other.count() > 0) await other.click();
  await expect(app.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
}

async function to(app: Page, position: number) {
  const way = app.locator('.screens button').nth(position);
  await way.click();
  await expect(way).toHaveAttribute('aria-current', 'page');
}

async function rename(app: Page, name: string) {
  await app.getByRole('navigation', { name: '方案' }).getByRole('button', { name: /^改名：/ }).click();
  await app.keyboard.insertText(name);
  await app.keyboard.press('Enter');
}
