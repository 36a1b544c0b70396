import type { Reply, TestServer } from '@latchkey/testkit/server';
import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const acme = `${here}/customers/acme`;

interface Bought {
  readonly eId: string;
  readonly version: number;
  readonly items: readonly { readonly pkId: string }[];
}

/** A shop that sells gold, and Acme, who bought ten of it. */
async function startShop() {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [] });
  await server.post(`${here}/plans/gold/publish`, { version: 1 });
  for (const key of ['acme', 'labs']) await server.post(`${here}/customers`, { key, name: key });
  const bought = await server.post(`${acme}/subscriptions`, {
    state: 'active',
    items: [{ plan: 'gold', quantity: 10 }],
  });
  expect(bought.status).toBe(201);
  const { eId, items } = bought.as<Bought>();
  return { server, bought, path: `${here}/subscriptions/${eId}`, eId, pkId: items[0]?.pkId ?? '' };
}

const sit = (server: TestServer, path: string, pkId: string, key: string): Promise<Reply> =>
  server.post(`${path}/activations`, { pkId, subject: { kind: 'user', key } });

test('what was bought says how many seats are taken and left', async () => {
  const { server, bought, path, pkId } = await startShop();
  await using _ = server;
  expect(bought.body).toMatchObject({
    customer: 'acme',
    state: 'active',
    version: 1,
    items: [
      {
        plan: 'gold',
        version: 'current',
        quantity: 10,
        from: expect.stringMatching(/^2026-03-15T00:/),
        consumed: 0,
        available: 10,
      },
    ],
  });
  expect(await sit(server, path, pkId, 'ada')).toMatchObject({ status: 201 });
  const seats = { items: [{ consumed: 1, available: 9 }] };
  expect((await server.get(path)).body).toMatchObject(seats);
  expect((await server.get(`${acme}/subscriptions`)).body).toMatchObject({
    items: [seats],
    nextCursor: null,
  });
  expect((await server.patch(path, { items: [{ pkId, quantity: 12 }] })).body).toMatchObject({
    items: [{ quantity: 12, consumed: 1, available: 11 }],
    version: 2,
  });
  expect(await server.get(`${here}/subscriptions/e_nothing`)).toMatchObject({
    status: 404,
    body: { code: 'subscription_unknown' },
  });
});

test('fewer seats than are taken is refused by the field that asks for it, and nothing changes', async () => {
  const { server, path, pkId } = await startShop();
  await using _ = server;
  for (const key of ['ada', 'bob']) await sit(server, path, pkId, key);
  expect(await server.patch(path, { items: [{ pkId, quantity: 1, to: '2027-01-01' }] })).toMatchObject({
    status: 409,
    body: { code: 'quantity_below_consumed', consumed: 2, errors: [{ pointer: '#/items/0/quantity' }] },
  });
  expect((await server.get(path)).body).toMatchObject({ version: 1, items: [{ quantity: 10, to: null }] });
});

test('what cannot be bought is refused by its field, and nothing is bought', async () => {
  const { server } = await startShop();
  await using _ = server;
  const wrong = [
    [{ plan: 'gold', quantity: 0 }, 400, '#/items/0/quantity'],
    [{ plan: 'gold', quantity: 1.5 }, 400, '#/items/0/quantity'],
    [{ plan: 'gold', quantity: 1, to: '2026-03-14' }, 400, '#/items/0/to'],
    [{ plan: 'gold', quantity: 1, to: '2026-02-30' }, 400, '#/items/0/to'],
    [{ plan: 'none', quantity: 1 }, 404, '#/items/0/plan'],
    [{ plan: 'gold', quantity: 1, version: 7 }, 404, '#/items/0/version'],
    [{ plan: 'gold', quantity: 1, colour: 'red' }, 400, '#/items/0/colour'],
  ] as const;
  for (const [item, status, pointer] of wrong) {
    expect(await server.post(`${here}/customers/labs/subscriptions`, { items: [item] })).toMatchObject({
      status,
      body: { errors: [{ pointer }] },
    });
  }
  expect((await server.get(`${here}/customers/labs/subscriptions`)).body).toMatchObject({ items: [] });
});

test('one edit changes the quantity, the end and the version, and adds an item that follows', async () => {
  const { server, path, pkId } = await startShop();
  await using _ = server;
  const edited = await server.patch(path, {
    items: [{ pkId, quantity: 20, to: '2026-06-01', version: 1 }],
    addItems: [{ plan: 'gold', quantity: 5, from: '2026-06-01' }],
  });
  expect(edited).toMatchObject({
    status: 200,
    body: {
      version: 2,
      items: [
        { pkId, quantity: 20, to: '2026-06-01T00:00:00.000Z', version: 1 },
        { plan: 'gold', quantity: 5, version: 'current', from: '2026-06-01T00:00:00.000Z', available: 5 },
      ],
    },
  });
});

test('free seats are split off for another customer; the rest stays', async () => {
  const { server, path, eId, pkId } = await startShop();
  await using _ = server;
  await sit(server, path, pkId, 'ada');
  expect(await server.post(`${path}/split`, { pkId, quantity: 10, customer: 'labs' })).toMatchObject({
    status: 409,
    body: { code: 'quantity_below_consumed', available: 9 },
  });
  expect(await server.post(`${path}/split`, { pkId, quantity: 4, customer: 'labs' })).toMatchObject({
    status: 201,
    body: { customer: 'labs', parentEId: eId, items: [{ plan: 'gold', quantity: 4, available: 4 }] },
  });
  expect((await server.get(path)).body).toMatchObject({
    items: [{ quantity: 6, consumed: 1, available: 5 }],
  });
});

test('suspended, resumed and closed for good', async () => {
  const { server, path, pkId } = await startShop();
  await using _ = server;
  expect((await server.post(`${path}/suspend`)).body).toMatchObject({ state: 'suspended' });
  expect(await sit(server, path, pkId, 'ada')).toMatchObject({ body: { code: 'subscription_not_active' } });
  expect((await server.post(`${path}/resume`)).body).toMatchObject({ state: 'active' });
  expect((await server.post(`${path}/close`)).body).toMatchObject({ state: 'closed' });
  expect(await server.post(`${path}/resume`)).toMatchObject({
    status: 409,
    body: { code: 'subscription_closed' },
  });
});

test('a draft without a customer gives nothing until it gets one', async () => {
  const { server } = await startShop();
  await using _ = server;
  const drafted = await server.post(`${here}/subscriptions`, {
    state: 'draft',
    items: [{ plan: 'gold', quantity: 3 }],
  });
  expect(drafted).toMatchObject({ status: 201, body: { customer: null, state: 'draft' } });
  const path = `${here}/subscriptions/${drafted.as<Bought>().eId}`;
  expect(await server.post(`${path}/activate`)).toMatchObject({
    status: 400,
    body: { code: 'customer_required' },
  });
  expect(await server.post(`${path}/activate`, { customer: 'labs' })).toMatchObject({
    status: 200,
    body: { customer: 'labs', state: 'active' },
  });
  expect((await server.get(`${here}/customers/labs/subscriptions`)).body).toMatchObject({
    items: [{ state: 'active', items: [{ quantity: 3 }] }],
  });
});

test('bought twice with one idempotency key is bought once', async () => {
  const { server } = await startShop();
  await using _ = server;
  const buy = () =>
    server.post(
      `${here}/customers/labs/subscriptions`,
      { items: [{ plan: 'gold', quantity: 1 }] },
      { headers: { 'idempotency-key': 'order-1' } },
    );
  const [first, second] = [await buy(), await buy()];
  expect(second.as<Bought>().eId).toBe(first.as<Bought>().eId);
  expect(second.headers.get('idempotent-replayed')).toBe('true');
});
