// A tab in the background, a frame that the page around does not show: nothing is painted, and everything is answered.
import { afterNextRun, expect, test } from './harness';
import { call, embedded, test as hosted } from './host';

// As browsers do with what they do not paint.
const unpainted = () => { window.requestAnimationFrame = () => 1; };

test('a page that is never painted finishes its runs', async ({ page, baseURL }) => {
  await page.addInitScript(unpainted);
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  for (const value of ['10', '20', '30']) await afterNextRun(page, () => page.locator('#lever-hnte_award').fill(value));
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
});

hosted('a frame that is hidden as soon as it is there answers its host', async ({ page, site }) => {
  const frame = await embedded(page, await site());
  await page.locator('#place').evaluate(place => { place.style.display = 'none'; });
  for (const value of [10, 20, 30]) await call(page, 'patch', [{ lever: 'hnte_award', value }]);
  const projection = await call(page, 'getProjection');
  expect(JSON.stringify(projection)).toContain('hnte_award');
  await page.locator('#place').evaluate(place => { place.style.display = ''; });
  await expect(frame.locator('#lever-hnte_award')).toHaveValue('30');
});
