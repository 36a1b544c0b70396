import { z } from 'zod';
import { denialReasons } from './decision.ts';
import { CustomerKey, FeatureKey, FlagKey, isSafeText } from './keys.ts';
import { Instant } from './time.ts';

/** A process that does nothing else could not count further between two reports. */
const Count = z.int().min(1).max(10_000_000_000);

/** How often a flag answered one variation to an application within one hour. */
export const EvaluationCount = z.object({
  flag: FlagKey,
  /** Position in the flag's variations; null when the application got its own default. */
  variation: z.int().min(0).max(99).nullable(),
  count: Count,
  /** The last of them. */
  at: Instant,
});
export type EvaluationCount = z.infer<typeof EvaluationCount>;

/** How often a check of a feature for a customer ended in the same way within one hour. */
export const CheckCount = z.object({
  feature: FeatureKey,
  customer: CustomerKey.refine(isSafeText, 'must not contain control characters'),
  allowed: z.boolean(),
  reason: z.enum([...denialReasons, 'entitled', 'open', 'fail_mode', 'no_data']),
  count: Count,
  /** The last of them. */
  at: Instant,
});
export type CheckCount = z.infer<typeof CheckCount>;

/** What an application tells of the answers it gave. The same report may be sent again under its id, and counts once. */
export interface InsightReport {
  readonly id: string;
  /** By the sender's clock, which is set right by it where it is wrong. */
  readonly sentAt: Instant;
  readonly evaluations: readonly EvaluationCount[];
  readonly checks: readonly CheckCount[];
  /** Answers that were given and could not be counted, since the last report. */
  readonly dropped: number;
}
