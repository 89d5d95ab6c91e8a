// Why a number is what it is: from a card to the source of a base figure and back; a lever's way on the map.
import { type Locator, type Page } from '@playwright/test';
import { accessibilityProblems, afterNextRun, expect, resize, test } from './harness';

test('why the intensity is what it is: from the card to the source of the base figure and back @both', async ({ app }) => {
  const card = app.locator('[data-indicator="rd_intensity"]').first();
  const median = await card.locator('[data-value="median"]').innerText();
  const chance = await card.locator('[data-value="chance"]').innerText();
  await card.getByRole('button', { name: /^为什么：/ }).click();
  await expect(heading(app)).toHaveText('研发经费投入强度');
  await expect(heading(app)).toBeFocused();
  await expect(app.locator('[data-value="value"]')).toHaveText(median);
  await expect(app.locator('[data-formula="words"]')).toHaveText('“研发经费投入强度”=“全社会研发经费”÷“地区生产总值”');
  await expect(app.locator('[data-formula="result"]')).toHaveText(`= ${median}`);
  await expect(app.locator('[data-value="chance"]')).toHaveText(`${chance}现状${chance}`);
  await expect(app.locator('[data-value="light"]')).toHaveText(/^差距较大差0\.\d\d个百分点用词偏满$/);
  await expect(section(app, '不确定性从哪里来')).toContainText(/逐年波动0\.\d\d个百分点.*最大的一块是逐年波动/s);

  await app.locator('[data-formula="words"]').getByRole('link', { name: '全社会研发经费' }).click();
  await expect(heading(app)).toHaveText('全社会研发经费');
  const origin = section(app, '出处');
  await expect(origin).toContainText(/2019年 [\d.]+亿元/);
  await expect(origin).toContainText('推算：');
  await app.getByRole('combobox', { name: '年份' }).selectOption('2019');
  await expect(app.locator('[data-value="value"]')).toContainText('亿元');
  await expect(section(app, '怎么算')).toContainText('直接给定');

  await way(app).getByRole('link', { name: '研发经费投入强度' }).click();
  await expect(heading(app)).toHaveText('研发经费投入强度');
  await way(app).getByRole('link', { name: '回推演台' }).click();
  await expect(card).toBeVisible();
});

test('from after-subsidy to the intensity on the map, by keyboard', async ({ app }) => {
  await app.getByRole('button', { name: '为什么', exact: true }).first().click();
  await way(app).getByRole('link', { name: '因果图' }).press('Enter');
  await expect(heading(app)).toHaveText('因果图');
  await app.getByRole('combobox', { name: '杠杆' }).selectOption({ label: '企业研发后补助' });
  await app.getByRole('combobox', { name: '指标' }).selectOption({ label: '研发经费投入强度' });
  await expect(app.getByText('试加一档到50万元')).toBeVisible();
  const map = app.getByRole('group', { name: '因果图' });
  await app.getByRole('checkbox', { name: '只看这条路' }).press('Space');
  await expect(map.getByRole('button')).toHaveCount(10);

  // One stop of the tab key for the whole map.
  await map.locator('button[tabindex="0"]').focus();
  await expect(map.locator('#map-after_subsidy')).toBeFocused();
  const walked: string[] = [];
  for (let step = 0; step < 8; step++) {
    await app.keyboard.press('ArrowDown');
    const here = map.locator(':focus');
    await expect(here).not.toHaveText(walked[walked.length - 1] ?? '');
    walked.push(await here.innerText());
  }
  await expect(map.locator('#map-rd_intensity')).toBeFocused();
  for (const step of walked) expect(step, 'its effect in numbers').toMatch(/\+0\.\d+/);
  expect(walked[0]).toContain('后补助带来的研发');
  await app.keyboard.press('ArrowUp');
  await expect(map.locator('#map-rd')).toBeFocused();
  await app.keyboard.press('Home');
  await expect(map.locator('#map-after_subsidy')).toBeFocused();
  await app.keyboard.press('End');
  await app.keyboard.press('Enter');
  await expect(heading(app)).toHaveText('研发经费投入强度');
});

test('the map shows what the scenario does, by mouse, and has a table', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('2000'));
  await app.locator('[data-lever="after_subsidy"]').getByRole('button', { name: /^为什么：/ }).click();
  await expect(heading(app)).toHaveText('企业研发后补助');
  await app.getByRole('link', { name: '在因果图上看' }).click();
  await expect(app.getByText('企业研发后补助按当前方案设为2,000万元')).toBeVisible();
  const map = app.getByRole('group', { name: '因果图' });
  await map.locator('#map-rd_policy').click();
  await expect(app.getByRole('region', { name: '政策带来的企业研发（申报）' })).toContainText('企业研发经费');
  await app.getByText('整张图的表').click();
  const row = app.getByRole('row', { name: /^研发经费投入强度 / });
  await expect(row).toContainText('全社会研发经费、地区生产总值');
});

test('every number can be found and opened', async ({ app }) => {
  await app.getByRole('button', { name: '为什么', exact: true }).first().click();
  const search = app.getByRole('searchbox', { name: '查找数字' });
  await search.fill('后补助');
  await expect(app.getByRole('main').getByRole('status')).toHaveText(/^[1-9]\d?个$/);
  await search.fill('没有这个词');
  await expect(app.getByText('没有名称里含“没有这个词”的数')).toBeVisible();
  await search.fill('');
  await app.getByRole('link', { name: '价格涨幅', exact: true }).click();
  await expect(heading(app)).toHaveText('价格涨幅');
});

test('a lever and a parameter say what they can be and how well founded they are', async ({ app }) => {
  await afterNextRun(app, () => app.locator('#lever-after_subsidy').fill('2000'));
  await app.locator('[data-lever="after_subsidy"]').getByRole('button', { name: /^为什么：/ }).click();
  await expect(app.locator('.explain-kind')).toHaveText('政策杠杆 · 研发投入E实证');
  await expect(app.locator('[data-value="range"]')).toHaveText('可设0–5,000万元：试点（到500万元）、常规（到2,000万元）、大力度（到5,000万元）。');
  await expect(app.locator('[data-value="value"]')).toHaveText('2,000万元');
  await expect(app.locator('[data-value="outlook"]')).toHaveText('0万元');
  await section(app, '被谁使用').getByRole('link', { name: '后补助带来的研发（长期）' }).click();
  await section(app, '怎么算').getByRole('link', { name: '每元后补助带动的企业研发' }).first().click();
  await expect(app.locator('.explain-kind')).toHaveText('参数E实证');
  await expect(section(app, '不确定性从哪里来')).toContainText('低0.4，最可能0.9，高1.4');
  await expect(app.locator('[data-value="outlook"]'), 'no lever moves a parameter').toHaveCount(0);
});

test('nothing to mend for readers, wide and narrow, light and dark', async ({ app }) => {
  const look = app.getByRole('combobox', { name: '外观' });
  for (const theme of ['浅色', '深色']) {
    await look.selectOption({ label: theme });
    for (const open of [pageOf('rd_intensity'), pageOfLever, list, map]) {
      await open(app);
      for (const width of [1440, 360]) {
        await resize(app, { width, height: 800 });
        expect(await accessibilityProblems(app)).toEqual([]);
        expect(await app.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
      }
      await resize(app, { width: 1440, height: 800 });
      await app.getByRole('button', { name: '推演台', exact: true }).click();
    }
  }
});

function pageOf(indicator: string) {
  return (app: Page) => app.locator(`[data-indicator="${indicator}"]`).first().getByRole('button', { name: /^为什么：/ }).click();
}

async function pageOfLever(app: Page) {
  await app.locator('[data-lever="hnte_award"]').getByRole('button', { name: /^为什么：/ }).click();
}

async function list(app: Page) {
  await app.getByRole('button', { name: '为什么', exact: true }).first().click();
  await way(app).getByRole('link', { name: '全部数字' }).click();
}

async function map(app: Page) {
  await app.getByRole('button', { name: '为什么', exact: true }).first().click();
  await way(app).getByRole('link', { name: '因果图' }).click();
}

function heading(app: Page): Locator {
  return app.getByRole('heading', { level: 1 });
}

function way(app: Page): Locator {
  return app.getByRole('navigation', { name: '查看路径' });
}

function section(app: Page, title: string): Locator {
  return app.locator('section').filter({ has: app.getByRole('heading', { level: 2, name: title }) });
}
