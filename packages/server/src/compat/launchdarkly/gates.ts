import type { LaunchDarklyFlag, LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import type { Projection } from './projection.ts';

/** Who passes the gate of a flag: all but those in its lists, or only those in its lists. */
export interface Gate {
  readonly unlistedPass: boolean;
  /** Keys of generated segments. */
  readonly lists: readonly string[];
}

/** Which customers are entitled to what flags guard. The same value, or the same parts, for as long as nothing differs. */
export interface Gates {
  /** By flag; only flags that are on, the others are off for everybody. */
  readonly byFlag: ReadonlyMap<string, Gate>;
  readonly cohorts: ReadonlyMap<string, LaunchDarklySegment>;
}

export const openEverywhere: Gates = { byFlag: new Map(), cohorts: new Map() };

/** No key that people choose has a colon in it. */
export const generatedPrefix = 'latchkey:';
const gateKey = (flag: string): string => `${generatedPrefix}entitled:${flag}`;

interface Gated {
  readonly of: LaunchDarklyFlag;
  readonly by: Gate;
  readonly flag: LaunchDarklyFlag;
  readonly gate: LaunchDarklyFlag;
}

/**
 * Gates each guarded flag by a prerequisite that is on for those entitled, so that an SDK which knows nothing of rights
 * answers the off variation to all others. A rule would not do: targets come before rules, prerequisites before both.
 */
export class Gatekeeper {
  #gated = new Map<string, Gated>();

  gate({ flags, segments }: Omit<Projection, 'cohorts'>, { byFlag, cohorts }: Gates): Projection {
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
    return { flags: gatedFlags, segments, cohorts };
  }
}

const withGate = (flag: LaunchDarklyFlag): LaunchDarklyFlag => ({
  ...flag,
  prerequisites: [{ key: gateKey(flag.key), variation: 0 }, ...(flag.prerequisites ?? [])],
});

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
