import type { Place, Plan, PlanPublication, PlanVersion } from '@latchkey/model';
import { planVersionId, toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { headOf } from '../projects/index.ts';

export const planStore = tableStore('plan');
export const versionStore = tableStore('plan_version');
export const publicationStore = tableStore('plan_publication');

/** A plan with its versions, newest first, and where which of them is current. */
export async function showPlan(db: Reader, place: Place, key: string, now: number) {
  const kept = await planStore.one(db, place, key);
  if (!kept) return null;
  const [versions, published] = await Promise.all([
    versionStore.all(db, place, { parent: key }),
    publicationsOf(db, place.project, key),
  ]);
  return {
    ...kept.body,
    versions: versions.toSorted((a, b) => b.version - a.version),
    publications: published.map(({ environment, editions }) => ({
      environment,
      version: currentOf(editions, now)?.version ?? null,
      editions,
    })),
    version: kept.version,
  };
}

async function publicationsOf(db: Reader, project: string, plan: string) {
  const rows = await db
    .selectFrom('resource')
    .select(['environment', 'body'])
    .where('project', '=', project)
    .where('kind', '=', 'plan_publication')
    .where('id', '=', plan)
    .orderBy('environment')
    .execute();
  return rows.map(({ environment, body }) => ({ environment, editions: (body as PlanPublication).editions }));
}

type Editions = PlanPublication['editions'];

/** The edition that is current at a moment: the last that has begun. */
const currentOf = (editions: Editions, now: number) =>
  editions.findLast(({ from }) => from <= toInstant(now)) ?? null;

/** Plans by rank with what is current in one environment, what is announced, and how many customers are on each. */
export async function plansIn(db: Reader, place: Place, now: number) {
  const [plans, publications, customers] = await Promise.all([
    planStore.all(db, place, {}),
    publicationStore.all(db, place, {}),
    customersByPlan(db, place, now),
  ]);
  const editionsOf = new Map(publications.map(({ plan, editions }) => [plan, editions]));
  const current = new Map(plans.map(({ key }) => [key, currentOf(editionsOf.get(key) ?? [], now)]));
  const versions = await versionsById(
    db,
    place,
    [...current].flatMap(([plan, edition]) => (edition ? [planVersionId(plan, edition.version)] : [])),
  );
  return plans.toSorted(byRank).map((plan) => {
    const edition = current.get(plan.key) ?? null;
    const version = edition && versions.get(planVersionId(plan.key, edition.version));
    return {
      ...plan,
      current: version
        ? { version: version.version, from: edition.from, items: version.resolvedItems }
        : null,
      announced: (editionsOf.get(plan.key) ?? []).filter(({ from }) => from > toInstant(now)),
      customers: customers.get(plan.key) ?? 0,
    };
  });
}

export async function showPlanIn(db: Reader, place: Place, key: string, now: number) {
  const [all, kept, publication, { revision }] = await Promise.all([
    plansIn(db, place, now),
    planStore.one(db, place, key),
    publicationStore.one(db, place, key),
    headOf(db, place),
  ]);
  const shown = all.find((plan) => plan.key === key);
  if (!shown || !kept) return null;
  return { ...shown, editions: publication?.body.editions ?? [], version: kept.version, revision };
}

async function versionsById(db: Reader, { project }: Place, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, PlanVersion>();
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'body'])
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', 'plan_version')
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body as PlanVersion]));
}

/** How many customers hold an item of each plan at this moment. */
async function customersByPlan(db: Reader, { project, environment }: Place, now: number) {
  const at = toInstant(now);
  const rows = await db
    .selectFrom([
      'resource',
      sql<{ value: unknown }>`jsonb_array_elements(resource.body -> 'items')`.as('item'),
    ])
    .select(sql<string>`item.value ->> 'plan'`.as('plan'))
    .select(sql<number>`count(distinct resource.parent)`.as('customers'))
    .where('resource.project', '=', project)
    .where('resource.environment', '=', environment)
    .where('resource.kind', '=', 'subscription')
    .where('resource.secondary', '=', 'active')
    .where(sql<boolean>`item.value ->> 'state' = 'active' and item.value ->> 'from' <= ${at}`)
    .where(sql<boolean>`coalesce(item.value ->> 'to' > ${at}, true)`)
    .groupBy(sql`item.value ->> 'plan'`)
    .execute();
  return new Map(rows.map(({ plan, customers }) => [plan, customers]));
}

const byRank = (a: Plan, b: Plan): number => a.rank - b.rank || (a.key < b.key ? -1 : 1);
