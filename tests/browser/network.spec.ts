// Nothing leaves the page: the browser's own log of the network, the policy against what tries, and what is in the files.
import { type Page, chromium } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterNextRun, expect, test } from './harness';

const dist = dirname(process.env.TUIYAN_SINGLE_FILE!);
const inside = (folder: string) => readdirSync(join(dist, folder), { withFileTypes: true });
const files = inside('').flatMap(entry => (entry.isDirectory() ? inside(entry.name).map(({ name }) => `${entry.name}/${name}`) : [entry.name]));

// What we read of the browser's log.
interface Log {
  constants: { logEventTypes: Record<string, number> };
  events: {
    type: number;
    params?: { url?: string; initiator?: string; host?: string; is_speculative?: boolean; network_anonymization_key?: string };
  }[];
}

// Every address that a page asked for, and every name that was looked up ahead. The browser has business of its own
// (updates, its clock, its form filler), which no page can start or stop: those requests have no origin, and names that
// it looks up ahead for itself have its vendor's.
function asked(log: string): string[] {
  const { constants, events }: Log = JSON.parse(log);
  const type = (name: string) => constants.logEventTypes[name];
  const [started, resolved] = [type('URL_REQUEST_START_JOB'), type('HOST_RESOLVER_MANAGER_REQUEST')];
  expect(started && resolved, 'the log has the events that are read').toBeTruthy();
  return events.flatMap(event => {
    const { url, initiator, host = '', is_speculative: ahead, network_anonymization_key: forWhom = '' } = event.params ?? {};
    if (event.type === started && url && initiator !== 'not an origin') return [url];
    return event.type === resolved && ahead && !/^https:\/\/google\.com /.test(forWhom) ? [host] : [];
  });
}

async function use(page: Page, address: string) {
  await page.goto(address);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await afterNextRun(page, () => page.locator('#lever-hnte_award').fill('30'));
  for (const screen of ['对比', '目标', '为什么', '数据', '输出', '推演台']) await page.getByRole('button', { name: screen, exact: true }).first().click();
  await expect(page.locator('.plans-button')).toContainText('已存于本机');
  await page.getByRole('button', { name: 'English' }).first().click();
  await page.getByRole('button', { name: 'About and environment check' }).click();
  await expect(page.locator('.about-checks li:not([data-level])')).toHaveCount(0);
}

test('the browser asks for nothing but the page’s own files @both', async ({ baseURL, launchOptions }, info) => {
  const log = info.outputPath('network.json');
  const args = [...launchOptions.args!, `--log-net-log=${log}`, '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await chromium.launch({ ...launchOptions, args });
  await use(await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } }), baseURL!);
  await browser.close();
  const own = new URL(baseURL!).origin;
  const found = asked(readFileSync(log, 'utf8'));
  if (own !== 'null') expect(found.length, 'requests that are in the log').toBeGreaterThan(4);
  expect(found.filter(address => !address.startsWith(`${own}/`) && !/^(data|blob):/.test(address))).toEqual([]);
});

test('no service worker stays behind, and nothing in its cache', async ({ app }) => {
  expect(await app.evaluate(async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()])).toEqual([[], []]);
});

// Everything that a script of the page might try.
function attempts() {
  const outside = 'http://outside.test/';
  const refused: string[] = [];
  document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
  const put = (name: string, attributes: object) => document.body.appendChild(Object.assign(document.createElement(name), attributes));
  const tries = [
    () => fetch(outside).catch(() => {}),
    () => { const request = new XMLHttpRequest(); request.open('GET', outside); request.send(); },
    () => new WebSocket('ws://outside.test/'),
    () => new EventSource(outside),
    () => navigator.sendBeacon(outside, 'x'),
    () => put('img', { src: outside }),
    () => put('audio', { src: outside }),
    () => put('iframe', { src: outside }),
    () => put('object', { data: outside }),
    () => put('link', { rel: 'stylesheet', href: outside }),
    () => new FontFace('outside', `url(${outside})`).load().catch(() => {}),
    () => (put('form', { action: outside, method: 'post' }) as HTMLFormElement).submit(),
    () => new Worker('data:text/javascript,0'),
  ];
  for (const attempt of tries) {
    try { attempt(); } catch { /* refused at once */ }
  }
  return new Promise<string[]>(resolve => setTimeout(() => resolve(refused), 1500));
}

test('the policy refuses every way out @both', async ({ browser, baseURL }) => {
  const page = await browser.newPage();
  const left: string[] = [];
  await page.context().route('http://outside.test/**', route => {
    left.push(route.request().url());
    return route.abort();
  });
  await page.goto(baseURL!);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const refused = await page.evaluate(attempts);
  for (const directive of ['connect-src', 'img-src', 'media-src', 'frame-src', 'style-src-elem', 'font-src', 'form-action']) {
    expect(refused, directive).toContain(directive);
  }
  // Under Trusted Types an object is refused before the policy sees its address.
  expect(refused.filter(directive => /^(object-src|require-trusted-types-for)$/.test(directive)).length).toBeGreaterThan(0);
  expect(refused.filter(directive => directive === 'connect-src').length, 'of five').toBeGreaterThanOrEqual(4);
  expect(left).toEqual([]);
  await page.close();
});

test('text becomes neither code nor HTML', async ({ browser, baseURL }) => {
  const page = await browser.newPage();
  await page.goto(baseURL!);
  // Asked later: while it evaluates what a test asks for, the browser allows more.
  const refusals = await page.evaluate(() => new Promise<string[]>(resolve => setTimeout(() => resolve([
    () => { document.body.innerHTML = '<b>'; },
    () => document.body.insertAdjacentHTML('beforeend', '<b>'),
    () => document.write('<b>'),
    () => new Function('return 1'),
    () => { document.createElement('script').src = 'x.js'; },
    () => globalThis.tuiyanTrusted.createScriptURL('http://outside.test/x.js'),
    () => globalThis.tuiyanTrusted.createScriptURL('folder/x.js'),
    () => globalThis.tuiyanTrusted.createHTML('<b>'),
    () => globalThis.trustedTypes!.createPolicy('another', {} as Shell.Trusted),
  ].map(attempt => {
    try {
      attempt();
      return `${attempt} was let through`;
    } catch {
      return '';
    }
  })))));
  expect(refusals.filter(Boolean)).toEqual([]);
  await page.close();
});

// What the program in a file asks of the browser. The form that is JavaScript names it as the modules do.
function importsOf(name: string): string[] {
  const content = readFileSync(join(dist, name));
  if (name.endsWith('.js')) return content.toString().match(/\b__wbg_\w+/g) ?? [];
  return WebAssembly.Module.imports(new WebAssembly.Module(content)).map(({ name }) => name);
}

test('no form of the program imports what reaches the network', async () => {
  const programs = files.filter(name => /\.wasm$|^js-/.test(name));
  expect(programs.length).toBe(5);
  for (const name of programs) {
    const imports = importsOf(name);
    expect(imports.length, name).toBeGreaterThan(0);
    const telling = /fetch|request|websocket|eventsource|beacon|rtc|worker|_(assign|open|sethref|eval|newnoargs|newwithargs)(_\d+)?$/i;
    expect(imports.filter(name => telling.test(name) && !name.includes('requestAnimationFrame')), name).toEqual([]);
  }
});

test('no file names an address outside', async () => {
  const loaded = files.filter(name => !['licences.txt', 'SHA256SUMS'].includes(name));
  for (const name of loaded) {
    const text = readFileSync(join(dist, name), 'latin1');
    const addresses = (text.match(/\b(https?|wss?):\/\/[\w.-]+[\w\/.-]*/g) ?? []).filter(address => !/^http:\/\/www\.w3\.org\//.test(address));
    expect(addresses, name).toEqual([]);
    expect(text, name).not.toMatch(/sourceMappingURL|rel="?(preconnect|prefetch|dns-prefetch|preload)|@import|url\((?!"?data:|#)/);
  }
});
