import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const day = 86_400_000;

test('a seat that is over is free at that second, for the check, the look-up and the subscription alike', async () => {
  await using server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, {
    key: 'editor',
    name: 'Editor',
    kind: 'switch',
    seatBound: true,
  });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [{ feature: 'editor', effect: 'allow' }] });
  await server.post(`${here}/plans/gold/publish`, { version: 1 });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const bought = await server.post(`${here}/customers/acme/subscriptions`, {
    items: [{ plan: 'gold', quantity: 3 }],
  });
  const { eId, items } = bought.as<{ eId: string; items: { pkId: string }[] }>();
  const pkId = items[0]?.pkId;
  const sit = (key: string, more: object = {}) =>
    server.post(`${here}/subscriptions/${eId}/activations`, {
      pkId,
      subject: { kind: 'user', key },
      ...more,
    });
  expect(await sit('ada', { to: '2026-03-17' })).toMatchObject({ status: 201 });
  expect(await sit('eve')).toMatchObject({ status: 201 });
  const made = await server.post(`${here}/keys`, { kind: 'client-application' });
  const headers = { 'x-api-key': made.as<{ value: string }>().value };

  const everywhere = async () => {
    const subscription = await server.get(`${here}/subscriptions/${eId}`);
    const lookedUp = await server.get('/ems/api/v5/entitledFeatures?customerIdentifier=acme', {
      token: null,
      headers,
    });
    const decided = await server.post(`${here}/check`, { customer: 'acme', feature: 'editor' });
    return {
      subscription: subscription.as<{ items: { consumed: number }[] }>().items[0]?.consumed,
      lookUp: lookedUp.as<{ entitledFeatures: { consumedQuantity: number }[] }>().entitledFeatures[0]
        ?.consumedQuantity,
      decision: decided.as<{ used: number }>().used,
    };
  };
  expect(await everywhere()).toEqual({ subscription: 2, lookUp: 2, decision: 2 });
  server.advance(2 * day);
  expect(await everywhere()).toEqual({ subscription: 1, lookUp: 1, decision: 1 });
});
