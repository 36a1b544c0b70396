import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
});
afterAll(() => server[Symbol.asyncDispose]());

const named = ({ method, url }: { readonly method: string; readonly url: string }): string =>
  `${method} ${url}`;

/** Every address of the management API, with something in each of its places. */
function addresses(): readonly { readonly method: string; readonly path: string }[] {
  const standIns: Record<string, string> = { project: 'shop', environment: 'production' };
  return server.latchkey.http.declaredRoutes
    .filter(({ url }) => url.startsWith('/api/v1/') && !url.startsWith('/api/v1/session'))
    .map(({ method, url }) => ({
      method,
      path: url.replace(/:(\w+)/g, (_, name: string) => standIns[name] ?? 'nothing-here'),
    }));
}

test('every route that answers below /api was declared with what it asks the policy', () => {
  const declared = new Set(server.latchkey.http.declaredRoutes.map(named));
  const live = server.latchkey.http.liveRoutes.filter(({ url }) => url.startsWith('/api/'));
  // The framework answers HEAD wherever it answers GET.
  const undeclared = live.map(named).filter((route) => !route.startsWith('HEAD ') && !declared.has(route));
  expect(undeclared).toEqual([]);
  expect(live.length).toBeGreaterThan(60);
});

test('nothing below /api answers a stranger', async () => {
  const answered: string[] = [];
  for (const { method, path } of addresses()) {
    const reply = await fetch(server.address + path, { method });
    await reply.arrayBuffer();
    if (reply.status !== 401) answered.push(`${method} ${path}: ${reply.status}`);
  }
  expect(answered).toEqual([]);
});

describe('a token that may only read', () => {
  let auditor: string;
  beforeAll(async () => {
    const reply = await server.post('/api/v1/tokens', { name: 'Nora', roles: ['auditor'], service: true });
    auditor = reply.as<{ value: string }>().value;
  });

  test('changes nothing, whatever address it writes to', async () => {
    const revision = async () =>
      (await server.get('/api/v1/projects/shop/environments/production')).as<{ revision: number }>().revision;
    const before = await revision();
    const allowed: string[] = [];
    for (const { method, path } of addresses()) {
      // Questions may be asked with POST; what they may not do is change anything.
      if (method === 'GET' || /\/(check|check\/batch|evaluate)$/.test(path)) continue;
      const reply = await fetch(server.address + path, {
        method,
        headers: { authorization: `Bearer ${auditor}`, 'content-type': 'application/json' },
        body: '{}',
      });
      await reply.arrayBuffer();
      if (reply.status < 400) allowed.push(`${method} ${path}: ${reply.status}`);
    }
    expect(allowed).toEqual([]);
    expect(await revision()).toBe(before);
  });

  test('no reply to an administrator contains a digest or a sealed value', async () => {
    for (const path of [
      '/api/v1/tokens',
      '/api/v1/members',
      '/api/v1/projects/shop/environments/production/keys',
      '/api/v1/ledger',
    ]) {
      const reply = await server.get(path);
      expect(reply.status).toBe(200);
      expect(JSON.stringify(reply.body)).not.toMatch(/"digest"|"sealed"|passwordHash|lk_api_/);
      expect(JSON.stringify(reply.body)).not.toContain(administratorToken);
    }
  });
});
