import { dayMilliseconds, type Flag, fromInstant, type Place } from '@latchkey/model';
import type { Reader } from '../../../kernel/store/database.ts';
import { lastEvaluated } from '../../../slices/insights/index.ts';
import { link, pathOf } from '../links.ts';
import { defaultsOf } from './representation.ts';

/** Nothing for so long is inactive; the same for so long is launched. */
const quietMilliseconds = 7 * dayMilliseconds;

export interface Evaluated {
  /** Epoch milliseconds; null when nobody ever asked. */
  readonly lastAt: number | null;
  /** How many variations were given in the last seven days. */
  readonly variationsGiven: number;
  /** When the flag was last changed here. */
  readonly changedAt: number;
}

/** LaunchDarkly's four words for how far along a flag is in an environment. */
export function statusName(
  { lastAt, variationsGiven, changedAt }: Evaluated,
  now: number,
): 'new' | 'active' | 'launched' | 'inactive' {
  if (lastAt === null) return 'new';
  if (now - lastAt > quietMilliseconds) return 'inactive';
  return variationsGiven === 1 && now - changedAt > quietMilliseconds ? 'launched' : 'active';
}

export function statusOf({ project, environment }: Place, flag: Flag, evaluated: Evaluated, now: number) {
  const path = pathOf('flag-statuses', project, environment, flag.key);
  const given = flag.variations[defaultsOf(flag).offVariation];
  return {
    name: statusName(evaluated, now),
    ...(evaluated.lastAt !== null && { lastRequested: new Date(evaluated.lastAt).toISOString() }),
    default: given?.value ?? null,
    _links: { self: link(path), parent: link(pathOf('flags', project, flag.key)) },
  };
}

/** How flags were asked for in an environment, by flag. */
export async function evaluatedIn(db: Reader, place: Place, flags: readonly string[], now: number) {
  if (flags.length === 0) return new Map<string, Omit<Evaluated, 'changedAt'>>();
  const last = await lastEvaluated(db, place, flags);
  const rows = await db
    .selectFrom('evaluation_count')
    .select('flag')
    .select(({ fn }) => fn.count<number>('variation').distinct().as('given'))
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('flag', 'in', flags)
    .where('at', '>=', new Date(now - quietMilliseconds).toISOString())
    .groupBy('flag')
    .execute();
  const given = new Map(rows.map((row) => [row.flag, row.given]));
  return new Map(
    flags.map((flag) => {
      const at = last.get(flag);
      return [
        flag,
        { lastAt: at === undefined ? null : fromInstant(at), variationsGiven: given.get(flag) ?? 0 },
      ];
    }),
  );
}
