import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { anEnvironment, type StoreKind } from '@latchkey/testkit/launchdarkly-environments';
import { reviveFullPayload } from '@launchdarkly/js-server-sdk-common';
import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import fc from 'fast-check';
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
