import type { Decision, Milliseconds } from '@latchkey/model';
import { check } from '../check/check.ts';
import { pairUp } from '../check/guarded-flag.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import type { EvaluationContext } from '../snapshot/customer-context.ts';
import { explain } from './explain.ts';

export interface EntitlementsOptions {
  /** With sources, steps, unlock and sentence. */
  readonly explain?: boolean | undefined;
  /** Who is asking within the customer. */
  readonly context?: EvaluationContext | undefined;
}

/** The decision about every feature of the catalogue, in the order of their keys. */
export function entitlements(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: Milliseconds,
  options: EntitlementsOptions = {},
): readonly Decision[] {
  const subject = pairUp(configuration, customer);
  const decide = options.explain ? explain : check;
  const { context } = options;
  return configuration.featureKeys.map((feature) =>
    decide(configuration, subject, { feature, context }, now),
  );
}
