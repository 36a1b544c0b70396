import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';
import type { Ask } from './ask.ts';
import { UsageDesk } from './desk.ts';

const place = { project: 'shop', environment: 'production' };
const project = '/api/v1/projects/shop';

test('more use than can be counted soon is told to come back, and what waits is counted', async () => {
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'calls', name: 'Calls', kind: 'meter', access: 'open' });
  await server.post(`${project}/environments/production/customers`, { key: 'acme', name: 'Acme' });
  const { db, delivery } = server.latchkey;
  const world = await delivery.world(place, 'acme');
  const feature = world?.configuration.features.get('calls');
  if (!world || !feature) throw new Error('the customer was not loaded');
  const { configuration, customer } = world;
  const use = (key: string): Ask => ({
    kind: 'consumed',
    key,
    configuration,
    customer,
    feature,
    quantity: 1,
    at: server.now(),
    context: undefined,
    dimensions: {},
    corrects: null,
  });
  const desk = new UsageDesk(db, server.now, { waitingMax: 3 });
  const asked = ['a', 'b', 'c', 'd', 'e'].map((key) => desk.count(place, use(key)));
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(answers[4]).toMatchObject({ reason: { code: 'unavailable', facts: { retryAfterSeconds: 2 } } });
  expect(await desk.count(place, use('d'))).toMatchObject({ status: 'counted', decision: { used: 4 } });
});
