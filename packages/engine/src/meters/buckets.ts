import type { Feature, Limit, Milliseconds } from '@latchkey/model';
import type { DatedGrant } from '../grants/dated-grant.ts';
import { compareText } from '../grants/dated-grant.ts';
import type { Merged } from '../grants/merged.ts';
import { isLimit, unlimited } from '../quantity.ts';
import { type Window, windowAt, windowName } from './window.ts';

/** One allowance with its own window; never converted into another's. */
export interface Bucket {
  /** What use is counted under: the window for `set`, so that a larger one takes over; the lineage for `add`. */
  readonly name: string;
  readonly label: string;
  readonly limit: Limit;
  readonly window: Window;
  /** When what is left of it is lost. */
  readonly expires: Milliseconds;
  /** Since when there is something that could be left over. */
  readonly since: Milliseconds;
  /** How much of what is left goes over into the next window. */
  readonly rollover: Limit;
  /** How much may be used beyond it in the same window before a hard meter says no. */
  readonly overage: Limit;
  readonly grant: DatedGrant;
}

/** A ceiling from above: all that is used within its window counts, whichever bucket it came from. */
export interface Ceiling {
  readonly name: string;
  readonly limit: Limit;
  readonly window: Window;
}

/** What a meter allows at one moment: where use is taken from, in that order, and what must hold besides. */
export interface Allowances {
  readonly buckets: readonly Bucket[];
  readonly ceilings: readonly Ceiling[];
}

/** The bucket of a meter that is open to all: without end, but counted. */
const openBucket = 'open';

export function allowancesOf(
  { access }: Pick<Feature, 'access'>,
  merged: Merged,
  active: readonly DatedGrant[],
  timeZone: string,
  now: Milliseconds,
): Allowances {
  const giving = [...merged.kept].filter(({ effect, value }) => effect !== 'cap' && isLimit(value));
  const buckets = giving.map((grant) => bucketOf(grant, timeZone, now)).sort(byUrgency);
  const ceilings = active
    .filter(({ effect, value }) => effect === 'cap' && isLimit(value))
    .map((grant) => ({
      name: `cap ${windowName(grant.reset)}`,
      limit: grant.value as Limit,
      window: windowAt(grant.reset, timeZone, now),
    }))
    .sort((a, b) => compareText(a.name, b.name));
  const open = access === 'open' && !buckets.some(({ limit }) => limit === unlimited);
  return {
    buckets: open ? [...buckets, unbounded()] : buckets,
    ceilings,
  };
}

function bucketOf(grant: DatedGrant, timeZone: string, now: Milliseconds): Bucket {
  const window = windowAt(grant.reset, timeZone, now);
  const name = windowName(grant.reset);
  return {
    name: grant.effect === 'add' ? `add ${grant.lineageId} ${name}` : name,
    label: grant.label,
    limit: grant.value as Limit,
    window,
    expires: Math.min(window.to, grant.to),
    since: grant.from,
    rollover: grant.rollover ?? 0,
    overage: grant.overage ?? 0,
    grant,
  };
}

function unbounded(): Bucket {
  const window = windowAt(null, 'UTC', 0);
  return {
    name: openBucket,
    label: '',
    limit: unlimited,
    window,
    expires: window.to,
    since: window.from,
    rollover: 0,
    overage: 0,
    grant: openGrant,
  };
}

/** Stands where a grant is asked for, behind every real one. */
const openGrant: DatedGrant = {
  id: openBucket,
  lineageId: openBucket,
  feature: '',
  origin: 'default_plan',
  effect: 'allow',
  value: unlimited,
  reset: null,
  rollover: null,
  overage: null,
  priority: Number.MAX_SAFE_INTEGER,
  closeness: 0,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  revoked: false,
  grantedAt: Number.POSITIVE_INFINITY,
  label: '',
  provenance: null,
};

/** Soonest lost first, then the lowest priority number, then the oldest, then by lineage: the same on every machine. */
function byUrgency(a: Bucket, b: Bucket): number {
  return (
    compare(a.expires, b.expires) ||
    compare(a.grant.priority, b.grant.priority) ||
    compare(a.grant.grantedAt, b.grant.grantedAt) ||
    compareText(a.grant.lineageId, b.grant.lineageId) ||
    compareText(a.grant.id, b.grant.id)
  );
}

/** Two ends without end must compare as equal, which subtraction does not do. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
