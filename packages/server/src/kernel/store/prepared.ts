import { CompiledQuery, type Kysely } from 'kysely';
import type { Reader } from './database.ts';
import { markPrepared } from './prepared-name.ts';
import type { Tables } from './tables.ts';

/** A statement that reads, written out once. Its name says what it finds, in letters and hyphens. */
export interface PreparedRead {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement of the hot paths: planned once per connection, and without the query builder. For reads alone, which
 * the type of a `Reader` cannot say of text.
 */
export async function readPrepared<Row>(
  db: Reader,
  { name, text }: PreparedRead,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const query = CompiledQuery.raw(markPrepared(name, text), [...values]);
  const { rows } = await (db as Kysely<Tables>).executeQuery<Row>(query);
  return rows;
}
