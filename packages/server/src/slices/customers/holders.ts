import type { Instant, Place, PlanPublication, PlanVersion } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';

/** Whether the customer in question is on this plan now. */
export const hasPlan = (db: Reader, place: Place, plan: string, at: Instant): Promise<RawBuilder<boolean>> =>
  hasItem(db, place, [plan], sql<boolean>`item ->> 'plan' = ${plan}`, at);

/** Whether the customer in question has a grant of this feature now, or a plan with it. */
export async function hasFeature(
  db: Reader,
  place: Place,
  feature: string,
  at: Instant,
): Promise<RawBuilder<boolean>> {
  const { project, environment } = place;
  const editions = await editionsWith(db, place, feature, at);
  const granted = sql<boolean>`'customer/' || id in (
    select given.parent from resource as given
    where given.project = ${project} and given.environment = ${environment} and given.kind = 'grant'
      and given.secondary = ${feature} and given.body ->> 'effect' in ('allow', 'set', 'add')
      and given.body ->> 'revokedAt' is null and given.body ->> 'from' <= ${at}
      and (given.body ->> 'to' is null or given.body ->> 'to' > ${at}))`;
  if (editions.length === 0) return granted;
  const plans = [...new Set(editions.map(({ plan }) => plan))];
  const named = sql.join(editions.map(({ plan, version }) => sql`(${plan}, ${String(version)})`));
  const isNamed = sql<boolean>`(item ->> 'plan', item ->> 'version') in (${named})`;
  return sql<boolean>`(${granted} or ${await hasItem(db, place, plans, isNamed, at)})`;
}

/** With more purchases than this, a page is sooner full when customers are asked one after the other by name. */
const fewMax = 2000;

/**
 * Whether the customer in question has a running item of one of these plans that is meant. Two forms of one question:
 * few buyers are looked up and sorted (500 in 13 ms); of many, customers are asked in turn until a page is full (50,000
 * buyers in 1 ms, where looking all of them up took 1.3 s).
 */
async function hasItem(
  db: Reader,
  { project, environment }: Place,
  plans: readonly string[],
  isMeant: RawBuilder<boolean>,
  at: Instant,
): Promise<RawBuilder<boolean>> {
  const ofPlans = sql.join(
    plans.map((plan) => sql`bought.body -> 'items' @> ${JSON.stringify([{ plan }])}::jsonb`),
    sql` or `,
  );
  const isBought = sql<boolean>`bought.project = ${project} and bought.environment = ${environment}
    and bought.kind = 'subscription' and bought.secondary = 'active' and (${ofPlans})`;
  const isHeld = sql<boolean>`${isBought} and exists (
    select from jsonb_array_elements(bought.body -> 'items') as item
    where ${isMeant} and item ->> 'state' = 'active' and item ->> 'from' <= ${at}
      and (item ->> 'to' is null or item ->> 'to' > ${at}))`;
  const buyers = await db
    .selectFrom('resource as bought')
    .select('bought.id')
    .where(isBought)
    .limit(fewMax + 1)
    .execute();
  if (buyers.length <= fewMax) {
    return sql<boolean>`id in (select bought.parent from resource as bought where ${isHeld})`;
  }
  // `offset 0` keeps the database from turning this into the other form.
  return sql<boolean>`exists (
    select from resource as bought where bought.parent = resource.id and ${isHeld} offset 0)`;
}

/** The editions of plans that have the feature, and `current` where the one that counts now is among them. */
async function editionsWith(
  db: Reader,
  { project, environment }: Place,
  feature: string,
  at: Instant,
): Promise<readonly { readonly plan: string; readonly version: number | 'current' }[]> {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', 'plan_version')
    .where(sql<boolean>`body -> 'resolvedItems' @> ${JSON.stringify([{ feature }])}::jsonb`)
    .execute();
  const versions = rows.map(({ body }) => body as PlanVersion);
  if (versions.length === 0) return [];
  const published = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'plan_publication')
    .where('id', 'in', [...new Set(versions.map(({ plan }) => plan))])
    .execute();
  const current = published.flatMap(({ body }) => {
    const { plan, editions } = body as PlanPublication;
    const edition = editions.findLast(({ from }) => from <= at);
    const has = versions.some((one) => one.plan === plan && one.version === edition?.version);
    return has ? [{ plan, version: 'current' as const }] : [];
  });
  return [...versions.map(({ plan, version }) => ({ plan, version })), ...current];
}
