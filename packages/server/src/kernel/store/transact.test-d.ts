import { expectTypeOf, test } from 'vitest';
import type { Database, Reader, Tx } from './database.ts';
import { transact } from './transact.ts';

declare const database: Database;
declare const tx: Tx;
declare const reader: Reader;

test('a reader cannot write, and a transaction cannot begin another', () => {
  expectTypeOf<Reader>().not.toHaveProperty('insertInto');
  expectTypeOf<Tx>().not.toHaveProperty('transaction');
  expectTypeOf<Tx>().toExtend<Reader>();
  expectTypeOf(database.reader).not.toExtend<Tx>();
  // @ts-expect-error A transaction is not a database: there is no transaction within one.
  void transact(tx, async () => 1);
  // @ts-expect-error What may only read does not give permission to write.
  const permission: Tx = reader;
  // @ts-expect-error Nor does the whole database: permission comes from `transact` alone.
  const everything: Tx = database.kysely;
  void [permission, everything];
});
