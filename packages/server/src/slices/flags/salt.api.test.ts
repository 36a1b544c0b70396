import { startServer } from '@latchkey/testkit/server';
import { init, integrations } from '@launchdarkly/node-server-sdk';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const logger = { error() {}, warn() {}, info() {}, debug() {} };

/** A flag as LaunchDarkly's own JSON has it: half of all people, without a seed. */
const rollout = {
  variations: [
    { variation: 0, weight: 50_000 },
    { variation: 1, weight: 50_000 },
  ],
};
const exported = {
  key: 'checkout',
  on: true,
  version: 7,
  variations: [true, false],
  offVariation: 1,
  fallthrough: { rollout },
  salt: '6f1c0e9d2a554f0c8b7b1f5f2d0c9e11',
};
const people = Array.from({ length: 60 }, (_, at) => ({ kind: 'user', key: `person-${at}` }));

async function answersBefore(): Promise<readonly boolean[]> {
  const data = new integrations.TestData();
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of LaunchDarkly's, no hook of React's.
  data.usePreconfiguredFlag(exported);
  const sdk = init('sdk-elsewhere', { updateProcessor: data.getFactory(), sendEvents: false, logger });
  await sdk.waitForInitialization({ timeout: 5 });
  const answers = await Promise.all(people.map((who) => sdk.variation('checkout', who, null)));
  sdk.close();
  return answers;
}

test('a flag that moves here with its salt goes on with the same people, and another salt deals them out anew', async () => {
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const { key, salt, fallthrough } = exported;
  const made = await server.post(`${project}/flags`, { key, name: 'Checkout', kind: 'boolean', salt });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect((await server.patch(`${here}/flags/${key}`, { on: true, fallthrough })).status).toBe(200);
  const { value: token } = (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>();
  const answers = async () => {
    const replies = people.map((who) =>
      server.post(`/ofrep/v1/evaluate/flags/${key}`, { context: { targetingKey: who.key } }, { token }),
    );
    return (await Promise.all(replies)).map((reply) => reply.as<{ value: boolean }>().value);
  };
  const before = await answersBefore();
  expect(new Set(before)).toEqual(new Set([true, false]));
  expect(await answers()).toEqual(before);

  expect((await server.patch(`${here}/flags/${key}`, { salt: 'another' })).status).toBe(200);
  expect(await answers()).not.toEqual(before);
  expect((await server.patch(`${here}/flags/${key}`, { salt })).status).toBe(200);
  expect(await answers()).toEqual(before);
});
