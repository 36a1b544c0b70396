import { type ChangeStatus, Instant, type Place, type StoredChange } from '@latchkey/model';
import { z } from 'zod';
import type { Principal } from '../../kernel/access/principal.ts';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { ChangeRow } from './schemas.ts';
import { mayOf, viewOf } from './show.ts';

const Position = z.tuple([Instant, z.string()]);

interface Asked {
  readonly status?: readonly ChangeStatus[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Changes of a place that wait or waited, newest first, with what the one who looks may do about each. */
export async function listChanges(
  db: Reader,
  place: Place,
  { status, limit, cursor }: Asked,
  principal: Principal,
): Promise<{ items: ChangeRow[]; nextCursor: string | null; waiting: number }> {
  const after = readCursor(cursor, Position);
  let query = here(db, place).select(['id', 'created_at', 'body']);
  if (status !== undefined) query = query.where('status', 'in', status);
  if (after)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after[0]),
        where.and([where('created_at', '=', after[0]), where('id', '<', after[1])]),
      ]),
    );
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = toPage(rows, {
    limit,
    position: (row) => [row.created_at, row.id],
    item: (row) => row.body as StoredChange,
  });
  const items: ChangeRow[] = [];
  for (const change of page.items) {
    const { preview, ...view } = viewOf(change);
    const may = await mayOf(db, place, change, principal);
    items.push({ ...view, impact: preview.impact, edits: preview.editsInAll, may });
  }
  return { items, nextCursor: page.nextCursor, waiting: await countWaiting(db, place) };
}

async function countWaiting(db: Reader, place: Place): Promise<number> {
  const { count } = await here(db, place)
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  return Number(count);
}

const here = (db: Reader, { project, environment }: Place) =>
  db.selectFrom('change').where('project', '=', project).where('environment', '=', environment);
