import type { Flag, FlagTargeting, Place } from '@latchkey/model';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { headOf, type Search, searchResources } from '../projects/index.ts';

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
  return flag && targeting
    ? inEnvironment(flag.body, targeting.body, targeting.version, head.revision)
    : null;
}

/** The flags of a project as one environment sees them. */
export async function listFlagsIn(
  db: Reader,
  place: Place,
  asked: Search,
  only: readonly RawBuilder<boolean>[],
) {
  const { items, nextCursor } = await searchResources(db, 'flag', place, asked, only);
  if (items.length === 0) return { items: [], nextCursor };
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'body', 'version'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', '=', 'flag_targeting')
    .where(
      'id',
      'in',
      items.map(({ key }) => key),
    )
    .execute();
  const targetings = new Map(rows.map((row) => [row.id, row]));
  return {
    items: items.flatMap((flag) => {
      const targeting = targetings.get(flag.key);
      return targeting ? [inEnvironment(flag, targeting.body as FlagTargeting, targeting.version)] : [];
    }),
    nextCursor,
  };
}
