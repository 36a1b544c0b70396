import { z } from 'zod';
import { CustomerKey, FeatureKey, FlagKey, Key, Name, Tags, text } from './keys.ts';

export const FeatureKind = z.enum(['switch', 'number', 'level', 'set', 'config', 'meter']);
export type FeatureKind = z.infer<typeof FeatureKind>;

/** The order is the life of a feature; only retired ones cannot be newly granted. */
export const FeatureState = z.enum(['draft', 'beta', 'general', 'deprecated', 'sunset', 'retired']);
export type FeatureState = z.infer<typeof FeatureState>;

/** How grants of a feature combine. What each kind allows, and its default: domain.md, "How grants merge". */
export const MergePolicy = z.enum(['any', 'max', 'sum', 'priority', 'union', 'overlay', 'pooled']);
export type MergePolicy = z.infer<typeof MergePolicy>;

/** The catalogue words that Sentinel-style clients see. `version` is empty for features born of a flag. */
export const SentinelAttributes = z.strictObject({
  namespace: text(200),
  enforcement: text(200),
  licenceModels: z.array(text(200)).max(20),
  isFeatureFlag: z.enum(['Yes', 'No']),
  version: text(50),
});
export type SentinelAttributes = z.infer<typeof SentinelAttributes>;

export const FeatureSource = z.strictObject({
  platform: z.enum(['latchkey', 'launchdarkly', 'split']),
  ref: text(600),
});
export type FeatureSource = z.infer<typeof FeatureSource>;

/** A capability that is sold, limited or withheld. */
export const Feature = z.strictObject({
  key: FeatureKey,
  name: Name,
  description: text(4000),
  kind: FeatureKind,
  /** The noun that is counted: "seats", "API calls". Null for kinds without a number. */
  unit: text(50).nullable(),
  /** Ordered words of a `level`, lowest first; null for other kinds. */
  levels: z.array(text(100)).min(1).max(50).nullable(),
  /** The flag that guards it: off means nobody has it, whatever their contract says. */
  flagKey: FlagKey.nullable(),
  requires: z.array(FeatureKey).max(20),
  /** An `open` feature needs no grant. */
  access: z.enum(['gated', 'open']),
  merge: MergePolicy,
  enforcement: z.enum(['hard', 'soft', 'observe']),
  /** What an SDK answers while it has no data for the customer. */
  failMode: z.enum(['last_known', 'allow', 'deny']),
  seatBound: z.boolean(),
  /** Stays on while a customer is suspended or on hold. */
  essential: z.boolean(),
  exclusiveTo: CustomerKey.nullable(),
  owner: text(200).nullable(),
  tags: Tags,
  state: FeatureState,
  source: FeatureSource,
  sentinel: SentinelAttributes,
});
export type Feature = z.infer<typeof Feature>;

/** Catalogue entities that must exist by their exact names before outside flag events may create features. */
export const CatalogueEntity = z.strictObject({
  id: Key,
  type: z.enum(['namespace', 'enforcement', 'licence_model', 'attribute']),
  name: text(200),
  version: text(50),
  /** The enforcement a licence model belongs to, by id. */
  belongsTo: Key.nullable(),
  description: text(1000),
});
export type CatalogueEntity = z.infer<typeof CatalogueEntity>;
