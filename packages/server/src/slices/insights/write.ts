import { fromInstant, type Milliseconds, type Place, toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';
import type { CountedReport } from './counts.ts';
import { type Gathered, Tally } from './tally.ts';

/** The application's own default has no position among the variations. */
export const ownDefault = -1;

/** The largest whole number that a reply can carry; a count stops there instead of failing everybody's. */
const countMax = Number.MAX_SAFE_INTEGER;

/**
 * Adds reports to what is kept. A report that was counted before, on whichever node, adds nothing: its id and its counts
 * are written together or not at all. What is left is added up here first, so that the database touches each row once,
 * and in one order, so that two nodes wait for each other instead of blocking each other.
 */
export async function writeReports(
  db: Database,
  reports: readonly CountedReport[],
  now: Milliseconds,
): Promise<void> {
  if (reports.length === 0) return;
  await transact(db, async (tx) => {
    const known = await tx
      .insertInto('insight_report')
      .columns(['project', 'environment', 'id', 'received_at'])
      .expression(
        sql`select project, environment, id, ${toInstant(now)}::timestamptz from unnest(
          ${reports.map(({ place }) => place.project)}::text[],
          ${reports.map(({ place }) => place.environment)}::text[],
          ${reports.map(({ id }) => id)}::text[]
        ) as told (project, environment, id)
        order by project, environment, id` as never,
      )
      .onConflict((taken) => taken.doNothing())
      .returning(['project', 'environment', 'id'])
      .execute();
    const fresh = new Set(known.map(({ project, environment, id }) => nameOf({ project, environment }, id)));
    const sums = new Tally(Number.POSITIVE_INFINITY);
    for (const { place, id, evaluations, checks } of reports) {
      // Named twice in one go, it is counted once as well.
      if (!fresh.delete(nameOf(place, id))) continue;
      for (const { count, at, ...about } of evaluations) sums.evaluated(place, about, fromInstant(at), count);
      for (const { count, at, ...about } of checks) sums.checked(place, about, fromInstant(at), count);
    }
    const gathered = sums.take();
    await addEvaluations(tx, gathered);
    await addChecks(tx, gathered);
  });
}

const nameOf = ({ project, environment }: Place, id: string): string => `${project}/${environment}/${id}`;

async function addEvaluations(tx: Tx, gathered: readonly Gathered[]): Promise<void> {
  const counts = gathered.flatMap(({ place, evaluations }) => evaluations.map((one) => ({ place, ...one })));
  if (counts.length === 0) return;
  await sql`
    with told as (
      select * from unnest(
        ${counts.map(({ place }) => place.project)}::text[],
        ${counts.map(({ place }) => place.environment)}::text[],
        ${counts.map(({ flag }) => flag)}::text[],
        ${counts.map(({ variation }) => variation ?? ownDefault)}::smallint[],
        ${counts.map(({ count }) => Math.min(count, countMax))}::bigint[],
        ${counts.map(({ at }) => at)}::timestamptz[]
      ) as told (project, environment, flag, variation, count, at)
    ), newest as (
      insert into flag_evaluated as kept (project, environment, flag, at)
      select project, environment, flag, max(at) from told group by project, environment, flag
      order by project, environment, flag
      on conflict (project, environment, flag) do update set at = greatest(kept.at, excluded.at)
    )
    insert into evaluation_count as kept (project, environment, flag, span, at, variation, count)
    select project, environment, flag, 'hour', date_trunc('hour', at, 'UTC') as hour, variation, count
    from told order by project, environment, flag, hour, variation
    on conflict (project, environment, flag, at, span, variation)
    do update set count = least(kept.count + excluded.count, ${countMax}::bigint)`.execute(tx as never);
}

async function addChecks(tx: Tx, gathered: readonly Gathered[]): Promise<void> {
  const counts = gathered.flatMap(({ place, checks }) => checks.map((one) => ({ place, ...one })));
  if (counts.length === 0) return;
  await sql`
    insert into check_count as kept
      (project, environment, feature, customer, at, allowed, reason, count, last_at)
    select project, environment, feature, customer, date_trunc('day', at, 'UTC') as day, allowed, reason,
      least(sum(count), ${countMax}::bigint), max(at)
    from unnest(
      ${counts.map(({ place }) => place.project)}::text[],
      ${counts.map(({ place }) => place.environment)}::text[],
      ${counts.map(({ feature }) => feature)}::text[],
      ${counts.map(({ customer }) => customer)}::text[],
      ${counts.map(({ allowed }) => allowed)}::boolean[],
      ${counts.map(({ reason }) => reason)}::text[],
      ${counts.map(({ count }) => Math.min(count, countMax))}::bigint[],
      ${counts.map(({ at }) => at)}::timestamptz[]
    ) as told (project, environment, feature, customer, allowed, reason, count, at)
    group by project, environment, feature, customer, day, allowed, reason
    order by project, environment, feature, customer, day, allowed, reason
    on conflict (project, environment, feature, customer, at, allowed, reason)
    do update set count = least(kept.count + excluded.count, ${countMax}::bigint),
      last_at = greatest(kept.last_at, excluded.last_at)`.execute(tx as never);
}
