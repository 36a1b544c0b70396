import { createDatabase } from '@latchkey/testkit/database';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Database,
  DatabaseBusy,
  type DatabaseOptions,
  isDatabaseUnavailable,
  openDatabase,
} from './database.ts';
import type { StoreEvent } from './store-event.ts';
import { json } from './tables.ts';
import { transact } from './transact.ts';

async function aDatabase(rest: Partial<DatabaseOptions> = {}): Promise<Database> {
  const made = await createDatabase();
  const database = openDatabase({ connection: made.connection, log: () => undefined, ...rest });
  onTestFinished(async () => {
    await database.close();
    await made[Symbol.asyncDispose]();
  });
  return database;
}

/** Ends every other session of the database, as an administrator or a failover would. */
const endSessions = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

async function onOwnClient(database: Database, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const one = async (database: Database): Promise<unknown> =>
  (await sql`select 1 as n`.execute(database.kysely)).rows[0];

test('the pool survives the end of its idle connections and connects again', async () => {
  let tell: (event: StoreEvent) => void = () => undefined;
  const told = new Promise<StoreEvent>((resolve) => {
    tell = resolve;
  });
  const database = await aDatabase({ log: (event) => tell(event) });
  await one(database);
  await onOwnClient(database, (client) => client.query(endSessions.compile(database.kysely).sql));
  expect(await told).toMatchObject({ message: 'database_connection_lost' });
  expect(await one(database)).toEqual({ n: 1 });
});

test('a connection that ends in the middle of a transaction fails that transaction, says so, and no other', async () => {
  const database = await aDatabase({ poolSize: 1 });
  const failed = transact(database, async (tx) => {
    await tx
      .insertInto('secret')
      .values({ id: 'x', ciphertext: Buffer.of(1), created_at: '2026-01-01T00:00:00Z' })
      .execute();
    await onOwnClient(database, (client) => client.query(endSessions.compile(database.kysely).sql));
    await tx.selectFrom('secret').selectAll().execute();
  });
  await expect(failed).rejects.toSatisfy(isDatabaseUnavailable);
  expect(await database.reader.selectFrom('secret').selectAll().execute()).toEqual([]);
});

test('a statement that takes too long is given up by the server, and the connection goes on', async () => {
  const database = await aDatabase({ poolSize: 1, statementMilliseconds: 50 });
  await expect(sql`select pg_sleep(60)`.execute(database.kysely)).rejects.toSatisfy(
    (error) => isDatabaseUnavailable(error) && (error as pg.DatabaseError).code === '57014',
  );
  expect(await one(database)).toEqual({ n: 1 });
});

test('a connection whose server process hangs is given up and replaced', async () => {
  const database = await aDatabase({ poolSize: 1, statementMilliseconds: 100, graceMilliseconds: 100 });
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.kysely);
  const pid = Number(rows[0]?.pid);
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(one(database)).rejects.toSatisfy(isDatabaseUnavailable);
    expect(await one(database)).toEqual({ n: 1 });
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

test('when every connection is taken, callers wait for a bounded time in a bounded queue', async () => {
  const database = await aDatabase({ poolSize: 1, waitingMax: 1, connectMilliseconds: 300 });
  await database.kysely.connection().execute(async () => {
    const waiting = one(database);
    const refused = one(database);
    await expect(refused).rejects.toThrow(DatabaseBusy);
    await expect(waiting).rejects.toSatisfy(isDatabaseUnavailable);
  });
  expect(await one(database)).toEqual({ n: 1 });
  expect(database.load()).toEqual({ open: 1, idle: 1, waiting: 0 });
});

test('a server that is not there is unavailable, not a fault of ours', async () => {
  const database = openDatabase({
    connection: { host: '/nowhere', user: 'x', database: 'x' },
    log: () => undefined,
  });
  onTestFinished(() => database.close());
  await expect(one(database)).rejects.toSatisfy(isDatabaseUnavailable);
  expect(isDatabaseUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
});

test('whole numbers are exact or refused, decimals are text, moments are instants', async () => {
  const database = await aDatabase();
  const { rows } = await sql`select 9007199254740991::bigint as whole, 0.1::numeric as exact,
    timestamptz '2026-03-01 10:00:00.1239+01' as at, '[1, "a"]'::jsonb as list, null::bigint as none`.execute(
    database.kysely,
  );
  expect(rows).toEqual([
    {
      whole: 9_007_199_254_740_991,
      exact: '0.1',
      at: '2026-03-01T09:00:00.123Z',
      list: [1, 'a'],
      none: null,
    },
  ]);
  await expect(sql`select 9007199254740992::bigint as n`.execute(database.kysely)).rejects.toThrow(
    'beyond 2^53',
  );
  await expect(sql`select 'infinity'::timestamptz as at`.execute(database.kysely)).rejects.toThrow(
    'infinite',
  );
  expect(await one(database)).toEqual({ n: 1 });
});

test('a list in a JSON column comes back as it went in', async () => {
  const database = await aDatabase();
  const row = {
    scope: 's',
    key: 'k',
    request_hash: 'h',
    status: 200,
    created_at: '2026-03-01T09:00:00.000Z',
  };
  await transact(database, (tx) =>
    tx
      .insertInto('idempotency')
      .values({ ...row, response: json(['a', { b: null }]) })
      .execute(),
  );
  expect(await database.reader.selectFrom('idempotency').selectAll().execute()).toEqual([
    { ...row, response: ['a', { b: null }] },
  ]);
});
