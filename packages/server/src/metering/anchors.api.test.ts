import { startServer, type TestServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anchorUse, verifyUse } from './anchors.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

async function start() {
  const server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'calls', name: 'Calls', kind: 'meter', access: 'open' });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  let changes = 0;
  const { db, submit } = server.latchkey;
  const newChangeId = () => {
    changes += 1;
    return `chg_anchors_${changes}`;
  };
  return { server, anchor: () => anchorUse({ db, submit, newChangeId }, server.now()) };
}

const use = (server: TestServer, quantity: number, key: string) =>
  server.post(`${here}/consume`, { customer: 'acme', feature: 'calls', quantity, idempotencyKey: key });

const anchors = async (server: TestServer) =>
  (await server.get(`${here}/ledger`))
    .as<{ items: readonly { action: string; actor: { kind: string }; after: object }[] }>()
    .items.filter(({ action }) => action === 'usage.anchor');

test('the ledger is told once how much was counted, and shows when an event was altered or removed', async () => {
  const { server, anchor } = await start();
  await using _ = server;
  await use(server, 2.5, 'a');
  await use(server, 4, 'b');
  expect(await anchor()).toBe(2);
  expect(await anchor()).toBe(0);
  expect(await anchors(server)).toMatchObject([
    {
      actor: { kind: 'system' },
      after: { events: 2, quantity: '6.5', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
  const { db } = server.latchkey;
  expect(await verifyUse(db.reader)).toEqual({ anchors: 1, faults: [] });
  // A correction marks its event and alters nothing that was counted.
  const events = [{ key: 'c', corrects: 'b', customer: 'acme', feature: 'calls', quantity: 1 }];
  await server.post(`${here}/usage/events`, { events });
  expect(await anchor()).toBe(1);
  expect(await verifyUse(db.reader)).toEqual({ anchors: 2, faults: [] });

  await sql`update usage_event set quantity = 1 where key = 'a'`.execute(db.kysely);
  expect((await verifyUse(db.reader)).faults).toMatchObject([{ what: expect.stringContaining('6.5') }]);
  await sql`delete from usage_event`.execute(db.kysely);
  expect((await verifyUse(db.reader)).faults).toHaveLength(2);
});

test('what a process gave an anchor and did not live to tell is told by the next run', async () => {
  const { server, anchor } = await start();
  await using _ = server;
  await use(server, 1, 'a');
  const { db } = server.latchkey;
  await sql`update usage_event set anchor = 'use_dead'`.execute(db.kysely);
  await sql`insert into usage_anchor_untold values ('use_dead', 'shop', 'production')`.execute(db.kysely);
  await use(server, 7, 'b');
  expect(await anchor()).toBe(1);
  expect((await anchors(server)).map(({ after }) => after)).toMatchObject([
    { quantity: '7' },
    { id: 'use_dead', quantity: '1' },
  ]);
  expect(await verifyUse(db.reader)).toEqual({ anchors: 2, faults: [] });
});

test('nobody but the product itself tells the ledger what was counted', async () => {
  const { server } = await start();
  await using _ = server;
  const anchor = {
    id: 'use_mine',
    events: 1,
    quantity: '1',
    digest: 'a'.repeat(64),
    from: '2026-03-01',
    to: '2026-03-01',
  };
  const told = await server.post(`${here}/changes`, {
    operations: [{ kind: 'usage.anchor', input: anchor }],
    comment: 'Mine',
  });
  expect(told).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});
