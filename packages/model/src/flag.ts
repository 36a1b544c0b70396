import { z } from 'zod';
import { JsonValue } from './json.ts';
import { FlagKey, Key, Name, Tags, text } from './keys.ts';
import { Instant } from './time.ts';

export const FlagKind = z.enum(['boolean', 'string', 'number', 'json']);
export type FlagKind = z.infer<typeof FlagKind>;

export const Variation = z.strictObject({
  value: JsonValue,
  name: text(200).optional(),
  description: text(1000).optional(),
});
export type Variation = z.infer<typeof Variation>;

/** The part of a flag that all environments share. */
export const Flag = z.strictObject({
  key: FlagKey,
  name: Name,
  description: text(4000),
  kind: FlagKind,
  variations: z.array(Variation).min(2).max(100),
  tags: Tags,
  /** Temporary flags are asked about when they grow old; permanent ones are not. */
  temporary: z.boolean(),
  purpose: z.enum(['release', 'operational', 'experiment', 'entitlement']),
  /** Whether browser and mobile SDKs may read it. */
  clientSide: z.boolean(),
  owner: text(200).nullable(),
  state: z.enum(['live', 'deprecated', 'archived']),
});
export type Flag = z.infer<typeof Flag>;

const VariationIndex = z.int().min(0).max(99);

/** Weights are thousandths of a percent: 100,000 is everybody, as in LaunchDarkly's data model. */
export const Rollout = z.strictObject({
  contextKind: z.string().max(100).optional(),
  bucketBy: z.string().max(200).optional(),
  seed: z.int().optional(),
  variations: z
    .array(z.strictObject({ variation: VariationIndex, weight: z.int().min(0).max(100_000) }))
    .min(1)
    .max(100)
    .refine(
      (all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100_000,
      'must have weights that sum to 100000 (100 %)',
    ),
});
export type Rollout = z.infer<typeof Rollout>;

export const Serve = z.union([
  z.strictObject({ variation: VariationIndex }),
  z.strictObject({ rollout: Rollout }),
]);
export type Serve = z.infer<typeof Serve>;

export const ClauseOperator = z.enum([
  'in',
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'before',
  'after',
  'semVerEqual',
  'semVerLessThan',
  'semVerGreaterThan',
  'segmentMatch',
]);
export type ClauseOperator = z.infer<typeof ClauseOperator>;

export const Clause = z.strictObject({
  /** Names the clause for later edits; given when it is written, and kept. */
  id: z.string().min(1).max(64).optional(),
  contextKind: z.string().max(100).optional(),
  attribute: z.string().max(200),
  op: ClauseOperator,
  values: z.array(JsonValue).max(5000),
  negate: z.boolean().optional(),
});
export type Clause = z.infer<typeof Clause>;

export const FlagRule = z.intersection(
  z.object({ id: z.string().max(64), description: text(500).optional(), clauses: z.array(Clause).max(50) }),
  z.union([z.object({ variation: VariationIndex }), z.object({ rollout: Rollout })]),
);
export type FlagRule = z.infer<typeof FlagRule>;

export const Target = z.strictObject({
  contextKind: z.string().max(100).optional(),
  variation: VariationIndex,
  values: z.array(z.string().min(1).max(500)).max(10_000),
});
export type Target = z.infer<typeof Target>;

/** A targeted context that is struck off by itself when its time has come. */
export const TargetEnd = z.strictObject({
  contextKind: z.string().max(100).optional(),
  variation: VariationIndex,
  key: z.string().min(1).max(500),
  at: Instant,
});
export type TargetEnd = z.infer<typeof TargetEnd>;

export const Prerequisite = z.strictObject({ flag: FlagKey, variation: VariationIndex });
export type Prerequisite = z.infer<typeof Prerequisite>;

/** The part of a flag that belongs to one environment: who gets which variation. */
export const FlagTargeting = z.strictObject({
  flag: FlagKey,
  on: z.boolean(),
  offVariation: VariationIndex.nullable(),
  fallthrough: Serve,
  targets: z.array(Target).max(100),
  targetEnds: z.array(TargetEnd).max(1000).optional(),
  rules: z.array(FlagRule).max(500),
  prerequisites: z.array(Prerequisite).max(50),
  /** Hashed with a context's key to place it in a rollout; kept for the flag's life, so that nobody changes bucket. */
  salt: z.string().min(1).max(100),
});
export type FlagTargeting = z.infer<typeof FlagTargeting>;

/** All clauses match, and with a weight only this share of those who match: 100,000 is everybody. */
export const SegmentRule = z.strictObject({
  id: z.string().max(64),
  description: text(500).optional(),
  clauses: z.array(Clause).max(50),
  weight: z.int().min(0).max(100_000).optional(),
  bucketBy: z.string().max(200).optional(),
  rolloutContextKind: z.string().max(100).optional(),
});
export type SegmentRule = z.infer<typeof SegmentRule>;

/** A named set of contexts: listed members, kept as rows, and rules. */
export const Segment = z.strictObject({
  key: Key,
  name: Name,
  description: text(4000),
  tags: Tags,
  rules: z.array(SegmentRule).max(100),
  salt: z.string().min(1).max(100),
});
export type Segment = z.infer<typeof Segment>;

/** A long list of context keys that is taken into a segment part by part, each part a change of its own. */
export const SegmentImport = z.strictObject({
  id: z.string(),
  segment: Key,
  contextKind: z.string().max(100),
  action: z.enum(['add', 'exclude', 'remove']),
  /** In all, and in how many parts. */
  keys: z.int(),
  parts: z.int(),
  /** SHA-256 of the keys as they were received, one a line. */
  digest: z.string(),
  state: z.enum(['applying', 'done', 'cancelled']),
  applied: z.strictObject({ parts: z.int(), keys: z.int() }),
  /** The part that was applied last, and the digest of its keys. */
  last: z.strictObject({ part: z.int(), keys: z.int(), digest: z.string() }).nullable(),
  createdAt: Instant,
});
export type SegmentImport = z.infer<typeof SegmentImport>;

/** One listed member of a segment in one environment. */
export const SegmentMember = z.strictObject({
  segment: Key,
  contextKind: z.string().max(100),
  contextKey: z.string().min(1).max(500),
  included: z.boolean(),
  /** When it is struck off by itself; without one it stays. */
  until: Instant.optional(),
});
export type SegmentMember = z.infer<typeof SegmentMember>;
