// What the specs of embedding share: sites on ports of their own, and pages of other systems on them.
import { type FrameLocator, type Page } from '@playwright/test';
import { type Server, createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { type AddressInfo } from 'node:net';
import { expect, test as base } from './harness';

export { expect };

const dist = dirname(process.env.TUIYAN_SINGLE_FILE!);
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };
const ALLOWED = /(<meta name="tuiyan-allowed-origins" content=")[^"]*(")/;

// A page of another system, with embed.js in it; and what a portal says whose session has ended.
const HOST = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,"></head>'
  + '<body><main id="place"></main><script src="embed/embed.js"></script></body></html>';
const SIGN_IN = '<!doctype html><html lang="zh-CN"><head><title>登录</title><link rel="icon" href="data:,"></head><body>请登录</body></html>';

// The release on a port of its own, with the origins that it lists and the pages above. Gives its origin.
export type Site = (listed?: string[]) => Promise<string>;

export const test = base.extend<{ site: Site }>({
  site: async ({ origins }, use) => {
    const servers: Server[] = [];
    await use(async (listed = []) => {
      const server = createServer(({ url }, response) => {
        const path = normalize(new URL(url!, 'http://x').pathname);
        const content = contentOf(path === '/' ? '/index.html' : path, listed);
        // As `cargo xtask serve` does.
        const policy = "require-trusted-types-for 'script'; trusted-types tuiyan";
        response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'], 'content-security-policy': policy });
        response.end(content);
      });
      servers.push(server);
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      origins.push(`${origin}/`);
      return origin;
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

function contentOf(path: string, listed: string[]): Buffer | string | undefined {
  if (path === '/host.html') return HOST;
  if (path === '/sign-in.html') return SIGN_IN;
  const file = join(dist, path);
  if (!existsSync(file) || extname(file) === '') return undefined;
  const content = readFileSync(file);
  if (!/^\/(index|tuiyan)\.html$/.test(path)) return content;
  const page = content.toString('utf8');
  expect(page, 'the page says which origins may talk with it').toMatch(ALLOWED);
  return page.replace(ALLOWED, `$1${listed.join(' ')}$2`);
}

// Opens a host page with a simulator in it, known there as `simulator`, and what it tells as `told`.
export async function embedded(page: Page, portal: string, options: Tuiyan.Options = {}): Promise<FrameLocator> {
  await page.goto(`${portal}/host.html`);
  await page.evaluate(async options => {
    const { Tuiyan } = globalThis;
    const simulator = await Tuiyan.embed('#place', options);
    const told: object[] = [];
    for (const event of ['ready', 'change', 'autosave', 'export', 'resize', 'error'] as const) simulator.on(event, data => told.push({ event, data }));
    Object.assign(globalThis, { simulator, told });
  }, options);
  return page.frameLocator('#place iframe');
}

type Method = 'getPlan' | 'setPlan' | 'patch' | 'getProjection' | 'exportAs' | 'setTheme' | 'setLanguage';
type Answer<Name extends Method> = Awaited<ReturnType<Tuiyan.Simulator[Name]>>;

// Calls a method of the simulator in the host page; what is given may be wrong.
export function call<Name extends Method>(page: Page, method: Name, ...given: unknown[]): Promise<Answer<Name>> {
  return page.evaluate(([method, given]) => {
    const ask = globalThis.simulator[method] as (...given: unknown[]) => Promise<unknown>;
    return ask(...given);
  }, [method, given] as const) as Promise<Answer<Name>>;
}

// The code that a call is rejected with.
export function refusal(page: Page, method: Method, ...given: unknown[]): Promise<string> {
  return page.evaluate(([method, given]) => {
    const ask = globalThis.simulator[method] as (...given: unknown[]) => Promise<unknown>;
    return ask(...given).then(() => 'answered', ({ code, name }) => (name === 'TuiyanError' ? code : name));
  }, [method, given] as const);
}

export const told = <Name extends keyof Tuiyan.Events>(page: Page, event: Name): Promise<Tuiyan.Events[Name][]> => page.evaluate(
  event => globalThis.told.filter(one => one.event === event).map(({ data }) => data),
  event as keyof Tuiyan.Events,
) as Promise<Tuiyan.Events[Name][]>;
