import { Instant, type Place, type ResourceKind, type Resources } from '@latchkey/model';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Only those whose indexed relations are among these. */
  readonly parents?: readonly string[];
  readonly secondaries?: readonly string[];
}

/** What an environment holds of a kind, the newest first, a page at a time. */
export async function newestOf<K extends ResourceKind>(
  db: Reader,
  kind: K,
  { project, environment }: Place,
  { limit, cursor, parents, secondaries }: Asked,
): Promise<{ items: (Resources[K] & { readonly version: number })[]; nextCursor: string | null }> {
  if (parents?.length === 0 || secondaries?.length === 0) return { items: [], nextCursor: null };
  const after = readCursor(cursor, z.tuple([Instant, z.string()]));
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version', 'created_at'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', kind);
  if (parents) select = select.where('parent', 'in', parents);
  if (secondaries) select = select.where('secondary', 'in', secondaries);
  if (after) select = select.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]})`);
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ created_at, id }) => [created_at, id],
    item: ({ body, version }) => ({ ...(body as Resources[K]), version }),
  });
  return { items: [...items], nextCursor };
}
