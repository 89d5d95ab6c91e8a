// What the audit says of the targets, and what it says where there is nothing to look at.
import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { afterNextRun, expect, test } from './harness';

const audit = (app: Page) => app.locator('.audit');

test('beside a finding no two ways read the same', async ({ app }) => {
  for (const button of await audit(app).getByRole('group').getByRole('button', { pressed: false }).all()) await button.click();
  const heads = audit(app).locator('.finding-head');
  await expect(heads.first()).toBeVisible();
  const ways = await heads.evaluateAll(heads => heads.map(head => [...head.querySelectorAll('.why')].map(way => way.textContent!.trim())));
  expect(ways.flat().length).toBeGreaterThan(0);
  for (const words of ways) expect(new Set(words).size, words.join('、')).toBe(words.length);
});

test('an audit of targets that a person records does not say that all agree', async ({ app }) => {
  const region = readFileSync('regions/yiyang-2020.toml', 'utf8').split(/(?=^\[\[target\]\])/m)
    .filter(part => !part.startsWith('[[target]]') || /^kind = "milestone"/m.test(part)).join('');
  await app.locator('input[type=file]').first().setInputFiles({ name: 'a.toml', mimeType: 'text/plain', buffer: Buffer.from(region) });
  await expect(audit(app)).toContainText('没有可以核对的数');
  await expect(app.getByText('都对得上')).toHaveCount(0);
});

test('what a lever does not change is said to be no change, and no amount', async ({ app }) => {
  await app.getByRole('button', { name: 'English' }).click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  await afterNextRun(app, () => app.locator('#lever-incubators').fill('1'));
  const changes = app.locator('.indicators [data-value="change"]');
  await expect(changes.filter({ hasText: /^no change$/ }).first()).toBeVisible();
  for (const words of await changes.allInnerTexts()) expect(words).not.toMatch(/^(CNY )?0\b(?!\.)/);
});
