import type { Configuration, ConfigurationKind, Place, Resources } from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import { placeOf } from '../kernel/store/resources.ts';

/** An environment's configuration as the database has it. Call it in a read-only transaction, so that its parts agree. */
export async function loadConfiguration(db: Reader, place: Place): Promise<Configuration | null> {
  const stream = await db
    .selectFrom('ledger_stream')
    .select(['epoch', 'revision'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .executeTakeFirst();
  const [environment] = await bodies(db, place, 'environment');
  if (!stream || !environment) return null;
  return {
    ...place,
    epoch: stream.epoch,
    revision: stream.revision,
    defaultPlan: environment.defaultPlan,
    flags: await bodies(db, place, 'flag'),
    targeting: await bodies(db, place, 'flag_targeting'),
    segments: await bodies(db, place, 'segment'),
    features: await bodies(db, place, 'feature'),
    plans: await bodies(db, place, 'plan'),
    planVersions: await bodies(db, place, 'plan_version'),
    publications: await bodies(db, place, 'plan_publication'),
    grants: await audienceGrants(db, place),
  };
}

async function bodies<K extends ConfigurationKind>(
  db: Reader,
  place: Place,
  kind: K,
): Promise<readonly Resources[K][]> {
  const at = placeOf(kind, place);
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', at.project)
    .where('environment', '=', at.environment)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body as Resources[K]);
}

/** Grants for plans, segments and everyone. Those of one customer are far more, and come with the customer. */
async function audienceGrants(
  db: Reader,
  { project, environment }: Place,
): Promise<readonly Resources['grant'][]> {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'grant')
    .where((where) =>
      where.or([
        where('parent', '=', 'everyone'),
        where('parent', 'like', 'plan/%'),
        where('parent', 'like', 'segment/%'),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body as Resources['grant']);
}
