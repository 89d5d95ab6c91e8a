// Bad messages from a host: each case of tests/cases/message/ is answered as it says, and the plan stays as it was.
import { type Frame, type Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Site, expect, test } from './host';

interface RequestCase { name: string; about: string; request: unknown; expect: object }
interface EnvelopeCase {
  name: string;
  about: string;
  // Who sends it: the page's own window, a frame beside it, a window that the host opened, its parent, or the port.
  by: 'itself' | 'sibling' | 'popup' | 'parent' | 'port';
  // Of the parent: the page's own, another one, or nobody's.
  origin?: 'own' | 'other' | 'nobody';
  // What the page lists; `{origin}` is the parent's, `{origin:-1}` lacks its last letter, `{ORIGIN}` is in capitals.
  listed?: string[];
  send?: unknown;
  // What a file of JSON does not hold, by its name in `odd`; or what is put into the message before it is sent: a text,
  // repeated, or lists in lists.
  built?: string | { at: string; text?: string; times?: number; depth?: number };
  ports?: number;
  times?: number;
  // `nothing`, `welcome`, or a part of the response.
  expect: 'nothing' | 'welcome' | object;
}

const QUIET_MS = 700;
// 50 requests a second are answered; a case takes two.
const PACE_MS = 50;
const folder = resolve(__dirname, '../cases/message');

function cases<Case>(kind: string): Case[] {
  const names = readdirSync(join(folder, kind)).sort();
  return names.map(file => ({ name: file.replace('.json', ''), ...JSON.parse(readFileSync(join(folder, kind, file), 'utf8')) }));
}

// The bare protocol, for the host page: `line` is a frame, a port and what came over it.
function speak() {
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
  const hello = { tuiyan: 1, type: 'hello', protocol: 1, exports: 'page' };
  const line = { said: [], lastId: 1000 } as unknown as Line;

  line.open = async address => {
    const frame = Object.assign(document.createElement('iframe'), { src: address, width: 1200, height: 700 });
    const ready = new Promise(resolve => addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow && data.type === 'ready') resolve(undefined);
    }));
    document.body.append(frame);
    line.frame = frame;
    await ready;
  };

  // Sends over the window, with ports of its own; what comes back over them.
  line.send = (target, message, ports = 1, times = 1) => {
    const said: Heard[] = [];
    for (let i = 0; i < times; i++) {
      const channels = Array.from({ length: ports }, () => new MessageChannel());
      channels.forEach(({ port1 }) => {
        port1.onmessage = ({ data }) => said.push(data);
        port1.postMessage({ tuiyan: 1, type: 'request', id: 1, method: 'getPlan', params: {} });
      });
      target.postMessage(message, '*', channels.map(({ port2 }) => port2));
    }
    return said;
  };

  line.greet = async () => {
    const { port1, port2 } = new MessageChannel();
    line.port = port1;
    line.said = [];
    port1.onmessage = ({ data }) => line.said.push(data);
    line.frame.contentWindow!.postMessage(hello, '*', [port2]);
    while (!line.said.length) await pause(5);
  };

  line.response = async (matches, from) => {
    for (;;) {
      const found = line.said.slice(from).find(data => data.type === 'response' && matches(data.id));
      if (found) return found;
      await pause(2);
    }
  };

  // The answer to what may be no request at all: the next one.
  line.answer = async message => {
    const from = line.said.length;
    line.port.postMessage(message);
    return line.response(() => true, from);
  };

  line.plan = async () => {
    const id = ++line.lastId;
    const from = line.said.length;
    line.port.postMessage({ tuiyan: 1, type: 'request', id, method: 'getPlan', params: {} });
    return (await line.response(answered => answered === id, from)).result.plan;
  };

  line.built = (message, { at, text = '', times = 1, depth = 0 }) => {
    type Part = Record<string, unknown>;
    const [last, ...path] = at.split('.').reverse();
    let nested: unknown[] = [];
    for (let i = 1; i < depth; i++) nested = [nested];
    path.reverse().reduce((part, key) => part[key] as Part, message as Part)[last] = depth ? nested : text.repeat(times);
    return message;
  };

  // What a file of JSON does not hold.
  line.odd = kind => {
    const request = (method: string, params: unknown) => ({ tuiyan: 1, type: 'request', id: 1, method, params });
    const lever = (value: unknown) => request('patch', { changes: [{ lever: 'hnte_award', value }] });
    const cyclic: object = request('getPlan', {});
    Object.assign(cyclic, { itself: cyclic });
    const odd: Record<string, () => unknown> = {
      cyclic: () => cyclic,
      'typed-array': () => new Uint8Array(1000),
      'ten-megabytes': () => ({ ...request('getPlan', {}), more: 'x'.repeat(10e6) }),
      'big-integer': () => ({ ...request('getPlan', {}), id: BigInt(1) }),
      map: () => new Map(Object.entries(request('getPlan', {}))),
      'not-a-number': () => lever(NaN),
      infinity: () => lever(Infinity),
      date: () => new Date(0),
      undefined: () => lever(undefined),
      'proto-keys': () => request('patch', JSON.parse('{"__proto__": {"changes": [{"lever": "hnte_award", "value": 1}]}, "constructor": 1}')),
    };
    return odd[kind]();
  };

  Object.assign(globalThis, { line, pause });
}

test('requests that are wrong are answered, and the plan stays', async ({ page, site }) => {
  test.setTimeout(180_000);
  await host(page, site);
  const before = await page.evaluate(async () => {
    const { line } = globalThis;
    await line.greet();
    return line.plan();
  });
  const wrong = cases<RequestCase>('request');
  expect(wrong.length).toBeGreaterThan(60);
  for (const { name, about, request, expect: expected } of wrong) {
    await page.waitForTimeout(PACE_MS);
    // As text: Playwright leaves a key `__proto__` out.
    const [answer, after] = await page.evaluate(async text => {
      const { line } = globalThis;
      return [await line.answer(JSON.parse(text)), await line.plan()] as const;
    }, JSON.stringify(request));
    holds({ name, about, expected, answer });
    expect(after === before, `${name}: the plan stays`).toBe(true);
  }
});

// An answer says what it should, in a sentence of some length.
function holds({ name, about, expected, answer }: { name: string; about: string; expected: object; answer: Heard }) {
  expect(answer, `${name}: ${about}`).toMatchObject({ tuiyan: 1, type: 'response', ...expected });
  expect(answer.error.message.length, name).toBeGreaterThan(0);
  expect(answer.error.message.length, name).toBeLessThan(1000);
}

const simulator = (page: Page) => page.frames().find(frame => /\/(index|tuiyan)\.html/.test(frame.url()))!;

// What the levers of the page are set to.
const levers = (page: Page) => simulator(page).evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input[type=range]')].map(({ value }) => value).join());

// A document without an origin, in a page that has one.
async function nobody(page: Page): Promise<Frame> {
  await page.evaluate(() => new Promise(resolve => {
    const frame = Object.assign(document.createElement('iframe'), { width: 1300, height: 800, onload: resolve });
    frame.src = 'data:text/html,<title>nobody</title>';
    document.body.append(frame);
  }));
  await expect.poll(() => page.frames().some(frame => frame.url().startsWith('data:'))).toBe(true);
  return page.frames().find(frame => frame.url().startsWith('data:'))!;
}

// Opens the page in a frame of a host as the case wants it, where `line` then speaks.
async function host(page: Page, site: Site, { origin = 'own', listed = [] }: Partial<EnvelopeCase> = {}): Promise<Frame> {
  const portal = origin === 'other' ? await site() : '';
  const places: Record<string, string> = { '{origin}': portal, '{origin:-1}': portal.slice(0, -1), '{ORIGIN}': portal.toUpperCase(), '{origin}/': `${portal}/` };
  const tuiyan = await site(listed.map(one => places[one] ?? one));
  await page.goto(`${portal || tuiyan}/host.html`);
  const parent = origin === 'nobody' ? await nobody(page) : page.mainFrame();
  await parent.evaluate(speak);
  await parent.evaluate(address => globalThis.line.open(address), `${tuiyan}/index.html?storage=host`);
  await simulator(page).waitForSelector('[data-ready]', { state: 'attached' });
  return parent;
}

async function sent(page: Page, parent: Frame, one: EnvelopeCase): Promise<unknown[]> {
  const plain = { send: one.send, built: one.built, ports: one.ports, times: one.times, quiet: QUIET_MS };
  if (one.by === 'parent') {
    return parent.evaluate(async ({ send, built, ports, times, quiet }) => {
      const { line, pause } = globalThis;
      const message = built ? Object.assign(line.odd(built as string) as object, send) : send;
      const said = line.send(line.frame.contentWindow!, message, ports, times);
      await pause(quiet);
      return said;
    }, plain);
  }
  if (one.by === 'itself') {
    return simulator(page).evaluate(async ([send, quiet]) => {
      const said: unknown[] = [];
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => said.push(data);
      window.postMessage(send, '*', [port2]);
      await new Promise(resolve => setTimeout(resolve, quiet));
      return said;
    }, [one.send, QUIET_MS] as const);
  }
  const strange = one.by === 'popup' ? await opened(page) : await beside(page);
  return strange.evaluate(async ([send, by, quiet]) => {
    const said: unknown[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => said.push(data);
    (by === 'popup' ? opener : parent).frames[0].postMessage(send, '*', [port2]);
    await new Promise(resolve => setTimeout(resolve, quiet));
    return said;
  }, [one.send, one.by, QUIET_MS] as const);
}

async function opened(page: Page): Promise<Frame> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => { window.open('sign-in.html'); })]);
  await popup.waitForLoadState();
  return popup.mainFrame();
}

async function beside(page: Page): Promise<Frame> {
  await page.evaluate(() => new Promise(resolve => {
    const frame = Object.assign(document.createElement('iframe'), { src: 'sign-in.html', onload: resolve });
    document.body.append(frame);
  }));
  return page.frames().find(frame => frame.url().endsWith('sign-in.html'))!;
}

const envelopes = cases<EnvelopeCase>('envelope');
const byWindow = envelopes.filter(({ by }) => by !== 'port');
const setups = [...new Set(byWindow.map(({ origin, listed }) => JSON.stringify([origin ?? 'own', listed ?? []])))];

for (const setup of setups) {
  const [origin, listed] = JSON.parse(setup);
  test(`messages by window: parent ${origin}, listed ${listed.join(' ') || 'none'}`, async ({ page, site }) => {
    test.setTimeout(120_000);
    const own = byWindow.filter(one => JSON.stringify([one.origin ?? 'own', one.listed ?? []]) === setup);
    const parent = await host(page, site, own[0]);
    const before = await levers(page);
    expect(before.length).toBeGreaterThan(10);
    for (const one of own) {
      const said = await sent(page, parent, one);
      if (one.expect === 'nothing') expect(said, `${one.name}: ${one.about}`).toEqual([]);
      else expect(said[0], `${one.name}: ${one.about}`).toMatchObject({ tuiyan: 1, type: one.expect });
      expect(await levers(page), one.name).toBe(before);
    }
    // Whoever may be answered still is.
    if (origin === 'own' && listed.length === 0) {
      const plan = await page.evaluate(async () => { const { line } = globalThis; await line.greet(); return line.plan(); });
      expect(JSON.parse(plan).kind).toBe('tuiyan-plan');
    }
  });
}

test('messages over the port that a file of JSON does not hold, or only the page can judge', async ({ page, site }) => {
  test.setTimeout(120_000);
  await host(page, site);
  const before = await page.evaluate(async () => { const { line } = globalThis; await line.greet(); return line.plan(); });
  for (const one of envelopes.filter(({ by, built }) => by === 'port' && built !== 'flood')) {
    await page.waitForTimeout(PACE_MS);
    const [answer, after] = await page.evaluate(async ({ send, built }) => {
      const { line } = globalThis;
      const message = typeof built === 'string' ? line.odd(built) : built ? line.built(send, built) : send;
      return [await line.answer(message), await line.plan()] as const;
    }, one);
    holds({ ...one, expected: one.expect as object, answer });
    expect(after === before, `${one.name}: the plan stays`).toBe(true);
  }
  const flood = envelopes.find(({ built }) => built === 'flood')!;
  await page.waitForTimeout(1200);
  const { codes, good } = await page.evaluate(async () => {
    const { line, pause } = globalThis;
    line.said = [];
    for (let id = 1; id <= 10_000; id++) line.port.postMessage({ tuiyan: 1, type: 'request', id, method: 'getPlan', params: {} });
    while (line.said.length < 10_000) await pause(20);
    const refused = line.said.filter(({ ok }) => !ok);
    return { codes: [...new Set(refused.map(({ error }) => error.code))], good: 10_000 - refused.length };
  });
  expect(codes).toEqual([(flood.expect as Heard).error.code]);
  // Fifty a second, and what a second more may have let in.
  expect(good).toBeLessThan(1000);
  await page.waitForTimeout(1200);
  expect(await page.evaluate(() => globalThis.line.plan()) === before).toBe(true);
});

test('a second greeting closes the first port', async ({ page, site }) => {
  await host(page, site);
  const found = await page.evaluate(async () => {
    const { line, pause } = globalThis;
    await line.greet();
    const first = { port: line.port, said: line.said };
    await line.greet();
    const before = first.said.length;
    first.port.postMessage({ tuiyan: 1, type: 'request', id: 1, method: 'getPlan', params: {} });
    const plan = await line.plan();
    await pause(500);
    return { more: first.said.length - before, plan: plan.length > 0 };
  });
  expect(found).toEqual({ more: 0, plan: true });
});

test('a host that removes the frame in the middle of a save breaks nothing', async ({ page, site }) => {
  await host(page, site);
  await page.evaluate(async () => {
    const { line, pause } = globalThis;
    await line.greet();
    line.port.postMessage({ tuiyan: 1, type: 'request', id: 1, method: 'patch', params: { changes: [{ lever: 'hnte_award', value: 30 }] } });
    line.port.postMessage({ tuiyan: 1, type: 'request', id: 2, method: 'exportAs', params: { format: 'svg' } });
    line.frame.remove();
    line.port.postMessage({ tuiyan: 1, type: 'request', id: 3, method: 'getPlan', params: {} });
    await pause(1000);
  });
  expect(page.frames()).toHaveLength(1);
});
