import type { Place, ResourceKind, Resources } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { pageQuery, readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Applied } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Kept, placeOf } from '../../kernel/store/resources.ts';

/** The query of every list in a project's catalogue. */
export const searchQuery = {
  ...pageQuery,
  /** A part of the name or the key. */
  query: z.string().max(200).exactOptional(),
} as const;

export interface Search {
  readonly query?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What answers carry beside the resource itself: its own edition counter, and after an edit the place's. */
export const counters = { version: z.int(), revision: z.int().optional() } as const;
export type Counted<R> = R & { readonly version: number; readonly revision?: number };

/** Resources of a kind by key, a page at a time. `only` narrows the list further, over the columns of `resource`. */
export async function searchResources<K extends ResourceKind>(
  db: Reader,
  kind: K,
  place: Place,
  { query, limit, cursor }: Search,
  only: readonly RawBuilder<boolean>[] = [],
): Promise<{ items: Counted<Resources[K]>[]; nextCursor: string | null }> {
  const at = placeOf(kind, place);
  const after = readCursor(cursor, z.string());
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version'])
    .where('project', '=', at.project)
    .where('environment', '=', at.environment)
    .where('kind', '=', kind);
  if (after !== null) select = select.where('id', '>', after);
  if (query) select = select.where('search', 'like', containing(query));
  for (const condition of only) select = select.where(condition);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ id }) => id,
    item: ({ body, version }) => ({ ...(body as Resources[K]), version }),
  });
  return { items: [...items], nextCursor };
}

/** A pattern that fits whatever contains these words as they stand. */
export const containing = (words: string): string =>
  `%${words
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The answer to an edit of one resource: as the change left it, or, when there was nothing to change, as it was. */
export function written<K extends ResourceKind>(
  { resources, revision }: Applied,
  kind: K,
  id: string,
  before: Kept<K> | null = null,
): Counted<Resources[K]> {
  const touched = resources.find((one) => one.kind === kind && one.id === id);
  if (touched) return { ...(touched.after as Resources[K]), version: touched.version, revision };
  if (!before) throw new Error(`the change left no ${kind} to answer with`);
  return { ...before.body, version: before.version, revision };
}

/** How far an environment, or a project as a whole, has come. */
export async function headOf(db: Reader, { project, environment }: Place) {
  const head = await db
    .selectFrom('ledger_stream')
    .select(['revision', 'epoch'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .executeTakeFirst();
  return head ?? { revision: 0, epoch: '' };
}

/** Whether a field of the body, found by its path, is this text. */
export const bodyIs = (path: readonly string[], text: string): RawBuilder<boolean> =>
  sql<boolean>`resource.body #>> ${sql.val(`{${path.join(',')}}`)}::text[] = ${text}`;
