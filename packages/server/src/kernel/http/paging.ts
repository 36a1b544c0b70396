import { z } from 'zod';
import { ProblemError } from '../changes/problem-error.ts';
import { assertSafe } from './limits.ts';

/** The part of a list's query that asks for a page; spread into the query's schema. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
} as const;

/** A page of a list. `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * Makes a page of rows that were read with one more than `limit`: the extra one says that there are more. A cursor is
 * the position of the last row shown, not a page number, so that rows that come and go shift nothing.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { limit, position, item }: { limit: number; position: (row: Row) => unknown; item: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? writeCursor(position(last)) : null;
  return { items: shown.map(item), nextCursor };
}

export const writeCursor = (position: unknown): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * Reads a cursor back. It holds a position within the list and nothing else (where the list lies is in the address), so
 * it is checked against the list's own schema rather than signed: a forged one only starts the list elsewhere.
 */
export function readCursor<Position>(
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Position | null {
  if (cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    assertSafe(position);
    return schema.parse(position);
  } catch {
    // Whatever is wrong with it, the caller can only start again from the first page.
    throw new ProblemError('invalid_cursor', 'Start again from the first page.', {}, [
      { pointer: '#/cursor', detail: 'must be a nextCursor of this list' },
    ]);
  }
}
