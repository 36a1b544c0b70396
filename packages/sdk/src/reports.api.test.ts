import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';
import { createClient } from './server.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

async function aShop(server: TestServer): Promise<string> {
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/flags`, {
    ...{ key: 'checkout', name: 'Checkout', kind: 'boolean' },
    variations: [{ value: true }, { value: false }],
  });
  await server.patch(`${here}/flags/checkout`, {
    ...{ on: true, offVariation: 1, fallthrough: { variation: 0 } },
    targets: [{ variation: 1, values: ['grace'] }],
  });
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  await server.post(`${here}/customers`, { key: 'bolt', name: 'Bolt' });
  await server.post(`${here}/customers/acme/grants`, {
    ...{ feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'Outage of 3 March' },
  });
  return (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>().value;
}

const options = { folder: null, log: () => undefined };

test('what an application asked is counted exactly once it closes its client', async () => {
  await using server = await startServer();
  const sdkKey = await aShop(server);
  const client = createClient({ address: server.address, sdkKey, ...options });
  await client.ready();
  const [acme, bolt] = [await client.customer('acme'), await client.customer('bolt')];
  for (let time = 0; time < 9; time += 1) client.flag('checkout', { kind: 'user', key: 'ada' }, false);
  for (let time = 0; time < 4; time += 1) acme.flag('checkout', { kind: 'user', key: 'grace' }, false);
  client.flag('checkout', { kind: 'user', key: 'ada' }, 'a text');
  for (let time = 0; time < 3; time += 1) acme.isEntitled('exports');
  bolt.check('exports');
  // Looking at what somebody has is not using it.
  acme.entitlements();
  acme.explain('exports');
  await client.close();

  const flag = await server.get(`${here}/flags/checkout/insights`);
  expect(flag.body).toMatchObject({
    total: 14,
    variations: [
      { variation: 0, total: 9 },
      { variation: 1, total: 4 },
      { variation: null, total: 1 },
    ],
  });
  const feature = await server.get(`${here}/features/exports/insights`);
  expect(feature.body).toMatchObject({
    outcomes: [
      { allowed: true, reason: 'entitled', count: 3 },
      { allowed: false, reason: 'not_entitled', count: 1 },
    ],
    customers: expect.arrayContaining([
      expect.objectContaining({ customer: 'acme', allowed: 3 }),
      expect.objectContaining({ customer: 'bolt', allowed: 0, denied: 1, lastUsedAt: null }),
    ]),
  });
});

test('an application that does not want to be counted is not', async () => {
  await using server = await startServer();
  const sdkKey = await aShop(server);
  const client = createClient({ address: server.address, sdkKey, reports: false, ...options });
  await client.ready();
  client.flag('checkout', { kind: 'user', key: 'ada' }, false);
  await client.close();
  expect((await server.get(`${here}/flags/checkout/insights`)).body).toMatchObject({ total: 0 });
});
