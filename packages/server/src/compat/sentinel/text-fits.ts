import { type RawBuilder, sql } from 'kysely';
import type { Pattern } from './lists.ts';

/** What LIKE would read as a wildcard is meant as it is written. */
const literal = (value: string): string => value.toLowerCase().replaceAll(/[\\%_]/g, '\\$&');

/** Whether a text in the database is one of these values, or contains or begins with one. */
export function textFits(
  field: RawBuilder<string>,
  values: readonly string[],
  pattern: Pattern,
): RawBuilder<boolean> {
  if (pattern === 'exact') return sql<boolean>`${field} = any(${values})`;
  const before = pattern === 'contains' ? '%' : '';
  const parts = values.map((value) => `${before}${literal(value)}%`);
  return sql<boolean>`lower(${field}) like any(${parts})`;
}
