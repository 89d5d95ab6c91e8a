// Embedding: a page of another system talks with the simulator through embed.js.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { accessibilityProblems, resize } from './harness';
import { call, embedded, expect, refusal, test, told } from './host';

const LEVER = 'hnte_award';
const award = `#lever-${LEVER}`;
const move = (value: number | null) => [{ lever: LEVER, value }];

test('every method answers a host of the same origin', async ({ page, site }) => {
  const tuiyan = await site();
  const frame = await embedded(page, tuiyan, { storage: 'host' });
  await frame.locator('[data-ready]').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => { const { version, protocol, form } = globalThis.simulator; return { version, protocol, form }; }))
    .toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), protocol: 1, form: 'simd' });

  const opened = await call(page, 'getPlan');
  expect(JSON.parse(opened.plan)).toMatchObject({ kind: 'tuiyan-plan', format: 2 });
  const { revision } = await call(page, 'patch', move(30));
  expect(revision).toBeGreaterThan(opened.revision);
  await expect(frame.locator(award)).toHaveValue('30');

  const projection = await call(page, 'getProjection');
  expect(projection).toMatchObject({ city: 'yiyang-2020', base_year: 2019, plan_year: 2020 });
  expect(projection.levers.find(({ id }) => id === LEVER)).toMatchObject({ name: '高企认定奖励', unit: '万元/家', minimum: 0, maximum: 50, present: 0 });
  expect(projection.levers.find(({ id }) => id === LEVER)!.setting).toEqual(projection.years.map(() => 30));
  for (const { median, low, high, outlook } of projection.indicators) {
    for (const row of [median, low, high, outlook]) expect(row).toHaveLength(projection.years.length);
  }
  // Every field that comes is declared.
  const types = readFileSync(resolve(__dirname, '../../embed/embed.d.ts'), 'utf8');
  const { indicators: [indicator], targets: [target], levers: [lever], cost, scenario } = projection;
  for (const field of [projection, indicator, target, lever, cost, scenario].flatMap(Object.keys)) expect(types).toMatch(new RegExp(`\\b${field}: `));
  for (const { probability } of projection.targets) if (probability !== null) expect(probability >= 0 && probability <= 1).toBe(true);

  await call(page, 'setLanguage', 'en');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  expect((await call(page, 'getProjection')).levers[0].name).toMatch(/^[\x20-\x7e–’]+$/);
  await call(page, 'setTheme', 'dark');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');

  expect(await call(page, 'setPlan', opened.plan)).toMatchObject({ warnings: [] });
  await expect(frame.locator(award)).toHaveValue('0');
  expect((await call(page, 'getPlan')).plan).toBe(opened.plan);
  await call(page, 'setPlan', { city: 'xiangxi-2022' });
  expect(await call(page, 'getProjection')).toMatchObject({ city: 'xiangxi-2022', plan_year: 2022 });
});

test('files come in each format, named as the page names them', async ({ page, site }) => {
  await embedded(page, await site(), { storage: 'host' });
  const files = await page.evaluate(() => Promise.all(['plan', 'indicators', 'scenarios', 'summary', 'chart-1', 'pack'].map(async format => {
    const file = await globalThis.simulator.exportAs(format);
    return { format, name: file.name, type: file.type, start: [...new Uint8Array(await file.slice(0, 5).arrayBuffer())], text: await file.text() };
  })));
  const [plan, indicators, scenarios, summary, chart, pack] = files;
  expect(plan.name).toMatch(/\.tuiyan\.json$/);
  expect(JSON.parse(plan.text).kind).toBe('tuiyan-plan');
  for (const table of [indicators, scenarios]) {
    expect(table.name).toMatch(/\.csv$/);
    expect(table.start.slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  }
  expect(summary.text).toContain('经测算，预计');
  expect(chart.text.startsWith('<svg ')).toBe(true);
  expect([pack.name.slice(-4), ...pack.start.slice(0, 2)]).toEqual(['.zip', 0x50, 0x4b]);
  expect(await refusal(page, 'exportAs', 'exe')).toBe('params');
});

test('a listed origin may talk, and hears of every change', async ({ page, site }) => {
  const portal = await site();
  const tuiyan = await site([portal]);
  const frame = await embedded(page, portal, { src: `${tuiyan}/index.html`, storage: 'host' });
  await call(page, 'patch', move(30));
  await expect.poll(async () => (await told(page, 'change')).map(({ source, dirty }) => `${source} ${dirty}`)).toEqual(['host true']);
  await expect.poll(async () => (await told(page, 'autosave')).length).toBe(1);

  await frame.locator(award).fill('20');
  await expect.poll(async () => (await told(page, 'change')).pop()).toMatchObject({ source: 'person', dirty: true });
  await expect.poll(async () => (await told(page, 'autosave')).length).toBe(2);
  expect((await told(page, 'autosave')).pop()!.plan).toBe((await call(page, 'getPlan')).plan);
  expect((await told(page, 'error'))).toEqual([]);
});

test('an origin that is not listed may show it, and gets a reason', async ({ page, site }) => {
  const portal = await site();
  const tuiyan = await site(['https://portal.example.gov.cn']);
  await page.goto(`${portal}/host.html`);
  const problem = await page.evaluate(src => globalThis.Tuiyan.embed('#place', { src, timeout: 4000 })
    .then(() => undefined, ({ code, message }: Tuiyan.TuiyanError) => ({ code, message })), `${tuiyan}/index.html`);
  expect(problem).toMatchObject({ code: 'not-allowed', message: expect.stringContaining(portal) });
  expect(problem!.message).toContain('tuiyan-allowed-origins');
  const frame = page.frameLocator('#place iframe');
  await expect(frame.locator('[data-ready]')).toBeAttached();
  // Told to anybody.
  await expect.poll(() => page.locator('#place iframe').evaluate(frame => frame.style.height)).not.toBe('640px');
});

test('an address that is not the page gets a reason', async ({ page, site }) => {
  const portal = await site();
  await page.goto(`${portal}/host.html`);
  const problem = await page.evaluate(() => globalThis.Tuiyan.embed('#place', { src: 'sign-in.html', timeout: 1000 }).catch(({ code, message }) => ({ code, message })));
  expect(problem).toMatchObject({ code: 'not-reachable', message: expect.stringContaining(`${portal}/sign-in.html`) });
  for (const place of ['#nowhere', null]) {
    expect(await page.evaluate(place => globalThis.Tuiyan.embed(place!).catch(({ name }) => name), place)).toBe('TypeError');
  }
});

test('the element takes the options as attributes', async ({ page, site }) => {
  const tuiyan = await site();
  await page.goto(`${tuiyan}/host.html`);
  await page.evaluate(() => {
    const element = Object.assign(document.createElement('tuiyan-simulator'), { id: 'simulator' });
    const attributes = { city: 'tongren-2020', view: 'targets', hide: 'head,foot', lang: 'en', theme: 'dark', readonly: '', storage: 'host', label: '目标', height: '500' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const events: string[] = [];
    for (const event of ['ready', 'error']) element.addEventListener(`tuiyan-${event}`, () => events.push(event));
    document.querySelector('#place')!.append(element);
    Object.assign(globalThis, { element, events });
  });
  const frame = page.frameLocator('#simulator iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('Targets');
  const [embed] = page.frames().slice(1);
  expect(new URL(embed.url()).searchParams.get('hide')).toBe('head,foot');
  await expect(page.locator('#simulator iframe')).toHaveAttribute('title', '目标');
  await expect(page.locator('#simulator iframe')).toHaveCSS('height', '500px');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  const inElement = (work: string) => page.evaluate(`element.simulator.then(simulator => (${work})(simulator))`);
  expect(await inElement('s => s.getProjection().then(({ city }) => city)')).toBe('tongren-2020');
  await expect(frame.locator('input:enabled:visible')).toHaveCount(0);
  expect(await inElement('s => s.patch([{ ceiling: 1 }]).then(({ revision }) => revision > 0)')).toBe(true);

  // Look and language change in place; anything else opens the page anew, once.
  await page.evaluate(() => { const { element } = globalThis; element.setAttribute('theme', 'light'); element.setAttribute('lang', 'zh-CN'); });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.evaluate(() => { const { element } = globalThis; element.setAttribute('city', 'changde-2019'); element.removeAttribute('readonly'); });
  expect(await inElement('s => s.getProjection().then(({ city }) => city)')).toBe('changde-2019');
  expect(await page.evaluate('events')).toEqual(['ready', 'ready']);

  // Out of the document it ends; put back, it opens again.
  expect(await page.evaluate(async () => {
    const { element } = globalThis;
    const simulator = await element.simulator;
    element.remove();
    const code = await simulator.getPlan().catch(({ code }) => code);
    document.querySelector('#place')!.append(element);
    const { plan } = await (await element.simulator).getPlan();
    return { code, again: plan.length > 0 };
  })).toEqual({ code: 'destroyed', again: true });
  expect(page.frames()).toHaveLength(2);
});

test('an option that is no option is said by the page, and the rest holds', async ({ page, site }) => {
  const frame = await embedded(page, await site(), { storage: 'host', lang: 'zh-CN', theme: 'pink' as Tuiyan.Theme, view: 'data' });
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('数据');
  await expect(frame.getByText('pink')).toBeVisible();
});

test('what the host kept comes back in another frame', async ({ page, site }) => {
  const portal = await site();
  const src = `${await site([portal])}/index.html`;
  const frame = await embedded(page, portal, { src, storage: 'host' });
  await frame.locator(award).fill('30');
  await expect.poll(async () => (await told(page, 'autosave')).length).toBeGreaterThan(0);
  const [{ plan }] = (await told(page, 'autosave')).slice(-1);
  const again = await embedded(page, portal, { src, storage: 'host' });
  await again.locator('[data-ready]').waitFor({ state: 'attached' });
  // Nothing was kept in the browser.
  await expect(again.locator(award)).toHaveValue('0');
  await call(page, 'setPlan', plan);
  await expect(again.locator(award)).toHaveValue('30');
  expect((await call(page, 'getPlan')).plan).toBe(plan);
  const stored = await page.frames()[1].evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('tuiyan:plan')));
  expect(stored).toEqual([]);
});

test('files that a person saves go to the host where it asks for them', async ({ page, site }) => {
  const frame = await embedded(page, await site(), { storage: 'host', exports: 'host', view: 'output' });
  let downloads = 0;
  page.on('download', () => { downloads += 1; });
  await frame.getByRole('button', { name: '保存规划文件' }).click();
  await frame.getByRole('button', { name: '保存CSV：指标逐年' }).click();
  await expect.poll(async () => (await told(page, 'export')).length).toBe(2);
  const saved = await page.evaluate(() => Promise.all(globalThis.told.flatMap(one => (one.event === 'export' ? [one.data.file] : []))
    .map(async file => ({ name: file.name, text: await file.text() }))));
  expect(saved[0].name).toMatch(/\.tuiyan\.json$/);
  expect(JSON.parse(saved[0].text).kind).toBe('tuiyan-plan');
  expect(saved[1].name).toMatch(/\.csv$/);
  expect(downloads).toBe(0);
});

test('the frame is as high as the page, and comes to rest', async ({ page, site }) => {
  const frame = await embedded(page, await site(), { storage: 'host', hide: 'head' });
  await frame.locator('[data-ready]').waitFor({ state: 'attached' });
  const height = () => page.locator('#place iframe').evaluate(frame => frame.clientHeight);
  const settled = async () => {
    for (let before = -1, now = await height(); before !== now; now = await height()) {
      before = now;
      await page.waitForTimeout(1500);
    }
    return height();
  };
  const wide = await settled();
  expect(wide).toBeGreaterThan(700);
  expect(wide).toBeLessThan(8000);
  const inner = () => page.frames()[1].evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(await inner()).toBeLessThanOrEqual(1);
  const count = (await told(page, 'resize')).length;
  expect(count).toBeLessThan(20);
  await page.waitForTimeout(3000);
  expect((await told(page, 'resize')).length).toBe(count);
  // Narrow, it is higher, and lower again when it is wide.
  await resize(page, { width: 700, height: 900 });
  expect(await settled()).toBeGreaterThan(wide);
  await resize(page, { width: 1440, height: 900 });
  expect(Math.abs(await settled() - wide)).toBeLessThanOrEqual(2);
});

test('a page that is loaded anew is greeted again', async ({ page, site }) => {
  const frame = await embedded(page, await site(), { storage: 'host' });
  await call(page, 'patch', move(30));
  const codes = page.evaluate(() => {
    const { simulator } = globalThis;
    simulator.frame.contentWindow!.location.reload();
    return Promise.all([1, 2].map(() => simulator.getProjection().then(() => 'answered', ({ code }) => code)));
  });
  await expect.poll(async () => (await told(page, 'ready')).length).toBe(1);
  for (const code of await codes) expect(['answered', 'reloaded']).toContain(code);
  await expect(frame.locator(award)).toHaveValue('0');
  expect((await call(page, 'patch', move(10))).revision).toBeGreaterThan(0);
});

test('a host hears that the program has stopped, and talks with the next one', async ({ page, site }) => {
  const frame = await embedded(page, await site(), { storage: 'host' });
  await frame.locator('[data-ready]').waitFor({ state: 'attached' });
  await call(page, 'patch', move(30));
  await expect.poll(async () => (await told(page, 'autosave')).length).toBe(1);
  const [{ plan }] = await told(page, 'autosave');
  await expect(page.frames()[1].evaluate(() => globalThis.tuiyan.probes!.panic())).rejects.toThrow();
  await expect.poll(async () => (await told(page, 'error')).pop()).toMatchObject({ code: 'stopped', recoverable: true });
  expect(await refusal(page, 'getPlan')).toBe('stopped');
  await frame.getByRole('button', { name: '重新打开' }).click();
  await expect.poll(async () => (await told(page, 'ready')).length).toBe(1);
  await call(page, 'setPlan', plan);
  await expect(frame.locator(award)).toHaveValue('30');
});

test('a simulator that is removed leaves nothing behind', async ({ page, site }) => {
  const tuiyan = await site();
  for (const way of ['destroy', 'remove', 'empty']) {
    await embedded(page, tuiyan, { storage: 'host' });
    const codes = await page.evaluate(async way => {
      const { simulator } = globalThis;
      const asked: Promise<unknown>[] = [simulator.patch([]), simulator.getProjection(), simulator.exportAs('pack')];
      const waiting = asked.map(answer => answer.then(() => 'answered', ({ code }) => code));
      await Promise.resolve();
      if (way === 'destroy') simulator.destroy();
      if (way === 'remove') simulator.frame.remove();
      if (way === 'empty') document.querySelector('#place')!.textContent = '';
      return Promise.all([...waiting, simulator.ready.then(() => simulator.getPlan()).catch(({ code }) => code)]);
    }, way);
    expect(codes, way).toEqual(['destroyed', 'destroyed', 'destroyed', 'destroyed']);
    expect(page.frames(), way).toHaveLength(1);
    await page.waitForTimeout(300);
  }
});

test('two simulators on one page have nothing to do with each other', async ({ page, site }) => {
  await embedded(page, await site(), { storage: 'host' });
  const found = await page.evaluate(async changes => {
    const { Tuiyan, simulator } = globalThis;
    const other = await Tuiyan.embed('#place', { storage: 'host', city: 'shiyan-2020' });
    const heard: unknown[] = [];
    other.on('change', (data: unknown) => heard.push(data));
    const before = await other.getPlan();
    await simulator.patch(changes);
    await new Promise(resolve => setTimeout(resolve, 1000));
    const after = await other.getPlan();
    return { same: before.plan === after.plan && before.revision === after.revision, heard, city: (await other.getProjection()).city };
  }, move(30));
  expect(found).toEqual({ same: true, heard: [], city: 'shiyan-2020' });
});

test('answers come in order, also while a file is made', async ({ page, site }) => {
  await embedded(page, await site(), { storage: 'host' });
  const order = await page.evaluate(async changes => {
    const { simulator } = globalThis;
    const order: string[] = [];
    const { plan } = await simulator.getPlan();
    await Promise.all([
      simulator.exportAs('pack').then(() => order.push('pack')),
      simulator.patch(changes).then(() => order.push('patch')),
      simulator.getPlan().then(({ plan }) => order.push(JSON.stringify(JSON.parse(plan).scenarios).includes('30') ? 'changed' : 'unchanged')),
      simulator.exportAs('levers').then(() => order.push('levers')),
      simulator.setPlan(plan).then(() => order.push('setPlan')),
    ]);
    return order;
  }, move(30));
  expect(order).toEqual(['pack', 'patch', 'changed', 'levers', 'setPlan']);
});

test('in a plain frame the address decides', async ({ page, site }) => {
  const portal = await site();
  const tuiyan = await site();
  await page.goto(`${portal}/host.html`);
  await page.evaluate(src => {
    const frame = Object.assign(document.createElement('iframe'), { src, width: 1200, height: 800 });
    document.body.append(frame);
  }, `${tuiyan}/index.html?city=xiangxi-2022&view=data&hide=head,foot&lang=en&size=large&readonly=1&storage=host`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('Data');
  await expect(frame.locator('html')).toHaveAttribute('data-size', 'large');
  for (const part of ['.top', '.foot']) await expect(frame.locator(part)).toBeHidden();
});

test('a sandbox without origin holds the single file', async ({ page, site }) => {
  const portal = await site();
  await page.goto(`${portal}/host.html`);
  await page.evaluate(src => {
    const frame = Object.assign(document.createElement('iframe'), { src, width: 1200, height: 800 });
    frame.setAttribute('sandbox', 'allow-scripts allow-downloads');
    document.body.append(frame);
  }, `${portal}/tuiyan.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-ready]')).toBeAttached();
  await frame.locator(award).fill('30');
  await expect(frame.locator(award)).toHaveValue('30');
});

test('a sandbox talks with the origins that the single file lists', async ({ page, site }) => {
  const portal = await site();
  const tuiyan = await site([portal]);
  await embedded(page, portal, { src: `${tuiyan}/tuiyan.html`, sandbox: true, storage: 'host' });
  await call(page, 'patch', move(30));
  await expect.poll(async () => (await told(page, 'autosave')).length).toBe(1);
  const other = await site();
  await page.goto(`${other}/host.html`);
  const code = await page.evaluate(src => globalThis.Tuiyan.embed('#place', { src, sandbox: true, timeout: 4000 }).catch(({ code }) => code), `${tuiyan}/tuiyan.html`);
  expect(code).toBe('not-allowed');
});

test('as a module embed.js does the same', async ({ page, site }) => {
  const tuiyan = await site();
  await page.goto(`${tuiyan}/sign-in.html`);
  const form = await page.evaluate(async () => {
    await import(`${location.origin}/embed/embed.js`);
    const { Tuiyan } = globalThis;
    const withoutSrc = await Tuiyan.embed(document.body).catch(({ name }) => name);
    return [withoutSrc, (await Tuiyan.embed(document.body, { src: 'index.html', storage: 'host' })).protocol];
  });
  expect(form).toEqual(['TypeError', 1]);
});

test('the example portal keeps plans, moves a lever, and takes files', async ({ page, site }) => {
  const tuiyan = await site();
  await page.goto(`${tuiyan}/embed/portal.html`);
  const said = page.locator('#said');
  const frame = page.frameLocator('tuiyan-simulator iframe');
  await expect(said).toContainText('已打开');
  await expect(page.locator('#projection tr').first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByLabel('杠杆 Lever').selectOption(LEVER);
  await page.getByLabel('数值 Value').fill('30');
  await page.getByRole('button', { name: '调整' }).click();
  await expect(frame.locator(award)).toHaveValue('30');
  await page.getByLabel('数值 Value').fill('99');
  await page.getByRole('button', { name: '调整' }).click();
  await expect(said).toContainText('请填0到50之间的数');
  await page.getByRole('button', { name: '存为一版' }).click();
  await expect(page.locator('#plans li')).toHaveCount(1);
  await page.getByRole('button', { name: '恢复原规划' }).click();
  await expect(frame.locator(award)).toHaveValue('0');
  await page.getByRole('button', { name: /^取回/ }).click();
  await expect(frame.locator(award)).toHaveValue('30');

  await page.getByRole('button', { name: '取文件' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#files a').first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await page.getByLabel('外观 Look').selectOption('dark');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('语言 Language').selectOption('en');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');

  // The draft that the portal kept opens again.
  await expect(page.locator('#log')).toContainText('autosave');
  await page.reload();
  await expect(said).toContainText('已打开');
  await expect(frame.locator(award)).toHaveValue('30');
});

test('the conformance page finds everything in order', async ({ page, site }) => {
  test.setTimeout(180_000);
  const tuiyan = await site();
  await page.goto(`${tuiyan}/embed/conformance.html`);
  await expect(page.locator('#sum')).toHaveAttribute('data-outcome', /./, { timeout: 150_000 });
  const found = await page.locator('#checks li:not([data-outcome="passed"])').allInnerTexts();
  expect(found).toEqual([]);
  expect(await page.locator('#checks li').count()).toBeGreaterThanOrEqual(30);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '复制报告' }).click();
  await expect(page.locator('#copied')).toContainText('已复制');
});

// A page that answers everybody with anything.
const CARELESS = `
  const up = message => parent.postMessage(message, '*');
  setInterval(() => up({ tuiyan: 1, type: 'ready', protocols: [1], plan: 'x' }), 300);
  let height = 300;
  addEventListener('message', ({ ports: [port] }) => {
    if (!port) return;
    port.onmessage = ({ data }) => port.postMessage({ tuiyan: 1, type: 'response', id: data.id, ok: true, result: {} });
    port.postMessage({ tuiyan: 1, type: 'welcome', protocol: 1, version: '0', form: 'x' });
    setInterval(() => port.postMessage({ tuiyan: 1, type: 'event', event: 'resize', data: { height: height += 100 } }), 200);
  });`;

test('the conformance page finds what a careless page does wrong', async ({ page, site }) => {
  test.setTimeout(300_000);
  const tuiyan = await site();
  await page.route('**/index.html*', route => route.fulfill({ contentType: 'text/html', body: `<!doctype html><link rel="icon" href="data:,"><script>${CARELESS}</script>` }));
  await page.route('**/conformance.js', async route => {
    const body = await (await route.fetch()).text();
    return route.fulfill({ contentType: 'text/javascript', body: body.replace('PATIENCE_MS = 30000', 'PATIENCE_MS = 2500') });
  });
  await page.goto(`${tuiyan}/embed/conformance.html`);
  await expect(page.locator('#sum')).toHaveAttribute('data-outcome', 'failed', { timeout: 250_000 });
  const outcome = (name: string) => page.locator(`[data-check="${name}"]`).getAttribute('data-outcome');
  for (const name of ['ready', 'height', 'source', 'origin', 'hello', 'welcome', 'quiet', 'getPlan', 'getProjection', 'atomic', 'method', 'shape', 'size', 'rate', 'exportAs', 'second', 'readonly', 'auto']) {
    expect(await outcome(name), name).toBe('failed');
  }
});
