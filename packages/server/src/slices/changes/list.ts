import { Instant, type Place } from '@latchkey/model';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';

export const statuses = ['scheduled', 'applied', 'failed'] as const;

export const ScheduledChange = z.object({
  id: z.string(),
  status: z.enum(statuses),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  comment: z.string(),
  operations: z.array(z.object({ kind: z.string() })),
  effectiveAt: z.string().nullable(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
type ScheduledChange = z.infer<typeof ScheduledChange>;

const Position = z.tuple([Instant, z.string()]);

/** Newest first. What an operation would write is not told here: its author may have rights that the reader lacks. */
export async function listChanges(
  db: Reader,
  { project, environment }: Place,
  {
    status,
    limit,
    cursor,
  }: { readonly status?: string | undefined; readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: ScheduledChange[]; nextCursor: string | null }> {
  let query = db
    .selectFrom('change')
    .selectAll()
    .where('project', '=', project)
    .where('environment', '=', environment);
  if (status !== undefined) query = query.where('status', '=', status);
  const after = readCursor(cursor, Position);
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
    item: (row): ScheduledChange => ({
      id: row.id,
      status: row.status as ScheduledChange['status'],
      actor: row.actor as ScheduledChange['actor'],
      comment: row.comment,
      operations: (row.operations as { kind: string }[]).map(({ kind }) => ({ kind })),
      effectiveAt: row.effective_at,
      createdAt: row.created_at,
      appliedAt: row.applied_at,
      failure: row.failure as ScheduledChange['failure'],
    }),
  });
  return { items: [...page.items], nextCursor: page.nextCursor };
}
