import { startServer, type TestServer } from '@latchkey/testkit/server';
import { init, type LDClient, type LDContext } from '@launchdarkly/node-server-sdk';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const day = 86_400_000;

async function made<Answer>(reply: ReturnType<TestServer['post']>): Promise<Answer> {
  const { status, body, as } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return as<Answer>();
}

interface Bought {
  readonly eId: string;
  readonly items: readonly { readonly pkId: string }[];
}

/** Gold is bought, `free` is what everybody has who bought nothing. */
async function aShop(server: TestServer): Promise<void> {
  await made(server.post('/api/v1/projects', { key: 'shop', name: 'Shop' }));
  for (const [rank, key] of ['free', 'gold'].entries()) {
    await made(server.post(`${project}/plans`, { key, name: key, rank }));
    await made(server.post(`${project}/plans/${key}/versions`, { items: [] }));
    await made(server.post(`${here}/plans/${key}/publish`, { version: 1 }));
  }
  await made(server.patch(here, { defaultPlan: 'free' }));
}

async function aFlagFor(server: TestServer, key: string, clauses: readonly object[]): Promise<void> {
  const variations = [{ value: true }, { value: false }];
  await made(server.post(`${project}/flags`, { key, name: key, kind: 'boolean', variations }));
  await made(
    server.patch(`${here}/flags/${key}`, {
      on: true,
      offVariation: 1,
      fallthrough: { variation: 1 },
      rules: [{ id: 'asked', clauses, variation: 0 }],
    }),
  );
}

async function aBuyer(server: TestServer, key: string, item: object): Promise<Bought> {
  await made(server.post(`${here}/customers`, { key, name: key }));
  const items = [{ plan: 'gold', from: '2026-01-01T00:00:00Z', to: null, ...item }];
  return made(server.post(`${here}/customers/${key}/subscriptions`, { state: 'active', items }));
}

async function connect(server: TestServer): Promise<LDClient & AsyncDisposable> {
  const { value } = await made<{ value: string }>(server.post(`${here}/keys`, { kind: 'sdk' }));
  const uri = `${server.address}/ld`;
  const logger = { error() {}, warn() {}, info() {}, debug() {} };
  const client = init(value, { baseUri: uri, streamUri: uri, eventsUri: uri, logger });
  await client.waitForInitialization({ timeout: 5 });
  return Object.assign(client, { [Symbol.asyncDispose]: async () => client.close() });
}

async function until(client: LDClient, flag: string, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const updated = new Promise((resolve) => client.once(`update:${flag}`, resolve));
    if (await isSo()) return;
    await updated;
  }
}

const claims = { 'latchkey.planType': 'gold', 'entitlement.planType': 'gold', 'latchkey.orderQuantity': 999 };
const adaOf = (key: string): LDContext => ({
  kind: 'multi',
  user: { key: 'ada', ...claims },
  customer: { key, ...claims },
});

test('the official SDK follows what is sold to a customer and when it ends, whatever a context claims', async () => {
  await using server = await startServer({ at: '2026-03-01T00:00:00Z' });
  await aShop(server);
  await aFlagFor(server, 'bulk', [
    { attribute: 'entitlement.planType', op: 'in', values: ['gold'] },
    { contextKind: 'user', attribute: 'latchkey.orderQuantity', op: 'greaterThanOrEqual', values: [50] },
  ]);
  const large = await aBuyer(server, 'large', { quantity: 50 });
  await aBuyer(server, 'short', { quantity: 50, to: '2026-04-01T00:00:00Z' });
  const small = await aBuyer(server, 'small', { quantity: 5 });
  await using client = await connect(server);
  const has = (customer: string): Promise<boolean> => client.variation('bulk', adaOf(customer), null);
  const all = () => Promise.all(['large', 'short', 'small', 'stranger'].map(has));
  expect(await all()).toEqual([true, true, false, false]);
  expect(await client.variation('bulk', { kind: 'user', key: 'ada', ...claims }, null)).toBe(false);

  const sell = (bought: Bought, quantity: number) =>
    made(
      server.patch(`${here}/subscriptions/${bought.eId}`, {
        items: [{ pkId: bought.items[0]?.pkId, quantity }],
      }),
    );
  await sell(small, 60);
  await until(client, 'bulk', () => has('small'));
  await sell(large, 49);
  await until(client, 'bulk', async () => !(await has('large')));
  expect(await all()).toEqual([false, true, true, false]);

  // What was sold ends by the clock, without anybody changing anything.
  server.advance(32 * day);
  await until(client, 'bulk', async () => !(await has('short')));
  expect(await all()).toEqual([false, false, true, false]);
});

test('what is true of everybody without a purchase is true of customers whom nobody knows, and of nobody else', async () => {
  await using server = await startServer({ at: '2026-03-01T00:00:00Z' });
  await aShop(server);
  await made(server.post(`${project}/segments`, { key: 'unsold', name: 'Unsold' }));
  const isFree = { attribute: 'latchkey.planType', op: 'in', values: ['free'] };
  await made(server.patch(`${project}/segments/unsold`, { rules: [{ clauses: [isFree] }] }));
  await aFlagFor(server, 'offer', [{ attribute: '', op: 'segmentMatch', values: ['unsold'] }]);
  await aBuyer(server, 'buyer', { quantity: 1 });
  await made(server.post(`${here}/customers`, { key: 'known', name: 'Known' }));
  await using client = await connect(server);
  const sees = (context: object) => client.variation('offer', context as { key: string }, null);
  expect(await sees({ kind: 'customer', key: 'known' })).toBe(true);
  expect(await sees({ kind: 'customer', key: 'stranger' })).toBe(true);
  expect(await sees({ kind: 'customer', key: 'buyer', 'latchkey.planType': 'free' })).toBe(false);
  expect(await sees({ kind: 'user', key: 'ada', 'latchkey.planType': 'free' })).toBe(false);
});

test('an SDK that runs is told of a question for a fact that nobody asked before', async () => {
  await using server = await startServer({ at: '2026-03-01T00:00:00Z' });
  await aShop(server);
  await aBuyer(server, 'acme', { quantity: 1 });
  await aFlagFor(server, 'perk', [{ attribute: 'country', op: 'in', values: ['CH'] }]);
  await using client = await connect(server);
  const has = (customer: string): Promise<boolean> => client.variation('perk', adaOf(customer), null);
  const ask = (values: readonly string[]) =>
    made(
      server.patch(`${here}/flags/perk`, {
        rules: [{ clauses: [{ attribute: 'latchkey.plans', op: 'in', values }], variation: 0 }],
      }),
    );
  await ask(['gold']);
  await until(client, 'perk', async () => (await has('acme')) && !(await has('stranger')));
  await ask(['free']);
  await until(client, 'perk', async () => !(await has('acme')) && (await has('stranger')));
});
