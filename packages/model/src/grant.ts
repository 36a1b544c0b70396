import { z } from 'zod';
import { Link } from './change.ts';
import { JsonValue } from './json.ts';
import { CustomerKey, FeatureKey, Id, Key, text } from './keys.ts';
import { Reset } from './plan.ts';
import { Limit } from './quantity.ts';
import { Instant } from './time.ts';

export const GrantSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), key: CustomerKey }),
  z.strictObject({ kind: z.literal('plan'), key: Key }),
  z.strictObject({ kind: z.literal('segment'), key: Key }),
  z.strictObject({ kind: z.literal('everyone') }),
]);
export type GrantSubject = z.infer<typeof GrantSubject>;

/** Origins that people use by hand, and that need a reason. */
export const ManualOrigin = z.enum(['goodwill', 'promotion', 'contract', 'support', 'legal', 'trial', 'poc']);
export const GrantOrigin = z.enum([
  ...ManualOrigin.options,
  'subscription',
  'addon',
  'import',
  'default_plan',
]);
export type GrantOrigin = z.infer<typeof GrantOrigin>;

export const GrantEffect = z.enum(['allow', 'deny', 'set', 'add', 'cap']);
export type GrantEffect = z.infer<typeof GrantEffect>;

/** One dated reason why someone has, or must not have, a feature. Append-only: an edit supersedes it. */
export const Grant = z.strictObject({
  id: Id,
  /** Survives edits, extensions and plan moves, so that counters carry over. */
  lineageId: Id,
  subject: GrantSubject,
  /** Whether the children of the customer have it as well. */
  inherit: z.boolean(),
  feature: FeatureKey,
  origin: GrantOrigin,
  effect: GrantEffect,
  value: JsonValue.optional(),
  unlimited: z.boolean().optional(),
  reset: Reset.optional(),
  rollover: Limit.optional(),
  overage: Limit.optional(),
  /** Decides where a feature merges by priority: the highest wins. */
  priority: z.int().min(-1000).max(1000),
  from: Instant,
  to: Instant.nullable(),
  revokedAt: Instant.nullable(),
  reason: text(2000),
  links: z.array(Link).max(20),
  grantedBy: text(200),
  grantedAt: Instant,
});
export type Grant = z.infer<typeof Grant>;
