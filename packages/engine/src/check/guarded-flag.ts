import type { Feature } from '@latchkey/model';
import type { PreparedContext } from '../flags/context.ts';
import { evaluateFlag } from '../flags/evaluate.ts';
import { type Evaluation, flagNotFound } from '../flags/evaluation.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import {
  type CompiledCustomer,
  compileCustomer,
  timelineOf,
  unknownCustomer,
} from '../snapshot/compile-customer.ts';
import {
  type EvaluationContext,
  prepareQuestionContext,
  prepareStrangersContext,
} from '../snapshot/customer-context.ts';
import { isCustomerEntitled } from './customer-stages.ts';

/**
 * What a flag answers within the product: its off variation for customers that are not entitled to what it guards,
 * else what its targeting says of the context, of which the customer is a part. So a flag never shows what a check
 * denies, nor does one that builds on it. Without a customer, what is guarded counts as asked for a customer that nobody knows.
 */
export function evaluateGuardedFlag(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer | null,
  flagKey: string,
  context: EvaluationContext | undefined,
  now: number,
): Evaluation {
  if (customer !== null)
    return answerOfFlag(configuration, pairUp(configuration, customer), flagKey, context, now);
  return answerOfPrepared(
    configuration,
    nobodyIn(configuration),
    flagKey,
    prepareStrangersContext(context),
    now,
  );
}

export function answerOfFlag(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  flagKey: string,
  context: EvaluationContext | undefined,
  now: number,
): Evaluation {
  const prepared = prepareQuestionContext(customer.ownContext, context, now);
  return answerOfPrepared(configuration, customer, flagKey, prepared, now);
}

/** A customer compiled under another revision is compiled again: flags and grants of two revisions never mix. */
export const pairUp = (configuration: CompiledConfiguration, customer: CompiledCustomer): CompiledCustomer =>
  customer.configuration === configuration ? customer : compileCustomer(configuration, customer.snapshot);

export function answerOfPrepared(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  flagKey: string,
  context: PreparedContext | null,
  now: number,
): Evaluation {
  const flag = configuration.flags.flagsByKey.get(flagKey);
  if (flag === undefined) return flagNotFound;
  for (const features of configuration.guardedByFlag.get(flagKey) ?? none) {
    if (!hasOneOf(features, configuration, customer, now)) return flag.off;
  }
  return evaluateFlag(configuration.flags, flagKey, context);
}

const none: readonly (readonly Feature[])[] = [];

/** A flag that guards a bundle of features is withheld only from those who are entitled to none of them. */
export function hasOneOf(
  features: readonly Feature[],
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: number,
): boolean {
  return features.some((feature) =>
    isCustomerEntitled({
      configuration,
      customer,
      feature,
      rights: timelineOf(customer, feature).at(now),
      now,
    }),
  );
}

const nobodies = new WeakMap<CompiledConfiguration, CompiledCustomer>();

export function nobodyIn(configuration: CompiledConfiguration): CompiledCustomer {
  const known = nobodies.get(configuration);
  if (known !== undefined) return known;
  const nobody = unknownCustomer(configuration, '');
  nobodies.set(configuration, nobody);
  return nobody;
}
