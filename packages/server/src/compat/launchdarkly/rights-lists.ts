import type { LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import { Cohorts } from './cohorts.ts';
import { type Gate, type Gates, generatedPrefix, openEverywhere } from './gates.ts';

/**
 * More cohorts than this, and their flags are parted into two groups with cohorts of their own: where every customer has
 * a combination of rights like nobody else's, one list for each would cost more than to name everybody several times.
 */
const cohortsMax = 400;

const nothing: ReadonlySet<string> = new Set();

/** The rights of all customers, and the facts that rules ask for, as lists of those who have the same. */
export class RightsLists {
  #groups: readonly Cohorts[] = [];
  #gates: Gates = openEverywhere;
  #keys = 0;
  readonly #combinations = new Map<string, ReadonlySet<string>>();
  /** What a customer has of whom nobody knows. */
  nobodyHas: ReadonlySet<string> = nothing;

  /** The same value for the same flags: there are far fewer combinations than customers. */
  combination(flags: readonly string[]): ReadonlySet<string> {
    const text = flags.join(' ');
    const known = this.#combinations.get(text) ?? new Set(flags);
    this.#combinations.set(text, known);
    return known;
  }

  place(customer: string, has: ReadonlySet<string> | null): void {
    for (const group of this.#groups) group.place(customer, has);
  }

  regroup(flags: readonly string[], hasByCustomer: ReadonlyMap<string, ReadonlySet<string>>): void {
    this.#combinations.clear();
    for (const has of hasByCustomer.values()) this.#combinations.set([...has].join(' '), has);
    this.#groups = this.#parted(flags).flatMap((group) => this.#small(group, hasByCustomer));
  }

  /** For these flags and facts; one of which nothing is known yet lets nobody pass. */
  gates(flags: readonly string[], facts: readonly string[] = []): Gates {
    const byFlag = this.#gatesOf(flags);
    const byFact = this.#gatesOf(facts);
    const segments = this.#groups.flatMap((group) => group.segments(this.nobodyHas));
    const cohorts = new Map(segments.map((segment) => [segment.key, segment]));
    this.#gates = sameOr(this.#gates, { byFlag, byFact, cohorts });
    return this.#gates;
  }

  #gatesOf(names: readonly string[]): ReadonlyMap<string, Gate> {
    return new Map(
      names.map((name) => {
        const group = this.#groups.find((each) => each.flags.includes(name));
        const unlistedPass = group !== undefined && this.nobodyHas.has(name);
        return [name, { unlistedPass, lists: group?.listsOf(name, !unlistedPass) ?? [] }];
      }),
    );
  }

  /** The groups as they are, without flags that are no more and with those that are new. */
  #parted(flags: readonly string[]): readonly Cohorts[] {
    const kept = this.#groups.map((group) => group.flags.filter((flag) => flags.includes(flag)));
    const fresh = flags.filter((flag) => !kept.some((group) => group.includes(flag)));
    const [smallest] = kept.map((_, at) => at).toSorted((a, b) => size(kept[a]) - size(kept[b]));
    const parted = kept.map((group, at) => (at === smallest ? [...group, ...fresh] : group));
    const wanted = parted.length > 0 ? parted : [fresh];
    return wanted.flatMap((group, at) => {
      if (group.length === 0) return [];
      const known = this.#groups[at] ?? new Cohorts(group, this.#newKey);
      known.flags = group;
      return [known];
    });
  }

  #small(group: Cohorts, hasByCustomer: ReadonlyMap<string, ReadonlySet<string>>): readonly Cohorts[] {
    group.regroup(hasByCustomer);
    const { flags, size } = group;
    if (size <= cohortsMax || flags.length < 2) return [group];
    const half = Math.ceil(flags.length / 2);
    return [flags.slice(0, half), flags.slice(half)].flatMap((part) =>
      this.#small(new Cohorts(part, this.#newKey), hasByCustomer),
    );
  }

  readonly #newKey = (): string => {
    this.#keys += 1;
    return `${generatedPrefix}customers:${this.#keys}`;
  };
}

const size = (flags: readonly string[] | undefined): number => flags?.length ?? 0;

/** As much of what was there before as is still true, so that what is the same need not be compared by what it says. */
function sameOr(before: Gates, after: Gates): Gates {
  const byFlag = sameGatesOr(before.byFlag, after.byFlag);
  const byFact = sameGatesOr(before.byFact, after.byFact);
  const isSame =
    isSameMap(before.byFlag, byFlag) &&
    isSameMap(before.byFact, byFact) &&
    isSameMap<LaunchDarklySegment>(before.cohorts, after.cohorts);
  return isSame ? before : { byFlag, byFact, cohorts: after.cohorts };
}

const sameGatesOr = (
  before: ReadonlyMap<string, Gate>,
  after: ReadonlyMap<string, Gate>,
): ReadonlyMap<string, Gate> =>
  new Map(
    [...after].map(([name, gate]) => {
      const known = before.get(name);
      return [name, known && isSameGate(known, gate) ? known : gate];
    }),
  );

const isSameGate = (one: Gate, other: Gate): boolean =>
  one.unlistedPass === other.unlistedPass &&
  one.lists.length === other.lists.length &&
  one.lists.every((list, at) => list === other.lists[at]);

export const isSameMap = <Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
): boolean => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
