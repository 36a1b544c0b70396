import { createDatabase } from '@latchkey/testkit/database';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase, type Tx } from './database.ts';
import { TransactionConflict, transact } from './transact.ts';

async function aDatabase(): Promise<Database> {
  const made = await createDatabase();
  const database = openDatabase({ connection: made.connection, log: () => undefined });
  onTestFinished(async () => {
    await database.close();
    await made[Symbol.asyncDispose]();
  });
  await sql`create table counter (id text primary key, n integer not null)`.execute(database.kysely);
  await sql`insert into counter values ('a', 0), ('b', 0)`.execute(database.kysely);
  return database;
}

const read = async (tx: Tx, id: string): Promise<number> =>
  (await sql<{ n: number }>`select n from counter where id = ${id}`.execute(tx)).rows[0]?.n ?? -1;
const write = (tx: Tx, id: string, n: number) =>
  sql`update counter set n = ${n} where id = ${id}`.execute(tx);
const counted = async ({ kysely }: Database): Promise<unknown> =>
  (await sql`select id, n from counter order by id`.execute(kysely)).rows;

/** A meeting point: each arrives, and goes on when all have. */
function meeting(expected: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived >= expected) open();
    return all;
  };
}

test('two that read the same number and add to it both count: the second is run again', async () => {
  const database = await aDatabase();
  const both = meeting(2);
  let runs = 0;
  const addOne = () =>
    transact(
      database,
      async (tx) => {
        runs += 1;
        const n = await read(tx, 'a');
        await both();
        await write(tx, 'a', n + 1);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([addOne(), addOne()]);
  expect(await counted(database)).toEqual([
    { id: 'a', n: 2 },
    { id: 'b', n: 0 },
  ]);
  expect(runs).toBe(3);
});

test('two that wait for each other both get through', async () => {
  const database = await aDatabase();
  const both = meeting(2);
  let runs = 0;
  const crossed = (first: string, second: string) =>
    transact(database, async (tx) => {
      runs += 1;
      await write(tx, first, 1);
      await both();
      await write(tx, second, 1);
    });
  await Promise.all([crossed('a', 'b'), crossed('b', 'a')]);
  expect(runs).toBe(3);
});

test('a conflict that does not end is reported after the last attempt, with growing random pauses between', async () => {
  const database = await aDatabase();
  const pauses: number[] = [];
  const shell = { random: () => 0.5, sleep: async (milliseconds: number) => pauses.push(milliseconds) };
  const disturbed = transact(
    database,
    async (tx) => {
      const n = await read(tx, 'a');
      await transact(database, (other) => write(other, 'a', n + 1));
      await write(tx, 'a', 100);
    },
    { isolation: 'repeatable read', attempts: 4 },
    shell,
  );
  await expect(disturbed).rejects.toThrow(TransactionConflict);
  expect(pauses).toEqual([4, 8, 16]);
  expect(await counted(database)).toEqual([
    { id: 'a', n: 4 },
    { id: 'b', n: 0 },
  ]);
});

test('work that fails leaves nothing, is not run again, and its own failure is reported', async () => {
  const database = await aDatabase();
  let runs = 0;
  const failing = transact(database, async (tx) => {
    runs += 1;
    await write(tx, 'a', 7);
    throw new RangeError('not today');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(runs).toBe(1);
  expect(await counted(database)).toEqual([
    { id: 'a', n: 0 },
    { id: 'b', n: 0 },
  ]);
});

test('reads of one transaction agree with each other, and it cannot write', async () => {
  const database = await aDatabase();
  const seen = await transact(
    database,
    async (reader) => {
      const count = () =>
        reader
          .selectFrom('secret')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirst();
      const before = await count();
      await transact(database, (tx) =>
        tx
          .insertInto('secret')
          .values({ id: 'x', ciphertext: Buffer.of(1), created_at: '2026-01-01T00:00:00Z' })
          .execute(),
      );
      return [before, await count()];
    },
    { readOnly: true },
  );
  expect(seen).toEqual([{ n: 0 }, { n: 0 }]);
  const sneaking = transact(database, (reader) => write(reader as Tx, 'a', 1), { readOnly: true });
  await expect(sneaking).rejects.toThrow('read-only transaction');
});
