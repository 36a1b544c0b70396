import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problems } from '@latchkey/model';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reader } from '../store/database.ts';
import { createLog } from './log.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './server.ts';
import { createStreams } from './stream.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

let logged = '';
const logDestination = {
  write(line: string) {
    logged += line;
  },
};

async function start(
  more: Partial<HttpServerOptions> = {},
): Promise<{ server: HttpServer; address: string }> {
  logged = '';
  const server = await createHttpServer({
    routes: [],
    log: createLog({ level: 'trace', destination: logDestination }),
    version: '0.0.0',
    publicUrl: null,
    streams: createStreams(),
    reader: {} as Reader,
    now: () => 0,
    authenticate: async () => ({ refused: 'unauthenticated', detail: '', facts: {} }),
    authorise: () => null,
    placeProblem: async () => null,
    submit: async () => {
      throw new Error('nothing is submitted here');
    },
    ...more,
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  cleanUp.push(() => server.stop());
  return { server, address };
}

/** A dashboard as the build leaves it. */
const folder = (): string => {
  const dist = mkdtempSync(join(tmpdir(), 'latchkey-dashboard-'));
  cleanUp.push(() => rmSync(dist, { recursive: true }));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Latchkey</title>');
  writeFileSync(join(dist, 'assets', 'main-abc.js'), 'export {}');
  return dist;
};

describe('health', () => {
  test('alive is not the same as ready, and what is missing is named', async () => {
    let missing: string | null = 'no connection';
    const check = { name: 'database', missing: () => missing };
    const broken = {
      name: 'disk',
      missing: () => {
        if (missing !== null) throw new Error('secret path');
        return null;
      },
    };
    const { address } = await start({ readiness: [check, broken] });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const before = await fetch(`${address}/readyz`);
    expect([before.status, await before.json()]).toEqual([
      503,
      {
        status: 'not_ready',
        checks: [
          { name: 'database', missing: 'no connection' },
          { name: 'disk', missing: 'the check failed' },
        ],
        warnings: [],
      },
    ]);
    missing = null;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('what is under way when the server stops is answered', async () => {
    let arrived = (): void => undefined;
    let goOn = (): void => undefined;
    const received = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const receive = async () => {
      arrived();
      await held;
      return { status: 200 };
    };
    const { server, address } = await start({ webhooks: [{ path: '/hooks/slow', receive }] });
    const reply = fetch(`${address}/hooks/slow`, { method: 'POST' });
    await received;
    const stopped = server.stop();
    goOn();
    expect((await reply).status).toBe(200);
    await stopped;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});

describe('metrics', () => {
  test('count by route, and by nothing that callers choose', async () => {
    const { address } = await start({ measures: [{ name: 'latchkey_revision', help: 'x', read: () => 41 }] });
    await fetch(`${address}/problems/not_found`);
    for (const path of ['/problems/caller-chosen', '/caller-chosen', '/api/v1/caller-chosen'])
      await fetch(address + path);
    await fetch(`${address}/caller-chosen`, { method: 'PROPFIND' });
    const text = await (await fetch(`${address}/metrics`)).text();
    expect(text).toContain(
      'latchkey_http_request_seconds_count{method="GET",route="/problems/:code",status="2xx"} 1',
    );
    expect(text).toContain('latchkey_http_request_seconds_count{method="none",route="none",status="4xx"} 3');
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \S+/);
    expect(text).toContain('latchkey_revision 41');
    expect(text).toContain('latchkey_open_streams 0');
    expect(text).not.toContain('caller-chosen');
  });
});

describe('logs', () => {
  test('hold no secret, wherever it was sent', async () => {
    const receive = async () => {
      throw Object.assign(new Error('row refused'), { detail: 'Key (token)=(canary-row)' });
    };
    const { address } = await start({ webhooks: [{ path: '/hooks/split/{token}', receive }] });
    const headers = {
      authorization: 'Bearer canary-bearer',
      cookie: 'latchkey=canary-cookie',
      'x-api-key': 'canary-key',
    };
    const init = { method: 'POST', headers, body: 'canary-body' };
    expect((await fetch(`${address}/hooks/split/canary-path?token=canary-query`, init)).status).toBe(500);
    expect((await fetch(`${address}/api/v1/nothing?token=canary-query`, { headers })).status).toBe(404);
    expect(logged).toContain('unexpected failure');
    expect(logged).toContain('/hooks/split/:token');
    expect(logged).not.toContain('canary');
  });

  test('fields that are named like secrets are blanked', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', destination: { write: (text) => lines.push(text) } });
    log.info(
      { password: 'canary', headers: { cookie: 'canary' }, key: { inner: { 'x-api-key': 'canary' } } },
      'event',
    );
    expect(lines.join('')).toContain('[redacted]');
    expect(lines.join('')).not.toContain('canary');
  });
});

describe('webhooks and raw handlers', () => {
  test('signatures see the bytes as they came, whatever they are called', async () => {
    const seen: [string, string][] = [];
    const receive = async (raw: Buffer, _: unknown, params: Readonly<Record<string, string>>) => {
      seen.push([String(raw), params['connection'] ?? '']);
      return { status: 202, body: { taken: true } };
    };
    const webhook = { path: '/hooks/launchdarkly/{connection}', receive, bodyBytesMax: 1000 };
    const { address } = await start({ webhooks: [webhook] });
    const body = '{ "a" : 1,  "__proto__": {} }';
    const send = (text: string, type: string) =>
      fetch(`${address}/hooks/launchdarkly/c1`, {
        method: 'POST',
        body: text,
        headers: { 'content-type': type },
      });
    expect(await (await send(body, 'application/json')).json()).toEqual({ taken: true });
    expect((await send(body, 'text/plain')).status).toBe(202);
    expect(seen).toEqual([
      [body, 'c1'],
      [body, 'c1'],
    ]);
    expect((await send('a'.repeat(1001), 'text/plain')).status).toBe(413);
    expect(seen).toHaveLength(2);
  });

  test('a raw handler answers before the framework, and leaves alone what is not its own', async () => {
    const { address } = await start({
      rawHandlers: [
        ({ url }, response) => {
          if (url === '/broken') throw new Error('hunter2');
          if (url !== '/fast') return false;
          response.end('fast');
          return true;
        },
      ],
    });
    expect(await (await fetch(`${address}/fast`)).text()).toBe('fast');
    const broken = await fetch(`${address}/broken`);
    expect([broken.status, await broken.text()]).toEqual([500, '']);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });
});

describe('pages', () => {
  const browse = (url: string) => fetch(url, { headers: { accept: 'text/html,*/*' } });

  test('every screen is the application; what belongs to programs is not', async () => {
    const { address } = await start({ dashboardFolder: folder() });
    for (const path of ['/', '/demo/production/customers/acme', '/index.html']) {
      const reply = await browse(address + path);
      expect([path, reply.status, await reply.text()]).toEqual([
        path,
        200,
        '<!doctype html><title>Latchkey</title>',
      ]);
      expect(reply.headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
      );
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const path of ['/api/v1/nothing', '/assets/gone.js', '/ld/nothing', '/ems/nothing']) {
      expect([path, (await browse(address + path)).status]).toEqual([path, 404]);
    }
    expect((await fetch(`${address}/demo/production`)).status).toBe(404);
  });

  test('the address itself is the dashboard, also for whoever does not say that they are a browser', async () => {
    const { address } = await start({ dashboardFolder: folder() });
    for (const method of ['GET', 'HEAD']) {
      const reply = await fetch(`${address}/`, { method });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
  });

  test('built files are kept for ever, and nothing outside the folder is served', async () => {
    const { address } = await start({ dashboardFolder: folder() });
    const script = await fetch(`${address}/assets/main-abc.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    for (const path of [
      '/assets/..%2f..%2fetc/passwd',
      '/..%2f..%2f..%2f..%2fetc%2fpasswd',
      '/assets/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect(await (await fetch(address + path)).text()).not.toContain('root:');
    }
    for (const path of ['//elsewhere.example/', '/assets/%00', '/readyz/%252e/..%2f']) {
      expect([path, (await fetch(address + path)).status]).toEqual([path, 404]);
    }
  });

  test('every problem code has its page', async () => {
    const { address } = await start();
    for (const code of Object.keys(problems)) {
      expect((await fetch(`${address}/problems/${code}`)).status).toBe(200);
    }
    expect(await (await browse(`${address}/problems/not_found`)).text()).toContain(
      '<h1>There is nothing here</h1>',
    );
    expect((await fetch(`${address}/problems/__proto__`)).status).toBe(404);
  });

  test('the reference page needs nobody else’s server', async () => {
    const { address } = await start();
    const page = await browse(`${address}/docs`);
    const text = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(`${policy} ${text}`).not.toMatch(/https?:\/\//);
    const scripts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, link = '']) => new URL(link, `${address}/docs/`),
    );
    expect(scripts.length).toBeGreaterThan(3);
    for (const link of scripts)
      expect([link.pathname, (await fetch(link)).status]).toEqual([link.pathname, 200]);
  });
});

describe('the router', () => {
  test('nothing answers that was not declared, but for the pages themselves', async () => {
    const { server } = await start({ dashboardFolder: folder() });
    const declared = new Set(server.declaredRoutes.map(({ url }) => url));
    const rest = server.liveRoutes.filter(({ url }) => !declared.has(url) && !url.startsWith('/docs'));
    expect(rest).toEqual([]);
  });

  test('a route that nobody declared keeps the server from starting', async () => {
    const smuggled = {
      declares: [{ method: 'POST', url: '/api/v1/session' }],
      mount: (app: { get: (url: string, answer: () => Promise<string>) => unknown }) =>
        void app.get('/api/v1/secrets', async () => 'all'),
    } as const;
    await expect(start({ ownRoutes: [smuggled] })).rejects.toThrow('GET /api/v1/secrets');
  });
});
