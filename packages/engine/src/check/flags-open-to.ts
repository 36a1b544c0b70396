import type { Feature, Milliseconds } from '@latchkey/model';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { type CompiledCustomer, timelineOf } from '../snapshot/compile-customer.ts';
import { isCustomerEntitled } from './customer-stages.ts';
import { pairUp } from './guarded-flag.ts';

interface OpenFlags {
  readonly flags: readonly string[];
  /** Up to when the clock alone changes nothing of it, epoch milliseconds. */
  readonly until: Milliseconds;
}

/**
 * Of these flags those that no missing right withholds from the customer, in the same order: the others answer as if they
 * were off. Asks what the flags guard, and nothing of their rules.
 */
export function flagsOpenTo(
  configuration: CompiledConfiguration,
  someone: CompiledCustomer,
  flags: readonly string[],
  now: Milliseconds,
): OpenFlags {
  const customer = pairUp(configuration, someone);
  const asked = new Map<string, boolean>();
  let until: Milliseconds = Number.POSITIVE_INFINITY;
  const isHad = (feature: Feature): boolean => {
    const known = asked.get(feature.key);
    if (known !== undefined) return known;
    const rights = timelineOf(customer, feature).at(now);
    until = Math.min(until, rights.to);
    const has = isCustomerEntitled({ configuration, customer, feature, rights, now });
    asked.set(feature.key, has);
    return has;
  };
  const open = flags.filter((flag) => {
    // All are asked, so that `until` knows of every one.
    const groups = (configuration.guardedByFlag.get(flag) ?? []).map((features) => features.map(isHad));
    return groups.every((group) => group.includes(true));
  });
  return { flags: open, until };
}
