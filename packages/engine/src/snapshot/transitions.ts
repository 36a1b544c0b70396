import type { Instant, Milliseconds } from '@latchkey/model';
import { meterOf } from '../check/meter.ts';
import { forever, toInstant } from '../time.ts';
import type { CompiledConfiguration } from './compile-configuration.ts';
import { type CompiledCustomer, timelineOf } from './compile-customer.ts';

/** A moment at which something of a customer's begins or ends, and the features that it concerns. */
export interface Transition {
  readonly at: Instant;
  readonly features: readonly string[];
}

/** What is still to come for the customer, soonest first. */
export function transitions(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: Milliseconds,
): readonly Transition[] {
  const featuresByMoment = new Map<Milliseconds, string[]>();
  for (const feature of configuration.features.values()) {
    for (const moment of timelineOf(customer, feature).after(now)) {
      const features = featuresByMoment.get(moment);
      if (features === undefined) featuresByMoment.set(moment, [feature.key]);
      else features.push(feature.key);
    }
  }
  return [...featuresByMoment]
    .sort(([a], [b]) => a - b)
    .flatMap(([moment, features]) => {
      const at = toInstant(moment);
      return at === null ? [] : [{ at, features: features.sort() }];
    });
}

/**
 * Up to when everything that is said of the customer stays true by the clock alone, its items' and seats' own dates included;
 * infinity if for ever. Epoch milliseconds.
 */
export function nextTransition(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: Milliseconds,
): Milliseconds {
  let next = forever;
  for (const feature of configuration.features.values()) {
    const rights = timelineOf(customer, feature).at(now);
    next = Math.min(
      next,
      rights.to,
      meterOf({ feature, customer, rights, now })?.summary().resetAt ?? forever,
    );
  }
  if (configuration.factsAsked.flags.size > 0) {
    next = Math.min(next, customer.facts.cuts[customer.facts.stretchOf(now)] ?? forever);
  }
  for (const seats of customer.seatsByItem.values()) next = Math.min(next, seats.nextEnd(now));
  for (const { items } of customer.snapshot.subscriptions) {
    for (const { from, to, plan } of items) {
      const editions = configuration.editions(plan).map((edition) => edition.from);
      for (const moment of [Date.parse(from), to === null ? forever : Date.parse(to), ...editions]) {
        if (moment > now) next = Math.min(next, moment);
      }
    }
  }
  return next;
}
