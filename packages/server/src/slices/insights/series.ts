import {
  dayMilliseconds,
  fromInstant,
  type Instant,
  type Milliseconds,
  type Place,
  toInstant,
} from '@latchkey/model';
import { sql } from 'kysely';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { keptDays } from './keep.ts';
import { lastEvaluated } from './last-evaluated.ts';
import { ownDefault } from './write.ts';

const hourMilliseconds = 3_600_000;
const milliseconds = { hour: hourMilliseconds, day: dayMilliseconds } as const;

export type Every = keyof typeof milliseconds;

export interface Asked {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly every?: Every | undefined;
}

/** More points than this no chart can show, and no reply should carry. */
const pointsMax = 2_200;
const usualDays = 7;

/** How often each variation of a flag was given, hour by hour or day by day, with the moments at which it never was. */
export async function flagInsights(db: Reader, place: Place, key: string, asked: Asked, now: Milliseconds) {
  const flag = await tableStore('flag').one(db, place, key);
  if (!flag) throw new ProblemError('flag_unknown', `There is no flag ${key}.`);
  const { from, to, every } = rangeOf(asked, now);
  const step = milliseconds[every];
  const [{ rows }, last] = await Promise.all([
    sql<{ at: Instant; variation: number; count: number }>`
      select date_trunc(${every}, at, 'UTC') as at, variation,
        least(sum(count), ${Number.MAX_SAFE_INTEGER})::bigint as count
      from evaluation_count
      where project = ${place.project} and environment = ${place.environment} and flag = ${key}
        and at >= ${toInstant(from)} and at < ${toInstant(to)}
      group by 1, 2`.execute(db as Database['kysely']),
    lastEvaluated(db, place, [key]),
  ]);
  const served = [...new Set(rows.map(({ variation }) => variation))];
  const positions = [
    ...new Set([...flag.body.variations.keys(), ...served.filter((one) => one !== ownDefault)]),
  ]
    .sort((one, other) => one - other)
    .concat(served.includes(ownDefault) ? [ownDefault] : []);
  const columnOf = new Map(positions.map((variation, column) => [variation, column]));
  const points = Array.from({ length: Math.round((to - from) / step) }, (_, index) => ({
    at: toInstant(from + index * step),
    counts: positions.map(() => 0),
  }));
  for (const { at, variation, count } of rows) {
    const counts = points[Math.floor((fromInstant(at) - from) / step)]?.counts;
    const column = columnOf.get(variation);
    if (counts && column !== undefined) counts[column] = count;
  }
  const variations = positions.map((variation, column) => ({
    variation: variation === ownDefault ? null : variation,
    total: points.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0),
  }));
  return {
    flag: key,
    from: toInstant(from),
    to: toInstant(to),
    every,
    lastEvaluatedAt: last.get(key) ?? null,
    total: variations.reduce((sum, { total }) => sum + total, 0),
    variations,
    points,
  };
}

/** The last week hour by hour unless said. The edges are moved outwards to whole hours or days. */
function rangeOf({ from, to, every: wished }: Asked, now: Milliseconds) {
  const end = to === undefined ? now : fromInstant(to);
  const begin = from === undefined ? end - usualDays * dayMilliseconds : fromInstant(from);
  const isShort = end - begin <= (usualDays + 1) * dayMilliseconds;
  const every: Every = wished ?? (isShort ? 'hour' : 'day');
  const step = milliseconds[every];
  const range = { from: Math.floor(begin / step) * step, to: Math.ceil(end / step) * step, every };
  const refused = (detail: string): ProblemError =>
    new ProblemError('invalid_request', detail, {}, [{ pointer: '#/from', detail }]);
  if (range.from >= range.to) throw refused('The range must begin before it ends.');
  if ((range.to - range.from) / step > pointsMax)
    throw refused(`Ask for ${pointsMax} points at most; days instead of hours, or a shorter range.`);
  if (every === 'hour' && range.from < now - (keptDays.hours + 1) * dayMilliseconds)
    throw refused(`Hours are kept for ${keptDays.hours} days; ask for days.`);
  return range;
}
