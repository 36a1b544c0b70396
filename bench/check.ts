/**
 * What a check costs, for catalogues of 5, 50 and 500 features, and what a batch of 100 customers and 100 features does.
 * Run it alone with `npm run bench -- --only check`.
 * Every third feature is guarded by a flag with a rollout, every fifth is counted, and the customer has one plan with
 * all of them, a goodwill grant on every tenth, and a trial that ends in a month.
 */
import {
  type CompiledConfiguration,
  check,
  compileConfiguration,
  compileCustomer,
  entitledFeatures,
  entitlements,
  evaluateGuardedFlag,
} from '@latchkey/engine';
import type { Configuration, CustomerSnapshot } from '@latchkey/model';
import {
  aConfiguration,
  aFeature,
  aFlag,
  aGrant,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  on,
} from '@latchkey/testkit/builders';
import { percentile } from './setting/median.ts';

const now = at('2026-03-15');
const ada = { kind: 'user', key: 'ada', country: 'DE' };
/** Long enough for the clock to be exact, short enough for a laptop. */
const runMilliseconds = 300;

/** Results are kept where the compiler cannot know that nobody looks. */
const kept: { result: unknown } = { result: null };

console.table([5, 50, 500].map(row));
console.log(`100 customers × 100 features, first asked: ${batch().toFixed(1)} ms (aim: ≤ 200).`);

function row(featureCount: number) {
  const keys = Array.from({ length: featureCount }, (_, index) => `feature-${index}`);
  const source = environmentOf(keys);
  const snapshot = customerOf(keys);
  const configuration = compileConfiguration(source);
  const customer = compileCustomer(configuration, snapshot);
  const guarded = configuration.source.flags.map(({ key }) => key);
  const next = inTurn(keys);
  const nextFlag = inTurn(guarded);
  return {
    features: featureCount,
    'check, ns': time(() => check(configuration, customer, { feature: next() }, now)),
    ...quantiles(() => check(configuration, customer, { feature: next(), context: ada }, now)),
    'check for a user, ns': time(() =>
      check(configuration, customer, { feature: next(), context: ada }, now),
    ),
    'check 3 of it, ns': time(() => check(configuration, customer, { feature: next(), quantity: 3 }, now)),
    'guarded flag, ns': time(() => evaluateGuardedFlag(configuration, customer, nextFlag(), undefined, now)),
    'all, µs': thousands(time(() => entitlements(configuration, customer, now))),
    'all, first time, µs': thousands(time(() => firstAnswers(configuration, snapshot))),
    'all, explained, µs': thousands(
      time(() => entitlements(configuration, customer, now, { explain: true })),
    ),
    'look-up rows, µs': thousands(time(() => entitledFeatures(configuration, customer, now))),
    'compile, ms': Number((time(() => compileConfiguration(source)) / 1e6).toFixed(2)),
  };
}

function firstAnswers(configuration: CompiledConfiguration, snapshot: CustomerSnapshot) {
  return entitlements(configuration, compileCustomer(configuration, snapshot), now);
}

/** Milliseconds for all decisions about customers that were not asked about before: rights are worked out, too. */
function batch(): number {
  const keys = Array.from({ length: 100 }, (_, index) => `feature-${index}`);
  const configuration = compileConfiguration(environmentOf(keys));
  const runs = Array.from({ length: 5 }, (_, run) => {
    const snapshots = keys.map((_, index) => ({ ...customerOf(keys), key: `customer-${run}-${index}` }));
    const begin = performance.now();
    for (const snapshot of snapshots) {
      const customer = compileCustomer(configuration, snapshot);
      for (const feature of keys) kept.result = check(configuration, customer, { feature }, now);
    }
    return performance.now() - begin;
  });
  return Math.min(...runs);
}

/** Each call by itself, the clock's own fifty nanoseconds included: what most and what nearly all take. */
function quantiles(call: () => unknown) {
  const times = Array.from({ length: 50_000 }, () => {
    const begin = process.hrtime.bigint();
    kept.result = call();
    return Number(process.hrtime.bigint() - begin);
  });
  return {
    'for a user p50, ns': percentile(times.slice(10_000), 50),
    'for a user p99, ns': percentile(times.slice(10_000), 99),
  };
}

/** Nanoseconds a call: the best of three runs, after one to warm up. */
function time(call: () => unknown): number {
  const runs = [0, 1, 2, 3].map(() => {
    let calls = 0;
    const started = process.hrtime.bigint();
    const until = started + BigInt(runMilliseconds) * 1_000_000n;
    let stopped = started;
    while (stopped < until) {
      // The clock itself costs as much as a check: it is read once in a while.
      for (let index = 0; index < 50; index += 1) kept.result = call();
      calls += 50;
      stopped = process.hrtime.bigint();
    }
    return Number(stopped - started) / calls;
  });
  return Math.round(Math.min(...runs.slice(1)));
}

function thousands(nanoseconds: number): number {
  return Number((nanoseconds / 1000).toFixed(1));
}

function inTurn(keys: readonly string[]): () => string {
  let index = 0;
  return () => {
    index = index + 1 < keys.length ? index + 1 : 0;
    return keys[index] ?? '';
  };
}

function environmentOf(keys: readonly string[]): Configuration {
  const guarded = keys.filter((_, index) => index % 3 === 0);
  const rollout = {
    variations: [
      { variation: 0, weight: 50_000 },
      { variation: 1, weight: 50_000 },
    ],
  };
  return aConfiguration({
    features: keys.map((key, index) =>
      aFeature({
        key,
        kind: index % 5 === 0 ? 'number' : 'switch',
        flagKey: index % 3 === 0 ? key : null,
        requires: index % 7 === 6 ? [keys[0] ?? ''] : [],
      }),
    ),
    flags: guarded.map((key) => aFlag({ key })),
    targeting: guarded.map((key) => aTargeting({ flag: key, fallthrough: { rollout } })),
    plans: [aPlan()],
    planVersions: [
      aPlanVersion({
        items: keys.map((feature, index) =>
          index % 5 === 0 ? aPlanItem({ feature, effect: 'set', value: 5 }) : aPlanItem({ feature }),
        ),
      }),
    ],
    publications: [aPublication()],
  });
}

function customerOf(keys: readonly string[]): CustomerSnapshot {
  const gifts = keys.filter((_, index) => index % 10 === 0);
  return aSnapshot({
    subscriptions: [aSubscription({ items: [anItem()] })],
    grants: [
      ...gifts.map((feature) => aGrant({ id: `g_${feature}`, feature, effect: 'add', value: 2 })),
      aGrant({ id: 'trial', feature: keys[1] ?? '', origin: 'trial', to: on('2026-04-15') }),
    ],
  });
}
