import type { Feature, Plan, PlanItem } from '@latchkey/model';
import { JsonValue } from '@latchkey/model';
import { z } from 'zod';
import { listOf, NameVersion, only, Reference } from './body.ts';
import { minuteShown } from './calendar.ts';
import { nameVersionShown, type Product, versionWritten } from './catalogue.ts';
import { invalid } from './failure.ts';
import { listed } from './lists.ts';

const ProductFeature = z.strictObject({
  feature: Reference,
  productFeatureState: only('INCLUDED'),
  /** Beyond the protocol: how much, for features that are more than a switch. */
  value: JsonValue.exactOptional(),
  unlimited: z.boolean().exactOptional(),
});

export const NewProduct = z.strictObject({
  nameVersion: NameVersion,
  identifier: z.string().exactOptional(),
  description: z.string().exactOptional(),
  namespace: Reference.exactOptional(),
  productType: z.enum(['DEFAULT', 'PARENT', 'CHILD']).exactOptional(),
  productFeatures: listOf('productFeature', ProductFeature).exactOptional(),
  state: z.enum(['DRAFT', 'ENABLE']).exactOptional(),
});
export type NewProduct = z.infer<typeof NewProduct>;

export const ProductWords = z.strictObject({
  nameVersion: NameVersion.exactOptional(),
  description: z.string().exactOptional(),
  productType: z.enum(['DEFAULT', 'PARENT', 'CHILD']).exactOptional(),
  state: z.enum(['DRAFT', 'ENABLE', 'DISABLE']).exactOptional(),
});

type ProductFeature = z.infer<typeof ProductFeature>;
const productTypes = { DEFAULT: 'default', PARENT: 'parent', CHILD: 'child' } as const;

export const productTypeOf = (said: keyof typeof productTypes): Plan['productType'] => productTypes[said];

/** `Test Product` → `test-product`: a key that people can read, where none was given. */
export function keyOf({
  identifier,
  nameVersion: { name },
}: Pick<NewProduct, 'identifier' | 'nameVersion'>): string {
  if (identifier !== undefined) return identifier;
  const key = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
  if (key !== '') return key;
  throw invalid(
    'Give an identifier of a-z, 0-9, dots and hyphens: none can be made of the name.',
    'identifier',
  );
}

/** Versions count up by one here, so only the next can be made. */
export function assertNextVersion(version: string, latest: number): void {
  const next = versionWritten(latest + 1);
  if (version === '' || version === next || version === String(latest + 1)) return;
  const what = latest === 0 ? 'The first version is' : 'The next version is';
  throw invalid(`${what} ${next}.`, 'nameVersion/version');
}

/** A switch is included; anything else needs its value. */
export function itemOf({ value, unlimited }: ProductFeature, { key, kind }: Feature): PlanItem {
  if (kind === 'switch') {
    if (value !== undefined || unlimited)
      throw invalid(`${key} is on or off and has no value.`, 'productFeatures');
    return { feature: key, effect: 'allow' };
  }
  return {
    feature: key,
    effect: 'set',
    ...(value !== undefined && { value }),
    ...(unlimited !== undefined && { unlimited }),
  };
}

/** The namespace that all features of a product are in, which is the product's own; empty when they differ. */
export function namespaceOf(features: readonly Feature[]): string {
  const all = new Set(features.map(({ sentinel }) => sentinel.namespace));
  const [only = ''] = all;
  return all.size === 1 ? only : '';
}

/** One version of a plan as the protocol shows it. */
export function productShown(product: Product, features: ReadonlyMap<string, Feature>) {
  const { id, plan, edition, state } = product;
  const inside = edition.body.resolvedItems.flatMap(({ feature }) => features.get(feature) ?? []);
  const namespace = namespaceOf(inside);
  return {
    id,
    identifier: plan.key,
    nameVersion: nameVersionShown(product),
    description: plan.description,
    ...(namespace !== '' && { namespace: { name: namespace } }),
    productType: plan.productType.toUpperCase(),
    state,
    productFeatures: productFeaturesShown(product, features),
    creationDate: minuteShown(edition.createdAt),
    lastModifiedDate: minuteShown(edition.updatedAt),
  };
}

export function productFeaturesShown({ edition }: Product, features: ReadonlyMap<string, Feature>) {
  const all = edition.body.resolvedItems.map(({ feature, value, unlimited }) => ({
    feature: {
      id: feature,
      nameVersion: { name: feature, version: features.get(feature)?.sentinel.version ?? '' },
    },
    productFeatureState: 'INCLUDED',
    ...(value !== undefined && { value }),
    ...(unlimited && { unlimited }),
  }));
  return listed('productFeature', all);
}
