import { toLaunchDarkly } from '@latchkey/engine';
import type { LaunchDarklyFlag, LaunchDarklySegment } from '@latchkey/engine/launchdarkly';
import type { Configuration } from '@latchkey/model';
import type { ListedMembers } from './listed-members.ts';

/** Flags and segments as LaunchDarkly's server-side SDKs hold them, without their versions. */
export interface Projection {
  readonly flags: ReadonlyMap<string, LaunchDarklyFlag>;
  readonly segments: ReadonlyMap<string, LaunchDarklySegment>;
}

/** SDKs take a missing list for a fault, so every list is written, also an empty one. */
const untouched = {
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [],
  fallthrough: { variation: 0 },
};

/** The configuration with the listed members in it: SDKs evaluate by themselves and ask nobody who is listed. */
export function project(
  configuration: Pick<Configuration, 'flags' | 'targeting' | 'segments'>,
  members: ReadonlyMap<string, ListedMembers | null>,
): Projection {
  // Versions are given later, by what has changed: see `items.ts`.
  const { flags, segments } = toLaunchDarkly({ ...configuration, revision: 0 });
  return {
    flags: new Map(Object.entries(flags).map(([key, flag]) => [key, { ...untouched, ...flag }])),
    segments: new Map(
      Object.entries(segments).map(([key, segment]) => [key, { ...segment, ...listed(members.get(key)) }]),
    ),
  };
}

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
