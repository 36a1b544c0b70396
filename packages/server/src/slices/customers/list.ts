import { type Customer, type Instant, type Milliseconds, type Place, toInstant } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { containing } from '../projects/index.ts';
import { hasFeature, hasPlan } from './holders.ts';
import { type HeldPlan, holdingsOf } from './holdings.ts';

export interface CustomerSearch {
  readonly query?: string;
  readonly plan?: string;
  readonly feature?: string;
  readonly state?: Customer['state'];
  readonly tag?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A customer as lists show it: with the plans it is on now, and when the next thing that it has ends. */
export type CustomerSummary = Customer & {
  readonly version: number;
  readonly plans: readonly HeldPlan[];
  readonly endsNext: Instant | null;
};

/** Customers by name, a page at a time, narrowed as asked. A page is a handful of statements, however long it is. */
export async function listCustomers(
  db: Reader,
  place: Place,
  { query, plan, feature, state, tag, limit, cursor }: CustomerSearch,
  now: Milliseconds,
): Promise<{ items: CustomerSummary[]; nextCursor: string | null }> {
  const { project, environment } = place;
  const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
  const at = toInstant(now);
  const only: RawBuilder<boolean>[] = [];
  if (after) only.push(sql<boolean>`(search collate "C", id) > (${after[0]}, ${after[1]})`);
  if (query?.trim()) only.push(knownAs(place, query));
  if (plan) only.push(await hasPlan(db, place, plan, at));
  if (feature) only.push(await hasFeature(db, place, feature, at));
  if (state) only.push(sql<boolean>`secondary = ${state}`);
  if (tag) only.push(sql<boolean>`body -> 'tags' @> ${JSON.stringify([tag])}::jsonb`);
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version', 'search'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'customer');
  for (const condition of only) select = select.where(condition);
  const rows = await select
    .orderBy(sql`search collate "C"`)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const holdings = await holdingsOf(
    db,
    place,
    rows.map(({ id }) => id),
    at,
  );
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ search, id }) => [search, id],
    item: ({ id, body, version }) => ({ ...(body as Customer), version, ...holdings(id) }),
  });
  return { items: [...items], nextCursor };
}

/** Whether a part of the name or key, or the beginning of anything else it is known by, is as written. */
function knownAs({ project, environment }: Place, query: string): RawBuilder<boolean> {
  const part = containing(query);
  const beginning = part.slice(1);
  return sql<boolean>`(search like ${part} or id in (
    select customer from customer_identifier
    where project = ${project} and environment = ${environment} and kind <> 'name' and lower(value) like ${beginning}))`;
}
