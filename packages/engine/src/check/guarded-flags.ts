import type { DenialReason, Feature, Milliseconds } from '@latchkey/model';
import type { PreparedContext } from '../flags/context.ts';
import type { Evaluation } from '../flags/evaluation.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import {
  type EvaluationContext,
  type OwnContext,
  prepareQuestionContext,
  prepareStrangersContext,
} from '../snapshot/customer-context.ts';
import { check } from './check.ts';
import { answerOfPrepared, hasOneOf, nobodyIn, pairUp } from './guarded-flag.ts';

/** Segments that list the context under any of its keys: in, or explicitly out. */
export type Memberships = ReadonlyMap<string, boolean>;

/** Who asks. Without a customer, what is guarded counts as asked for a customer that nobody knows. */
export interface Asking {
  readonly customer: CompiledCustomer | null;
  readonly context: EvaluationContext | undefined;
  /** Of the other kinds of the context; the customer's own are in its snapshot. */
  readonly listed?: Memberships;
}

/** Many flags asked about one context, which is prepared once. The same answers as of `evaluateGuardedFlag`. */
export interface GuardedFlags {
  readonly isContextValid: boolean;
  readonly answer: (flagKey: string) => Evaluation;
  /** The feature that keeps the flag from the customer, and why; null where nothing does. Asked of flags that are on. */
  readonly withheldBy: (
    flagKey: string,
  ) => { readonly feature: string; readonly reason: DenialReason } | null;
}

/** Whose rights count, and the context as the evaluator reads it; null when it is not valid. */
export function prepareAsking(
  configuration: CompiledConfiguration,
  { customer, context, listed = none }: Asking,
  now: Milliseconds,
): { readonly whose: CompiledCustomer; readonly prepared: PreparedContext | null } {
  const whose = customer === null ? nobodyIn(configuration) : pairUp(configuration, customer);
  const prepared =
    customer === null
      ? prepareStrangersContext(context, { memberships: listed })
      : prepareQuestionContext(withListed(whose.ownContext, listed), context, now);
  return { whose, prepared };
}

export function guardedFlags(
  configuration: CompiledConfiguration,
  asking: Asking,
  now: Milliseconds,
): GuardedFlags {
  const { whose, prepared } = prepareAsking(configuration, asking, now);
  const { guardedByFlag: guards } = configuration;
  return {
    isContextValid: prepared !== null,
    answer: (flagKey) => answerOfPrepared(configuration, whose, flagKey, prepared, now),
    withheldBy(flagKey) {
      for (const features of guards.get(flagKey) ?? []) {
        const [first] = features;
        if (first !== undefined && !hasOneOf(features, configuration, whose, now))
          return { feature: first.key, reason: denialOf(configuration, whose, first, now) };
      }
      return null;
    },
  };
}

const none: Memberships = new Map();

/** Why the customer has no right to a feature. */
export function denialOf(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  { key }: Feature,
  now: Milliseconds,
): DenialReason {
  const { allowed, reason } = check(configuration, customer, { feature: key }, now);
  return allowed ? 'not_entitled' : (reason as DenialReason);
}

/** To be listed under one kind is to be a member, whatever another says. */
function withListed(own: OwnContext, listed: Memberships): OwnContext {
  if (listed.size === 0) return own;
  const memberships = new Map(listed);
  for (const [segment, isIncluded] of own.lookups.memberships)
    memberships.set(segment, isIncluded || memberships.get(segment) === true);
  return { ...own, lookups: { memberships } };
}
