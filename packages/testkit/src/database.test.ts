import pg, { type PoolConfig } from 'pg';
import { describe, expect, test } from 'vitest';
import { createDatabase } from './database.ts';

async function ask(connection: PoolConfig, question: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return Object.values((await client.query(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const tables = `select count(*)::int from information_schema.tables where table_schema = 'public'`;

describe.each(['embedded', 'external'] as const)('an %s database for a test', (kind) => {
  test('has every table and shares none with its neighbour', async () => {
    await using mine = await createDatabase(kind);
    await using yours = await createDatabase(kind);
    expect(await ask(mine.connection, tables)).toBeGreaterThan(5);
    await ask(mine.connection, 'create table only_mine ()');
    expect(await ask(yours.connection, `select to_regclass('only_mine')`)).toBeNull();
  });

  test('is named by a URL as well', async () => {
    await using database = await createDatabase(kind);
    const name = await ask(database.connection, 'select current_database()');
    expect(await ask({ connectionString: database.url }, 'select current_database()')).toBe(name);
  });

  test('is gone afterwards, even with a connection open', async () => {
    const database = await createDatabase(kind);
    const left = new pg.Client(database.connection);
    left.on('error', () => undefined);
    await left.connect();
    await database[Symbol.asyncDispose]();
    await expect(ask(database.connection, 'select 1')).rejects.toThrow('does not exist');
    await left.end();
  });
});
