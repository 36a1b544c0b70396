import { createDatabase } from '@latchkey/testkit/database';
import { type Kysely, type Migration, sql } from 'kysely';
import pg, { type PoolConfig } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { StartRefused } from './start-refused.ts';

const log = (): void => undefined;

async function ask(connection: PoolConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function aMigratedDatabase(): Promise<PoolConfig> {
  const made = await createDatabase();
  onTestFinished(() => made[Symbol.asyncDispose]());
  return made.connection;
}

async function anEmptyDatabase(): Promise<PoolConfig> {
  const connection = await aMigratedDatabase();
  await ask(connection, 'drop schema public cascade');
  await ask(connection, 'create schema public');
  return connection;
}

const tableNames = (connection: PoolConfig) =>
  ask(
    connection,
    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'",
  );

test('three processes that start at once: one migrates, all find the database ready', async () => {
  const connection = await anEmptyDatabase();
  const three = await Promise.all([1, 2, 3].map(() => migrate({ connection, log })));
  expect(three.flatMap(({ applied }) => applied)).toEqual(Object.keys(migrations));
  const tables = await tableNames(connection);
  expect(tables).toContainEqual({ tablename: 'ledger_entry' });
  expect(await migrate({ connection, log })).toEqual({ applied: [] });
});

test('a migration that fails takes those before it back with it', async () => {
  const connection = await anEmptyDatabase();
  const failing: Migration = {
    async up(db: Kysely<unknown>) {
      await sql`create table half_done (n integer)`.execute(db);
      await sql`select 1 / 0`.execute(db);
    },
  };
  await expect(
    migrate({ connection, log, migrations: { ...migrations, '9999_failing': failing } }),
  ).rejects.toThrow('division by zero');
  expect(await tableNames(connection)).toEqual([]);
});

test('a database that a newer version has used is refused and left as it is', async () => {
  const connection = await aMigratedDatabase();
  const newer: Migration = { up: async () => undefined };
  await migrate({ connection, log, migrations: { ...migrations, '9999_newer': newer } });
  const refused = migrate({ connection, log });
  await expect(refused).rejects.toThrow(StartRefused);
  await expect(refused).rejects.toThrow(/newer version .* has 9999_newer, and this version ends with 0/);
});

const entry = `insert into ledger_entry (change_id, position, project, environment, at, actor, actor_id, action, resource,
  resource_kind, resource_id, comment, links, hash) values ('c', 0, 'p', 'e', now(), '{}', 'sam', 'grant.create', 'r', 'grant', 'g', '', '[]', 'h')`;
const commit = "insert into ledger_commit values ('p', 'e', 1, 'c', now(), 'h', '')";

test.each([
  ['ledger_entry', "update ledger_entry set comment = 'x'"],
  ['ledger_entry', 'delete from ledger_entry'],
  ['ledger_entry', 'truncate ledger_entry'],
  ['ledger_commit', "update ledger_commit set hash = 'x'"],
  ['ledger_commit', 'delete from ledger_commit'],
  ['ledger_commit', 'truncate ledger_commit'],
])('what is in the ledger stays: %s refuses %s', async (table, statement) => {
  const connection = await aMigratedDatabase();
  await ask(connection, entry);
  await ask(connection, commit);
  await expect(ask(connection, statement)).rejects.toThrow('the ledger is append-only');
  expect(await ask(connection, `select from ${table}`)).toHaveLength(1);
});

test('an identifier names one customer; a name may be shared', async () => {
  const connection = await aMigratedDatabase();
  const add = (kind: string, customer: string) =>
    ask(connection, `insert into customer_identifier values ('p', 'e', '${kind}', 'v', '${customer}')`);
  for (const kind of ['name', 'crmId', 'refId']) {
    await add(kind, 'acme');
    await add(kind, 'globex');
  }
  for (const kind of ['identifier', 'externalId']) {
    await add(kind, 'acme');
    await expect(add(kind, 'globex')).rejects.toThrow('customer_identifier_unique');
  }
});
