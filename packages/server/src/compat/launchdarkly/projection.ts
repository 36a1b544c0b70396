import { type FactClause, projectFacts, toLaunchDarkly } from '@latchkey/engine';
import type { LaunchDarklyFlag, LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import type { Configuration } from '@latchkey/model';
import type { ListedMembers } from './listed-members.ts';

type ByKey<Item> = ReadonlyMap<string, Item>;

/**
 * Flags and segments as LaunchDarkly's server-side SDKs hold them, without their versions. What has not changed is the
 * same value from one projection to the next, so that nobody writes it anew to find that out.
 */
export interface Projection {
  readonly flags: ByKey<LaunchDarklyFlag>;
  /** Those that people made. */
  readonly segments: ByKey<LaunchDarklySegment>;
  /** Those that say which customers are entitled, and of whom facts are true; see `gates.ts`. */
  readonly cohorts: ByKey<LaunchDarklySegment>;
}

/** What people made, as it is told to SDKs that know no facts, and the clauses on facts that were taken out of it. */
export interface Projected extends Omit<Projection, 'cohorts'> {
  /** The same value for as long as they say the same. */
  readonly factClauses: readonly FactClause[];
}

type Source = Pick<Configuration, 'flags' | 'targeting' | 'segments'>;
export type Members = ByKey<ListedMembers | null>;

/** SDKs take a missing list for a fault, so every list is written, also an empty one. */
const untouched = {
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [],
  fallthrough: { variation: 0 },
};

interface Made<Item> {
  readonly of: readonly unknown[];
  readonly item: Item;
  readonly factClauses: readonly FactClause[];
}

/** Projects one configuration after the other, and of each only what differs from the one before. */
export class Projector {
  #flags = new Map<string, Made<LaunchDarklyFlag>>();
  #segments = new Map<string, Made<LaunchDarklySegment>>();
  #factClauses: readonly FactClause[] = [];
  #last: Made<Projected> | null = null;

  /** The configuration with the listed members in it: SDKs evaluate by themselves and ask nobody who is listed. */
  project({ flags, targeting, segments }: Source, members: Members): Projected {
    const of = [flags, targeting, segments, members];
    const isSame = this.#last?.of.every((part, at) => part === of[at]) ?? false;
    if (this.#last !== null && isSame) return this.#last.item;
    const item = this.#project({ flags, targeting, segments }, members);
    this.#last = { of, item, factClauses: item.factClauses };
    return item;
  }

  #project({ flags, targeting, segments }: Source, members: Members): Projected {
    const targetingByFlag = new Map(targeting.map((each) => [each?.flag, each]));
    this.#flags = renewed(
      flags,
      this.#flags,
      (flag) => [flag, targetingByFlag.get(flag.key)],
      (flag) => {
        const own = targetingByFlag.get(flag.key);
        const source = { flags: [flag], targeting: own ? [own] : [], segments: [] };
        // Versions are given later, by what has changed: see `items.ts`.
        const projected = projectFacts(toLaunchDarkly({ ...source, revision: 0 }));
        const item = projected.flags[flag.key];
        return item && { item: { ...untouched, ...item }, factClauses: projected.factClauses };
      },
    );
    this.#segments = renewed(
      segments,
      this.#segments,
      (segment) => [segment, members.get(segment.key)],
      (segment) => {
        const source = { flags: [], targeting: [], segments: [segment] };
        const projected = projectFacts(toLaunchDarkly({ ...source, revision: 0 }));
        const item = projected.segments[segment.key];
        const { factClauses } = projected;
        return item && { item: { ...item, ...listed(members.get(segment.key)) }, factClauses };
      },
    );
    const found = [...this.#flags.values(), ...this.#segments.values()].flatMap((made) => made.factClauses);
    const once = [...new Map(found.map((each) => [each.segment, each])).values()].toSorted(bySegment);
    const isKnown =
      once.length === this.#factClauses.length &&
      once.every(({ segment }, at) => segment === this.#factClauses[at]?.segment);
    if (!isKnown) this.#factClauses = once;
    return {
      flags: itemsOf(this.#flags),
      segments: itemsOf(this.#segments),
      factClauses: this.#factClauses,
    };
  }
}

function renewed<From extends { readonly key: string }, Item>(
  sources: readonly From[],
  before: ReadonlyMap<string, Made<Item>>,
  partsOf: (source: From) => readonly unknown[],
  make: (source: From) => Omit<Made<Item>, 'of'> | undefined,
): Map<string, Made<Item>> {
  const next = new Map<string, Made<Item>>();
  for (const source of sources) {
    // Rows that another version wrote may be anything; what has no key is nobody's.
    const key: unknown = source?.key;
    if (typeof key !== 'string') continue;
    const of = partsOf(source);
    const known = before.get(key);
    const made = known?.of.every((part, at) => part === of[at]) ? known : make(source);
    if (made !== undefined) next.set(key, { ...made, of });
  }
  return next;
}

const bySegment = (one: FactClause, other: FactClause): number => (one.segment < other.segment ? -1 : 1);

const itemsOf = <Item>(made: ReadonlyMap<string, Made<Item>>): ByKey<Item> =>
  new Map([...made].map(([key, { item }]) => [key, item]));

function listed(members: ListedMembers | null | undefined): Partial<LaunchDarklySegment> {
  if (members === undefined) return {};
  // The SDK then says of each answer that rests on this segment that its members could not be asked for.
  if (members === null) return { unbounded: true, unboundedContextKind: 'user', generation: 1 };
  const others = (byKind: ReadonlyMap<string, readonly string[]>) =>
    [...byKind].filter(([kind]) => kind !== 'user').map(([contextKind, values]) => ({ contextKind, values }));
  return {
    included: members.included.get('user') ?? [],
    excluded: members.excluded.get('user') ?? [],
    includedContexts: others(members.included),
    excludedContexts: others(members.excluded),
  };
}
