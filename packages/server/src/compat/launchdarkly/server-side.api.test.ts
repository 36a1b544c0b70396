import { startServer, type TestServer } from '@latchkey/testkit/server';
import { init, type LDClient, type LDOptions } from '@launchdarkly/node-server-sdk';
import { LaunchDarklyProvider } from '@launchdarkly/openfeature-node-server';
import { OpenFeature, ProviderEvents } from '@openfeature/server-sdk';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const ada = { kind: 'user', key: 'ada' };
const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }] };

async function startShop(): Promise<{ server: TestServer; key: string }> {
  const server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const { value } = (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>();
  return { server, key: value };
}

async function addFlag(server: TestServer, key: string, targeting: object = {}): Promise<void> {
  const created = await server.post(`${project}/flags`, { key, name: key, ...boolean });
  expect(created.status).toBe(201);
  await retarget(server, key, { on: true, offVariation: 1, fallthrough: { variation: 0 }, ...targeting });
}

async function retarget(server: TestServer, key: string, targeting: object): Promise<void> {
  const changed = await server.patch(`${here}/flags/${key}`, targeting);
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
}

/** The SDK as an application has it, but for its three addresses. */
async function connect(
  server: TestServer,
  key: string,
  options: LDOptions = {},
): Promise<LDClient & AsyncDisposable> {
  const uri = `${server.address}/ld`;
  const client = init(key, {
    baseUri: uri,
    streamUri: uri,
    eventsUri: uri,
    logger: { error() {}, warn() {}, info() {}, debug() {} },
    ...options,
  });
  await client.waitForInitialization({ timeout: 5 });
  return Object.assign(client, { [Symbol.asyncDispose]: async () => client.close() });
}

/** Looks again at every update until it is so. */
async function until(client: LDClient, flag: string, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const updated = new Promise((resolve) => client.once(`update:${flag}`, resolve));
    if (await isSo()) return;
    await updated;
  }
}

test('the official SDK starts, evaluates, and is told of changes while it runs', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout', { targets: [{ variation: 1, values: ['grace'] }] });
  await using client = await connect(server, key);
  expect(await client.variationDetail('checkout', ada, false)).toMatchObject({
    value: true,
    variationIndex: 0,
    reason: { kind: 'FALLTHROUGH' },
  });
  expect(await client.variation('checkout', { kind: 'user', key: 'grace' }, true)).toBe(false);
  await retarget(server, 'checkout', { on: false });
  await until(client, 'checkout', async () => !(await client.variation('checkout', ada, true)));
  expect(await client.variationDetail('checkout', ada, true)).toMatchObject({
    value: false,
    reason: { kind: 'OFF' },
  });
  await retarget(server, 'checkout', { on: true });
  await until(client, 'checkout', () => client.variation('checkout', ada, false));
});

test('a flag that is made while the SDK runs appears, and one that is archived goes', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await using client = await connect(server, key);
  await addFlag(server, 'search');
  await until(client, 'search', () => client.variation('search', ada, false));
  expect((await server.patch(`${project}/flags/search`, { state: 'archived' })).status).toBe(200);
  await until(client, 'search', async () => (await client.variation('search', ada, null)) === null);
  expect(await client.variationDetail('search', ada, 'fallback')).toMatchObject({
    value: 'fallback',
    reason: { kind: 'ERROR', errorKind: 'FLAG_NOT_FOUND' },
  });
});

test('listed members of a segment are known to the SDK, of every kind, and while they change', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await server.post(`${project}/segments`, { key: 'beta', name: 'Beta' });
  const listed = await server.patch(`${here}/segments/beta/members`, {
    add: { user: ['ada'], customer: ['acme'] },
    exclude: { customer: ['globex'] },
  });
  expect(listed.status, JSON.stringify(listed.body)).toBe(200);
  await addFlag(server, 'preview', {
    fallthrough: { variation: 1 },
    rules: [{ id: 'r', clauses: [{ attribute: '', op: 'segmentMatch', values: ['beta'] }], variation: 0 }],
  });
  await using client = await connect(server, key);
  const has = (context: object) => client.variation('preview', context as typeof ada, null);
  expect(await has(ada)).toBe(true);
  expect(await has({ kind: 'user', key: 'grace' })).toBe(false);
  expect(await has({ kind: 'customer', key: 'acme' })).toBe(true);
  expect(await has({ kind: 'customer', key: 'globex' })).toBe(false);
  await server.patch(`${here}/segments/beta/members`, {
    add: { user: ['grace'] },
    remove: { user: ['ada'] },
  });
  await until(client, 'preview', () => has({ kind: 'user', key: 'grace' }));
  expect(await has(ada)).toBe(false);
});

test('an SDK that polls has the same answers, and its events are taken, compressed or not', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  for (const enableEventCompression of [false, true]) {
    await using client = await connect(server, key, { stream: false, enableEventCompression });
    expect(await client.variation('checkout', ada, false)).toBe(true);
    client.track('bought', ada, { sku: 'x' }, 12);
    await client.flush();
  }
});

test('a poll that has everything already is told so', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  const ask = (headers = {}) =>
    server.get('/ld/sdk/latest-all', { token: null, headers: { authorization: key, ...headers } });
  const first = await ask();
  const etag = first.headers.get('etag') ?? '';
  expect(first.status).toBe(200);
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  await retarget(server, 'checkout', { on: false });
  const second = await ask({ 'if-none-match': etag });
  expect(second.status).toBe(200);
  type Flags = { flags: { checkout: { version: number } } };
  expect(second.as<Flags>().flags.checkout.version).toBeGreaterThan(first.as<Flags>().flags.checkout.version);
  const one = await server.get('/ld/sdk/flags/checkout', { token: null, headers: { authorization: key } });
  expect(one.body).toEqual(second.as<Flags>().flags.checkout);
});

test('a key that is wrong is refused for good, also where it is right elsewhere', async () => {
  const { server } = await startShop();
  await using _ = server;
  const mobile = (await server.post(`${here}/keys`, { kind: 'mobile' })).as<{ value: string }>().value;
  for (const authorization of [mobile, 'sdk-00000000-0000-0000-0000-000000000000']) {
    for (const path of ['all', 'sdk/latest-all', 'sdk/flags/checkout']) {
      const reply = await server.get(`/ld/${path}`, { token: null, headers: { authorization } });
      expect(reply.status).toBe(401);
    }
    expect((await server.post('/ld/bulk', [], { token: null, headers: { authorization } })).status).toBe(401);
  }
});

test('a flag that guards a feature is off for all who are not entitled, even where it is targeted at them', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'exports', { targets: [{ variation: 0, values: ['ada'] }] });
  await server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    flagKey: 'exports',
  });
  for (const customer of ['acme', 'globex'])
    await server.post(`${here}/customers`, { key: customer, name: customer });
  const give = async (customer: string, more: object = {}): Promise<void> => {
    const given = await server.post(`${here}/customers/${customer}/grants`, {
      feature: 'exports',
      effect: 'allow',
      origin: 'goodwill',
      reason: 'An outage',
      ...more,
    });
    expect(given.status, JSON.stringify(given.body)).toBe(201);
  };
  await give('acme');
  const of = (customer: string) => ({ kind: 'multi', user: { key: 'ada' }, customer: { key: customer } });
  await using client = await connect(server, key);
  const has = (context: object): Promise<boolean> => client.variation('exports', context as typeof ada, null);
  expect(await has(of('acme'))).toBe(true);
  expect(await has(of('globex'))).toBe(false);
  expect(await has(of('stranger'))).toBe(false);
  expect(await client.variationDetail('exports', ada, true)).toMatchObject({
    value: false,
    reason: { kind: 'PREREQUISITE_FAILED', prerequisiteKey: 'latchkey:entitled:exports' },
  });
  const hour = 3_600_000;
  await give('globex', { to: new Date(server.now() + hour).toISOString() });
  await until(client, 'exports', () => has(of('globex')));
  // The right ends by the clock, without anybody changing anything.
  server.advance(hour);
  await until(client, 'exports', async () => !(await has(of('globex'))));
  expect(await has(of('acme'))).toBe(true);
});

test('a right that everybody has is kept from the customer to whom it is denied', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'exports');
  await server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    flagKey: 'exports',
  });
  for (const customer of ['acme', 'globex'])
    await server.post(`${here}/customers`, { key: customer, name: customer });
  const forAll = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'A gift' };
  const given = await server.post(`${here}/grants`, { ...forAll, subject: { kind: 'everyone' } });
  expect(given.status, JSON.stringify(given.body)).toBe(201);
  const denied = await server.post(`${here}/customers/acme/grants`, { ...forAll, effect: 'deny' });
  expect(denied.status, JSON.stringify(denied.body)).toBe(201);
  await using client = await connect(server, key);
  const has = (context: object): Promise<boolean> => client.variation('exports', context as typeof ada, null);
  expect(await has({ kind: 'customer', key: 'globex' })).toBe(true);
  expect(await has({ kind: 'customer', key: 'acme' })).toBe(false);
});

test('an SDK of the second protocol starts, is told of changes, and is given only what it missed', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  await addFlag(server, 'search');
  await using client = await connect(server, key, { dataSystem: {} });
  expect(await client.variation('checkout', ada, false)).toBe(true);
  await retarget(server, 'checkout', { on: false });
  await until(client, 'checkout', async () => !(await client.variation('checkout', ada, true)));
  await server.patch(`${project}/flags/search`, { state: 'archived' });
  await until(client, 'search', async () => (await client.variation('search', ada, null)) === null);

  type Transfer = { events: { event: string; data: Record<string, unknown> }[] };
  const poll = async (basis = '') =>
    (
      await server.get(`/ld/sdk/poll${basis}`, { token: null, headers: { authorization: key } })
    ).as<Transfer>().events;
  const first = await poll();
  const state = String(first.at(-1)?.data['state']);
  const intentOf = (events: Transfer['events']) => JSON.stringify(events[0]?.data);
  expect(intentOf(first)).toContain('xfer-full');
  expect(intentOf(await poll(`?basis=${state}`))).toContain('none');
  await retarget(server, 'checkout', { on: true });
  const missed = await poll(`?basis=${state}`);
  expect(intentOf(missed)).toContain('xfer-changes');
  expect(missed.slice(1, -1)).toMatchObject([
    { event: 'put-object', data: { kind: 'flag', key: 'checkout', object: { on: true } } },
  ]);
  expect(intentOf(await poll('?basis=somebody-elses.7'))).toContain('xfer-full');
});

test('a customer who comes, changes and goes is told in two lists of names, and the flags are not sent again', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'exports');
  const feature = { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' };
  await server.post(`${project}/features`, feature);
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'An outage' };
  for (const customer of ['acme', 'globex']) {
    await server.post(`${here}/customers`, { key: customer, name: customer });
    await server.post(`${here}/customers/${customer}/grants`, grant);
  }
  await using client = await connect(server, key);
  const has = (customer: string): Promise<boolean> =>
    client.variation('exports', { kind: 'customer', key: customer }, null);
  expect([await has('acme'), await has('globex')]).toEqual([true, true]);
  const asked = { token: null, headers: { authorization: key } };
  type All = { flags: Record<string, { version: number }> };
  const before = (await server.get('/ld/sdk/latest-all', asked)).as<All>().flags;
  await server.post(`${here}/customers/acme/grants`, { ...grant, effect: 'deny' });
  await until(client, 'exports', async () => !(await has('acme')));
  expect(await has('globex')).toBe(true);
  expect((await server.get('/ld/sdk/latest-all', asked)).as<All>().flags).toEqual(before);
});

test('OpenFeature’s provider for LaunchDarkly starts, respects rights, hears of changes and reports', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await addFlag(server, 'checkout');
  await addFlag(server, 'exports');
  const feature = { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' };
  await server.post(`${project}/features`, feature);
  const uri = `${server.address}/ld`;
  const silent = { error() {}, warn() {}, info() {}, debug() {} };
  const uris = { baseUri: uri, streamUri: uri, eventsUri: uri };
  const provider = new LaunchDarklyProvider(key, { ...uris, enableEventCompression: true, logger: silent });
  const changed = new Promise((resolve) =>
    OpenFeature.addHandler(ProviderEvents.ConfigurationChanged, resolve),
  );
  await OpenFeature.setProviderAndWait(provider);
  const client = OpenFeature.getClient();
  const context = { kind: 'multi', user: { key: 'ada' }, customer: { key: 'acme' } };
  expect(await client.getBooleanValue('checkout', false, context)).toBe(true);
  expect(await client.getBooleanDetails('exports', true, context)).toMatchObject({
    value: false,
    reason: 'PREREQUISITE_FAILED',
  });
  await retarget(server, 'checkout', { on: false });
  await changed;
  await expect.poll(() => client.getBooleanValue('checkout', true, context)).toBe(false);
  // Closing flushes what is left to report.
  await OpenFeature.close();
});
