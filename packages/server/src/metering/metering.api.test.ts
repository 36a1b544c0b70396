import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const day = 86_400_000;

/** Acme is on a plan with a hundred calls a month. */
async function start(item: object = {}, at = '2026-03-15T00:00:00Z') {
  const server = await startServer({ at });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'calls', name: 'API calls', kind: 'meter', unit: 'calls' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  const version = await server.post(`${project}/plans/gold/versions`, {
    items: [{ feature: 'calls', effect: 'set', value: 100, reset: { every: 'month' }, ...item }],
  });
  expect(version.status).toBe(201);
  await server.post(`${here}/plans/gold/publish`, { version: 1 });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  await server.post(`${here}/customers/acme/subscriptions`, {
    items: [{ plan: 'gold', quantity: 1, from: '2026-01-01' }],
  });
  return server;
}

const consume = (server: TestServer, more: object = {}) =>
  server.post(`${here}/consume`, { customer: 'acme', feature: 'calls', ...more });
const report = (server: TestServer, events: readonly object[], mode = 'each') =>
  server.post(`${here}/usage/events`, {
    mode,
    events: events.map((event) => ({ customer: 'acme', feature: 'calls', quantity: 1, ...event })),
  });
const standing = async (server: TestServer) =>
  (await server.post(`${here}/check`, { customer: 'acme', feature: 'calls' })).body;

test('of many who use the last of an allowance at once, as many succeed as there is', async () => {
  await using server = await start();
  const asked = await Promise.all(Array.from({ length: 150 }, () => consume(server)));
  expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
  const bodies = asked.map((reply) => reply.as<{ allowed: boolean; reason: string; consumed: number }>());
  expect(bodies.filter(({ allowed }) => allowed)).toHaveLength(100);
  expect(bodies.filter(({ consumed }) => consumed === 1)).toHaveLength(100);
  for (const { reason } of bodies.filter(({ allowed }) => !allowed)) expect(reason).toBe('limit_reached');
  expect(await standing(server)).toMatchObject({ allowed: false, used: 100, remaining: 0, limit: 100 });
  server.advance(20 * day);
  expect(await standing(server)).toMatchObject({ allowed: true, used: 0, remaining: 100 });
});

test('a key counts once, however often and however fast it is sent, and not for something else', async () => {
  await using server = await start();
  const once = { quantity: 10, idempotencyKey: 'order-7' };
  const sent = await Promise.all(Array.from({ length: 10 }, () => consume(server, once)));
  const bodies = sent.map((reply) => reply.as<{ duplicate: boolean; consumed: number; allowed: boolean }>());
  expect(bodies.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(bodies.every(({ allowed }) => allowed)).toBe(true);
  expect(await standing(server)).toMatchObject({ used: 10 });
  expect(await consume(server, { ...once, quantity: 11 })).toMatchObject({
    status: 422,
    body: { code: 'idempotency_mismatch' },
  });
});

test('the kill switch, an ended contract and what is no meter are refused like any check', async () => {
  await using server = await start();
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  expect(await consume(server, { feature: 'sso' })).toMatchObject({
    status: 409,
    body: { code: 'not_metered', errors: [{ pointer: '#/feature' }] },
  });
  expect(await consume(server, { customer: 'nobody' })).toMatchObject({ body: { code: 'customer_unknown' } });
  expect(await consume(server, { quantity: 0 })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/quantity' }] },
  });
  await server.post(`${here}/customers/acme/suspend`, { change: { comment: 'They do not pay' } });
  expect((await consume(server)).body).toMatchObject({
    allowed: false,
    reason: 'customer_suspended',
    consumed: 0,
  });
});

test('what was used already is counted whatever the limit, corrected by key, and told by the hour', async () => {
  await using server = await start();
  server.advance(2 * day);
  const first = await report(server, [
    { key: 'a', quantity: 90, at: '2026-03-16T10:20:00Z' },
    { key: 'b', quantity: 30, at: '2026-03-16T10:50:00Z' },
    { key: 'a', quantity: 90, at: '2026-03-16T10:20:00Z' },
  ]);
  expect(first.body).toMatchObject({
    counted: 2,
    duplicates: 1,
    refused: 0,
    items: [{}, { overage: 20 }, {}],
  });
  expect(await standing(server)).toMatchObject({ used: 120, allowed: false });

  const corrected = await report(server, [
    { key: 'c', corrects: 'b', quantity: 5, at: '2026-03-16T10:50:00Z' },
    { key: 'd', corrects: 'b', quantity: 0 },
    { key: 'e', corrects: 'nothing', quantity: 1 },
  ]);
  expect(corrected.body).toMatchObject({
    counted: 1,
    items: [{ status: 'counted' }, { code: 'usage_event_corrected' }, { code: 'usage_event_unknown' }],
  });
  expect(await standing(server)).toMatchObject({ used: 95, allowed: true });
  const history = await server.get(`${here}/customers/acme/usage/calls?every=hour`);
  expect(history.body).toEqual({ items: [{ at: '2026-03-16T10:00:00.000Z', quantity: 95, events: 2 }] });
});

test('a batch is taken whole or event by event, as it asks', async () => {
  await using server = await start();
  const events = [{ key: 'a' }, { key: 'b', feature: 'nothing' }, { key: 'c', at: '2019-01-01' }];
  expect((await report(server, events, 'all')).body).toMatchObject({ counted: 0, refused: 3 });
  expect(await standing(server)).toMatchObject({ used: 0 });
  expect((await report(server, events)).body).toMatchObject({
    counted: 1,
    items: [{ status: 'counted' }, { code: 'feature_unknown' }, { code: 'usage_event_time' }],
  });
  const many = Array.from({ length: 1001 }, (_, index) => ({ key: `many-${index}` }));
  expect(await report(server, many)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/events' }] },
  });
});

test('what is held is nobody else’s until it is settled once, released or over', async () => {
  await using server = await start();
  const hold = async (quantity: number, more: object = {}) =>
    server.post(`${here}/reservations`, { customer: 'acme', feature: 'calls', quantity, ...more });
  const held = await hold(60, { idempotencyKey: 'job-1' });
  expect(held).toMatchObject({ status: 201, body: { reservation: { status: 'held', quantity: 60 } } });
  const { reservation } = held.as<{ reservation: { id: string } }>();
  expect((await hold(60, { idempotencyKey: 'job-1' })).body).toMatchObject({
    reservation: { id: reservation.id },
  });
  expect((await hold(50)).body).toMatchObject({
    reservation: null,
    decision: { reason: 'limit_reached', reserved: 60 },
  });

  const path = `${here}/reservations/${reservation.id}`;
  const settled = await Promise.all(
    Array.from({ length: 5 }, () => server.post(`${path}/settle`, { quantity: 45 })),
  );
  expect(settled.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await standing(server)).toMatchObject({ used: 45, reserved: 0, remaining: 55 });
  expect(await server.post(`${path}/release`)).toMatchObject({
    status: 409,
    body: { code: 'reservation_over' },
  });

  const short = await hold(55, { expiresInSeconds: 60 });
  expect(await standing(server)).toMatchObject({ remaining: 0 });
  server.advance(61_000);
  const { id } = short.as<{ reservation: { id: string } }>().reservation;
  const status = async () => (await server.get(`${here}/reservations/${id}`)).as<{ status: string }>().status;
  await expect.poll(status, { timeout: 30_000 }).toBe('expired');
  expect(await standing(server)).toMatchObject({ used: 45, reserved: 0, remaining: 55 });
});

test('a cap holds for what was used before it was set, also for whoever only holds some', async () => {
  await using server = await start();
  await consume(server, { quantity: 30 });
  await server.post(`${here}/customers/acme/grants`, {
    feature: 'calls',
    effect: 'cap',
    value: 40,
    reset: { every: 'month' },
    origin: 'contract',
    reason: 'Agreed on 15 March',
  });
  const hold = (quantity: number) =>
    server.post(`${here}/reservations`, { customer: 'acme', feature: 'calls', quantity });
  expect((await hold(11)).body).toMatchObject({ reservation: null, decision: { reason: 'cap_reached' } });
  expect((await hold(10)).body).toMatchObject({ reservation: { status: 'held' } });
  expect((await consume(server)).body).toMatchObject({ allowed: false, reason: 'cap_reached' });
});

test('what is held is decided for whoever asks, as what is consumed', async () => {
  await using server = await start();
  await server.post(`${project}/flags`, { key: 'calls-flag', name: 'Calls', kind: 'boolean' });
  await server.patch(`${here}/flags/calls-flag`, {
    on: true,
    offVariation: 1,
    fallthrough: { variation: 1 },
    targets: [{ variation: 0, values: ['ada'] }],
  });
  expect(await server.patch(`${project}/features/calls`, { flagKey: 'calls-flag' })).toMatchObject({
    status: 200,
  });
  const asked = (path: string, key: string) =>
    server.post(`${here}/${path}`, {
      customer: 'acme',
      feature: 'calls',
      quantity: 1,
      context: { kind: 'user', key },
    });
  expect((await asked('reservations', 'bob')).body).toMatchObject({ decision: { reason: 'not_rolled_out' } });
  expect((await asked('reservations', 'ada')).body).toMatchObject({ reservation: { status: 'held' } });
  expect((await asked('consume', 'bob')).body).toMatchObject({ reason: 'not_rolled_out' });
});

test('near the end of an allowance and at it a threshold is told once, and that it recovered', async () => {
  await using server = await start();
  const told = async () =>
    (await server.get(`${here}/usage/thresholds?customer=acme`)).as<{
      items: readonly { percent: number; recoveredAt: string | null }[];
    }>().items;
  await consume(server, { quantity: 79 });
  expect(await told()).toEqual([]);
  await consume(server, { quantity: 1 });
  await consume(server, { quantity: 5 });
  expect((await told()).map(({ percent, recoveredAt }) => [percent, recoveredAt])).toEqual([[80, null]]);
  await consume(server, { quantity: 15 });
  expect((await told()).map(({ percent }) => percent)).toEqual([100, 80]);
  server.advance(31 * day);
  await consume(server);
  expect((await told()).every(({ recoveredAt }) => recoveredAt !== null)).toBe(true);
});

test('every allowance is shown with its window, what is carried over and what is left', async () => {
  await using server = await start({ rollover: 20, overage: 10 });
  server.advance(20 * day);
  await server.post(`${here}/customers/acme/grants`, {
    feature: 'calls',
    effect: 'add',
    value: 50,
    origin: 'goodwill',
    reason: 'The outage of 3 March',
  });
  await consume(server, { quantity: 130 });
  const shown = await server.get(`${here}/customers/acme/usage`);
  expect(shown.body).toMatchObject({
    items: [
      {
        feature: 'calls',
        decision: { used: 130, limit: 170, remaining: 40 },
        buckets: [
          { label: 'Gold', limit: 100, carried: 20, used: 120, remaining: 0, to: '2026-05-01T00:00:00.000Z' },
          { limit: 50, used: 10, remaining: 40 },
        ],
      },
    ],
  });
});
