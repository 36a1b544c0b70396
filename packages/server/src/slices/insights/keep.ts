import { dayMilliseconds, type Milliseconds, toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Database } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';

/** How long counts are kept: as fine as people look at them, and no longer than a comparison with last year needs. */
export const keptDays = { hours: 90, days: 760, checks: 400, reports: 1 } as const;

/** A statement that moves more would hold up those that count. */
const rowsPerRun = 5_000;

/** Gathers old hours into days and forgets what nobody looks at any more. */
export const insightsKeeping = (db: Database): Job => ({
  name: 'insights_keeping',
  everySeconds: 3_600,
  run: (now) => keepInsights(db, now),
});

/** Returns how many rows it touched. */
export async function keepInsights(db: Database, now: Milliseconds): Promise<number> {
  const before = (days: number): string => toInstant(now - days * dayMilliseconds);
  const run = (statement: ReturnType<typeof sql<{ touched: number }>>): Promise<number> =>
    transact(db, async (tx) => (await statement.execute(tx as never)).rows[0]?.touched ?? 0);

  const gathered = await run(sql`
    with due as (
      select ctid from evaluation_count
      where span = 'hour' and at < ${before(keptDays.hours)} order by at limit ${rowsPerRun} for update skip locked
    ), gone as (
      delete from evaluation_count where ctid in (select ctid from due)
      returning project, environment, flag, at, variation, count
    ), kept as (
      insert into evaluation_count as kept (project, environment, flag, span, at, variation, count)
      select project, environment, flag, 'day', date_trunc('day', at, 'UTC') as day, variation, sum(count)
      from gone group by project, environment, flag, day, variation
      on conflict (project, environment, flag, at, span, variation)
      do update set count = kept.count + excluded.count
    )
    select count(*) as touched from gone`);

  const forgotten = async (table: string, column: string, days: number, only = sql`true`): Promise<number> =>
    run(sql`
      with gone as (
        delete from ${sql.table(table)} where ctid in (
          select ctid from ${sql.table(table)}
          where ${sql.ref(column)} < ${before(days)} and ${only} limit ${rowsPerRun}
        ) returning 1
      )
      select count(*) as touched from gone`);

  return (
    gathered +
    (await forgotten('evaluation_count', 'at', keptDays.days, sql`span = 'day'`)) +
    (await forgotten('check_count', 'at', keptDays.checks)) +
    (await forgotten('insight_report', 'received_at', keptDays.reports))
  );
}
