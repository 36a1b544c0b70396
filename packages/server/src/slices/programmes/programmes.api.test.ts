import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const ofAcme = `${here}/customers/acme/programmes`;
const day = 86_400_000;

interface Programme {
  readonly id: string;
  readonly subscription: { readonly eId: string; readonly pkId: string };
}

/** Gold has both features, the plan for trials one of them; reports want a seat. */
async function startShop(): Promise<TestServer> {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await server.post(`${project}/features`, {
    key: 'reports',
    name: 'Reports',
    kind: 'switch',
    seatBound: true,
  });
  for (const [key, kind, features] of [
    ['gold', 'plan', ['sso', 'reports']],
    ['gold-trial', 'trial', ['reports']],
  ] as const) {
    await server.post(`${project}/plans`, { key, name: key, kind });
    const items = features.map((feature) => ({ feature, effect: 'allow' }));
    await server.post(`${project}/plans/${key}/versions`, { items });
    await server.post(`${here}/plans/${key}/publish`, { version: 1 });
  }
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  return server;
}

const trial = { kind: 'trial', overlays: { plan: 'gold-trial' }, seats: 5, to: '2026-03-29', owner: 'Sam' };

const start = async (server: TestServer, said: object = {}, address = ofAcme): Promise<Programme> => {
  const started = await server.post(address, { ...trial, ...said });
  expect(started.status).toBe(201);
  return started.as<Programme>();
};

const ask = async (server: TestServer, feature: string, user?: string): Promise<string> => {
  const context = user === undefined ? {} : { context: { kind: 'user', key: user } };
  const decision = await server.post(`${here}/check`, { customer: 'acme', feature, ...context });
  return decision.as<{ reason: string }>().reason;
};

const sit = (server: TestServer, { subscription: { eId, pkId } }: Programme, user: string) =>
  server.post(`${here}/subscriptions/${eId}/activations`, { pkId, subject: { kind: 'user', key: user } });

const entriesOf = async (server: TestServer, action: string): Promise<number> => {
  const { items } = (await server.get(`${here}/ledger?customer=acme&limit=200`)).as<{
    items: { action: string }[];
  }>();
  return items.filter((entry) => entry.action === action).length;
};

/** What it came to, as it was written down; by its dates alone it may be over before. */
const resultOf = async (server: TestServer, id: string): Promise<string | undefined> =>
  (await server.get(`${here}/programmes/${id}`)).as<{ outcome: { result: string } | null }>().outcome?.result;

const until = async (server: TestServer, id: string, result: string): Promise<void> => {
  await expect.poll(() => resultOf(server, id), { timeout: 20_000, interval: 200 }).toBe(result);
};

test('a trial is on at once, is extended, given more seats, and ends by its date alone', async () => {
  await using server = await startShop();
  expect(await ask(server, 'sso')).toBe('not_entitled');
  const programme = await start(server);
  expect((await sit(server, programme, 'ada')).status).toBe(201);
  expect(await ask(server, 'reports', 'ada')).toBe('entitled');
  expect(await ask(server, 'sso')).toBe('not_entitled');
  const one = `${here}/programmes/${programme.id}`;
  expect(await server.get(one)).toMatchObject({ body: { state: 'running', seats: 5, seatsUsed: 1 } });
  expect(await server.post(`${one}/add-seats`, { seats: 25 })).toMatchObject({
    status: 200,
    body: { seats: 25, seatsUsed: 1 },
  });
  expect(await server.post(`${one}/extend`, { days: 7, reason: '' })).toMatchObject({
    status: 400,
    body: { code: 'reason_required' },
  });
  expect(await server.post(`${one}/extend`, { days: 7, reason: 'Their test data came late' })).toMatchObject({
    status: 200,
    body: { to: '2026-04-05T00:00:00.000Z', extensions: [{ reason: 'Their test data came late' }] },
  });
  const after = await server.get(`${here}/customers/acme/entitlements?at=2026-04-04T23:59:59Z`);
  expect(after.as<{ items: { feature: string }[] }>().items).toContainEqual(
    expect.objectContaining({ feature: 'reports', nextChangeAt: '2026-04-05T00:00:00.000Z' }),
  );
  server.advance(21 * day);
  expect(await ask(server, 'reports', 'ada')).toBe('trial_ended');
  await until(server, programme.id, 'expired');
  expect(await entriesOf(server, 'programme.end')).toBe(1);
  expect(await server.post(`${one}/extend`, { days: 7, reason: 'Late' })).toMatchObject({
    status: 409,
    body: { code: 'programme_over' },
  });
});

test('from trial to purchase: the same people keep their seats, more opens, and nothing counts twice', async () => {
  await using server = await startShop();
  const programme = await start(server);
  await sit(server, programme, 'ada');
  await sit(server, programme, 'bob');
  server.advance(3 * day);
  const convert = `${here}/programmes/${programme.id}/convert`;
  expect(await server.post(convert, { plan: 'gold-trial' })).toMatchObject({
    body: { code: 'plan_is_trial' },
  });
  expect(await server.post(convert, { plan: 'gold', quantity: 1 })).toMatchObject({
    status: 409,
    body: { code: 'quantity_below_consumed', quantity: 1, consumed: 2 },
  });
  const converted = await server.post(convert, { plan: 'gold' });
  expect(converted).toMatchObject({ status: 200, body: { state: 'won', outcome: { result: 'won' } } });
  for (const user of ['ada', 'bob']) expect(await ask(server, 'reports', user)).toBe('entitled');
  expect(await ask(server, 'reports', 'eve')).not.toBe('entitled');
  expect(await ask(server, 'sso')).toBe('entitled');
  const held = (await server.get(`${here}/customers/acme/subscriptions`)).as<{
    items: { state: string; items: { plan: string; quantity: number; consumed: number }[] }[];
  }>();
  expect(held.items).toMatchObject([
    { state: 'active', items: [{ plan: 'gold', quantity: 5, consumed: 2 }] },
    { state: 'closed', items: [{ plan: 'gold-trial', consumed: 0 }] },
  ]);
});

test('what ended while nobody was there is ended once, whatever its end does', async () => {
  await using server = await startShop();
  await server.post(`${here}/customers`, { key: 'beta', name: 'Beta' });
  const bought = await start(server, { endAction: { does: 'convert', plan: 'gold', quantity: 8 } });
  await sit(server, bought, 'ada');
  const frozen = await start(server, { endAction: { does: 'freeze' } }, `${here}/customers/beta/programmes`);
  server.advance(16 * day);
  await until(server, bought.id, 'won');
  await until(server, frozen.id, 'expired');
  expect(await ask(server, 'reports', 'ada')).toBe('entitled');
  expect((await server.get(`${here}/customers/beta/holds`)).body).toMatchObject({
    items: [{ blocks: ['access', 'metering'], state: 'active' }],
  });
  server.advance(30 * day);
  expect(await ask(server, 'reports', 'ada')).toBe('entitled');
  const report = await server.get(`${here}/programmes/report`);
  expect(report.body).toMatchObject({ trial: { started: 2, won: 1, expired: 1, conversionRate: 0.5 } });
});

test('a family tries a thing once, unless somebody with the right to say so allows it again', async () => {
  await using server = await startShop();
  await server.post(`${here}/customers`, { key: 'acme-labs', name: 'Acme Labs', parent: 'acme' });
  const ofLabs = `${here}/customers/acme-labs/programmes`;
  const token = (await server.post('/api/v1/tokens', { name: 'Sales desk', roles: ['sales'] })).as<{
    value: string;
  }>();
  const asSales = { token: token.value };
  expect(await server.post(ofAcme, trial, asSales)).toMatchObject({ status: 201 });
  expect(await server.post(ofLabs, trial, asSales)).toMatchObject({
    status: 409,
    body: { code: 'programme_had', customer: 'acme' },
  });
  const again = { ...trial, allowAgain: true };
  expect(await server.post(ofLabs, again, asSales)).toMatchObject({ status: 403 });
  expect(await server.post(ofLabs, again)).toMatchObject({ status: 201, body: { family: 'acme' } });
  expect(
    await server.post(ofLabs, { ...trial, overlays: { features: ['sso'] }, seats: undefined }),
  ).toMatchObject({
    status: 201,
    body: { overlays: { features: [{ feature: 'sso', effect: 'allow' }] } },
  });
});

test('features that are tried end with the programme, and come back with its extension', async () => {
  await using server = await startShop();
  const { id } = await start(server, { kind: 'poc', overlays: { features: ['sso'] }, seats: undefined });
  expect(await ask(server, 'sso')).toBe('entitled');
  const one = `${here}/programmes/${id}`;
  await server.post(`${one}/extend`, { to: '2026-05-01', reason: 'Holidays' });
  server.advance(30 * day);
  expect(await ask(server, 'sso')).toBe('entitled');
  expect(await server.post(`${one}/cancel`, { reason: 'They chose another' })).toMatchObject({
    status: 200,
    body: { state: 'cancelled' },
  });
  expect(await ask(server, 'sso')).not.toBe('entitled');
  expect(await server.post(`${one}/outcome`, { result: 'lost', reason: 'Price' })).toMatchObject({
    body: { state: 'lost' },
  });
});

test('the list shows what ends soon, and a preview keeps nothing', async () => {
  await using server = await startShop();
  const previewed = await server.post(ofAcme, { ...trial, change: { preview: true } });
  expect(previewed).toMatchObject({ status: 200, body: { impact: { customers: { gain: 1 } } } });
  await start(server);
  await start(server, { overlays: { plan: 'gold' }, to: '2026-03-20' });
  const ends = async (query: string) =>
    (await server.get(`${here}/programmes?${query}`))
      .as<{ items: { to: string }[] }>()
      .items.map(({ to }) => to.slice(0, 10));
  expect(await ends('state=open')).toEqual(['2026-03-20', '2026-03-29']);
  expect(await ends('state=open&endsBefore=2026-03-25')).toEqual(['2026-03-20']);
  expect(await ends('state=won')).toEqual([]);
  expect(await ends('owner=Sam&kind=poc')).toEqual([]);
});
