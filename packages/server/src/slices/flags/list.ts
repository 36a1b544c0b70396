import { Flag, FlagTargeting, type Instant, type Place } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { lastEvaluated } from '../insights/index.ts';
import { bodyIs, containing, headOf, type Search } from '../projects/index.ts';

export const flagStore = tableStore('flag');
export const targetingStore = tableStore('flag_targeting');

/** A flag as one environment sees it: its shared part and its own, edited under the counter of the latter. */
export function inEnvironment(flag: Flag, targeting: FlagTargeting, version: number, revision?: number) {
  const { flag: _, salt: __, ...own } = targeting;
  return { ...flag, ...own, version, ...(revision !== undefined && { revision }) };
}

export async function showFlagIn(db: Reader, place: Place, key: string) {
  const [flag, targeting, head] = await Promise.all([
    flagStore.one(db, place, key),
    targetingStore.one(db, place, key),
    headOf(db, place),
  ]);
  if (!flag || !targeting) return null;
  const shared = readable.safeParse(flag.body);
  const own = readableTargeting.safeParse(targeting.body);
  if (!shared.success || !own.success)
    throw new ProblemError(
      'flag_unreadable',
      `${key} was written by another version or by hand; set anew what is wrong, or bring this server up to date.`,
    );
  return inEnvironment(shared.data, own.data, targeting.version, head.revision);
}

/** How a list of flags is ordered: by key, by name, or by when they were made or last changed, the newest first. */
export const orders = ['key', 'name', 'created', 'changed'] as const;

export interface FlagSearch extends Search {
  readonly state?: string;
  readonly tag?: string;
  readonly purpose?: string;
  readonly owner?: string;
  readonly temporary?: boolean;
  readonly clientSide?: boolean;
  /** Whether it guards a feature. */
  readonly guarding?: boolean;
  readonly sort?: (typeof orders)[number];
}
type FlagSearchIn = FlagSearch & { readonly on?: boolean };

/** The flags of a project, narrowed as asked. */
export async function listFlags(db: Reader, { project }: Place, asked: FlagSearch) {
  const { items, nextCursor, unreadable } = await search(db, project, asked, []);
  return {
    items: items.map(({ flag, version, createdAt, changedAt }) => ({
      ...flag,
      version,
      createdAt,
      changedAt,
    })),
    nextCursor,
    unreadable,
  };
}

/** The same as one environment sees them, with when each was last asked for there. */
export async function listFlagsIn(db: Reader, place: Place, { on, ...asked }: FlagSearchIn) {
  const only = on === undefined ? [] : [isOnIn(place, on)];
  const { items, nextCursor, unreadable } = await search(db, place.project, asked, only);
  const keys = items.map(({ flag }) => flag.key);
  const [targetings, evaluated] = await Promise.all([
    targetingsOf(db, place, keys),
    lastEvaluated(db, place, keys),
  ]);
  return {
    items: items.flatMap(({ flag, createdAt, changedAt }) => {
      const own = targetings.get(flag.key);
      const times = { createdAt, changedAt, lastEvaluatedAt: evaluated.get(flag.key) ?? null };
      return own?.targeting ? [{ ...inEnvironment(flag, own.targeting, own.version), ...times }] : [];
    }),
    nextCursor,
    unreadable: [...unreadable, ...keys.filter((key) => targetings.get(key)?.targeting === null)],
  };
}

/** How one environment targets these flags; null where that cannot be read. */
async function targetingsOf(
  db: Reader,
  { project, environment }: Place,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly targeting: FlagTargeting | null; readonly version: number }>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'body', 'version'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'flag_targeting')
    .where('id', 'in', keys)
    .execute();
  return new Map(
    rows.map(({ id, body, version }) => [
      id,
      { targeting: readableTargeting.safeParse(body).data ?? null, version },
    ]),
  );
}

interface Found {
  readonly flag: Flag;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

const sorted = {
  key: { by: sql<string>`id`, descends: false },
  name: { by: sql<string>`search collate "C"`, descends: false },
  created: { by: sql<string>`created_at`, descends: true },
  changed: { by: sql<string>`updated_at`, descends: true },
} as const;

async function search(
  db: Reader,
  project: string,
  asked: FlagSearch,
  only: readonly RawBuilder<boolean>[],
): Promise<{ items: Found[]; nextCursor: string | null; unreadable: string[] }> {
  const { query, limit, cursor, sort = 'key' } = asked;
  const { by, descends } = sorted[sort];
  const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version', 'search', 'created_at', 'updated_at'])
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', 'flag');
  if (query) select = select.where('search', 'like', containing(query));
  for (const condition of [...conditionsOf(asked), ...only]) select = select.where(condition);
  if (after) {
    const value = descends ? sql`${after[0]}::timestamptz` : sql`${after[0]}`;
    const isLater = descends
      ? sql<boolean>`(${by}, id) < (${value}, ${after[1]})`
      : sql<boolean>`(${by}, id) > (${value}, ${after[1]})`;
    select = select.where(isLater);
  }
  const direction = descends ? 'desc' : 'asc';
  const rows = await select
    .orderBy(by, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: (row) => [
      { key: row.id, name: row.search ?? '', created: row.created_at, changed: row.updated_at }[sort],
      row.id,
    ],
    item: ({ id, body, version, created_at: createdAt, updated_at: changedAt }) => {
      const flag = readable.safeParse(body);
      return flag.success ? { flag: flag.data, version, createdAt, changedAt } : id;
    },
  });
  return {
    items: items.filter((item) => typeof item !== 'string'),
    nextCursor,
    unreadable: items.filter((item) => typeof item === 'string'),
  };
}

/** Fields that a newer version wrote are passed over; what is not a flag at all is named instead of shown. */
const readable = z.object(Flag.shape);
const readableTargeting = z.object(FlagTargeting.shape);

function conditionsOf({ state, tag, purpose, owner, temporary, clientSide, guarding }: FlagSearch) {
  const only: RawBuilder<boolean>[] = [];
  if (state !== undefined) only.push(bodyIs(['state'], state));
  if (tag !== undefined) only.push(sql<boolean>`resource.body -> 'tags' @> ${JSON.stringify([tag])}::jsonb`);
  if (purpose !== undefined) only.push(bodyIs(['purpose'], purpose));
  if (owner !== undefined) only.push(bodyIs(['owner'], owner));
  if (temporary !== undefined) only.push(bodyIs(['temporary'], String(temporary)));
  if (clientSide !== undefined) only.push(bodyIs(['clientSide'], String(clientSide)));
  if (guarding !== undefined) only.push(guarding ? guards : sql<boolean>`not ${guards}`);
  return only;
}

const guards = sql<boolean>`exists (
  select from resource as feature
  where feature.project = resource.project and feature.environment = '' and feature.kind = 'feature'
    and feature.parent = resource.id)`;

const isOnIn = ({ environment }: Place, on: boolean) => sql<boolean>`exists (
  select from resource as own
  where own.project = resource.project and own.environment = ${environment} and own.kind = 'flag_targeting'
    and own.id = resource.id and own.body ->> 'on' = ${String(on)})`;
