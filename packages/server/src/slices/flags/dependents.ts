import type { Feature, Flag, FlagTargeting, Place, PlanVersion } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';

/** Everything that leans on a flag: flags that wait for it, features that it guards, and the plans that sell those. */
export async function dependentsOf(db: Reader, { project }: Place, key: string) {
  const [waiting, features] = await Promise.all([flagsWaiting(db, project, key), guarded(db, project, key)]);
  const plans = await plansWith(
    db,
    project,
    features.map((feature) => feature.key),
  );
  return { flags: waiting, features, plans };
}

async function flagsWaiting(db: Reader, project: string, key: string) {
  const rows = await db
    .selectFrom('resource as own')
    .innerJoin('resource as shared', (join) =>
      join
        .onRef('shared.project', '=', 'own.project')
        .onRef('shared.id', '=', 'own.id')
        .on('shared.environment', '=', '')
        .on('shared.kind', '=', 'flag'),
    )
    .select(['own.environment', 'own.body as targeting', 'shared.body as flag'])
    .where('own.project', '=', project)
    .where('own.kind', '=', 'flag_targeting')
    .where(sql<boolean>`own.body -> 'prerequisites' @> ${JSON.stringify([{ flag: key }])}::jsonb`)
    .orderBy('own.id')
    .orderBy('own.environment')
    .execute();
  return rows.flatMap(({ environment, targeting, flag }) => {
    const { name, state } = flag as Flag;
    const own = targeting as FlagTargeting;
    const wanted = own.prerequisites.find((one) => one.flag === key);
    return wanted ? [{ key: own.flag, name, state, environment, variation: wanted.variation }] : [];
  });
}

async function guarded(db: Reader, project: string, key: string) {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', 'feature')
    .where('parent', '=', key)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => {
    const { key: feature, name, state } = body as Feature;
    return { key: feature, name, state };
  });
}

/** Plans whose newest version has one of these features. */
async function plansWith(db: Reader, project: string, features: readonly string[]) {
  if (features.length === 0) return [];
  const rows = await db
    .selectFrom('resource as edition')
    .innerJoin('resource as plan', (join) =>
      join
        .onRef('plan.project', '=', 'edition.project')
        .onRef('plan.id', '=', 'edition.parent')
        .on('plan.environment', '=', '')
        .on('plan.kind', '=', 'plan'),
    )
    .select(['plan.body as plan', 'edition.body as edition'])
    .where('edition.project', '=', project)
    .where('edition.environment', '=', '')
    .where('edition.kind', '=', 'plan_version')
    .where(sql<boolean>`plan.body -> 'latestVersion' = edition.body -> 'version'`)
    .where((where) =>
      where.or(
        features.map(
          (feature) =>
            sql<boolean>`edition.body -> 'resolvedItems' @> ${JSON.stringify([{ feature }])}::jsonb`,
        ),
      ),
    )
    .orderBy('plan.id')
    .execute();
  return rows.map(({ plan, edition }) => {
    const { key, name, state } = plan as { key: string; name: string; state: string };
    const items = (edition as PlanVersion).resolvedItems.map(({ feature }) => feature);
    return { key, name, state, features: features.filter((feature) => items.includes(feature)) };
  });
}
