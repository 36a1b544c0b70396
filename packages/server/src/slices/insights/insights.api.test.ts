import { gzipSync } from 'node:zlib';
import { parseConfig, type RunningLatchkey, startLatchkey } from '@latchkey/server';
import { asker, startServer, type TestServer } from '@latchkey/testkit/server';
import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import { expect, test } from 'vitest';
import { keepInsights } from './keep.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }] };
const day = 86_400_000;

interface Insights {
  readonly total: number;
  readonly lastEvaluatedAt: string | null;
  readonly variations: readonly { readonly variation: number | null; readonly total: number }[];
  readonly points: readonly { readonly at: string; readonly counts: readonly number[] }[];
}

async function startShop(at?: string): Promise<{ server: TestServer; key: string }> {
  const server = await startServer(at === undefined ? {} : { at });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const { value } = (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>();
  await addFlag(server, 'checkout');
  return { server, key: value };
}

async function addFlag(server: TestServer, key: string, more: object = {}): Promise<void> {
  const created = await server.post(`${project}/flags`, { key, name: key, ...boolean, ...more });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  await server.patch(`${here}/flags/${key}`, { on: true, offVariation: 1, fallthrough: { variation: 0 } });
}

const insights = async (
  server: Pick<TestServer, 'get'>,
  flag = 'checkout',
  query = '',
): Promise<Insights> => {
  const reply = await server.get(`${here}/flags/${flag}/insights${query}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.as<Insights>();
};

/** A report of our own SDK, of one evaluation unless said. */
const report = (server: TestServer, id: string, evaluations: readonly object[], more: object = {}) => ({
  id,
  sentAt: new Date(server.now()).toISOString(),
  evaluations: evaluations.map((one) => ({
    flag: 'checkout',
    variation: 0,
    count: 1,
    at: new Date(server.now()).toISOString(),
    ...one,
  })),
  checks: [],
  dropped: 0,
  ...more,
});

/** Another process's worth of Latchkey on the same database. */
const secondServer = (server: TestServer): Promise<RunningLatchkey> =>
  startLatchkey({
    config: parseConfig({ LATCHKEY_PORT: '0', LATCHKEY_LOG_LEVEL: 'silent', LATCHKEY_DEMO: '0' }),
    clock: { now: server.now },
    database: server.latchkey.db.connection,
    dashboardFolder: null,
  });

const connect = async (server: TestServer, key: string): Promise<LDClient> => {
  const uri = `${server.address}/ld`;
  const client = init(key, {
    baseUri: uri,
    streamUri: uri,
    eventsUri: uri,
    logger: { error() {}, warn() {}, info() {}, debug() {} },
  });
  await client.waitForInitialization({ timeout: 5 });
  return client;
};

test('what the official SDK evaluated is counted, exactly', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await server.patch(`${here}/flags/checkout`, { targets: [{ variation: 1, values: ['grace'] }] });
  const client = await connect(server, key);
  for (let time = 0; time < 7; time += 1)
    await client.variation('checkout', { kind: 'user', key: 'ada' }, false);
  for (let time = 0; time < 5; time += 1)
    await client.variation('checkout', { kind: 'user', key: 'grace' }, false);
  await client.variation('chekout', { kind: 'user', key: 'grace' }, false);
  await client.flush();
  const { total, variations, lastEvaluatedAt } = await insights(server);
  client.close();
  expect(total).toBe(12);
  expect(variations).toEqual([
    { variation: 0, total: 7 },
    { variation: 1, total: 5 },
  ]);
  expect(Math.abs(Date.parse(lastEvaluatedAt ?? '') - server.now())).toBeLessThan(60_000);
  const metrics = await server.get('/metrics');
  expect(metrics.body).toContain('latchkey_insights_ignored 1');
});

test('browsers and phones report as well, packed or not, and a payload that comes twice counts once', async () => {
  const { server } = await startShop();
  await using _ = server;
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();
  const mobile = (await server.post(`${here}/keys`, { kind: 'mobile' })).as<{ value: string }>().value;
  const summary = (counters: readonly object[]) => [
    { kind: 'index', context: { kind: 'user', key: 'ada' } },
    { kind: 'summary', startDate: 1, endDate: 2, features: { checkout: { default: null, counters } } },
  ];
  const send = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${server.address}/ld${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: headers['content-encoding'] ? gzipSync(JSON.stringify(body)) : JSON.stringify(body),
    });
  const first = summary([
    { variation: 0, count: 3 },
    { variation: null, count: 2 },
  ]);
  const named = { 'x-launchdarkly-payload-id': 'a-b-c' };
  for (let time = 0; time < 2; time += 1)
    expect((await send(`/events/bulk/${clientSideId}`, first, named)).status).toBe(202);
  const packed = { authorization: mobile, 'content-encoding': 'gzip' };
  expect((await send('/mobile/events/bulk', summary([{ variation: 1, count: 4 }]), packed)).status).toBe(202);
  expect((await insights(server)).variations).toEqual([
    { variation: 0, total: 3 },
    { variation: 1, total: 4 },
    { variation: null, total: 2 },
  ]);
});

test('what cannot be read is left out, and the SDK is not told to stop', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const send = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    (
      await fetch(`${server.address}/ld/bulk`, {
        method: 'POST',
        headers: { authorization: key, ...headers },
        body,
      })
    ).status;
  const good = { variation: 0, count: 2 };
  const counters = [
    null,
    { variation: -1, count: 1 },
    { variation: 0, count: 1.5 },
    { variation: 9, count: 1 },
    good,
  ];
  const features = {
    checkout: { counters },
    ['__proto__']: { counters: [good] },
    'no/key': { counters: [good] },
  };
  const mixed = [7, null, { kind: 'summary' }, { kind: 'summary', features }, { kind: 'odd', features }];
  expect(await send(JSON.stringify(mixed))).toBe(202);
  expect(await send('{"kind":"diagnostic"}')).toBe(202);
  expect(await send('[{]')).toBe(202);
  expect(await send('['.repeat(100_000))).toBe(202);
  expect(await send('not packed', { 'content-encoding': 'gzip' })).toBe(202);
  expect(
    await send(new Uint8Array(gzipSync(Buffer.alloc(40 * 1_048_576))), { 'content-encoding': 'gzip' }),
  ).toBe(413);
  expect(await send(Buffer.alloc(6 * 1_048_576))).toBe(413);
  expect((await insights(server)).total).toBe(2);
});

test('our own report names what it left out, and the same report counts once', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  const at = new Date(server.now()).toISOString();
  const check = { feature: 'exports', customer: 'acme', allowed: true, reason: 'entitled', count: 3, at };
  const checks = [check, { ...check, customer: 'globex', allowed: false, reason: 'not_entitled', count: 1 }];
  const body = report(server, 'r1', [{ count: 5 }, { flag: 'gone' }, { variation: 7 }], { checks });
  for (let time = 0; time < 2; time += 1) {
    const reply = await server.post('/sdk/v1/events', body, { token: key });
    expect(reply.status).toBe(202);
    expect(reply.body).toEqual({
      counted: 3,
      ignored: 2,
      because: [
        { about: 'gone', reason: 'flag_unknown' },
        { about: 'checkout', reason: 'variation_unknown' },
      ],
    });
  }
  expect((await insights(server)).total).toBe(5);
  const asked = await server.get(`${here}/features/exports/insights`);
  expect(asked.body).toMatchObject({
    outcomes: [
      { allowed: true, reason: 'entitled', count: 3, customers: 1 },
      { allowed: false, reason: 'not_entitled', count: 1, customers: 1 },
    ],
    customers: [
      { customer: 'acme', allowed: 3, denied: 0, lastUsedAt: at },
      { customer: 'globex', allowed: 0, denied: 1, lastUsedAt: null, lastAskedAt: at },
    ],
  });
});

test('only a server-side key may report, and only what a report is', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const send = async (body: unknown, token: string | null = key) =>
    (await server.post('/sdk/v1/events', body, { token })).body;
  const mobile = (await server.post(`${here}/keys`, { kind: 'mobile' })).as<{ value: string }>().value;
  expect(await send(report(server, 'r1', [{}]), null)).toMatchObject({ code: 'unauthenticated' });
  expect(await send(report(server, 'r1', [{}]), mobile)).toMatchObject({ code: 'wrong_key_kind' });
  expect(await send([])).toMatchObject({ code: 'invalid_request' });
  expect(await send('{')).toMatchObject({ code: 'invalid_json' });
  expect(await send({ ...report(server, 'r 1', []) })).toMatchObject({ errors: [{ pointer: '#/id' }] });
  expect(await send({ ...report(server, 'r1', []), sentAt: 'now' })).toMatchObject({
    errors: [{ pointer: '#/sentAt' }],
  });
  expect((await insights(server)).total).toBe(0);
});

test('two servers on one database add up, also when both are told the same', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const other = await secondServer(server);
  try {
    const doors = [asker(server.address), asker(other.address)];
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, number) => {
        const ask = doors[number % 2] as ReturnType<typeof asker>;
        // Every third report is one that the other server is told as well.
        const id = number % 3 === 0 ? `both-${Math.floor(number / 6)}` : `r-${number}`;
        const evaluations = [{ count: 2 }, { variation: 1 }, { variation: null }];
        return ask('POST', '/sdk/v1/events', report(server, id, evaluations), { token: key });
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 202));
    const { variations } = await insights(server);
    expect(variations).toEqual([
      { variation: 0, total: 2 * 50 },
      { variation: 1, total: 50 },
      { variation: null, total: 50 },
    ]);
  } finally {
    await other.stop();
  }
});

test('what the server itself answered is counted when it stops at the latest', async () => {
  const { server } = await startShop();
  await using _ = server;
  const other = await secondServer(server);
  const place = { project: 'shop', environment: 'production' };
  for (let time = 0; time < 4; time += 1) other.recorder.evaluated(place, 'checkout', 1);
  await other.stop();
  expect((await insights(server)).variations[1]).toEqual({ variation: 1, total: 4 });
});

test('a check that the server answered counts as use, an explanation does not', async () => {
  const { server } = await startShop();
  await using _ = server;
  await server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    access: 'open',
  });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const place = { project: 'shop', environment: 'production' };
  const other = await secondServer(server);
  const ask = asker(other.address);
  const question = { customer: 'acme', feature: 'exports' };
  expect((await ask('POST', `${here}/check`, question)).body).toMatchObject({ allowed: true });
  await ask('POST', `${here}/check/batch`, { customers: ['acme'], features: ['exports', 'nothing'] });
  await ask('POST', `${here}/check`, { ...question, explain: true });
  other.recorder.evaluatedInBulk(place, 'all');
  await other.stop();
  expect((await server.get(`${here}/features/exports/insights`)).body).toMatchObject({
    outcomes: [{ allowed: true, reason: 'open', count: 2, customers: 1 }],
  });
  expect((await server.get(`${here}/insights/flags`)).body).toEqual({ items: [] });
});

test('counts are shown hour by hour and day by day, and old hours become days', async () => {
  const { server, key } = await startShop('2026-03-10T10:30:00Z');
  await using _ = server;
  const tell = async (id: string, evaluations: readonly object[]) =>
    expect(
      (await server.post('/sdk/v1/events', report(server, id, evaluations), { token: key })).status,
    ).toBe(202);
  await tell('r1', [
    { count: 3 },
    { count: 4, at: '2026-03-10T09:59:59.999Z' },
    { at: '2026-03-09T23:00:00Z' },
  ]);
  const hours = await insights(server, 'checkout', '?from=2026-03-10T09:00:00Z&to=2026-03-10T11:00:00Z');
  expect(hours.points).toEqual([
    { at: '2026-03-10T09:00:00.000Z', counts: [4, 0] },
    { at: '2026-03-10T10:00:00.000Z', counts: [3, 0] },
  ]);
  const days = '?from=2026-03-09&to=2026-03-11&every=day';
  const daily = [
    { at: '2026-03-09T00:00:00.000Z', counts: [1, 0] },
    { at: '2026-03-10T00:00:00.000Z', counts: [7, 0] },
  ];
  expect((await insights(server, 'checkout', days)).points).toEqual(daily);

  server.advance(91 * day);
  const { db } = server.latchkey;
  // The server's own job may have been first with some of it.
  for (let did = 1; did > 0; ) did = await keepInsights(db, server.now());
  const kept = await db.reader
    .selectFrom('evaluation_count')
    .select(['span', 'count'])
    .orderBy('at')
    .execute();
  expect(kept).toEqual([
    { span: 'day', count: 1 },
    { span: 'day', count: 7 },
  ]);
  expect((await insights(server, 'checkout', days)).points).toEqual(daily);
  const refused = await server.get(
    `${here}/flags/checkout/insights?from=2026-03-09&to=2026-03-11&every=hour`,
  );
  expect(refused.body).toMatchObject({ code: 'invalid_request', detail: expect.stringContaining('90 days') });
  server.advance(760 * day);
  for (let did = 1; did > 0; ) did = await keepInsights(db, server.now());
  expect(await db.reader.selectFrom('evaluation_count').select('flag').execute()).toEqual([]);
});

test('the report of stale flags says why of each, and leaves what is sold alone', async () => {
  const { server, key } = await startShop('2026-01-01T08:00:00Z');
  await using _ = server;
  await addFlag(server, 'rolled-out');
  await addFlag(server, 'forgotten');
  await addFlag(server, 'sold');
  await addFlag(server, 'kept', { temporary: false, purpose: 'operational' });
  await addFlag(server, 'asked');
  await server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    flagKey: 'sold',
  });
  const both = [{ flag: 'asked' }, { flag: 'asked', variation: 1 }];
  await server.post('/sdk/v1/events', report(server, 'r1', both), { token: key });
  server.advance(40 * day);
  await addFlag(server, 'young');
  await server.post('/sdk/v1/events', report(server, 'r2', [{ flag: 'rolled-out', count: 8 }, ...both]), {
    token: key,
  });
  // Half of all, so that only what was counted speaks of it.
  const half = { variations: [0, 1].map((variation) => ({ variation, weight: 50_000 })) };
  for (const flag of ['asked', 'forgotten'])
    await server.patch(`${here}/flags/${flag}`, { fallthrough: { rollout: half } });
  await server.patch(`${project}/environments/staging/flags/rolled-out`, { on: true });

  const reply = await server.get(`${project}/stale-flags`);
  const { items, leftAlone } = reply.as<{
    items: readonly {
      flag: string;
      isReady: boolean;
      findings: readonly { sentence: string }[];
      advice: string;
    }[];
    leftAlone: readonly { flag: string; because: string; sentence: string }[];
  }>();
  expect(items.map(({ flag }) => flag)).toEqual(['checkout', 'forgotten', 'rolled-out']);
  expect(items.find(({ flag }) => flag === 'forgotten')).toMatchObject({
    isReady: true,
    findings: [{ sentence: 'No application has asked for it in any environment for 30 days or longer.' }],
    advice: 'Nobody asks for it: it can be archived.',
  });
  expect(items.find(({ flag }) => flag === 'rolled-out')).toMatchObject({
    isReady: false,
    findings: [
      { sentence: 'All 8 answers of the last 30 days were true.' },
      { sentence: 'It is set to give everybody true, in every environment.' },
    ],
    advice: expect.stringContaining('Take it out of the code first'),
  });
  expect(leftAlone.map(({ flag, because }) => [flag, because])).toEqual([
    ['kept', 'permanent'],
    ['sold', 'guards_feature'],
  ]);
  expect(leftAlone[1]?.sentence).toContain('It guards Exports');
});

test('one query tells when each flag was last asked for', async () => {
  const { server, key } = await startShop('2026-03-10T10:30:00Z');
  await using _ = server;
  await addFlag(server, 'silent');
  await server.post('/sdk/v1/events', report(server, 'r1', [{ at: '2026-03-10T10:15:00.000Z' }]), {
    token: key,
  });
  const reply = await server.get(`${here}/insights/flags`);
  expect(reply.body).toEqual({ items: [{ flag: 'checkout', lastEvaluatedAt: '2026-03-10T10:15:00.000Z' }] });
});
