import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type Reply, startServer, type TestServer } from '@latchkey/testkit/server';
import { init } from '@launchdarkly/node-server-sdk';
import { initialize, type LDClient, type LDContext, type LDOptions } from 'launchdarkly-node-client-sdk';
import { expect, test, vi } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }] };
const ada = { kind: 'user', key: 'ada' };
const adaOf = (customer: string) => ({ kind: 'multi', user: { key: 'ada' }, customer: { key: customer } });

interface Shop {
  readonly server: TestServer;
  readonly id: string;
}

async function startShop(at?: string): Promise<Shop> {
  const server = await startServer(at === undefined ? {} : { at });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();
  return { server, id: clientSideId };
}

async function addFlag(
  server: TestServer,
  key: string,
  targeting: object = {},
  clientSide = true,
): Promise<void> {
  const created = await server.post(`${project}/flags`, { key, name: key, clientSide, ...boolean });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  await retarget(server, key, { on: true, offVariation: 1, fallthrough: { variation: 0 }, ...targeting });
}

async function retarget(server: TestServer, key: string, targeting: object): Promise<void> {
  const changed = await server.patch(`${here}/flags/${key}`, targeting);
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
}

/** The SDK as an application has it, but for its three addresses. */
async function connect(
  { server, id }: Shop,
  context: LDContext,
  options: LDOptions = {},
): Promise<LDClient & AsyncDisposable> {
  const url = `${server.address}/ld`;
  const silent = { error() {}, warn() {}, info() {}, debug() {} };
  const client = initialize(id, context, {
    baseUrl: url,
    streamUrl: url,
    eventsUrl: url,
    logger: silent,
    ...options,
  });
  await client.waitForInitialization(5);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

/** Looks again at every change until it is so. */
async function until(client: LDClient, isSo: () => boolean): Promise<void> {
  let tell: () => void = () => undefined;
  client.on('change', () => tell());
  while (!isSo()) {
    await new Promise<void>((resolve) => {
      tell = resolve;
    });
  }
}

const written = (context: object): string => Buffer.from(JSON.stringify(context)).toString('base64url');
const openly = { token: null };
const soon = { timeout: 10_000, interval: 10 };

for (const useReport of [false, true]) {
  test(`the official client starts, evaluates and hears of changes, ${useReport ? 'by REPORT' : 'by GET'}`, async () => {
    const shop = await startShop();
    await using _ = shop.server;
    await addFlag(shop.server, 'checkout');
    await addFlag(shop.server, 'internal', {}, false);
    await using client = await connect(shop, ada, { useReport, evaluationReasons: true, streaming: true });
    expect(client.variationDetail('checkout', false)).toMatchObject({
      value: true,
      variationIndex: 0,
      reason: { kind: 'FALLTHROUGH' },
    });
    expect(client.allFlags()).not.toHaveProperty('internal');
    await retarget(shop.server, 'checkout', { on: false });
    await until(client, () => client.variation('checkout', true) === false);
    client.track('bought', { sku: 'x' });
    await client.flush();
    await client.identify({ kind: 'user', key: 'grace' });
    expect(client.variation('checkout', true)).toBe(false);
  });
}

test('a flag that guards a feature follows the rights of the customer in the context, also while they change', async () => {
  const shop = await startShop();
  await using _ = shop.server;
  const { server } = shop;
  await addFlag(server, 'exports');
  const sold = await server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    flagKey: 'exports',
  });
  expect(sold.status, JSON.stringify(sold.body)).toBe(201);
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  await using client = await connect(shop, adaOf('acme'), { streaming: true });
  await using nobody = await connect(shop, ada, { streaming: true });
  expect(client.variation('exports', true)).toBe(false);
  const given = await server.post(`${here}/customers/acme/grants`, {
    feature: 'exports',
    effect: 'allow',
    origin: 'goodwill',
    reason: 'An outage',
  });
  expect(given.status, JSON.stringify(given.body)).toBe(201);
  await until(client, () => client.variation('exports', false) === true);
  expect(nobody.variation('exports', true)).toBe(false);
});

test('those whom a segment lists are its members, whichever kind of the context is listed', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  await server.post(`${project}/segments`, { key: 'beta', name: 'Beta' });
  await server.patch(`${here}/segments/beta/members`, { add: { user: ['ada'], customer: ['globex'] } });
  await addFlag(server, 'preview', {
    fallthrough: { variation: 1 },
    rules: [{ id: 'r', clauses: [{ attribute: '', op: 'segmentMatch', values: ['beta'] }], variation: 0 }],
  });
  const has = async (context: object): Promise<unknown> => {
    const reply = await server.get(`/ld/sdk/evalx/${id}/contexts/${written(context)}`, openly);
    return reply.as<{ preview: { value: unknown } }>().preview.value;
  };
  expect(await has(ada)).toBe(true);
  expect(await has(adaOf('acme'))).toBe(true);
  expect(await has({ kind: 'user', key: 'grace' })).toBe(false);
  expect(await has({ kind: 'customer', key: 'globex' })).toBe(true);
  expect(await has({ kind: 'multi', user: { key: 'grace' }, customer: { key: 'globex' } })).toBe(true);
});

test('who asks again is answered as before, until a right, a list, a flag or the clock changes it', async () => {
  const { server, id } = await startShop('2026-03-01T12:00:00Z');
  await using _ = server;
  await server.post(`${project}/segments`, { key: 'beta', name: 'Beta' });
  await addFlag(server, 'preview', {
    fallthrough: { variation: 1 },
    rules: [{ id: 'r', clauses: [{ attribute: '', op: 'segmentMatch', values: ['beta'] }], variation: 0 }],
  });
  await addFlag(server, 'exports');
  const sold = { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' };
  expect((await server.post(`${project}/features`, sold)).status).toBe(201);
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const path = `/ld/sdk/evalx/${id}/contexts/${written(adaOf('acme'))}`;
  const tags = new Set<string>();
  /** Asks often enough that the reply is one that was kept, once everything is as it was told to be. */
  const becomes = (exports: boolean, preview: boolean): Promise<void> =>
    vi.waitFor(async () => {
      const replies = [
        await server.get(path, openly),
        await server.get(path, openly),
        await server.get(path, openly),
      ];
      const [first, ...others] = replies as [Reply, ...Reply[]];
      expect(first.body).toMatchObject({ exports: { value: exports }, preview: { value: preview } });
      for (const each of others) expect(each.body).toEqual(first.body);
      const etag = first.headers.get('etag') ?? '';
      expect((await server.get(path, { token: null, headers: { 'if-none-match': etag } })).status).toBe(304);
      tags.add(etag);
    }, soon);
  await becomes(false, false);
  await server.patch(`${here}/segments/beta/members`, { add: { user: ['ada'] } });
  await becomes(false, true);
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'An outage' };
  const given = await server.post(`${here}/customers/acme/grants`, { ...grant, to: '2026-03-02T00:00:00Z' });
  expect(given.status, JSON.stringify(given.body)).toBe(201);
  await becomes(true, true);
  server.advance(12 * 3_600_000);
  await becomes(false, true);
  await retarget(server, 'preview', { on: false });
  await becomes(false, false);
  expect(tags.size).toBe(5);
});

test('phones ask with their key, and the oldest clients are answered values alone', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  const { value } = (await server.post(`${here}/keys`, { kind: 'mobile' })).as<{ value: string }>();
  const byKey = { token: null, headers: { authorization: value } };
  for (const path of ['sdk/evalx/contexts', 'msdk/evalx/contexts', 'msdk/evalx/users']) {
    const reply = await server.get(`/ld/${path}/${written({ key: 'ada' })}`, byKey);
    expect(reply.body).toMatchObject({ checkout: { value: true, variation: 0 } });
  }
  const values = await server.get(`/ld/sdk/eval/${id}/users/${written({ key: 'ada' })}`, openly);
  expect(values.body).toEqual({ checkout: true });
  expect((await server.post('/ld/mobile/events/bulk', [], byKey)).status).toBe(202);
  expect((await server.get(`/ld/msdk/evalx/contexts/${written(ada)}`, openly)).status).toBe(401);
});

test('pages of other origins may ask, and read why they are refused', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  const origin = 'https://shop.example';
  const asking = { token: null, headers: { origin } };
  const preflight = await fetch(`${server.address}/ld/sdk/evalx/${id}/context`, {
    method: 'OPTIONS',
    headers: { origin },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('REPORT');
  const replies = {
    answered: [await server.get(`/ld/sdk/evalx/${id}/contexts/${written(ada)}`, asking), 200],
    goals: [await server.get(`/ld/sdk/goals/${id}`, asking), 200],
    notAnId: [await server.get(`/ld/sdk/evalx/${'0'.repeat(24)}/contexts/${written(ada)}`, asking), 404],
    notJson: [await server.get(`/ld/sdk/evalx/${id}/contexts/bm9uc2Vuc2U`, asking), 400],
    noKey: [await server.get(`/ld/sdk/evalx/${id}/contexts/${written({ kind: 'user' })}`, asking), 400],
  } as const;
  for (const [reply, status] of Object.values(replies)) {
    expect(reply.status).toBe(status);
    expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
  }
});

test('in secure mode browsers are answered only about contexts that were signed with a live SDK key', async () => {
  const shop = await startShop();
  await using _ = shop.server;
  const { server, id } = shop;
  await addFlag(server, 'checkout');
  const keyOf = async () =>
    (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ id: string; value: string }>();
  const old = await keyOf();
  const device = { kind: 'multi', user: { key: 'u:1' }, device: { key: 'd1' } };
  const ask = async (context: object, hash?: string) => {
    const query = hash === undefined ? '' : `?h=${hash}`;
    return (await server.get(`/ld/sdk/evalx/${id}/contexts/${written(context)}${query}`, openly)).status;
  };
  const hashOf = (key: string, message: string) => createHmac('sha256', key).update(message).digest('hex');
  expect(await ask(ada)).toBe(200);
  expect((await server.patch(here, { secureMode: true })).status).toBe(200);
  expect(await ask(ada)).toBe(400);
  expect(await ask(ada, hashOf(old.value, 'grace'))).toBe(400);
  expect(await ask(ada, hashOf(old.value, 'ada'))).toBe(200);
  expect(await ask(device, hashOf(old.value, 'device:d1:user:u%3A1'))).toBe(200);

  // While one key is exchanged for the other, pages of both are answered.
  const fresh = await keyOf();
  expect(await ask(ada, hashOf(fresh.value, 'ada'))).toBe(200);
  await server.delete(`${here}/keys/${old.id}`);
  expect(await ask(ada, hashOf(old.value, 'ada'))).toBe(400);

  const application = init(fresh.value, { offline: true });
  const hash = application.secureModeHash(ada);
  application.close();
  await using client = await connect(shop, ada, { hash, streaming: true });
  expect(client.variation('checkout', false)).toBe(true);
  expect((await server.post(`${here}/keys/${fresh.id}/reveal`)).status).toBe(403);
});

test('a result names the flags that were asked for it, up to the one that stood in the way', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  await addFlag(server, 'account', {}, false);
  await addFlag(server, 'payments');
  await addFlag(server, 'audit');
  await addFlag(server, 'checkout', {
    prerequisites: [
      { flag: 'account', variation: 0 },
      { flag: 'payments', variation: 0 },
      { flag: 'audit', variation: 0 },
    ],
  });
  const askedFor = async (): Promise<unknown> => {
    const reply = await server.get(`/ld/sdk/evalx/${id}/contexts/${written(ada)}`, openly);
    return reply.as<{ checkout: { prerequisites?: unknown } }>().checkout.prerequisites;
  };
  expect(await askedFor()).toEqual(['account', 'payments', 'audit']);
  await retarget(server, 'payments', { on: false });
  expect(await askedFor()).toEqual(['account', 'payments']);
  await retarget(server, 'checkout', { on: false });
  expect(await askedFor()).toBeUndefined();
});

test('very old browsers may report within the address of an image', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  const image = await server.get(`/ld/a/${id}.gif?d=W10`, openly);
  expect(image.status).toBe(200);
  expect(image.headers.get('content-type')).toBe('image/gif');
});

test('a context that is too large or not JSON is refused, in the address and in a body that is sent', async () => {
  const { server, id } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  const report = async (body: string): Promise<number> => {
    const sent = request(`${server.address}/ld/sdk/evalx/${id}/context`, {
      method: 'REPORT',
      headers: { 'content-type': 'application/json' },
    });
    sent.on('error', () => undefined);
    sent.end(body);
    const [reply] = (await once(sent, 'response')) as [IncomingMessage];
    reply.resume();
    return reply.statusCode ?? 0;
  };
  expect(await report('{"kind":"user","key":"ada"}')).toBe(200);
  expect(await report('{"kind":')).toBe(400);
  expect(await report(JSON.stringify({ kind: 'user', key: 'ada', name: 'x'.repeat(70_000) }))).toBe(413);
  expect(await report(`{"kind":"user","key":"ada","deep":${'['.repeat(100)}${']'.repeat(100)}}`)).toBe(400);
});
