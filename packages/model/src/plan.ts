import { z } from 'zod';
import { JsonValue } from './json.ts';
import { FeatureKey, Key, Name, Tags, text } from './keys.ts';
import { Limit } from './quantity.ts';
import { Instant } from './time.ts';

/** When a metered allowance starts again. */
export const Reset = z.strictObject({
  every: z.enum(['hour', 'day', 'week', 'month', 'year']),
  anchor: Instant.optional(),
});
export type Reset = z.infer<typeof Reset>;

/** One feature with its configuration inside a plan. Which fields are valid depends on the feature's kind. */
export const PlanItem = z.strictObject({
  feature: FeatureKey,
  effect: z.enum(['allow', 'set', 'add']),
  /** A number or `unlimited` for numbers and meters, a word for levels, a list of words for sets, an object for configs. */
  value: JsonValue.optional(),
  unlimited: z.boolean().optional(),
  reset: Reset.optional(),
  /** How much of what is left of a meter goes over into its next window. */
  rollover: Limit.optional(),
  /** How much of a meter may be used beyond the allowance, before a hard limit says no. */
  overage: Limit.optional(),
  /** Whether the value is multiplied by the quantity bought. */
  perQuantity: z.boolean().optional(),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** A package that customers are put on. Its contents live in versions. */
export const Plan = z.strictObject({
  key: Key,
  name: Name,
  description: text(4000),
  kind: z.enum(['plan', 'addon', 'trial']),
  /** Sorts plans from the smallest to the largest on every screen, and finds the cheapest that unlocks a feature. */
  rank: z.int().min(0).max(10_000),
  /** Sentinel-style product type; features born of a flag go into Default products only. */
  productType: z.enum(['default', 'parent', 'child']),
  tags: Tags,
  state: z.enum(['live', 'retired']),
  /** Highest version number so far; 0 before the first. */
  latestVersion: z.int().min(0),
});
export type Plan = z.infer<typeof Plan>;

/** An immutable edition of a plan. `resolvedItems` are its own and its base's, its own winning, fixed when it was made. */
export const PlanVersion = z.strictObject({
  plan: Key,
  version: z.int().min(1),
  base: z.strictObject({ plan: Key, version: z.int().min(1) }).nullable(),
  items: z.array(PlanItem).max(1000),
  resolvedItems: z.array(PlanItem).max(5000),
  createdAt: Instant,
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** Which version of a plan is current in one environment, now and from announced moments on; oldest first. */
export const PlanPublication = z.strictObject({
  plan: Key,
  editions: z.array(z.strictObject({ version: z.int().min(1), from: Instant })).max(1000),
});
export type PlanPublication = z.infer<typeof PlanPublication>;
