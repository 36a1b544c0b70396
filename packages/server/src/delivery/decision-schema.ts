import { denialReasons, GrantEffect, GrantOrigin, JsonValue, Limit, stageNames } from '@latchkey/model';
import { z } from 'zod';

/** Moments that we computed ourselves need no reading again, and a transforming schema cannot be shown in OpenAPI. */
const Moment = z.iso.datetime();

const Source = z.object({
  grant: z.string(),
  origin: GrantOrigin,
  effect: GrantEffect,
  label: z.string(),
  plan: z.string().nullable(),
  pkId: z.string().nullable(),
  contribution: JsonValue,
  from: Moment,
  to: Moment.nullable(),
  kept: z.boolean(),
  because: z.string().nullable(),
});

/** A decision on the wire; `Decision` of the model, as a schema for the reference page and the generated client. */
export const DecisionReply = z.object({
  customer: z.string(),
  feature: z.string(),
  allowed: z.boolean(),
  reason: z.enum([...denialReasons, 'entitled', 'open', 'fail_mode', 'no_data']),
  value: JsonValue,
  limit: Limit.nullable(),
  used: z.number().nullable(),
  reserved: z.number().nullable(),
  remaining: Limit.nullable(),
  resetAt: Moment.nullable(),
  enforcement: z.enum(['hard', 'soft', 'observe']),
  warnings: z.array(z.string()).readonly(),
  nextChangeAt: Moment.nullable(),
  revision: z.int(),
  freshness: z.enum(['live', 'stale', 'fallback']),
  sources: z.array(Source).readonly().optional(),
  steps: z
    .array(
      z.object({ stage: z.enum(stageNames), passed: z.boolean(), reason: z.enum(denialReasons).nullable() }),
    )
    .readonly()
    .optional(),
  unlock: z
    .array(
      z.object({ kind: z.enum(['plan', 'addon', 'seat', 'approval']), key: z.string(), name: z.string() }),
    )
    .readonly()
    .optional(),
  sentence: z.string().optional(),
});
