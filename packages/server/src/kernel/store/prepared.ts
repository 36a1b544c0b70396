import { CompiledQuery, type Kysely } from 'kysely';
import type { Reader, Tx } from './database.ts';
import { markPrepared } from './prepared-name.ts';
import type { Tables } from './tables.ts';

/** A statement, written out once. Its name says what it finds, in letters and hyphens. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement of the hot paths: planned once per connection, and without the query builder. For reads alone, which
 * the type of a `Reader` cannot say of text.
 */
export async function readPrepared<Row>(
  db: Reader,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const query = CompiledQuery.raw(markPrepared(name, text), [...values]);
  const { rows } = await (db as Kysely<Tables>).executeQuery<Row>(query);
  return rows;
}

/** The same with the permission to write: a statement that keeps something, and may tell what it kept. */
export const writePrepared = <Row>(
  tx: Tx,
  statement: PreparedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> => readPrepared<Row>(tx as unknown as Reader, statement, values);
