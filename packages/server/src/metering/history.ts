import { type Place, toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../kernel/store/database.ts';

export type Every = 'hour' | 'day' | 'month';

export interface UsagePoint {
  readonly at: string;
  readonly quantity: number;
  readonly events: number;
}

interface Asked {
  readonly customer: string;
  readonly feature: string;
  readonly from: number;
  readonly to: number;
  readonly every: Every;
}

/** What a customer used of a feature, oldest first; hours, days and months are those of UTC. */
export async function usageHistory(
  db: Reader,
  { project, environment }: Place,
  { customer, feature, from, to, every }: Asked,
): Promise<readonly UsagePoint[]> {
  const rows = await db
    .selectFrom('usage_hour')
    .select((row) => [
      sql<string>`date_trunc(${every}, hour, 'UTC')`.as('at'),
      row.fn.sum<string>('quantity').as('quantity'),
      row.fn.sum<string>('events').as('events'),
    ])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('customer', '=', customer)
    .where('feature', '=', feature)
    .where('hour', '>=', toInstant(from))
    .where('hour', '<', toInstant(to))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute();
  return rows.map(({ at, quantity, events }) => ({ at, quantity: Number(quantity), events: Number(events) }));
}

export interface Threshold {
  readonly customer: string;
  readonly feature: string;
  readonly percent: number;
  readonly reachedAt: string;
  readonly used: number;
  readonly limit: number;
  readonly recoveredAt: string | null;
}

/** Who came near the end of what is allowed, or to it; the newest first. */
export async function thresholds(
  db: Reader,
  { project, environment }: Place,
  {
    customer,
    open,
    limit,
  }: { readonly customer: string | undefined; readonly open: boolean; readonly limit: number },
): Promise<readonly Threshold[]> {
  let query = db
    .selectFrom('usage_threshold')
    .selectAll()
    .where('project', '=', project)
    .where('environment', '=', environment);
  if (customer !== undefined) query = query.where('customer', '=', customer);
  if (open) query = query.where('recovered_at', 'is', null);
  const rows = await query
    .orderBy('reached_at', 'desc')
    .orderBy('percent', 'desc')
    .orderBy('customer')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customer: row.customer,
    feature: row.feature,
    percent: row.percent,
    reachedAt: row.reached_at,
    used: Number(row.used),
    limit: Number(row.limited_to),
    recoveredAt: row.recovered_at,
  }));
}
