import { CheckCount, FeatureKey, Flag, FlagKey, Instant } from '@latchkey/model';
import { z } from 'zod';

export const OneFlag = z.strictObject({ flag: FlagKey });
export const OneFeature = z.strictObject({ feature: FeatureKey });

const Moment = z.string();

export const AskedSeries = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  every: z.enum(['hour', 'day']).optional(),
});

/** `counts` of a point are in the order of `variations`; a variation of null is the application's own default. */
export const FlagInsights = z.object({
  flag: FlagKey,
  from: Moment,
  to: Moment,
  every: z.enum(['hour', 'day']),
  lastEvaluatedAt: Moment.nullable(),
  total: z.int(),
  variations: z.array(z.object({ variation: z.int().nullable(), total: z.int() })),
  points: z.array(z.object({ at: Moment, counts: z.array(z.int()) })),
});

export const LastEvaluated = z.object({
  items: z.array(z.object({ flag: FlagKey, lastEvaluatedAt: Moment })),
});

export const AskedStale = z.strictObject({ days: z.coerce.number().int().min(1).max(365).default(30) });

const SeenFlag = Flag.pick({
  name: true,
  owner: true,
  purpose: true,
  temporary: true,
  state: true,
  tags: true,
}).extend({
  flag: FlagKey,
  createdAt: Moment,
  environments: z.array(
    z.object({
      environment: z.string(),
      on: z.boolean(),
      lastEvaluatedAt: Moment.nullable(),
      /** In the days that are looked at. */
      evaluations: z.int(),
    }),
  ),
});

export const StaleFlags = z.object({
  days: z.int(),
  /** Since when answers are counted; null when none ever was, so that silence says nothing. */
  countedSince: Moment.nullable(),
  items: z.array(
    SeenFlag.extend({
      /** Nobody asks for it and nothing stands on it. */
      isReady: z.boolean(),
      findings: z.array(
        z.object({ kind: z.enum(['unused', 'one_variation', 'rolled_out']), sentence: z.string() }),
      ),
      advice: z.string(),
      prerequisiteOf: z.array(FlagKey),
    }),
  ),
  leftAlone: z.array(
    SeenFlag.extend({
      because: z.enum(['guards_feature', 'entitlement', 'permanent']),
      sentence: z.string(),
    }),
  ),
});

export const AskedChecks = z.strictObject({
  from: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const FeatureInsights = z.object({
  feature: FeatureKey,
  from: Moment,
  outcomes: z.array(
    z.object({
      allowed: z.boolean(),
      reason: CheckCount.shape.reason,
      count: z.int(),
      customers: z.int(),
    }),
  ),
  /** Who asked last comes first. */
  customers: z.array(
    z.object({
      customer: z.string(),
      allowed: z.int(),
      denied: z.int(),
      lastUsedAt: Moment.nullable(),
      lastAskedAt: Moment,
    }),
  ),
});
