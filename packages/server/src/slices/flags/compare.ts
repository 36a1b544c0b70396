import type { Flag, FlagTargeting, Place } from '@latchkey/model';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { containing } from '../projects/index.ts';
import { targetingStore } from './list.ts';

/** What of a flag may differ between environments, in the order in which people look at it. */
export const parts = ['on', 'prerequisites', 'targets', 'rules', 'fallthrough', 'offVariation'] as const;
export type Part = (typeof parts)[number];

/** The salt is not compared: nobody chooses it. Nor are the names of rules and clauses, which are ours. */
export const partOf = (targeting: FlagTargeting, part: Part): unknown =>
  part === 'rules' ? targeting.rules.map(withoutIds) : targeting[part];

function withoutIds<
  R extends { readonly id: string; readonly clauses: readonly { readonly id?: unknown }[] },
>(rule: R) {
  const { id: _, clauses, ...said } = rule;
  return { ...said, clauses: clauses.map(({ id: __, ...clause }) => clause) };
}

export const differing = (from: FlagTargeting, to: FlagTargeting): Part[] =>
  parts.filter((part) => canonical(partOf(from, part)) !== canonical(partOf(to, part)));

export interface Sides {
  readonly from: string;
  readonly to: string;
}

/** One flag's targeting in two environments, side by side, and which parts of it differ. */
export async function compareFlag(db: Reader, place: Place, flag: string, { from, to }: Sides) {
  const [one, other] = await Promise.all(
    [from, to].map((environment) => targetingStore.one(db, { ...place, environment }, flag)),
  );
  if (!one || !other) return null;
  const shown = ({ flag: _, salt: __, ...own }: FlagTargeting) => own;
  return {
    flag,
    from: { environment: from, targeting: shown(one.body) },
    to: { environment: to, targeting: shown(other.body), version: other.version },
    differs: differing(one.body, other.body),
  };
}

/** The flags that are not the same in two environments, with what differs, by key. */
export async function compareFlags(
  db: Reader,
  { project }: Place,
  { from, to, query, limit, cursor }: Sides & { query?: string; limit: number; cursor?: string | undefined },
) {
  const after = readCursor(cursor, z.string());
  let select = db
    .selectFrom('resource as flag')
    .innerJoin('resource as one', (join) =>
      join
        .onRef('one.project', '=', 'flag.project')
        .onRef('one.id', '=', 'flag.id')
        .on('one.environment', '=', from)
        .on('one.kind', '=', 'flag_targeting'),
    )
    .innerJoin('resource as other', (join) =>
      join
        .onRef('other.project', '=', 'flag.project')
        .onRef('other.id', '=', 'flag.id')
        .on('other.environment', '=', to)
        .on('other.kind', '=', 'flag_targeting'),
    )
    .select(['flag.id', 'flag.body as flag', 'one.body as one', 'other.body as other'])
    .where('flag.project', '=', project)
    .where('flag.environment', '=', '')
    .where('flag.kind', '=', 'flag')
    .where('flag.secondary', '!=', 'archived')
    .where(sql<boolean>`${comparable('one')} is distinct from ${comparable('other')}`);
  if (query) select = select.where('flag.search', 'like', containing(query));
  if (after !== null) select = select.where('flag.id', '>', after);
  const rows = await select
    .orderBy('flag.id')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ id }) => id,
    item: (row) => ({
      flag: row.id,
      name: (row.flag as Flag).name,
      differs: differing(row.one as FlagTargeting, row.other as FlagTargeting),
    }),
  });
  return { items: items.filter(({ differs }) => differs.length > 0), nextCursor };
}

/** What is compared, before the names of rules are left out: equal here is equal there. */
const comparable = (side: 'one' | 'other') =>
  sql`${sql.ref(`${side}.body`)} - 'salt' - 'flag' - 'targetEnds'`;
