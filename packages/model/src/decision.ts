import type { GrantEffect, GrantOrigin } from './grant.ts';
import type { JsonValue } from './json.ts';
import type { Limit } from './quantity.ts';
import type { Instant } from './time.ts';

/** Why a check said no. The order is the order of the stages; codes never change meaning. */
export const denialReasons = [
  'feature_unknown',
  'customer_unknown',
  'feature_disabled',
  'customer_suspended',
  'on_hold',
  'denied_by_grant',
  'sunset',
  'not_entitled',
  'expired',
  'not_started',
  'trial_ended',
  'missing_dependency',
  'not_rolled_out',
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
] as const;
export type DenialReason = (typeof denialReasons)[number];

/** Why a check said yes: by a grant, because the feature is open to all, or by its fail mode while there is no data. */
export type AllowReason = 'entitled' | 'open' | 'fail_mode';
export type Reason = DenialReason | AllowReason | 'no_data';

export const stageNames = [
  'known',
  'guarding_flag',
  'customer_status',
  'denials',
  'grants',
  'requirements',
  'rollout',
  'value',
  'seat',
  'allowance',
] as const;
export type StageName = (typeof stageNames)[number];

/** One grant's part in an answer. */
export interface DecisionSource {
  readonly grant: string;
  readonly origin: GrantOrigin;
  readonly effect: GrantEffect;
  /** What people call it: the plan's name, or the reason that was given. */
  readonly label: string;
  /** The plan and product key it comes from, for grants that a subscription implies. */
  readonly plan: string | null;
  readonly pkId: string | null;
  readonly contribution: JsonValue;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly kept: boolean;
  /** Why it does not count, in a code: `expired`, `not_started`, `revoked`, `shadowed`, `denied`, `capped`. */
  readonly because: string | null;
}

export interface DecisionStep {
  readonly stage: StageName;
  readonly passed: boolean;
  readonly reason: DenialReason | null;
}

/** What would turn a no into a yes: the smallest plan or add-on that has the feature, or more seats. */
export interface Unlock {
  readonly kind: 'plan' | 'addon' | 'seat' | 'approval';
  readonly key: string;
  readonly name: string;
}

/** The answer to "may this customer use this feature?". */
export interface Decision {
  readonly customer: string;
  readonly feature: string;
  readonly allowed: boolean;
  readonly reason: Reason;
  /** The merged right: true for a switch, a number or `unlimited`, a level, a list, a configuration. Null when there is none. */
  readonly value: JsonValue;
  /** Where it stops, for features that are counted; null for others. */
  readonly limit: Limit | null;
  readonly used: number | null;
  readonly reserved: number | null;
  readonly remaining: Limit | null;
  readonly resetAt: Instant | null;
  readonly enforcement: 'hard' | 'soft' | 'observe';
  /** Codes such as `unknown_customer_default_plan`, `limit_reached` under soft enforcement, `over_limit`. */
  readonly warnings: readonly string[];
  /** When the answer may change by the mere passing of time; null if never. */
  readonly nextChangeAt: Instant | null;
  readonly revision: number;
  readonly freshness: 'live' | 'stale' | 'fallback';
  readonly sources?: readonly DecisionSource[];
  readonly steps?: readonly DecisionStep[];
  readonly unlock?: readonly Unlock[];
  /** One sentence for people. */
  readonly sentence?: string;
}
