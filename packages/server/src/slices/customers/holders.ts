import type { Instant, Place, PlanPublication, PlanVersion } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';

/** An item of a subscription that runs at a moment. */
const isLive = (at: Instant): RawBuilder<boolean> => sql<boolean>`item ->> 'state' = 'active'
  and item ->> 'from' <= ${at} and (item ->> 'to' is null or item ->> 'to' > ${at})`;

/** Whether the customer in question is on this plan now. */
export const hasPlan = ({ project, environment }: Place, plan: string, at: Instant): RawBuilder<boolean> =>
  sql<boolean>`id in (
    select bought.parent from resource as bought, jsonb_array_elements(bought.body -> 'items') as item
    where bought.project = ${project} and bought.environment = ${environment} and bought.kind = 'subscription'
      and bought.secondary = 'active' and bought.body -> 'items' @> ${JSON.stringify([{ plan }])}::jsonb
      and item ->> 'plan' = ${plan} and ${isLive(at)})`;

/** Whether the customer in question has a grant of this feature now, or a plan with it. */
export async function hasFeature(
  db: Reader,
  place: Place,
  feature: string,
  at: Instant,
): Promise<RawBuilder<boolean>> {
  const { project, environment } = place;
  const editions = await editionsWith(db, place, feature, at);
  const plans = [...new Set(editions.map(({ plan }) => plan))];
  const granted = sql<boolean>`'customer/' || id in (
    select given.parent from resource as given
    where given.project = ${project} and given.environment = ${environment} and given.kind = 'grant'
      and given.secondary = ${feature} and given.body ->> 'effect' in ('allow', 'set', 'add')
      and given.body ->> 'revokedAt' is null and given.body ->> 'from' <= ${at}
      and (given.body ->> 'to' is null or given.body ->> 'to' > ${at}))`;
  if (plans.length === 0) return granted;
  const inItems = sql.join(
    plans.map((plan) => sql`bought.body -> 'items' @> ${JSON.stringify([{ plan }])}::jsonb`),
    sql` or `,
  );
  const named = sql.join(editions.map(({ plan, version }) => sql`(${plan}, ${String(version)})`));
  return sql<boolean>`(${granted} or id in (
    select bought.parent from resource as bought, jsonb_array_elements(bought.body -> 'items') as item
    where bought.project = ${project} and bought.environment = ${environment} and bought.kind = 'subscription'
      and bought.secondary = 'active' and (${inItems})
      and (item ->> 'plan', item ->> 'version') in (${named}) and ${isLive(at)}))`;
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
