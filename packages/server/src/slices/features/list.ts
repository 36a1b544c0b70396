import type { Feature, Place, Plan, PlanVersion } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { bodyIs, type Search, searchResources } from '../projects/index.ts';

export const featureStore = tableStore('feature');
const entities = tableStore('catalogue_entity');
const plans = tableStore('plan');

export interface FeatureSearch extends Search {
  readonly isFeatureFlag?: 'Yes' | 'No';
  readonly state?: string;
  /** Only those that are in no plan yet. */
  readonly unassigned?: boolean;
}

/** The features of a project by key, narrowed as asked. */
export function listFeatures(
  db: Reader,
  place: Place,
  { isFeatureFlag, state, unassigned, ...asked }: FeatureSearch,
) {
  const only: RawBuilder<boolean>[] = [];
  if (isFeatureFlag) only.push(bodyIs(['sentinel', 'isFeatureFlag'], isFeatureFlag));
  if (state) only.push(bodyIs(['state'], state));
  if (unassigned !== undefined) only.push(unassigned ? sql<boolean>`not ${inAPlan}` : inAPlan);
  return searchResources(db, 'feature', place, asked, only);
}

/** Whether the newest version of a plan that is still sold contains the feature, by itself or through its base. */
const inAPlan = sql<boolean>`exists (
  select from resource as edition
  join resource as plan on plan.project = edition.project and plan.environment = '' and plan.kind = 'plan'
    and plan.id = edition.parent and plan.secondary = 'live'
    and plan.body -> 'latestVersion' = edition.body -> 'version'
  where edition.project = resource.project and edition.environment = '' and edition.kind = 'plan_version'
    and edition.body -> 'resolvedItems' @> jsonb_build_array(jsonb_build_object('feature', resource.id)))`;

/** A feature with the licence models and attributes of its catalogue, and the plans whose versions have it. */
export async function showFeature(db: Reader, place: Place, key: string) {
  const kept = await featureStore.one(db, place, key);
  if (!kept) return null;
  const [catalogue, inPlans] = await Promise.all([entities.all(db, place, {}), plansWith(db, place, key)]);
  return {
    ...kept.body,
    associatedLicenceModels: catalogue.filter(
      ({ type, name }) => type === 'licence_model' && kept.body.sentinel.licenceModels.includes(name),
    ),
    attributes: attributesOf(kept.body),
    plans: inPlans,
    version: kept.version,
  };
}

/** What consoles list under "Feature Attributes". */
const attributesOf = ({ sentinel }: Feature) => [{ name: 'isFeatureFlag', value: sentinel.isFeatureFlag }];

async function plansWith(db: Reader, place: Place, feature: string) {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', place.project)
    .where('environment', '=', '')
    .where('kind', '=', 'plan_version')
    .where(sql<boolean>`body -> 'resolvedItems' @> ${JSON.stringify([{ feature }])}::jsonb`)
    .execute();
  const versions = rows.map(({ body }) => body as PlanVersion);
  const all = await plans.all(db, place, {});
  return all
    .toSorted(byRank)
    .map(({ key, name, state, latestVersion }) => ({
      plan: key,
      name,
      state,
      versions: versions
        .filter(({ plan }) => plan === key)
        .map(({ version }) => version)
        .toSorted((a, b) => a - b),
      latestVersion,
    }))
    .filter((plan) => plan.versions.length > 0);
}

const byRank = (a: Plan, b: Plan): number => a.rank - b.rank || (a.key < b.key ? -1 : 1);
