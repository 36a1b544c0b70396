import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

/** Acme has bought as many seats as that. */
async function startWithSeats(quantity: number) {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [] });
  await server.post(`${here}/plans/gold/publish`, { version: 1 });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const bought = await server.post(`${here}/customers/acme/subscriptions`, {
    items: [{ plan: 'gold', quantity }],
  });
  const { eId, items } = bought.as<{ eId: string; items: { pkId: string }[] }>();
  return { server, eId, pkId: items[0]?.pkId ?? '' };
}

const user = (key: string) => ({ kind: 'user', key });
const sit = (
  server: TestServer,
  { eId, pkId }: { eId: string; pkId: string },
  key: string,
  more: object = {},
) => server.post(`${here}/subscriptions/${eId}/activations`, { pkId, subject: user(key), ...more });

test('of thirty-two who want five seats, five sit', async () => {
  const { server, ...seats } = await startWithSeats(5);
  await using _ = server;
  const asked = await Promise.all(Array.from({ length: 32 }, (_, at) => sit(server, seats, `user-${at}`)));
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(5);
  const refused = asked.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(27);
  for (const { body } of refused)
    expect(body).toMatchObject({ code: 'seat_limit_reached', quantity: 5, used: 5 });
  expect((await server.get(`${here}/subscriptions/${seats.eId}`)).body).toMatchObject({
    items: [{ consumed: 5, available: 0 }],
  });
});

test('a seat is taken, handed on, extended and given back; its history says by whom', async () => {
  const { server, ...seats } = await startWithSeats(1);
  await using _ = server;
  const taken = await sit(server, seats, 'ada', { to: '2026-06-01' });
  expect(taken).toMatchObject({
    status: 201,
    body: { subject: user('ada'), to: '2026-06-01T00:00:00.000Z', quantity: 1 },
  });
  const path = `${here}/activations/${taken.as<{ aId: string }>().aId}`;
  expect(await sit(server, seats, 'ada')).toMatchObject({ status: 409, body: { code: 'seat_taken' } });
  expect((await server.post(`${path}/rehost`, { subject: user('bob') })).body).toMatchObject({
    subject: user('bob'),
  });
  expect((await server.post(`${path}/renew`, { to: '2027-01-01' })).body).toMatchObject({
    to: '2027-01-01T00:00:00.000Z',
  });
  expect((await server.post(`${path}/renew`)).body).toMatchObject({ to: null });
  expect((await server.post(`${path}/revoke`)).body).toMatchObject({ state: 'revoked' });
  const steps = ['activated', 'rehosted', 'renewed', 'renewed', 'revoked'];
  expect((await server.get(path)).body).toMatchObject({ history: steps.map((what) => ({ what })) });
  expect(await server.post(`${path}/renew`)).toMatchObject({
    status: 409,
    body: { code: 'activation_over' },
  });
  expect(await sit(server, seats, 'ada')).toMatchObject({ status: 201 });
});

test('a seat frees itself when its time is over', async () => {
  const { server, ...seats } = await startWithSeats(1);
  await using _ = server;
  const taken = await sit(server, seats, 'ada', { to: '2026-03-16' });
  expect(await sit(server, seats, 'bob')).toMatchObject({ body: { code: 'seat_limit_reached' } });
  server.advance(86_400_000);
  expect(await sit(server, seats, 'bob')).toMatchObject({ status: 201 });
  const path = `${here}/activations/${taken.as<{ aId: string }>().aId}`;
  expect(await server.post(`${path}/renew`)).toMatchObject({ body: { code: 'seat_limit_reached' } });
});

test('seats are listed by customer and by subscription, newest first', async () => {
  const { server, ...seats } = await startWithSeats(3);
  await using _ = server;
  for (const key of ['ada', 'bob']) {
    server.advance(1000);
    await sit(server, seats, key);
  }
  const newestFirst = { items: [{ subject: user('bob') }, { subject: user('ada') }], nextCursor: null };
  expect((await server.get(`${here}/customers/acme/activations`)).body).toMatchObject(newestFirst);
  expect((await server.get(`${here}/subscriptions/${seats.eId}/activations`)).body).toMatchObject(
    newestFirst,
  );
  expect(await server.get(`${here}/customers/nobody/activations`)).toMatchObject({ status: 404 });
  expect(await server.get(`${here}/activations/a_nothing`)).toMatchObject({
    body: { code: 'activation_unknown' },
  });
});
