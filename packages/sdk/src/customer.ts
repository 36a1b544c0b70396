import { check, type EvaluationContext, explain } from '@latchkey/engine';
import type { Decision, JsonValue } from '@latchkey/model';
import { type CheckOptions, type Decider, decide, decideAll, flagValue, type Widened } from './decide.ts';
import { type FlagDetails, flagDetails } from './flag-details.ts';
import type { HeldCustomer } from './held-customers.ts';
import type { ConsumeOptions, Consumption, Hold, ReportOptions, ReserveOptions, Usage } from './usage.ts';
import type { DecisionListener, Watches } from './watches.ts';

/**
 * One customer, for as long as the application likes. Every question is answered at once from memory, about a
 * microsecond each, with what is known at that moment; none throws and none goes over the network. Keep it for a request
 * or for years: it follows every change.
 */
export interface CustomerHandle {
  readonly key: string;

  /**
   * May they use the feature? Look at `allowed`; `reason` says why in a stable code, `value` and `limit` how much,
   * `freshness` how sure: `live`, `stale` (the server is away, last known state) or `fallback` (nothing known, the
   * feature's fail mode). An unknown feature is denied with `feature_unknown`.
   *
   * @example
   * const { allowed, reason, remaining } = acme.check('exports', { quantity: 3, context: { kind: 'user', key: 'ada' } });
   */
  check(feature: string, options?: CheckOptions): Decision;

  /** `check(feature).allowed`. */
  isEntitled(feature: string, options?: CheckOptions): boolean;

  /** The merged right: true for a switch, a number or `unlimited`, a level, a list, a configuration. Null when there is none. */
  value(feature: string): JsonValue;

  /** The decision about every feature of the catalogue, in the order of their keys. Empty while no catalogue is known. */
  entitlements(options?: {
    readonly explain?: boolean;
    readonly context?: EvaluationContext;
  }): readonly Decision[];

  /** `check` with every grant and stage that led to the answer, what would unlock it, and one sentence for people. */
  explain(feature: string, options?: CheckOptions): Decision;

  /**
   * What a flag answers for this customer, and the context within it. A flag that guards features is off for customers
   * that are not entitled. `otherwise` comes back when the flag is unknown, malformed or of another type than it.
   */
  flag<Value extends JsonValue>(
    flag: string,
    context: EvaluationContext | undefined,
    otherwise: Value,
  ): Widened<Value>;

  /** The same with its variant, reason and details in OpenFeature's words: why not, where a right is missing. */
  flagDetails(flag: string, context: EvaluationContext | undefined): FlagDetails;

  /**
   * Uses some of a meter, if the rules allow it. The server decides and counts; while it is away the feature's fail mode
   * does, by the figures known last, and what was used is kept, also on disk, and reported afterwards: counted once.
   *
   * @example
   * const { allowed, remaining } = await acme.consume('calls', { quantity: 3, idempotencyKey: request.id });
   */
  consume(feature: string, options?: ConsumeOptions): Promise<Consumption>;

  /** Holds some of a meter until it is known how much was used: `settle` what it was, or `release` it. */
  reserve(feature: string, options?: ReserveOptions): Promise<Hold>;

  /** Tells what was used already; it is counted whatever the limit. Sent in batches, kept on disk until it is counted. */
  report(feature: string, options?: ReportOptions): Promise<void>;

  /**
   * Calls back with the decisions that differ from before, when a change arrives and at the very moment at which time
   * itself changes one: also while the server is away. Returns what ends it.
   */
  onChange(listener: DecisionListener): () => void;
}

export interface Holding {
  readonly decider: Decider;
  readonly watches: Watches;
  readonly usage: Usage;
  /** Called when a customer comes back that had to make room, and was not kept current meanwhile. */
  readonly returned: (held: HeldCustomer) => void;
}

export function customerHandle(
  first: HeldCustomer,
  { decider, watches, usage, returned }: Holding,
): CustomerHandle {
  let held = first;
  const current = (): HeldCustomer => {
    const { customers } = decider.world;
    const isHeld = customers.peek(held.key) !== null;
    held = customers.touch(held);
    if (!isHeld) returned(held);
    return held;
  };
  return {
    key: first.key,
    check: (feature, options) => decide(decider, current(), feature, options, check),
    isEntitled: (feature, options) => decide(decider, current(), feature, options, check).allowed,
    value: (feature) => decide(decider, current(), feature, undefined, check).value,
    entitlements: (options = {}) => decideAll(decider, current(), options),
    explain: (feature, options) => decide(decider, current(), feature, options, explain),
    flag: (flag, context, otherwise) => flagValue(decider, current(), flag, context, otherwise),
    flagDetails: (flag, context) => flagDetails(decider, current(), flag, context),
    consume: (feature, options) => usage.consume(current(), feature, options),
    reserve: (feature, options) => usage.reserve(current(), feature, options),
    report: (feature, options) => usage.report(current(), feature, options),
    onChange: (listener) => watches.onDecisions(current(), listener),
  };
}
