import { startServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { StoreEvent } from '../kernel/store/store-event.ts';
import { transact } from '../kernel/store/transact.ts';
import { parseConfig, startLatchkey } from '../main.ts';
import { Delivery } from './delivery.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

test('a row that was broken by hand degrades itself alone: a node starts, answers the rest, and reports it', async () => {
  await using server = await startServer({ at: '2026-03-15T12:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  for (const key of ['good', 'broken']) {
    await server.post(`${project}/flags`, { key, name: key, kind: 'boolean' });
    expect(await server.patch(`${here}/flags/${key}`, { on: true })).toMatchObject({ status: 200 });
    await server.post(`${project}/features`, { key: `${key}-feature`, name: key, kind: 'switch' });
  }
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  for (const key of ['good', 'broken']) {
    const given = {
      feature: `${key}-feature`,
      origin: 'goodwill',
      effect: 'allow',
      reason: 'Thanks',
    };
    expect(await server.post(`${here}/customers/acme/grants`, given)).toMatchObject({ status: 201 });
  }

  await transact(server.latchkey.db, async (tx) => {
    await sql`update resource set body = body || '{"variations": "none"}' where kind = 'flag' and id = 'broken'`.execute(
      tx,
    );
    await sql`update resource set body = body - 'subject' where kind = 'grant' and body ->> 'feature' = 'broken-feature'`.execute(
      tx,
    );
  });

  const logged: StoreEvent[] = [];
  const node = new Delivery(server.latchkey.db, (event) => logged.push(event));
  await node.start();
  try {
    const place = { project: 'shop', environment: 'production' };
    const world = await node.world(place, 'acme');
    expect(world?.snapshot.grants).toMatchObject([{ feature: 'good-feature' }]);
    expect(world?.configuration.flags.flagsByKey.get('broken')?.fallthrough.answer).toMatchObject({
      reason: { errorKind: 'MALFORMED_FLAG' },
    });
    expect(world?.configuration.flags.flagsByKey.get('good')?.fallthrough.answer).toMatchObject({
      value: true,
    });
    // A flag belongs to the project, so it is missed once in each environment.
    expect(node.malformedResources()).toBe(node.places().length);
    node.compiled(place);
    expect(logged.filter(({ message }) => message === 'malformed_resource')).toEqual(
      // Production was asked about first.
      ['production', 'staging'].map((environment) => ({
        level: 'warn',
        message: 'malformed_resource',
        facts: {
          project: 'shop',
          environment,
          revision: expect.any(Number),
          kind: 'flag',
          id: 'broken',
          problems: 1,
        },
      })),
    );
  } finally {
    await node.stop();
  }
  expect((await server.get('/metrics')).body).toContain('latchkey_malformed_resources 0');
});

test('a flag with an operator that this version does not know answers its fallback, and a health page warns of it', async () => {
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post('/api/v1/projects/shop/flags', { key: 'newer', name: 'Newer', kind: 'boolean' });
  const rule = { id: 'r', clauses: [{ attribute: 'a', op: 'resembles', values: ['x'] }], variation: 0 };
  await transact(server.latchkey.db, (tx) =>
    sql`update resource set body = body || ${JSON.stringify({ on: true, rules: [rule] })}::jsonb
      where kind = 'flag_targeting' and environment = 'production' and id = 'newer'`.execute(tx),
  );
  const config = parseConfig({ LATCHKEY_PORT: '0', LATCHKEY_LOG_LEVEL: 'silent', LATCHKEY_DEMO: '0' });
  const node = await startLatchkey({
    config,
    database: server.latchkey.db.connection,
    dashboardFolder: null,
  });
  try {
    const flag = node.delivery.compiled({ project: 'shop', environment: 'production' })?.flags.flagsByKey;
    expect(flag?.get('newer')?.fallthrough.answer).toMatchObject({ reason: { errorKind: 'MALFORMED_FLAG' } });
    const health = await fetch(`${node.address}/readyz`);
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: 'ready', warnings: [expect.stringContaining('1 resources cannot be read')] },
    ]);
  } finally {
    await node.stop();
  }
});
