import {
  type Feature,
  type Place,
  type Plan,
  type PlanVersion,
  planVersionId,
  toInstant,
} from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { type Address, nameVersionOf } from './address.ts';
import { catalogueOf } from './endpoint.ts';
import { notFound } from './failure.ts';
import { type Loaded, loadAll } from './load.ts';

/** Draft until it is published in this environment; `DISABLE` once its plan is retired ("End of Life"). */
type ProductState = 'DRAFT' | 'ENABLE' | 'DISABLE';

/** A product there is one version of a plan here. */
export interface Product {
  readonly id: string;
  readonly plan: Plan;
  readonly edition: Loaded<PlanVersion>;
  readonly state: ProductState;
}

export interface Catalogue {
  readonly products: readonly Product[];
  readonly features: ReadonlyMap<string, Feature>;
  /** The version that a plan stands for at a moment, where an item follows it. */
  readonly currentVersion: (plan: string, at: number) => number | null;
}

/** Plans with their versions, features, and what is published in the environment. */
export async function loadCatalogue(db: Reader, place: Place, now: number): Promise<Catalogue> {
  const project = catalogueOf(place);
  const [plans, editions, publications, features] = await Promise.all([
    loadAll(db, 'plan', project),
    loadAll(db, 'plan_version', project),
    loadAll(db, 'plan_publication', place),
    loadAll(db, 'feature', project),
  ]);
  const planByKey = new Map(plans.map(({ body }) => [body.key, body]));
  const published = new Map(publications.map(({ body }) => [body.plan, body.editions]));
  const stateOf = (plan: Plan, version: number): ProductState => {
    if (plan.state === 'retired') return 'DISABLE';
    const isPublished = published
      .get(plan.key)
      ?.some((edition) => edition.version === version && edition.from <= toInstant(now));
    return isPublished ? 'ENABLE' : 'DRAFT';
  };
  const products = editions.flatMap((edition) => {
    const { plan: key, version } = edition.body;
    const plan = planByKey.get(key);
    return plan ? [{ id: planVersionId(key, version), plan, edition, state: stateOf(plan, version) }] : [];
  });
  return {
    products: products.toSorted(byNameAndVersion),
    features: new Map(features.map(({ body }) => [body.key, body])),
    currentVersion: (plan, at) =>
      published.get(plan)?.findLast(({ from }) => from <= toInstant(at))?.version ?? null,
  };
}

const byNameAndVersion = (a: Product, b: Product): number =>
  a.plan.rank - b.plan.rank ||
  (a.plan.key < b.plan.key ? -1 : a.plan.key > b.plan.key ? 1 : 0) ||
  a.edition.body.version - b.edition.body.version;

export const productNames = ['id', 'nameVersion', 'identifier', 'name'] as const;

/** `1.0`: how a version of a plan is written there. */
export const versionWritten = (version: number): string => `${version}.0`;

export const nameVersionShown = ({ plan, edition }: Pick<Product, 'plan' | 'edition'>) => ({
  name: plan.name,
  version: versionWritten(edition.body.version),
});

/** The product that is meant; without a version the newest. */
export function findProduct({ products }: Catalogue, { by, value }: Address): Product {
  const found = products.findLast((product) => isMeant(product, by, value));
  if (found) return found;
  throw notFound(`There is no product ${value}.`);
}

function isMeant({ id, plan, edition }: Product, by: string, value: string): boolean {
  if (by === 'id') return id === value;
  if (by === 'identifier') return plan.key === value;
  if (by === 'name') return plan.name === value;
  const { name, version } = nameVersionOf(value);
  return plan.name === name && (version === '' || versionWritten(edition.body.version) === version);
}
