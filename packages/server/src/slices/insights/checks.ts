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

/** The days looked at unless said. */
const usualDays = 30;

/** Who asked for a feature, how it ended, and when each customer last had it: what a sunset or a price is argued with. */
export async function featureInsights(
  db: Reader,
  place: Place,
  feature: string,
  asked: { readonly from?: Instant | undefined; readonly limit: number },
  now: Milliseconds,
) {
  if (!(await tableStore('feature').one(db, place, feature)))
    throw new ProblemError('feature_unknown', `There is no feature ${feature}.`);
  const from = startOfDay(
    asked.from === undefined ? now - usualDays * dayMilliseconds : fromInstant(asked.from),
  );
  const where = sql`project = ${place.project} and environment = ${place.environment}
    and feature = ${feature} and at >= ${from}`;
  const kysely = db as Database['kysely'];
  const [outcomes, customers] = await Promise.all([
    sql<{ allowed: boolean; reason: string; count: number; customers: number }>`
      select allowed, reason, least(sum(count), ${Number.MAX_SAFE_INTEGER})::bigint as count,
        count(distinct customer) as customers
      from check_count where ${where} group by allowed, reason order by count desc, reason`.execute(kysely),
    sql<{ customer: string; allowed: number; denied: number; usedAt: Instant | null; askedAt: Instant }>`
      select customer,
        least(coalesce(sum(count) filter (where allowed), 0), ${Number.MAX_SAFE_INTEGER})::bigint as allowed,
        least(coalesce(sum(count) filter (where not allowed), 0), ${Number.MAX_SAFE_INTEGER})::bigint as denied,
        max(last_at) filter (where allowed) as "usedAt", max(last_at) as "askedAt"
      from check_count where ${where} group by customer
      order by "askedAt" desc, customer limit ${asked.limit}`.execute(kysely),
  ]);
  return {
    feature,
    from,
    outcomes: outcomes.rows,
    customers: customers.rows.map(({ customer, allowed, denied, usedAt, askedAt }) => ({
      ...{ customer, allowed, denied },
      lastUsedAt: usedAt,
      lastAskedAt: askedAt,
    })),
  };
}

const startOfDay = (at: Milliseconds): Instant =>
  toInstant(at - (((at % dayMilliseconds) + dayMilliseconds) % dayMilliseconds));
