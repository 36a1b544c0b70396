import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const endsAt = '2026-04-01T00:00:00.000Z';

interface Bought {
  readonly eId: string;
  readonly items: readonly { readonly pkId: string }[];
}

async function made<Answer>(reply: ReturnType<TestServer['post']>): Promise<Answer> {
  const { status, body, as } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return as<Answer>();
}

/** A feature behind a flag that is for gold customers with fifty seats or more; Acme has gold until April, with 49. */
async function aShop(server: TestServer): Promise<Bought> {
  await made(server.post('/api/v1/projects', { key: 'shop', name: 'Shop' }));
  const variations = [{ value: true }, { value: false }];
  await made(
    server.post(`${project}/flags`, {
      key: 'bulk',
      name: 'Bulk',
      kind: 'boolean',
      variations,
      clientSide: true,
    }),
  );
  const clauses = [
    { attribute: 'entitlement.planType', op: 'in', values: ['gold'] },
    { attribute: 'entitlement.orderQuantity', op: 'greaterThanOrEqual', values: [50] },
  ];
  await made(
    server.patch(`${here}/flags/bulk`, {
      on: true,
      offVariation: 1,
      fallthrough: { variation: 1 },
      rules: [{ id: 'large-orders', clauses, variation: 0 }],
    }),
  );
  const feature = { key: 'bulk', name: 'Bulk', kind: 'switch', flagKey: 'bulk', access: 'open' };
  await made(server.post(`${project}/features`, feature));
  await made(server.post(`${project}/plans`, { key: 'gold', name: 'Gold' }));
  await made(server.post(`${project}/plans/gold/versions`, { items: [] }));
  await made(server.post(`${here}/plans/gold/publish`, { version: 1 }));
  await made(server.post(`${here}/customers`, { key: 'acme', name: 'Acme' }));
  const items = [{ plan: 'gold', quantity: 49, from: '2026-01-01T00:00:00Z', to: endsAt }];
  return made(server.post(`${here}/customers/acme/subscriptions`, { state: 'active', items }));
}

test('every door follows what is sold to a customer, and none believes what a context claims', async () => {
  await using server = await startServer({ at: '2026-03-31T12:00:00Z' });
  const bought = await aShop(server);
  const { value: token } = await made<{ value: string }>(server.post(`${here}/keys`, { kind: 'sdk' }));
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();

  const claimed = { 'latchkey.orderQuantity': 999, 'entitlement.orderQuantity': 999 };
  const context = { kind: 'multi', user: { key: 'ada', ...claimed }, customer: { key: 'acme', ...claimed } };
  const doors = async () => {
    const check = await server.post(`${here}/check`, { customer: 'acme', feature: 'bulk' });
    const ofrep = await server.post(
      '/ofrep/v1/evaluate/flags/bulk',
      { context: { targetingKey: 'ada', customer: { key: 'acme', ...claimed }, ...claimed } },
      { token },
    );
    const encoded = Buffer.from(JSON.stringify(context)).toString('base64url');
    const browser = await server.get(`/ld/sdk/evalx/${clientSideId}/contexts/${encoded}`, { token: null });
    return {
      check: check.as<{ allowed: boolean }>().allowed,
      ofrep: ofrep.as<{ value: boolean }>().value,
      browser: browser.as<{ bulk: { value: boolean } }>().bulk.value,
    };
  };
  expect(await doors()).toEqual({ check: false, ofrep: false, browser: false });

  const [item] = bought.items;
  await made(
    server.patch(`${here}/subscriptions/${bought.eId}`, { items: [{ pkId: item?.pkId, quantity: 50 }] }),
  );
  expect(await doors()).toEqual({ check: true, ofrep: true, browser: true });

  // The subscription ends by the clock alone, and with it what rests on it.
  server.advance(Date.parse(endsAt) - server.now());
  expect(await doors()).toEqual({ check: false, ofrep: false, browser: false });
});
