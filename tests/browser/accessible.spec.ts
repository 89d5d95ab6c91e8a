// Every screen for those who hear it, who point with difficulty, or who see the system's colours only.
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { afterNextRun, expect, test } from './harness';
import { LANGUAGES, putOn, SCREENS, THEMES, twoPackages } from './screens';

test.describe.configure({ timeout: 300_000 });

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

for (const language of LANGUAGES) {
  for (const theme of THEMES) {
    test(`nothing is found by the rules of WCAG 2.2 and of best practice, ${language}, ${theme} @long`, async ({ app }) => {
      await twoPackages(app);
      await putOn(app, language, theme);
      for (const [name, open] of SCREENS) {
        if (name === 'recovery') continue;
        await open(app);
        expect(await problems(app), name).toEqual([]);
      }
    });
  }
}

test('names are not glued to their units, nor is 为什么 part of a target', async ({ app }) => {
  const heads = app.locator('h3:has(small), h4:has(small)');
  const texts = await heads.evaluateAll(heads => heads.map(head => head.textContent!));
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) expect(text).toContain('，');
  await expect(app.getByRole('rowheader', { name: /为什么/ })).toHaveCount(0);
  await expect(app.locator('.board tbody tr').first().getByRole('button', { name: /为什么/ })).toBeVisible();
});

test('in the system’s colours the current one is told from the others, and marks are seen', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('800'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const tabs of ['.screens button', '.scenarios li']) {
      const lines = await app.locator(tabs).evaluateAll(tabs => tabs.map(tab => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return getComputedStyle(tab).borderBottomColor === ground ? '' : tab.textContent!;
      }));
      expect(lines.filter(text => text), `${tabs}, ${colorScheme}`).toHaveLength(1);
    }
    for (const mark of ['.key-disc', '.scenario-name .key-disc']) {
      const [colour, ground] = await app.locator(mark).first().evaluate(mark =>
        [getComputedStyle(mark).backgroundColor, getComputedStyle(document.body).backgroundColor]);
      expect(colour, `${mark}, ${colorScheme}`).not.toBe(ground);
    }
    const arrow = await app.locator('.lever-group summary').first().evaluate(summary => {
      const { borderTopColor, borderLeftColor } = getComputedStyle(summary, '::before');
      return [borderTopColor, borderLeftColor];
    });
    expect(arrow[0], `an arrow and no square, ${colorScheme}`).not.toBe(arrow[1]);
  }
});

test('nothing below a first lever moves while a hand drags', async ({ app }) => {
  const tops = () => app.evaluate(() => [...document.querySelectorAll('.board, .indicator canvas')]
    .map(element => Math.round(element.getBoundingClientRect().top + scrollY)));
  await app.locator('.tour-ways button').last().click();
  const before = await tops();
  const rail = (await app.locator('#lever-hnte_coaching').boundingBox())!;
  const height = rail.y + rail.height / 2;
  await app.mouse.move(rail.x + 8, height);
  await app.mouse.down();
  await app.mouse.move(rail.x + rail.width - 8, height, { steps: 12 });
  await app.mouse.up();
  await expect(app.locator('[data-run]')).toHaveAttribute('data-complete', 'true');
  expect(await tops()).toEqual(before);
});

async function problems(app: Page): Promise<string[]> {
  await app.evaluate(axe);
  return app.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await globalThis.axe.run(document, { preload: false, runOnly });
    return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
  });
}
