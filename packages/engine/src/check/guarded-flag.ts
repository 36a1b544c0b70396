import type { PreparedContext } from '../flags/context.ts';
import { prepareContext } from '../flags/context.ts';
import { evaluateFlag } from '../flags/evaluate.ts';
import { type Evaluation, flagNotFound } from '../flags/evaluation.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import {
  type CompiledCustomer,
  compileCustomer,
  timelineOf,
  unknownCustomer,
} from '../snapshot/compile-customer.ts';
import { type EvaluationContext, prepareQuestionContext } from '../snapshot/customer-context.ts';
import { isCustomerEntitled } from './customer-stages.ts';

/**
 * What a flag answers within the product: its off variation for customers that are not entitled to what it guards,
 * else what its targeting says of the context, of which the customer is a part. So a flag never shows what a check
 * denies. Without a customer, what is guarded counts as asked for a customer that nobody knows.
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
  return answer(configuration, nobodyIn(configuration), flagKey, prepareContext(context), now);
}

export function answerOfFlag(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  flagKey: string,
  context: EvaluationContext | undefined,
  now: number,
): Evaluation {
  const prepared =
    context === undefined ? customer.context : prepareQuestionContext(customer.snapshot, context);
  return answer(configuration, customer, flagKey, prepared, now);
}

/** A customer compiled under another revision is compiled again: flags and grants of two revisions never mix. */
export const pairUp = (configuration: CompiledConfiguration, customer: CompiledCustomer): CompiledCustomer =>
  customer.configuration === configuration ? customer : compileCustomer(configuration, customer.snapshot);

function answer(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  flagKey: string,
  context: PreparedContext | null,
  now: number,
): Evaluation {
  const flag = configuration.flags.flagsByKey.get(flagKey);
  if (flag === undefined) return flagNotFound;
  for (const key of [flagKey, ...prerequisitesOf(configuration, flagKey)]) {
    if (isWithheld(configuration, customer, key, now)) return flag.off;
  }
  return evaluateFlag(configuration.flags, flagKey, context);
}

/** A flag that guards a bundle of features is withheld from those who are entitled to none of them. */
function isWithheld(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  flagKey: string,
  now: number,
): boolean {
  const guarded = configuration.featuresByFlag.get(flagKey) ?? [];
  return (
    guarded.length > 0 &&
    !guarded.some((feature) =>
      isCustomerEntitled({
        configuration,
        customer,
        feature,
        rights: timelineOf(customer, feature).at(now),
        now,
      }),
    )
  );
}

/** The flags that this one builds on, near or far: what rests on a withheld flag is withheld too. */
function prerequisitesOf({ flagsByKey }: CompiledConfiguration, flagKey: string): readonly string[] {
  const found = new Set<string>();
  const add = (key: string) => {
    for (const { flag } of flagsByKey.get(key)?.targeting?.prerequisites ?? []) found.add(flag);
  };
  add(flagKey);
  for (const key of found) add(key);
  return [...found];
}

const nobodies = new WeakMap<CompiledConfiguration, CompiledCustomer>();

function nobodyIn(configuration: CompiledConfiguration): CompiledCustomer {
  const known = nobodies.get(configuration);
  if (known !== undefined) return known;
  const nobody = unknownCustomer(configuration, '');
  nobodies.set(configuration, nobody);
  return nobody;
}
