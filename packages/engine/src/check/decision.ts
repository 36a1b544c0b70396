import type { Decision, DenialReason } from '@latchkey/model';
import type { MeterSummary } from '../meters/meter.ts';
import { remainder } from '../quantity.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import { forever, toInstant } from '../time.ts';
import { meterOf } from './meter.ts';
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
  const counted = has ? countedOf(world) : nothingToCount;
  return {
    customer: customer.key,
    feature: feature.key,
    allowed: denial === null,
    reason: denial ?? (rights.giving.length > 0 ? 'entitled' : 'open'),
    value: has ? rights.merged.value : null,
    limit: counted.limit,
    used: counted.used,
    reserved: counted.reserved,
    remaining: counted.remaining,
    resetAt: counted.resetAt,
    enforcement: feature.enforcement,
    warnings,
    nextChangeAt: toInstant(Math.min(rights.to, counted.startsAgainAt)),
    revision: customer.revision,
    freshness: 'live',
  };
}

type Counted = Pick<Decision, 'limit' | 'used' | 'reserved' | 'remaining' | 'resetAt'> & {
  /** When time itself changes the figures. */
  readonly startsAgainAt: number;
};

const nothingToCount: Counted = {
  limit: null,
  used: null,
  reserved: null,
  remaining: null,
  resetAt: null,
  startsAgainAt: forever,
};

function countedOf(world: World): Counted {
  const meter = meterOf(world);
  if (meter !== null) return world.rights.merged.limit === null ? nothingToCount : metered(meter.summary());
  const seats = seatsOf(world);
  const limit = seats === null ? world.rights.merged.limit : seats.limit;
  if (seats === null || limit === null) return { ...nothingToCount, limit };
  return { ...nothingToCount, limit, used: seats.used, remaining: remainder(limit, seats.used) };
}

function metered({ limit, used, reserved, remaining, resetAt }: MeterSummary): Counted {
  return {
    limit,
    used,
    reserved,
    remaining,
    resetAt: resetAt === null ? null : toInstant(resetAt),
    startsAgainAt: resetAt ?? forever,
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
