import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';
import { catchUpJobs } from './catch-up.ts';
import { type Found, liveConnections } from './find-connection.ts';
import type { Message } from './heard.ts';
import { keepEvent, markEvent } from './inbound-events.ts';

const day = 86_400_000;

const messageAbout = (flagRef: string): Message => ({
  heard: {
    kind: 'flag',
    event: {
      ...{ platform: 'launchdarkly', projectRef: 'shop', flagRef, date: 1_790_000_000_000, version: 2 },
      ...{ sold: true, state: 'live', name: flagRef, description: '', tags: [] },
    },
    comment: '',
    link: null,
  },
  dedupeKey: flagRef,
  body: {},
});

async function startShop() {
  const server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post('/api/v1/projects/shop/connections', { platform: 'launchdarkly' });
  const { db, submit } = server.latchkey;
  const [found] = await liveConnections(db.reader, 'shop');
  let changes = 0;
  const newChangeId = () => `chg_test_${++changes}`;
  const deps = { db, submit, now: server.now, newChangeId, log: () => undefined };
  const [takeIn, prune] = catchUpJobs(deps);
  const lease = { name: 'test', holder: 'test', fence: 1 };
  return {
    server,
    db,
    found: found as Found,
    takeIn: (now: number) => takeIn?.run(now, lease),
    prune: (now: number) => prune?.run(now, lease),
    features: async () =>
      (await server.get('/api/v1/projects/shop/features')).as<{ items: { key: string }[] }>().items,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test('an event that was kept by a process that died is taken in by another', async () => {
  await using shop = await startShop();
  const now = shop.server.now();
  expect(await keepEvent(shop.db, shop.found.connection.id, messageAbout('adv-rep'), now)).not.toBeNull();
  expect(await keepEvent(shop.db, shop.found.connection.id, messageAbout('adv-rep'), now)).toBeNull();
  expect(await shop.takeIn(now + 1_000)).toBe(0);
  expect(await shop.features()).toEqual([]);
  expect(await shop.takeIn(now + 11_000)).toBe(1);
  expect(await shop.features()).toMatchObject([{ key: 'adv-rep' }]);
  expect(await shop.takeIn(now + 11_000)).toBe(0);
});

test('what meant nothing is forgotten in a week, what meant something in a quarter, what waits never', async () => {
  await using shop = await startShop();
  const { db, found } = shop;
  await shop.server.delete('/api/v1/projects/shop/catalogue/namespace-feature-flag');
  const now = shop.server.now();
  const fates = [
    { status: 'ignored', reason: 'The flag is not sold.' },
    { status: 'applied' },
    { status: 'blocked', missing: ['namespace Feature-Flag'] },
  ] as const;
  for (const fate of fates) {
    const kept = await keepEvent(db, found.connection.id, messageAbout(fate.status), now);
    if (kept) await markEvent(db, found.connection.id, kept, fate);
  }
  expect(await shop.prune(now + 6 * day)).toBe(0);
  expect(await shop.prune(now + 8 * day)).toBe(1);
  expect(await shop.prune(now + 89 * day)).toBe(0);
  expect(await shop.prune(now + 91 * day)).toBe(1);
  const left = await db.reader.selectFrom('inbound_event').select('dedupe_key').execute();
  expect(left).toEqual([{ dedupe_key: 'blocked' }]);
});
