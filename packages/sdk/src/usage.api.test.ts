import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { restartableServer } from '../test/restartable-server.ts';
import { type Client, createClient } from './server.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
type Server = Awaited<ReturnType<typeof restartableServer>>;

/** Acme has a hundred calls a year; what it does while the server is away is said by the feature. */
async function aShop(server: Server, failMode = 'last_known'): Promise<string> {
  const replies = [
    await server.ask('POST', '/api/v1/projects', { key: 'shop', name: 'Shop' }),
    await server.ask('POST', `${project}/features`, { key: 'calls', name: 'Calls', kind: 'meter', failMode }),
    await server.ask('POST', `${here}/customers`, { key: 'acme', name: 'Acme' }),
    await server.ask('POST', `${here}/customers/acme/grants`, {
      feature: 'calls',
      effect: 'set',
      value: 100,
      reset: { every: 'year' },
      origin: 'contract',
      reason: 'As agreed',
    }),
    await server.ask('POST', `${here}/keys`, { kind: 'sdk' }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  return replies[4]?.as<{ value: string }>().value ?? '';
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-sdk-usage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function start(server: Server, sdkKey: string, folder: string | null = null): Client {
  const client = createClient({
    address: server.address,
    sdkKey,
    folder,
    reports: false,
    log: () => undefined,
  });
  onTestFinished(() => client.close());
  return client;
}

const isAway = (client: Client) =>
  expect.poll(() => client.status().state, { timeout: 20_000 }).toBe('stale');
const usedThere = async (server: Server) =>
  (await server.ask('POST', `${here}/check`, { customer: 'acme', feature: 'calls' })).as<{ used: number }>()
    .used;

test('use is decided by the server, and the figures here follow its replies', async () => {
  await using server = await restartableServer();
  const key = await aShop(server);
  const client = start(server, key);
  await client.ready();
  const acme = await client.customer('acme');
  const [one, two] = [
    await acme.consume('calls', { quantity: 60, idempotencyKey: 'order-1' }),
    await acme.consume('calls', { quantity: 60 }),
  ];
  expect(one).toMatchObject({ allowed: true, consumed: 60, remaining: 40, freshness: 'live', queued: false });
  expect(two).toMatchObject({ allowed: false, reason: 'limit_reached', consumed: 0, queued: false });
  expect(await acme.consume('calls', { quantity: 60, idempotencyKey: 'order-1' })).toMatchObject({
    duplicate: true,
    used: 60,
  });
  expect(acme.check('calls')).toMatchObject({ used: 60, remaining: 40, freshness: 'live' });
  expect(await acme.consume('nothing')).toMatchObject({ allowed: false, problem: 'feature_unknown' });

  const hold = await acme.reserve('calls', { quantity: 30 });
  expect(acme.check('calls')).toMatchObject({ used: 60, reserved: 30, remaining: 10 });
  expect(await hold.settle(25)).toBe(true);
  expect(await hold.settle(25)).toBe(false);
  expect(acme.check('calls')).toMatchObject({ used: 85, reserved: 0, remaining: 15 });
  await acme.report('calls', { quantity: 5, idempotencyKey: 'log-1' });
  await expect.poll(() => usedThere(server), { timeout: 20_000 }).toBe(90);

  const other = start(server, key);
  await other.ready();
  expect((await other.customer('acme')).check('calls')).toMatchObject({ used: 90, remaining: 10 });
});

test('what is used while the server is gone, and across a restart of the application, is counted once', async () => {
  await using server = await restartableServer();
  const key = await aShop(server);
  const folder = aFolder();
  const client = start(server, key, folder);
  await client.ready();
  const acme = await client.customer('acme');
  await acme.consume('calls', { quantity: 10 });

  server.loseReplies(true);
  expect(await acme.consume('calls', { quantity: 5, idempotencyKey: 'lost' })).toMatchObject({
    allowed: true,
    queued: true,
  });
  expect(await usedThere(server)).toBe(15);
  await server.stop();
  server.loseReplies(false);
  await isAway(client);

  const alone = [
    await acme.consume('calls', { quantity: 20, idempotencyKey: 'alone' }),
    await acme.consume('calls', { quantity: 20, idempotencyKey: 'alone' }),
    await acme.consume('calls', { quantity: 70 }),
  ];
  expect(alone).toMatchObject([
    { allowed: true, consumed: 20, used: 35, remaining: 65, freshness: 'stale', queued: true },
    { duplicate: true, used: 35 },
    { allowed: false, reason: 'limit_reached', consumed: 0 },
  ]);
  const hold = await acme.reserve('calls', { quantity: 40 });
  expect(acme.check('calls')).toMatchObject({ used: 35, reserved: 40, remaining: 25 });
  await hold.settle(7);
  expect(acme.check('calls')).toMatchObject({ used: 42, reserved: 0 });
  await client.close();

  const next = start(server, key, folder);
  expect((await next.customer('acme')).check('calls')).toMatchObject({ used: 42, freshness: 'stale' });
  await server.start();
  await expect.poll(() => usedThere(server), { timeout: 40_000 }).toBe(42);
  const history = await server.ask('GET', `${here}/customers/acme/usage/calls`);
  const counted = history.as<{ items: readonly { quantity: number; events: number }[] }>().items;
  expect(counted.reduce((sum, { events }) => sum + events, 0)).toBe(4);
  await next.close();

  const third = start(server, key, folder);
  await third.ready();
  const again = await third.customer('acme');
  expect(await again.consume('calls')).toMatchObject({ used: 43, freshness: 'live' });
});

test('while the server is away a feature goes on beyond its limit, or stops, as it is said to', async () => {
  for (const [failMode, expected] of [
    ['allow', { allowed: true, reason: 'fail_mode', consumed: 150, queued: true }],
    ['deny', { allowed: false, reason: 'no_data', consumed: 0, queued: false }],
  ] as const) {
    await using server = await restartableServer();
    const client = start(server, await aShop(server, failMode));
    await client.ready();
    const acme = await client.customer('acme');
    await server.stop();
    await isAway(client);
    const quantity = failMode === 'allow' ? 150 : 1;
    expect(await acme.consume('calls', { quantity })).toMatchObject(expected);
  }
});
