import type {
  BucketStanding,
  Counter,
  DenialReason,
  Feature,
  Limit,
  MeterState,
  Milliseconds,
  Portion,
} from '@latchkey/model';
import { exceeds, remainder, total, unlimited } from '../quantity.ts';
import { toInstant } from '../time.ts';
import type { Allowances, Bucket } from './buckets.ts';
import { beginning, counterIn, counterOf, freeOf, isCountedIn, sum, withCounter } from './counter.ts';
import { allOfTime, type Window } from './window.ts';

/** What a request for some of a meter comes to. */
export type Taking = { readonly denied: DenialReason } | Taken;

export interface Taken {
  readonly denied: null;
  /** Everything that was counted: in buckets, under ceilings, as overage. */
  readonly portions: readonly Portion[];
  /** What no bucket had room for. */
  readonly overage: number;
  readonly state: MeterState;
}

/** In all: what is allowed now with what was carried over, what is gone, and what can still be had. */
export interface MeterSummary {
  readonly limit: Limit;
  readonly used: number;
  readonly reserved: number;
  readonly remaining: Limit;
  readonly resetAt: Milliseconds | null;
}

/** A name that something is counted under, and the window in which it is. */
export interface Tally {
  readonly name: string;
  readonly window: Window;
}

/** What goes beyond an allowance is counted beside it, in the same window. */
const beyond = ({ name, window }: Tally): Tally => ({ name: `overage ${name}`, window });

/** Where no allowance is left that it could be beyond. */
const beyondNone = beyond({ name: 'never', window: allOfTime });

/** Whether a portion came out of an allowance, rather than being counted besides. */
export const isFromBucket = ({ counter }: Portion): boolean =>
  !counter.startsWith('overage ') && !counter.startsWith('cap ');

/**
 * One meter of one customer at one moment: what is allowed, and what was counted. It never alters; each taking tells the
 * state that comes of it.
 */
export class Meter {
  readonly #allowances: Allowances;
  readonly #state: MeterState;
  readonly #enforcement: Feature['enforcement'];
  readonly #counters: ReadonlyMap<string, Counter>;

  constructor(
    allowances: Allowances,
    state: MeterState,
    enforcement: Feature['enforcement'],
    timeZone: string,
  ) {
    this.#allowances = allowances;
    this.#state = state;
    this.#enforcement = enforcement;
    const { buckets, ceilings } = allowances;
    this.#counters = new Map([
      ...buckets.map((bucket) => [bucket.name, counterOf(state, bucket, timeZone)] as const),
      ...[...ceilings, ...buckets.map(beyond), beyondNone].map(
        ({ name, window }) => [name, counterIn(state, name, window)] as const,
      ),
    ]);
  }

  /** Every allowance as it stands, in the order in which use is taken from them. */
  standings(): readonly BucketStanding[] {
    return this.#allowances.buckets.map(({ name, label, limit, window, expires }) => {
      const counter = this.#counter(name);
      const { used, reserved, carried } = counter;
      return {
        bucket: name,
        label,
        limit,
        carried,
        used,
        reserved,
        remaining: freeOf(limit, counter),
        from: toInstant(window.from),
        to: toInstant(expires),
      };
    });
  }

  summary(): MeterSummary {
    const { buckets, ceilings } = this.#allowances;
    const counters = [...buckets, ...buckets.map(beyond)].map(({ name }) => this.#counter(name));
    const ends = [...buckets, ...ceilings].map(({ window }) => window.to).filter(Number.isFinite);
    return {
      limit: lowest([
        total(buckets.flatMap(({ name, limit }) => [limit, this.#counter(name).carried])),
        ...ceilings.map(({ limit }) => limit),
      ]),
      used: sum(counters.map(({ used }) => used)),
      reserved: sum(counters.map(({ reserved }) => reserved)),
      remaining: lowest([
        total(buckets.map((bucket) => this.#freeOf(bucket))),
        ...ceilings.map((ceiling) => this.#freeOf(ceiling)),
      ]),
      resetAt: ends.length === 0 ? null : Math.min(...ends),
    };
  }

  /** Ceilings that nothing was counted under yet, for whoever can tell what was used since their windows began. */
  uncountedCeilings(): readonly Tally[] {
    return this.#allowances.ceilings.filter(({ name, window }) => !isCountedIn(this.#state, name, window));
  }

  /** Takes a quantity if every rule lets it: whole or not at all. */
  take(quantity: number, column: 'used' | 'reserved' = 'used'): Taking {
    const { ceilings } = this.#allowances;
    if (ceilings.some((ceiling) => exceeds(quantity, this.#freeOf(ceiling))))
      return { denied: 'cap_reached' };
    const served = this.#served(quantity);
    if (served.rest > 0 && this.#enforcement === 'hard') return { denied: 'limit_reached' };
    return this.#counted(quantity, served, column);
  }

  /** Counts what was used already, whatever the limits: what no bucket has room for is overage. */
  count(quantity: number): Taken {
    return this.#counted(quantity, this.#served(quantity), 'used');
  }

  /** First out of the allowances, then out of what was agreed beyond them. */
  #served(quantity: number): Served {
    const { buckets } = this.#allowances;
    const rooms = [
      ...buckets.map((bucket) => ({ tally: bucket, free: this.#freeOf(bucket) })),
      ...buckets.map((bucket) => {
        const tally = beyond(bucket);
        return { tally, free: freeOf(bucket.overage, this.#counter(tally.name)) };
      }),
    ];
    const portions: Portion[] = [];
    let rest = quantity;
    for (const { tally, free } of rooms) {
      const taken = exceeds(rest, free) ? sum([free]) : rest;
      if (taken === 0) continue;
      portions.push(portionOf(tally, taken));
      rest = sum([remainder(rest, taken)]);
    }
    return { portions, rest };
  }

  #counted(quantity: number, { portions, rest }: Served, column: 'used' | 'reserved'): Taken {
    const last = this.#allowances.buckets.at(-1);
    const rests = rest > 0 ? [portionOf(last === undefined ? beyondNone : beyond(last), rest)] : [];
    const ceilings = this.#ceilings().map((ceiling) => portionOf(ceiling, quantity));
    const all = joined([...portions, ...rests, ...ceilings]);
    let state = this.#state;
    for (const { counter: name, quantity: more } of all) {
      const counter = this.#counter(name);
      state = withCounter(state, name, { ...counter, [column]: sum([counter[column], more]) });
    }
    const over = [...portions.filter((portion) => !isFromBucket(portion)), ...rests];
    return { denied: null, portions: all, overage: sum(over.map((each) => each.quantity)), state };
  }

  /** Several caps of one window are counted once. */
  #ceilings(): readonly Tally[] {
    return [...new Map(this.#allowances.ceilings.map((ceiling) => [ceiling.name, ceiling])).values()];
  }

  #counter(name: string): Counter {
    return this.#counters.get(name) ?? counterIn(this.#state, name, allOfTime);
  }

  #freeOf({ name, limit }: Pick<Bucket, 'name' | 'limit'>): Limit {
    return freeOf(limit, this.#counter(name));
  }
}

interface Served {
  readonly portions: readonly Portion[];
  readonly rest: number;
}

const portionOf = ({ name, window }: Tally, quantity: number): Portion => ({
  counter: name,
  from: beginning(window.from),
  quantity,
});

/** Every counter once. */
function joined(portions: readonly Portion[]): readonly Portion[] {
  const byCounter = new Map<string, Portion>();
  for (const portion of portions) {
    const { quantity = 0 } = byCounter.get(portion.counter) ?? {};
    byCounter.set(portion.counter, { ...portion, quantity: sum([quantity, portion.quantity]) });
  }
  return [...byCounter.values()];
}

const lowest = (limits: readonly Limit[]): Limit =>
  limits.reduce((least, limit) => (exceeds(least, limit) ? limit : least), unlimited);
