import {
  type check,
  type EvaluationContext,
  entitlements,
  evaluateGuardedFlag,
  explain,
} from '@latchkey/engine';
import type { Decision, Feature, JsonValue } from '@latchkey/model';
import type { AnswerTally } from './answer-tally.ts';
import type { HeldCustomer } from './held-customers.ts';
import type { Log } from './log.ts';
import type { World } from './world.ts';

/** What a question may add to the bare "may they?". */
export interface CheckOptions {
  /** How many at once, for features that are counted; 1 unless said. */
  readonly quantity?: number | undefined;
  /** A level to reach, members to be included, or a number to be had. */
  readonly value?: JsonValue | undefined;
  /** Who is asking within the customer: `{ kind: 'user', key: 'ada' }`, or several kinds as LaunchDarkly writes them. */
  readonly context?: EvaluationContext | undefined;
}

/**
 * What to answer while nothing is known at all, not even the feature: for every feature alike, or by its key, where
 * those that are not named are denied. Once a configuration has been seen, each feature's own fail mode counts.
 */
export type FailMode = 'allow' | 'deny' | { readonly [feature: string]: 'allow' | 'deny' };

export interface Decider {
  readonly world: World;
  readonly failMode: FailMode;
  readonly now: () => number;
  readonly log: Log;
  /** Where answers are counted; nowhere unless said. */
  readonly tally?: AnswerTally | undefined;
}

/** The answer, or the one that stands for it, counted where somebody asked for it to act by it. Never throws. */
export function decide(
  decider: Decider,
  held: HeldCustomer,
  feature: string,
  options: CheckOptions | undefined,
  how: typeof check | typeof explain,
): Decision {
  const decision = decided(decider, held, feature, options, how);
  if (how !== explain) decider.tally?.checked(decision, decider.now());
  return decision;
}

function decided(
  decider: Decider,
  held: HeldCustomer,
  feature: string,
  options: CheckOptions | undefined,
  how: typeof check | typeof explain,
): Decision {
  const { world, log } = decider;
  try {
    const subject = world.subject(held);
    if (subject !== null) {
      const question =
        options === undefined
          ? { feature }
          : { feature, quantity: options.quantity, value: options.value, context: options.context };
      const decision = how(subject.configuration, subject.customer, question, decider.now());
      if (decision.reason === 'feature_unknown')
        log.once({ level: 'warn', event: 'an unknown feature was asked about', feature }, feature);
      return world.freshness(held) === 'live' ? decision : { ...decision, freshness: 'stale' };
    }
  } catch (error) {
    log.once({ level: 'warn', event: 'a decision failed', feature, error: String(error) }, feature);
  }
  return withoutData(decider, held.key, feature, how === explain);
}

/** The decision about every feature of the catalogue; none while the catalogue is not known. Never throws. */
export function decideAll(
  decider: Decider,
  held: HeldCustomer,
  options: { readonly explain?: boolean | undefined; readonly context?: EvaluationContext | undefined },
): readonly Decision[] {
  const { world, log } = decider;
  try {
    const subject = world.subject(held);
    if (subject !== null) {
      const decisions = entitlements(subject.configuration, subject.customer, decider.now(), options);
      if (world.freshness(held) === 'live') return decisions;
      return decisions.map((decision) => ({ ...decision, freshness: 'stale' }));
    }
    const keys = world.compiled()?.featureKeys ?? [];
    return keys.map((feature) => withoutData(decider, held.key, feature, options.explain ?? false));
  } catch (error) {
    log.once({ level: 'warn', event: 'a decision failed', error: String(error) });
    return [];
  }
}

/** The flag's value where it has one of the kind that the caller can use, else the caller's own. Never throws. */
export function flagValue<Value extends JsonValue>(
  { world, now, log, tally }: Decider,
  held: HeldCustomer | null,
  flag: string,
  context: EvaluationContext | undefined,
  otherwise: Value,
): Widened<Value> {
  try {
    const configuration = world.compiled();
    if (configuration !== null) {
      const customer = held === null ? null : (world.subject(held)?.customer ?? null);
      const { value, variationIndex } = evaluateGuardedFlag(configuration, customer, flag, context, now());
      if (variationIndex !== null && isAlike(value, otherwise)) {
        tally?.evaluated(flag, variationIndex, now());
        return value as Widened<Value>;
      }
      const event = variationIndex === null ? 'a flag has no value' : 'a flag has a value of another type';
      log.once({ level: 'warn', event, flag }, flag);
    } else {
      log.once({ level: 'warn', event: 'a flag was asked before any data had arrived', flag }, flag);
    }
  } catch (error) {
    log.once({ level: 'warn', event: 'a flag failed', flag, error: String(error) }, flag);
  }
  tally?.evaluated(flag, null, now());
  return otherwise as JsonValue as Widened<Value>;
}

/** `false` as a default means any boolean as the answer. */
export type Widened<Value extends JsonValue> = Value extends boolean
  ? boolean
  : Value extends number
    ? number
    : Value extends string
      ? string
      : JsonValue;

/** Null as a default takes any value; lists and objects are one type, as in JSON variations. */
const isAlike = (value: unknown, otherwise: JsonValue): boolean =>
  otherwise === null || typeof value === typeof otherwise;

function withoutData(
  { world, failMode, log }: Decider,
  customer: string,
  feature: string,
  why: boolean,
): Decision {
  const known = world.compiled()?.features.get(feature);
  const allowed = (known?.failMode ?? failModeOf(failMode, feature)) === 'allow';
  log.once({ level: 'warn', event: 'a decision was made without data', feature }, feature);
  const decision: Decision = {
    customer,
    feature,
    allowed,
    reason: allowed ? 'fail_mode' : 'no_data',
    value: allowed && (known?.kind ?? 'switch') === 'switch' ? true : null,
    limit: null,
    used: null,
    reserved: null,
    remaining: null,
    resetAt: null,
    enforcement: known?.enforcement ?? 'hard',
    warnings: [],
    nextChangeAt: null,
    revision: world.configuration?.revision ?? 0,
    freshness: 'fallback',
  };
  return why
    ? { ...decision, sources: [], steps: [], unlock: [], sentence: sentenceOf(decision, known) }
    : decision;
}

function failModeOf(failMode: FailMode, feature: string): 'allow' | 'deny' {
  if (typeof failMode === 'string') return failMode;
  return Object.hasOwn(failMode, feature) && failMode[feature] === 'allow' ? 'allow' : 'deny';
}

const sentenceOf = ({ allowed, customer, feature }: Decision, known: Feature | undefined): string =>
  `Nothing has been heard about ${customer} yet, so ${known?.name ?? feature} is ${
    allowed ? 'open' : 'closed'
  } by its fail mode.`;
