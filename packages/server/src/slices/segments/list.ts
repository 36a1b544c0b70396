import type { Place, SegmentImport } from '@latchkey/model';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { headOf, type Search, searchResources } from '../projects/index.ts';
import { toMember } from './store.ts';

export const segmentStore = tableStore('segment');

/** How many contexts of a kind a segment lists in one environment. */
export interface MemberCount {
  readonly contextKind: string;
  readonly included: number;
  readonly excluded: number;
}

/** The segments of a project with the number of their listed members in one environment. */
export async function listSegmentsIn(db: Reader, place: Place, asked: Search) {
  const { items, nextCursor } = await searchResources(db, 'segment', place, asked);
  const counts = await countMembers(
    db,
    place,
    items.map(({ key }) => key),
  );
  return {
    items: items.map((segment) => ({ ...segment, members: counts.get(segment.key) ?? [] })),
    nextCursor,
  };
}

export async function showSegmentIn(db: Reader, place: Place, key: string) {
  const kept = await segmentStore.one(db, place, key);
  if (!kept) return null;
  const [counts, { revision }] = await Promise.all([countMembers(db, place, [key]), headOf(db, place)]);
  return { ...kept.body, members: counts.get(key) ?? [], version: kept.version, revision };
}

async function countMembers(db: Reader, { project, environment }: Place, segments: readonly string[]) {
  const counts = new Map<string, MemberCount[]>();
  if (segments.length === 0) return counts;
  const rows = await db
    .selectFrom('segment_member')
    .select(['segment', 'context_kind'])
    .select(sql<number>`count(*) filter (where included)`.as('included'))
    .select(sql<number>`count(*) filter (where not included)`.as('excluded'))
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('segment', 'in', segments)
    .groupBy(['segment', 'context_kind'])
    .orderBy('context_kind')
    .execute();
  for (const { segment, context_kind: contextKind, included, excluded } of rows) {
    counts.set(segment, [...(counts.get(segment) ?? []), { contextKind, included, excluded }]);
  }
  return counts;
}

export interface MemberSearch {
  readonly kind?: string;
  /** What the context key begins with. */
  readonly query?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const Position = z.tuple([z.string(), z.string()]);

/** The listed members of a segment in one environment, by kind and key. */
export async function listMembers(
  db: Reader,
  { project, environment }: Place,
  segment: string,
  { kind, query, limit, cursor }: MemberSearch,
) {
  const after = readCursor(cursor, Position);
  let select = db
    .selectFrom('segment_member')
    .select(['segment', 'context_kind', 'context_key', 'included', 'until'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('segment', '=', segment);
  if (kind) select = select.where('context_kind', '=', kind);
  if (query) select = select.where(sql<boolean>`starts_with(context_key, ${query})`);
  if (after) select = select.where(sql<boolean>`(context_kind, context_key) > (${after[0]}, ${after[1]})`);
  const rows = await select
    .orderBy('context_kind')
    .orderBy('context_key')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: (row) => [row.context_kind, row.context_key],
    item: toMember,
  });
  return { items: [...items], nextCursor };
}

/** What was taken into a segment with long lists, the newest first. */
export async function listImports(
  db: Reader,
  { project, environment }: Place,
  segment: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version', 'created_at'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'segment_import')
    .where('parent', '=', segment);
  if (after) select = select.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]})`);
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ created_at, id }) => [created_at, id],
    item: ({ body, version }) => ({ ...(body as SegmentImport), version }),
  });
  return { items: [...items], nextCursor };
}
