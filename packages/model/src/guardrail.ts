import { z } from 'zod';
import { FeatureKey, Key, Name, Tags } from './keys.ts';

/** A pattern of operation kinds: `grant.create`, `subscription.*`. */
const ActionPattern = z
  .string()
  .max(100)
  .regex(
    /^(?:\*|[a-z*][a-z*-]*\.[a-z*][a-z*-]*)$/,
    'must be the kind of an operation, such as grant.create or subscription.*',
  );

/**
 * When a guardrail speaks. `tags` and `features` choose what it is about; the others are limits, and it speaks when one
 * of them is passed. Without any limit it always speaks about what it is about.
 */
export const GuardrailWhen = z.strictObject({
  /** The thing, or a feature that it gives, carries one of these. The origin of a grant counts as `origin:trial`. */
  tags: Tags.pipe(z.array(z.string()).min(1)).exactOptional(),
  features: z.array(FeatureKey).min(1).max(200).exactOptional(),
  /** Days that the change adds: the length of what is new, and how much later an end is moved. */
  maxDays: z.int().min(0).max(36_500).exactOptional(),
  /** What it adds for one customer: seats and other quantities of a subscription, amounts of a grant. */
  maxQuantity: z.int().min(0).max(1_000_000_000).exactOptional(),
  /** Customers whose entitlements it touches. */
  maxCustomers: z.int().min(0).max(1_000_000).exactOptional(),
  /** How often the like may be done for one customer within so many days. */
  maxTimes: z
    .strictObject({ times: z.int().min(0).max(1000), days: z.int().min(1).max(3660) })
    .exactOptional(),
});
export type GuardrailWhen = z.infer<typeof GuardrailWhen>;

/** A limit on what people may do on their own. Beyond it somebody else has to approve, or it is refused. */
export const Guardrail = z.strictObject({
  key: Key,
  name: Name,
  /** Null: in every environment, and for what the project shares. */
  environment: Key.nullable(),
  /** Whom it binds: people and their tokens with one of these roles; empty is everybody. */
  roles: z.array(Key).max(50),
  actions: z.array(ActionPattern).min(1).max(100),
  when: GuardrailWhen,
  outcome: z.enum(['approve', 'deny']),
  /** How many people must approve. */
  approvals: z.int().min(1).max(10),
  /** Who may approve; empty: whoever could make the change themselves. */
  approverRoles: z.array(Key).max(50),
});
export type Guardrail = z.infer<typeof Guardrail>;

/** What a guardrail said about a change, for people and for programs. */
export interface Reasoning {
  /** Null: the author asked for approval themselves. */
  readonly guardrail: string | null;
  readonly name: string;
  readonly outcome: 'approve' | 'deny';
  readonly sentence: string;
  /** The limit that was passed, where there is one. */
  readonly limit: 'days' | 'quantity' | 'customers' | 'times' | null;
  readonly allowed: number | null;
  /** What the change takes; null is without end. */
  readonly asked: number | null;
  /** What could still be done on one's own. */
  readonly left: number | null;
}

/** Whose approval a change waits for. All requirements of a change must be met. */
export interface Requirement {
  readonly guardrail: string | null;
  readonly name: string;
  readonly approvals: number;
  readonly approverRoles: readonly string[];
}

/** What the guardrails say together: the most restrictive wins. */
export interface Verdict {
  readonly outcome: 'allow' | 'approve' | 'deny';
  readonly because: readonly Reasoning[];
  readonly requirements: readonly Requirement[];
}
