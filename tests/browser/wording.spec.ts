// Every city in both languages, screen by screen: nothing on screen that no planner would write.
import { type Page } from '@playwright/test';
import { expect, test } from './harness';

// What must not be read, and why.
const STRANGE: [RegExp, string][] = [
  [/[「」]/, 'quotes that are not those of the mainland'],
  [/NaN|Infinity|undefined|null/, 'a value that is none'],
  [/[−-]0(\.0+)?(?![\d.,])/, 'a zero with a sign'],
  [/\+0(\.0+)?(?![\d.,])/, 'a zero that is said to be more'],
  [/（\s*）|\(\s*\)|“\s*”|（，|，，|。。|：\s*。/, 'brackets, quotes or commas around nothing'],
  [/\(s\)/, 'a plural in brackets'],
  [/百分点百分点|个个|%%|元元|家家|points points|CNY CNY/, 'a unit twice'],
  [/\d{1,3}(,\d{3}){4,}/, 'a number beyond sense'],
  [/(?:不低于|不高于|高于|达到|目标|底线|净增|争取)\d[\d,]*\.\d*0(?=%|个百分点|亿元|万元|家|个|件)/, 'a promise with padding zeros'],
  [/\b1 (?:figures|targets|indicators|years|cells|numbers|errors|warnings|changes|spells|points)\b/, 'one of several'],
];

const SCREENS = 6;

async function look(app: Page, where: string) {
  const texts = await app.locator('#app').locator('main, .side, .levers, .foot, .top, .strip').allInnerTexts();
  const lines = [...new Set(texts.join('\n').split('\n'))];
  const strange = lines.flatMap(line => STRANGE.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${why}: ${line}`));
  expect.soft(strange, where).toEqual([]);
}

async function moveSomething(app: Page) {
  const slider = app.locator('[data-lever] input[type=range]').nth(1);
  await slider.focus();
  await app.keyboard.press('End');
  await expect(app.locator('.change-list li').first()).toBeVisible();
}

for (const language of ['zh', 'en']) {
  test(`every screen of every city reads as a planner would write it (${language})`, async ({ app }) => {
    await app.locator('.tour-ways button').last().click();
    if (language === 'en') await app.getByRole('button', { name: 'English' }).click();
    const cities = app.getByRole('combobox', { name: /换城市|City/ });
    const ids = await cities.locator('option').evaluateAll(options => options.map(option => (option as HTMLOptionElement).value));
    expect(ids.length).toBeGreaterThan(4);
    for (const id of ids) {
      await app.locator('#screens button').first().click();
      await cities.selectOption(id);
      await expect(app.locator('.page[data-complete]')).toBeAttached();
      await look(app, `${id} board`);
      await moveSomething(app);
      for (let screen = 0; screen < SCREENS; screen += 1) {
        await app.locator('#screens button').nth(screen).click();
        await expect(app.locator('#app main')).toBeVisible();
        await expect(app.locator('#app main').getByText(/正在计算|正在载入|Computing|Loading/)).toHaveCount(0, { timeout: 30_000 });
        await look(app, `${id} screen ${screen}`);
      }
    }
  });
}

test('a blank region says the next step and nothing about nothing', async ({ app }) => {
  await app.locator('.tour-ways button').last().click();
  await app.getByRole('combobox', { name: '换城市' }).selectOption('blank');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('还没有数据和目标');
  await expect(app.locator('#board')).toHaveCount(0);
  await expect(app.locator('.indicators')).toHaveCount(0);
  await expect(app.getByText('都对得上')).toHaveCount(0);
  await expect(app.getByText('抽样误差')).toHaveCount(0);
  await expect(app.locator('.foot')).not.toContainText('以上为测算结果');
  await expect(app.locator('.foot')).toContainText('地区数据：空白地区，');
  await expect(app.getByRole('status').filter({ hasText: '推演完成：' })).toHaveCount(0);
  await app.getByRole('button', { name: /^先填这\d+个数$/ }).click();
  await expect(app.getByRole('heading', { name: /^先填这\d+个数，就能看到第一批推演$/ })).toBeVisible();
  await app.getByRole('button', { name: '推演台', exact: true }).click();
  await app.locator('.next-step').getByRole('button', { name: '新增目标' }).click();
  await expect(app.getByRole('button', { name: '＋新增目标' })).toBeVisible();
});

test('a lever where nothing is done says so, to the eye and to a reader', async ({ app }) => {
  const card = app.locator('[data-lever="incubators"]');
  await expect(card.locator('.lever-words .current')).toHaveText('不新增');
  await expect(card.getByRole('slider')).toHaveAttribute('aria-valuetext', '0个，不新增');
  await card.getByRole('slider').focus();
  await app.keyboard.press('ArrowRight');
  await expect(card.locator('.lever-words .current')).toHaveText('一个');
});

test('tax that is not collected is no spending', async ({ app }) => {
  const card = app.locator('[data-lever="super_deduction_uptake"]');
  await card.getByRole('slider').focus();
  await app.keyboard.press('End');
  await expect(card.locator('[data-value="cost"]')).toContainText('少收税款');
  await expect(app.locator('[data-value="plan-year-cost"]')).toHaveText('0');
  await expect(app.locator('[data-value="forgone"]')).toContainText('不计入支出，也不受上限约束');
});
