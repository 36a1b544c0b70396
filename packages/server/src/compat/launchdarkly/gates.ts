import type { LaunchDarklyFlag, LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import type { Projection } from './projection.ts';

/** Who is entitled to what a flag guards, as a list of those who differ from customers that nobody knows. */
interface Gate {
  readonly unlistedPass: boolean;
  /** Keys of customers. */
  readonly listed: readonly string[];
}

/** By flag; only flags that are on, the others are off for everybody. */
export type Gates = ReadonlyMap<string, Gate>;

/** No key that people choose has a colon in it. */
const gateKey = (flag: string): string => `latchkey:entitled:${flag}`;

/**
 * Gates each guarded flag by a prerequisite that is on for those entitled, so that an SDK which knows nothing of rights
 * answers the off variation to all others. A rule would not do: targets come before rules, prerequisites before both.
 */
export function withGates({ flags, segments }: Projection, gates: Gates): Projection {
  const gatedFlags = new Map(flags);
  const gatedSegments = new Map(segments);
  for (const [key, gate] of gates) {
    const flag = flags.get(key);
    if (flag === undefined) continue;
    const first = { key: gateKey(key), variation: 0 };
    gatedFlags.set(key, { ...flag, prerequisites: [first, ...(flag.prerequisites ?? [])] });
    gatedFlags.set(gateKey(key), gateFlag(gateKey(key), gate));
    gatedSegments.set(gateKey(key), gateSegment(gateKey(key), gate));
  }
  return { flags: gatedFlags, segments: gatedSegments };
}

const gateFlag = (key: string, { unlistedPass }: Gate): LaunchDarklyFlag => ({
  key,
  on: true,
  variations: [true, false],
  offVariation: 1,
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [
    {
      id: 'entitled',
      clauses: [{ attribute: '', op: 'segmentMatch', values: [key], negate: unlistedPass }],
      variation: 0,
    },
  ],
  fallthrough: { variation: 1 },
  salt: key,
  clientSide: false,
  trackEvents: false,
  // Nobody asked for it, so nobody should read of it.
  excludeFromSummaries: true,
});

const gateSegment = (key: string, { listed }: Gate): LaunchDarklySegment => ({
  key,
  salt: key,
  included: [],
  excluded: [],
  includedContexts: [{ contextKind: 'customer', values: listed }],
  excludedContexts: [],
  rules: [],
});
