import type { Customer } from './customer.ts';
import type { Feature } from './feature.ts';
import type { Flag, FlagTargeting, Segment } from './flag.ts';
import type { Grant } from './grant.ts';
import type { Hold } from './hold.ts';
import type { Plan, PlanPublication, PlanVersion } from './plan.ts';
import type { Subscription } from './subscription.ts';
import type { Instant } from './time.ts';
import type { MeterReading } from './usage.ts';

/**
 * All of an environment that decisions need apart from its customers, as one value. Sent to SDKs as it is; the engine
 * compiles it once per revision. Grants here are those for plans, segments and everyone.
 */
export interface Configuration {
  readonly project: string;
  readonly environment: string;
  /** Changes after a restore or a lossy failover; a lower revision is then newer. */
  readonly epoch: string;
  readonly revision: number;
  readonly defaultPlan: string | null;
  readonly flags: readonly Flag[];
  readonly targeting: readonly FlagTargeting[];
  readonly segments: readonly Segment[];
  readonly features: readonly Feature[];
  readonly plans: readonly Plan[];
  readonly planVersions: readonly PlanVersion[];
  readonly publications: readonly PlanPublication[];
  readonly grants: readonly Grant[];
}

/** Seats of one subscription item: by whom they are taken, and until when. A seat that is over counts no more. */
export interface SeatUse {
  readonly pkId: string;
  readonly seats: readonly {
    /** `user/ada`, `device/laptop-7`: who sits. */
    readonly subject: string;
    readonly quantity: number;
    /** Null lives as long as the item. */
    readonly to: Instant | null;
  }[];
  /** Newest change of any activation of the item. */
  readonly changedAt: string | null;
}

/**
 * All that decisions about one customer need, including what is still to come: future and past dates are in it, so a
 * holder can answer for any moment near now without asking again.
 */
export interface CustomerSnapshot {
  readonly epoch: string;
  readonly revision: number;
  /** Null for a customer that is not known here. */
  readonly customer: Pick<
    Customer,
    'key' | 'name' | 'parent' | 'attributes' | 'tags' | 'state' | 'timeZone'
  > | null;
  readonly key: string;
  /** Parents first to last; nearest first. */
  readonly ancestors: readonly string[];
  /** Listed memberships of the customer, by segment: true is included, false excluded. Attributes are for rules. */
  readonly segments: { readonly [segment: string]: boolean };
  readonly subscriptions: readonly Subscription[];
  /** Own grants, and those of ancestors that are inherited. */
  readonly grants: readonly Grant[];
  readonly seats: readonly SeatUse[];
  /** What blocks the customer now and later. Left out where nothing does. */
  readonly holds?: readonly Pick<Hold, 'id' | 'blocks' | 'from' | 'to'>[];
  /** What was counted of meters when this was read, by feature. Counting goes on without a new revision. */
  readonly meters?: { readonly [feature: string]: MeterReading };
}
