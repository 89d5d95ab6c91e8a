// A plan with as many targets as one may have: the page answers, and shows no more of the audit than can be read.
import { readFileSync } from 'node:fs';
import { expect, test } from './harness';

const TARGETS = 200;

// As many targets on one indicator, so that every one is at odds with every other.
function region() {
  const text = readFileSync('regions/yiyang-2020.toml', 'utf8');
  const [head, first] = text.split(/(?=^\[\[target\]\])/m);
  const more = Array.from({ length: TARGETS - 1 }, (_, at) => first
    .replace(/^id = .*$/m, `id = "M${at}"`)
    .replace(/^(floor = )([\d.]+)/m, (_, name, floor) => name + (Number(floor) * (1 + (at + 1) / 1000)).toFixed(6)));
  return head + [first, ...more].join('\n');
}

test('two hundred targets at odds with each other are answered, and the audit is a list of bounded length', async ({ app }) => {
  test.slow();
  await app.locator('input[type=file]').first().setInputFiles({ name: 'a.toml', mimeType: 'text/plain', buffer: Buffer.from(region()) });
  const audit = app.locator('.audit');
  const findings = audit.locator('.finding');
  await expect(findings).toHaveCount(30);
  expect(await audit.evaluate(section => section.querySelectorAll('*').length)).toBeLessThan(2_000);
  await audit.getByRole('button', { name: /^再看/ }).click();
  await expect(findings).toHaveCount(60);

  // Visits, and a lever that still moves.
  const visits: string[] = [];
  for (const name of ['目标', '推演台']) {
    const began = Date.now();
    await app.getByRole('navigation', { name: '页面' }).getByText(name, { exact: true }).click();
    await expect(app.getByRole('navigation', { name: '页面' }).locator('[aria-current=page]')).toHaveText(name);
    await expect(findings.first()).toBeVisible();
    visits.push(`${name} ${Date.now() - began} ms`);
  }
  test.info().annotations.push({ type: 'measured', description: visits.join(', ') });
  const lever = app.locator('#lever-hnte_award');
  const outcome = app.locator('[data-lever="hnte_award"] .lever-outcome');
  await lever.fill('30');
  await expect(outcome).toBeVisible();
  await expect(lever).toHaveValue('30');
});
