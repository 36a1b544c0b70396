import fc, { type Arbitrary } from 'fast-check';
import {
  aClause,
  aContextKey,
  aKind,
  aListedKey,
  flagKeys,
  often,
  pick,
  rarely,
  segmentKeys,
  someOf,
} from './launchdarkly-clauses.ts';
import { aContext } from './launchdarkly-contexts.ts';

/** What keeps the members of big segments, and in which state it is. */
export type StoreKind = 'none' | 'healthy' | 'stale' | 'failing';

const anIndex = fc.oneof(
  { weight: 40, arbitrary: pick<unknown>(0, 1) },
  { weight: 1, arbitrary: pick<unknown>(2, -1, 3, 0.5, '1', null) },
);
const aWeight = fc.oneof(pick(0, 100, 25_000, 50_000, 100_000), fc.integer({ min: 0, max: 100_000 }));
const aBucketBy = rarely(pick('key', 'name', 'n', 'kind', 'country', '/address/city', '//', 'a/b', ''));
const aSalt = often(pick('salty', '', null));

const aServe = fc.oneof(
  { weight: 3, arbitrary: fc.record({ variation: anIndex, rollout: rarely(fc.constant(null)) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      variation: rarely(fc.constant(null)),
      rollout: fc.record({
        kind: pick('rollout', 'experiment', undefined),
        contextKind: rarely(aKind),
        bucketBy: aBucketBy,
        seed: rarely(pick(61, 0, null)),
        variations: someOf(
          fc.record({ variation: anIndex, weight: often(aWeight), untracked: rarely(fc.boolean()) }),
          4,
        ),
      }),
    }),
  },
  { weight: 1, arbitrary: rarely(pick({}, { rollout: {} })).map((serve) => serve ?? { variation: 0 }) },
);

const aTarget = (kind: Arbitrary<string | undefined>) =>
  fc.record({ contextKind: kind, variation: anIndex, values: someOf(aListedKey) });

const aFlag = fc.record({
  version: fc.constant(1),
  on: pick(true, true, true, true, true, false, undefined),
  deleted: rarely(fc.boolean()),
  offVariation: often(anIndex),
  variations: pick<unknown>([true, false], ['x', null, { y: 1 }], ['x', 'y', 'z']),
  prerequisites: rarely(someOf(fc.record({ key: pick(...flagKeys, 'unknown'), variation: anIndex }))),
  targets: rarely(someOf(aTarget(rarely(aKind)))),
  contextTargets: rarely(someOf(aTarget(often(aKind)))),
  rules: often(
    someOf(
      fc
        .tuple(
          fc.record({
            id: often(fc.constant('r')),
            clauses: often(someOf(aClause(pick(...segmentKeys, 'unknown')), 2)),
          }),
          aServe,
        )
        .map(([rule, serve]) => ({ ...rule, ...serve })),
    ),
  ),
  fallthrough: often(aServe),
  salt: aSalt,
});

/** A circle through a big segment crashes the official SDK: with any in play, segments refer to later ones only. */
function aSegment(index: number, hasBig: boolean) {
  const references = hasBig ? [...segmentKeys.slice(index + 1), 'unknown'] : segmentKeys;
  return fc.record({
    version: fc.constant(1),
    deleted: rarely(fc.boolean()),
    included: often(
      fc.oneof(
        someOf(aListedKey),
        aContextKey.map((key) => [...Array(101).keys()].map(String).concat(key)),
      ),
    ),
    excluded: rarely(someOf(aListedKey)),
    includedContexts: rarely(someOf(aTarget(often(aKind)))),
    excludedContexts: rarely(someOf(aTarget(often(aKind)))),
    rules: often(
      someOf(
        fc.record({
          clauses: often(someOf(aClause(pick(...references)), 2)),
          weight: rarely(aWeight),
          bucketBy: aBucketBy,
          rolloutContextKind: rarely(aKind),
        }),
      ),
    ),
    salt: aSalt,
    unbounded: hasBig ? fc.boolean() : fc.constant(undefined),
    unboundedContextKind: rarely(aKind),
    generation: pick(1, 1, 1, 2, 0, undefined),
  });
}

/** As it travels: undefined fields are gone, `__proto__` is a key like any other. */
const byKey = (keys: readonly string[], items: readonly (object | undefined)[]) =>
  JSON.parse(
    JSON.stringify(
      Object.fromEntries(keys.flatMap((key, i) => (items[i] ? [[key, { key, ...items[i] }]] : []))),
    ),
  );

/** Flags and segments as LaunchDarkly's SDKs receive them, well formed and not, and contexts to ask about. */
export const anEnvironment = fc.boolean().chain((hasBig) =>
  fc.record({
    data: fc.record({
      flags: fc.tuple(...flagKeys.map(() => often(aFlag))).map((flags) => byKey(flagKeys, flags)),
      segments: fc
        .tuple(...segmentKeys.map((_, i) => often(aSegment(i, hasBig))))
        .map((segments) => byKey(segmentKeys, segments)),
    }),
    contexts: fc.array(
      aContext.map((context) => JSON.parse(JSON.stringify(context))),
      { minLength: 8, maxLength: 10 },
    ),
    store: hasBig
      ? pick<StoreKind>('none', 'healthy', 'healthy', 'stale', 'failing')
      : pick<StoreKind>('none', 'healthy'),
    memberships: fc.dictionary(
      aContextKey,
      fc.dictionary(pick(...segmentKeys.flatMap((key) => [`${key}.g1`, `${key}.g2`])), fc.boolean()),
    ),
  }),
);
