import type { CustomerSnapshot, Decision, Feature, Milliseconds } from '@latchkey/model';
import { type DatedGrant, isActive, isGiving } from '../grants/dated-grant.ts';
import { isPartialDenial } from '../grants/merge/set.ts';
import { merge } from '../grants/merge.ts';
import type { Merged } from '../grants/merged.ts';
import type { Span } from '../grants/span.ts';
import type { SeatsOverTime } from '../seats/seats-over-time.ts';
import { always, endOf, forever, fromInstant } from '../time.ts';
import type { CompiledConfiguration } from './compile-configuration.ts';
import type { FactsOverTime } from './facts.ts';

/** A customer's right to a feature during a while in which it cannot change. */
export interface Rights {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly active: readonly DatedGrant[];
  /** The strongest grant that forbids the whole feature. */
  readonly denial: DatedGrant | null;
  readonly giving: readonly DatedGrant[];
  readonly merged: Merged;
  /** The answer to the bare question, once it was asked: nothing in it can change before `to`. */
  plainDecision: Decision | null;
}

interface Holder {
  readonly configuration: CompiledConfiguration;
  readonly grantsByFeature: ReadonlyMap<string, readonly DatedGrant[]>;
  readonly seatsByItem: ReadonlyMap<string, SeatsOverTime>;
  readonly facts: FactsOverTime;
  readonly snapshot: Pick<CustomerSnapshot, 'holds'>;
}

/**
 * Time cut at every moment at which a grant of the feature, or of one that decides about it, begins or ends, a hold
 * begins or ends, a seat becomes free, or a fact changes that its flag asks for. Between two cuts nothing can change, so what was merged once is kept.
 */
export class Timeline {
  readonly grants: readonly DatedGrant[];
  readonly #feature: Feature;
  /** Ascending, finite. */
  readonly #cuts: readonly Milliseconds[];
  readonly #rights: (Rights | undefined)[] = [];

  constructor(feature: Feature, holder: Holder) {
    this.#feature = feature;
    this.grants = holder.grantsByFeature.get(feature.key) ?? [];
    const moments: Milliseconds[] = [];
    const note = (moment: Milliseconds): void => {
      if (Number.isFinite(moment)) moments.push(moment);
    };
    const { features, factsAsked } = holder.configuration;
    for (const key of featuresBelow(feature, holder.configuration)) {
      // A flag that asks for facts may answer otherwise when one changes.
      const isTimed = factsAsked.flags.has(features.get(key)?.flagKey ?? '');
      if (isTimed) holder.facts.cuts.forEach(note);
      for (const { from, to } of holder.grantsByFeature.get(key) ?? []) {
        note(from);
        note(to);
      }
    }
    for (const { from, to } of holder.snapshot.holds ?? []) {
      note(fromInstant(from));
      note(endOf(to));
    }
    if (feature.seatBound) {
      const pkIds = new Set(this.grants.map(({ provenance }) => provenance?.pkId ?? ''));
      for (const pkId of pkIds) {
        holder.seatsByItem.get(pkId)?.ends.forEach(note);
      }
    }
    this.#cuts = moments.sort((a, b) => a - b).filter((moment, at) => moment !== moments[at - 1]);
  }

  at(now: Milliseconds): Rights {
    const index = this.#indexOf(now);
    const kept = this.#rights[index];
    if (kept !== undefined) return kept;
    const rights = this.#rightsBetween(this.#cuts[index - 1] ?? always, this.#cuts[index] ?? forever);
    this.#rights[index] = rights;
    return rights;
  }

  /** The moments after `now` at which something begins or ends. */
  after(now: Milliseconds): readonly Milliseconds[] {
    return this.#cuts.slice(this.#indexOf(now));
  }

  /** How many cuts are not after `now`. */
  #indexOf(now: Milliseconds): number {
    let low = 0;
    let high = this.#cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#cuts[middle] ?? forever) <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rightsBetween(from: Milliseconds, to: Milliseconds): Rights {
    const active = this.grants.filter((grant) => isActive(grant, from));
    const denial = active.find((grant) => grant.effect === 'deny' && !this.#isPartial(grant)) ?? null;
    return new RightsBetween(this.#feature, { from, to }, active, denial);
  }

  #isPartial(grant: DatedGrant): boolean {
    return this.#feature.kind === 'set' && isPartialDenial(grant);
  }
}

/** Whether there is a right at all is asked more often than how much it is, so that is worked out when it is asked. */
class RightsBetween implements Rights {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly active: readonly DatedGrant[];
  readonly denial: DatedGrant | null;
  readonly giving: readonly DatedGrant[];
  plainDecision: Decision | null = null;
  readonly #feature: Feature;
  #merged: Merged | null = null;

  constructor(
    feature: Feature,
    { from, to }: Span,
    active: readonly DatedGrant[],
    denial: DatedGrant | null,
  ) {
    this.#feature = feature;
    this.from = from;
    this.to = to;
    this.active = active;
    this.denial = denial;
    this.giving = active.filter(isGiving);
  }

  get merged(): Merged {
    this.#merged ??= merge(this.#feature, this.active);
    return this.#merged;
  }
}

/** Worked out once for all customers. */
const below = new WeakMap<CompiledConfiguration, Map<string, readonly string[]>>();

/**
 * The features whose rights decide about this one: what it requires, and what is guarded by the flags that its own flag
 * builds on; near or far, each once. Circles are refused at the edge, but end here anyway.
 */
function featuresBelow(feature: Feature, configuration: CompiledConfiguration): readonly string[] {
  const known = below.get(configuration) ?? new Map<string, readonly string[]>();
  const found = known.get(feature.key) ?? findFeaturesBelow(feature, configuration);
  below.set(configuration, known.set(feature.key, found));
  return found;
}

function findFeaturesBelow(
  feature: Feature,
  { features, guardedByFlag }: CompiledConfiguration,
): readonly string[] {
  const found = new Set([feature.key]);
  for (const key of found) {
    const { requires = [], flagKey = null } = features.get(key) ?? {};
    for (const required of requires) found.add(required);
    for (const guarded of guardedByFlag.get(flagKey ?? '')?.flat() ?? []) found.add(guarded.key);
  }
  return [...found];
}
