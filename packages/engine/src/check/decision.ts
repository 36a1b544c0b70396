import type { Decision, DenialReason } from '@latchkey/model';
import { remainder } from '../quantity.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import { toInstant } from '../time.ts';
import { seatsOf } from './seats.ts';
import type { World } from './stage.ts';

/** Denials after which the customer still has the feature, only not this much of it or not here. */
const aboutThisRequest: ReadonlySet<DenialReason> = new Set<DenialReason>([
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
]);

/** The answer as it is sent. Whoever is denied the feature itself is told no value, so that none can be used by mistake. */
export function decisionOf(world: World, denial: DenialReason | null, warnings: readonly string[]): Decision {
  const { customer, feature, rights } = world;
  const has = denial === null || aboutThisRequest.has(denial);
  const seats = has ? seatsOf(world) : null;
  const limit = !has ? null : seats === null ? rights.merged.limit : seats.limit;
  const used = seats === null || limit === null ? null : seats.used;
  return {
    customer: customer.key,
    feature: feature.key,
    allowed: denial === null,
    reason: denial ?? (rights.giving.length > 0 ? 'entitled' : 'open'),
    value: has ? rights.merged.value : null,
    limit,
    used,
    reserved: null,
    remaining: limit === null || used === null ? null : remainder(limit, used),
    resetAt: null,
    enforcement: feature.enforcement,
    warnings,
    nextChangeAt: toInstant(rights.to),
    revision: customer.revision,
    freshness: 'live',
  };
}

export const unknownFeature = (customer: CompiledCustomer, feature: string): Decision => ({
  customer: customer.key,
  feature,
  allowed: false,
  reason: 'feature_unknown',
  value: null,
  limit: null,
  used: null,
  reserved: null,
  remaining: null,
  resetAt: null,
  enforcement: 'hard',
  warnings: [],
  nextChangeAt: null,
  revision: customer.revision,
  freshness: 'live',
});
