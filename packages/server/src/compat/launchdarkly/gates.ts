import type { LaunchDarklyFlag, LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import type { Projection } from './projection.ts';

/** Who passes: all but those in its lists, or only those in its lists. */
export interface Gate {
  readonly unlistedPass: boolean;
  /** Keys of generated segments. */
  readonly lists: readonly string[];
}

/** Which customers are entitled to what flags guard, and of which facts are true. The same value, or the same parts, for as long as nothing differs. */
export interface Gates {
  /** By flag; only flags that are on, the others are off for everybody. */
  readonly byFlag: ReadonlyMap<string, Gate>;
  /** By the generated segment that stands for a clause on a fact: the customers of whom it is true. */
  readonly byFact: ReadonlyMap<string, Gate>;
  readonly cohorts: ReadonlyMap<string, LaunchDarklySegment>;
}

export const openEverywhere: Gates = { byFlag: new Map(), byFact: new Map(), cohorts: new Map() };

/** No key that people choose has a colon in it. */
export const generatedPrefix = 'latchkey:';
const gateKey = (flag: string): string => `${generatedPrefix}entitled:${flag}`;

interface Gated {
  readonly of: LaunchDarklyFlag;
  readonly by: Gate;
  readonly flag: LaunchDarklyFlag;
  readonly gate: LaunchDarklyFlag;
}

interface Fact {
  readonly by: Gate;
  readonly segment: LaunchDarklySegment;
}

/**
 * Gates each guarded flag by a prerequisite that is on for those entitled, so that an SDK which knows nothing of rights
 * answers the off variation to all others. A rule would not do: targets come before rules, prerequisites before both.
 */
export class Gatekeeper {
  #gated = new Map<string, Gated>();
  #facts = new Map<string, Fact>();

  gate({ flags, segments }: Omit<Projection, 'cohorts'>, gates: Gates): Projection {
    const { byFlag, byFact, cohorts } = gates;
    const gatedFlags = new Map(flags);
    const gated = new Map<string, Gated>();
    for (const [key, by] of byFlag) {
      const of = flags.get(key);
      if (of === undefined) continue;
      const known = this.#gated.get(key);
      const gate = known?.by === by ? known.gate : gateFlag(gateKey(key), by);
      const flag = known?.of === of ? known.flag : withGate(of);
      gated.set(key, { of, by, flag, gate });
      gatedFlags.set(key, flag);
      gatedFlags.set(gateKey(key), gate);
    }
    this.#gated = gated;
    this.#facts = new Map(
      [...byFact].map(([key, by]) => {
        const known = this.#facts.get(key);
        return [key, known?.by === by ? known : { by, segment: factSegment(key, by) }];
      }),
    );
    const facts = [...this.#facts].map(([key, { segment }]) => [key, segment] as const);
    return { flags: gatedFlags, segments, cohorts: new Map([...cohorts, ...facts]) };
  }
}

const withGate = (flag: LaunchDarklyFlag): LaunchDarklyFlag => ({
  ...flag,
  prerequisites: [{ key: gateKey(flag.key), variation: 0 }, ...(flag.prerequisites ?? [])],
});

/** Nothing that a context says is asked but which customer it names: who names none is not in it. */
const factSegment = (key: string, { unlistedPass, lists }: Gate): LaunchDarklySegment => {
  const isListed = { attribute: '', op: 'segmentMatch', values: lists, negate: unlistedPass };
  return {
    key,
    salt: key,
    included: [],
    excluded: [],
    includedContexts: [],
    excludedContexts: [],
    rules: [{ id: 'customer', clauses: unlistedPass ? [isSomeCustomer, isListed] : [isListed] }],
  };
};

/** No key is empty. Of contexts without a customer it is not true, negated as it is. */
const isSomeCustomer = { contextKind: 'customer', attribute: 'key', op: 'in', values: [''], negate: true };

const gateFlag = (key: string, { unlistedPass, lists }: Gate): LaunchDarklyFlag => ({
  key,
  on: true,
  variations: [true, false],
  offVariation: 1,
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [
    {
      id: 'customer',
      clauses: [{ attribute: '', op: 'segmentMatch', values: lists }],
      variation: unlistedPass ? 1 : 0,
    },
  ],
  fallthrough: { variation: unlistedPass ? 0 : 1 },
  salt: key,
  clientSide: false,
  trackEvents: false,
  // Nobody asked for it, so nobody should read of it.
  excludeFromSummaries: true,
});
