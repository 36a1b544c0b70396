import { toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Database } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';
import type { CountedReport } from './counts.ts';

/** The application's own default has no position among the variations. */
export const ownDefault = -1;

/** The largest whole number that a reply can carry; a count stops there instead of failing everybody's. */
const countMax = Number.MAX_SAFE_INTEGER;

/**
 * Adds reports to what is kept, all with one statement. A report that was counted before, on whichever node, adds
 * nothing: its id and its counts are written together or not at all. Rows are taken in one order, so that two nodes wait
 * for each other instead of blocking each other.
 */
export async function writeReports(
  db: Database,
  reports: readonly CountedReport[],
  now: number,
): Promise<void> {
  if (reports.length === 0) return;
  const evaluations = reports.flatMap((report) => report.evaluations.map((count) => ({ report, ...count })));
  const checks = reports.flatMap((report) => report.checks.map((count) => ({ report, ...count })));
  await transact(db, (tx) =>
    sql`
    with fresh as (
      insert into insight_report (project, environment, id, received_at)
      select project, environment, id, ${toInstant(now)}::timestamptz from unnest(
        ${reports.map(({ place }) => place.project)}::text[],
        ${reports.map(({ place }) => place.environment)}::text[],
        ${reports.map(({ id }) => id)}::text[]
      ) as told (project, environment, id)
      order by project, environment, id
      on conflict do nothing
      returning project, environment, id
    ), evaluated as (
      select project, environment, flag, variation, count, at from unnest(
        ${evaluations.map(({ report }) => report.place.project)}::text[],
        ${evaluations.map(({ report }) => report.place.environment)}::text[],
        ${evaluations.map(({ report }) => report.id)}::text[],
        ${evaluations.map(({ flag }) => flag)}::text[],
        ${evaluations.map(({ variation }) => variation ?? ownDefault)}::smallint[],
        ${evaluations.map(({ count }) => count)}::bigint[],
        ${evaluations.map(({ at }) => at)}::timestamptz[]
      ) as told (project, environment, id, flag, variation, count, at)
      join fresh using (project, environment, id)
    ), checked as (
      select project, environment, feature, customer, allowed, reason, count, at from unnest(
        ${checks.map(({ report }) => report.place.project)}::text[],
        ${checks.map(({ report }) => report.place.environment)}::text[],
        ${checks.map(({ report }) => report.id)}::text[],
        ${checks.map(({ feature }) => feature)}::text[],
        ${checks.map(({ customer }) => customer)}::text[],
        ${checks.map(({ allowed }) => allowed)}::boolean[],
        ${checks.map(({ reason }) => reason)}::text[],
        ${checks.map(({ count }) => count)}::bigint[],
        ${checks.map(({ at }) => at)}::timestamptz[]
      ) as told (project, environment, id, feature, customer, allowed, reason, count, at)
      join fresh using (project, environment, id)
    ), counted_evaluations as (
      insert into evaluation_count as kept (project, environment, flag, span, at, variation, count)
      select project, environment, flag, 'hour', date_trunc('hour', at, 'UTC') as hour, variation,
        least(sum(count), ${countMax}::bigint)
      from evaluated group by project, environment, flag, hour, variation
      order by project, environment, flag, hour, variation
      on conflict (project, environment, flag, at, span, variation)
      do update set count = least(kept.count + excluded.count, ${countMax}::bigint)
    ), newest_evaluations as (
      insert into flag_evaluated as kept (project, environment, flag, at)
      select project, environment, flag, max(at) from evaluated group by project, environment, flag
      order by project, environment, flag
      on conflict (project, environment, flag) do update set at = greatest(kept.at, excluded.at)
    )
    insert into check_count as kept
      (project, environment, feature, customer, at, allowed, reason, count, last_at)
    select project, environment, feature, customer, date_trunc('day', at, 'UTC') as day, allowed, reason,
      least(sum(count), ${countMax}::bigint), max(at)
    from checked group by project, environment, feature, customer, day, allowed, reason
    order by project, environment, feature, customer, day, allowed, reason
    on conflict (project, environment, feature, customer, at, allowed, reason)
    do update set count = least(kept.count + excluded.count, ${countMax}::bigint),
      last_at = greatest(kept.last_at, excluded.last_at)`.execute(tx as never),
  );
}
