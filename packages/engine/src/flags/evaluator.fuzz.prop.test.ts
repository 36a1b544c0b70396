import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { reviveFullPayload } from '@launchdarkly/js-server-sdk-common';
import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type BigSegments, type LaunchDarklyData, launchDarklyEvaluator } from '../launchdarkly.ts';

/** Every flag of an environment for every context: about 32 cases each, so more than 100,000 in a normal run. */
const environments = process.env['LATCHKEY_LONG'] === '1' ? 60_000 : 4_000;

let cases = 0;
const seen = new Map<string, number>();

test('answers equal the official evaluator in value, variation and reason', {
  timeout: 600_000,
}, async () => {
  const property = fc.asyncProperty(anEnvironment, async ({ data, contexts, store, memberships }) => {
    const official = officialEvaluator(data, store, memberships);
    const ours = launchDarklyEvaluator({ ...data, ...bigSegmentsOf(store, memberships) });
    for (const context of contexts) {
      for (const flagKey of [...Object.keys(data.flags ?? {}), 'unknown']) {
        const wanted = asJson(await official(flagKey, context));
        const given = asJson(ours.evaluate(flagKey, context, 'default'));
        note(given);
        if (!isDeepStrictEqual(given, wanted)) {
          throw new Error(
            `${flagKey} for ${JSON.stringify(context)} is\n${JSON.stringify(given)} and should be\n${JSON.stringify(wanted)}`,
          );
        }
      }
    }
  });
  await fc.assert(property, { numRuns: environments });

  // The environments have to be worth it: many cases, and every reason, error and big segment status among them.
  expect(cases).toBeGreaterThan(environments * 25);
  for (const name of everyOutcome) expect([name, (seen.get(name) ?? 0) > 100]).toEqual([name, true]);
});

const reasons = ['OFF', 'FALLTHROUGH', 'TARGET_MATCH', 'RULE_MATCH', 'PREREQUISITE_FAILED', 'inExperiment'];
const errors = ['FLAG_NOT_FOUND', 'MALFORMED_FLAG', 'USER_NOT_SPECIFIED'];
const statuses = ['HEALTHY', 'STALE', 'STORE_ERROR', 'NOT_CONFIGURED'];
const everyOutcome = [...reasons, ...errors, ...statuses];

function note({ reason }: Answer): void {
  const { kind, errorKind, bigSegmentsStatus, inExperiment } = reason;
  if (errorKind !== 'FLAG_NOT_FOUND') cases += 1;
  for (const name of [kind, errorKind, bigSegmentsStatus, inExperiment && 'inExperiment']) {
    if (name) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
}

type Answer = { readonly reason: { readonly [field in string]?: string } };
const asJson = (answer: unknown): Answer => JSON.parse(JSON.stringify(answer));

// The official SDK, over a store whose contents are exchanged for each environment.

type StoreKind = 'none' | 'healthy' | 'stale' | 'failing';
type Memberships = { readonly [contextKey in string]?: Readonly<Record<string, boolean>> };
type Items = { readonly [key in string]?: { readonly deleted?: boolean } };

const stored: {
  features: Items;
  segments: Items;
  memberships: ReadonlyMap<string, Readonly<Record<string, boolean>>>;
} = { features: {}, segments: {}, memberships: new Map() };

const featureStore = {
  get(kind: { namespace: string }, key: string, callback: (item: unknown) => void) {
    const items = kind.namespace === 'features' ? stored.features : stored.segments;
    const item = Object.hasOwn(items, key) ? items[key] : undefined;
    callback(item?.deleted ? null : (item ?? null));
  },
  initialized: (callback: (initialized: boolean) => void) => callback(true),
  close() {},
};

function officialClient(kind: StoreKind): LDClient {
  const store = {
    getMetadata: async () => ({ lastUpToDate: kind === 'stale' ? 0 : Number.MAX_SAFE_INTEGER }),
    async getUserMembership(hash: string) {
      if (kind === 'failing') throw new Error('The store is gone.');
      return stored.memberships.get(hash);
    },
    close() {},
  };
  return init('sdk-key', {
    featureStore: featureStore as never,
    useLdd: true,
    sendEvents: false,
    logger: { error() {}, warn() {}, info() {}, debug() {} },
    // A negative time keeps nothing in the SDK's cache of memberships.
    ...(kind !== 'none' && { bigSegments: { store: () => store as never, userCacheTime: -1 } }),
  });
}

const clients: Readonly<Record<StoreKind, LDClient>> = {
  none: officialClient('none'),
  healthy: officialClient('healthy'),
  stale: officialClient('stale'),
  failing: officialClient('failing'),
};
afterAll(() => {
  for (const client of Object.values(clients)) client.close();
});

function officialEvaluator(data: LaunchDarklyData, kind: StoreKind, memberships: Memberships) {
  const { flags, segments } = reviveFullPayload(structuredClone(data) as never) as never as Record<
    string,
    Items
  >;
  stored.features = flags ?? {};
  stored.segments = segments ?? {};
  stored.memberships = new Map(
    Object.entries(memberships).map(([key, membership]) => [
      createHash('sha256').update(key).digest('base64'),
      membership ?? {},
    ]),
  );
  return (flagKey: string, context: unknown) =>
    clients[kind].variationDetail(flagKey, context as never, 'default');
}

function bigSegmentsOf(kind: StoreKind, memberships: Memberships): { bigSegments?: BigSegments } {
  if (kind === 'none') return {};
  return {
    bigSegments(contextKey) {
      if (kind === 'failing') throw new Error('The store is gone.');
      const membership = Object.hasOwn(memberships, contextKey) ? memberships[contextKey] : undefined;
      return { status: kind === 'stale' ? 'STALE' : 'HEALTHY', membership: membership ?? null };
    },
  };
}

// Environments out of few names and values, so that things meet.

const pick = fc.constantFrom;
const often = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
const rarely = <T>(arbitrary: Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const someOf = <T>(arbitrary: Arbitrary<T>, maxLength = 3) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

const flagKeys = ['f0', 'f1', 'f2', 'f3', '__proto__'];
const segmentKeys = ['s0', 's1', 's2', 'constructor'];

const aContextKey = fc.oneof(
  { weight: 3, arbitrary: pick('a', 'b') },
  { weight: 1, arbitrary: pick('c', 'ключ 😀', '\ud800', '33333', 'x'.repeat(60)) },
);
const aListedKey = fc.oneof({ weight: 9, arbitrary: aContextKey }, { weight: 1, arbitrary: fc.constant('') });
const aKind = pick('user', 'user', 'user', 'org', 'device', '');
const texts = ['', 'a', 'b', 'SE', 'x.y@z.org', 'é', '1', 'ab\n'];
const patterns = [
  '^a',
  'b$',
  '[a-z]+@',
  '(a|b)c?',
  'x\\.y',
  'S.',
  '\\d+',
  '(',
  '^$',
  '\\/',
  '(?:é)',
  'z.org',
];
const moments = [
  '2024-02-29T12:00:00Z',
  '2024-02-29T12:00:00.123+02:00',
  '2024-02-29T12:00:00-07',
  '2024-02-29',
  '2024-02-29T12:00:00',
  '2024-13-99T12:00:00Z',
  '2024-02-29T12:00:00Zulu',
  1709208000000,
  0,
];
const versions = [
  '1',
  '1.2',
  '1.2.3',
  '1.2.3-beta',
  '1.2-beta.2',
  '1.2.3-beta.11',
  '1.2.3+build',
  'v1.2.3',
  ' v1.2.3',
  '01.2.3',
  '1.2.3.4',
  '1.2.3-1',
  '1.2.3-9007199254740993',
  '9007199254740993.0.0',
  '1.2.3 ',
  '1.',
  '2.0.0-rc.1+x.y',
  'x',
];
const numbers = [0, 1, -1, 1.5, 33333, 1e21];
const aValue = fc.oneof(
  pick<unknown>(...texts, ...numbers, ...versions, ...moments, true, false, null),
  fc.constant([1]),
  fc.constant({ a: 1 }),
);

const attributes = [
  'key',
  'name',
  'kind',
  'anonymous',
  'country',
  'text',
  'n',
  'version',
  'at',
  'tags',
  'address',
  '/address/city',
  '/address/~1odd',
  '/address/~0odd',
  '/tags/0',
  '/name',
  '/kind',
  'a/b',
  '/a~1b',
  '~t',
  '__proto__',
  'toString',
  '_meta',
  '/_meta/x',
  '',
  '/',
  '//',
  '/a~2',
  '/a~',
  '/address/',
];
const anAttribute = fc.oneof(
  { weight: 1, arbitrary: pick(...attributes) },
  { weight: 1, arbitrary: pick('/address/city', '/address/~1odd', '/address/~0odd', '/address/') },
  { weight: 3, arbitrary: pick('key', 'country', 'text', 'n', 'tags') },
);

function aClause(segments: Arbitrary<string>): Arbitrary<unknown> {
  const clause = (op: Arbitrary<unknown>, attribute: Arbitrary<string>, values: Arbitrary<unknown>) =>
    fc.record({
      op,
      attribute,
      contextKind: often(aKind),
      values: someOf(values),
      negate: rarely(fc.boolean()),
    });
  return fc.oneof(
    { weight: 3, arbitrary: clause(fc.constant('in'), anAttribute, aValue) },
    { weight: 9, arbitrary: clause(fc.constant('segmentMatch'), fc.constant(''), segments) },
    {
      weight: 2,
      arbitrary: clause(fc.constant('in'), pick('key', 'country'), fc.oneof(aContextKey, pick(...texts))),
    },
    {
      weight: 1,
      arbitrary: clause(
        pick('startsWith', 'endsWith', 'contains'),
        pick('text', 'tags', 'key'),
        pick(...texts),
      ),
    },
    { weight: 1, arbitrary: clause(fc.constant('matches'), pick('text', 'tags', 'key'), pick(...patterns)) },
    {
      weight: 1,
      arbitrary: clause(
        pick('lessThan', 'lessThanOrEqual', 'greaterThan', 'greaterThanOrEqual'),
        pick('n', 'tags'),
        pick(...numbers),
      ),
    },
    { weight: 1, arbitrary: clause(pick('before', 'after'), pick('at', 'n'), pick<unknown>(...moments)) },
    {
      weight: 1,
      arbitrary: clause(
        pick('semVerEqual', 'semVerLessThan', 'semVerGreaterThan'),
        fc.constant('version'),
        pick(...versions),
      ),
    },
    {
      weight: 1,
      arbitrary: clause(
        pick('in', 'matches', 'before', 'contains', 'lessThan', 'semVerEqual', 'unheard of', undefined),
        anAttribute,
        aValue,
      ),
    },
  );
}

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

const someAttributes = fc.record({
  name: rarely(aValue),
  anonymous: rarely(pick(true, false, null, 'yes')),
  country: often(pick<unknown>('SE', 'a', null)),
  text: often(pick<unknown>(...texts, 5)),
  n: often(pick<unknown>(...numbers, '1')),
  version: often(pick<unknown>(...versions, 1)),
  at: often(pick<unknown>(...moments)),
  tags: often(someOf(aValue)),
  address: often(
    pick<unknown>(
      { city: 'SE', '~1odd': 'SE', '~0odd': 'a', '': 1 },
      { city: 'a', '/odd': 'SE', '~odd': 'a' },
      ['SE'],
    ),
  ),
  'a/b': rarely(aValue),
  '/a~1b': rarely(aValue),
  '~t': rarely(aValue),
  _meta: rarely(pick({ x: 1 })),
  kind: fc.constant(undefined),
});
const withOwnPrototypeKey = fc
  .tuple(someAttributes, rarely(aValue))
  .map(([record, value]) =>
    value === undefined ? record : Object.fromEntries([...Object.entries(record), ['__proto__', value]]),
  );
const aPart = fc.tuple(withOwnPrototypeKey, aContextKey).map(([record, key]) => ({ ...record, key }));
const parts = fc.record({ user: often(aPart), org: often(aPart), device: rarely(aPart) });

const aContext = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(aPart, pick('user', 'user', 'org', 'device'))
      .map(([part, kind]) => ({ ...part, kind })),
  },
  { weight: 3, arbitrary: parts.map((kinds) => ({ kind: 'multi', ...kinds })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(withOwnPrototypeKey, withOwnPrototypeKey, pick<unknown>('a', 'b', 33333, true, ''))
      .map(([custom, user, key]) => ({ ...user, key, custom })),
  },
  {
    weight: 1,
    arbitrary: pick<unknown>(
      null,
      {},
      [],
      { key: null },
      { kind: 'user' },
      { kind: 'user', key: '' },
      { kind: 'kind', key: 'a' },
      { kind: 'a b', key: 'a' },
      { kind: 5, key: 'a' },
      { kind: 'multi', user: 'a' },
      { kind: 'multi', multi: { key: 'a' } },
      { kind: 'multi', kind2: { key: 5 } },
    ),
  },
);

/** As it travels: undefined fields are gone, `__proto__` is a key like any other. */
const byKey = (keys: readonly string[], items: readonly (object | undefined)[]) =>
  JSON.parse(
    JSON.stringify(
      Object.fromEntries(keys.flatMap((key, i) => (items[i] ? [[key, { key, ...items[i] }]] : []))),
    ),
  );

const anEnvironment = fc.boolean().chain((hasBig) =>
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
