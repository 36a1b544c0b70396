/**
 * Flag evaluation beside LaunchDarkly's own server SDK: the same 500 flags, the same 1,000 contexts, one run.
 * Run it with `npx tsx -C latchkey-source bench/evaluate.ts`. The answers are compared before anything is timed.
 */
import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type LaunchDarklyData, launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { init } from '@launchdarkly/node-server-sdk';
import { TestData } from '@launchdarkly/node-server-sdk/integrations';

const flagCount = 500;
const contextCount = 1_000;
/** Short rounds, a few milliseconds each, so that some of them are not interrupted on a busy machine. */
const roundCount = 200;

const contexts = Array.from({ length: contextCount }, (_, index) => asReceived(contextOf(index)));
const environment = asReceived(environmentOf(flagCount));
const flagKeys = Object.keys(environment.flags ?? {});

const ours = launchDarklyEvaluator(environment);
const official = await officialClient(environment);

for (const context of contexts.filter((_, index) => index % 10 === 0)) {
  for (const flagKey of flagKeys) {
    const given = ours.evaluate(flagKey, context, false);
    const wanted = await official.variationDetail(flagKey, context, false);
    if (!isDeepStrictEqual({ ...given }, { ...wanted })) {
      throw new Error(`${flagKey} differs: ${JSON.stringify([given, wanted])}`);
    }
  }
}
console.log(`${flagCount * (contextCount / 10)} answers compared: value, variation and reason are equal.\n`);

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const rows = await measure([
  {
    name: 'LaunchDarkly server SDK',
    count: 2_000,
    evaluate: (flagKey, context) => official.variationDetail(flagKey, context, false),
  },
  {
    name: 'Latchkey engine',
    count: 15_000,
    evaluate: (flagKey, context) => ours.evaluate(flagKey, context, false),
  },
]);
await official.close();

const [first] = rows;
console.table(
  rows.map(({ name, nanoseconds, bytes }) => ({
    '': name,
    'ns/evaluation': Math.round(nanoseconds),
    'bytes/evaluation': Math.round(bytes),
    'all 500 flags, ms': Number(((nanoseconds * flagCount) / 1e6).toFixed(2)),
    'times faster': Number(((first?.nanoseconds ?? Number.NaN) / nanoseconds).toFixed(1)),
  })),
);

const many = asReceived(environmentOf(10_000));
const from = performance.now();
launchDarklyEvaluator(many);
console.log(`10,000 flags are ready in ${Math.round(performance.now() - from)} ms.`);

type Evaluate = (flagKey: string, context: (typeof contexts)[number]) => unknown;
type Contestant = { readonly name: string; readonly count: number; readonly evaluate: Evaluate };

/** Taking turns, so that a busy moment meets everybody; the best of many turns, because it only ever slows down. */
async function measure(contestants: readonly Contestant[]) {
  const best = new Map<string, number>();
  for (let round = 0; round < roundCount; round += 1) {
    for (const { name, count, evaluate } of contestants) {
      const begin = process.hrtime.bigint();
      await runThrough(count, evaluate);
      const nanoseconds = Number(process.hrtime.bigint() - begin) / count;
      best.set(name, Math.min(nanoseconds, best.get(name) ?? nanoseconds));
    }
  }
  const measured = [];
  for (const { name, evaluate } of contestants) {
    measured.push({ name, nanoseconds: best.get(name) ?? Number.NaN, bytes: await bytesOf(evaluate) });
  }
  return measured;
}

/** Flags one after another, contexts in turn, so that nothing can be remembered from one evaluation to the next. */
async function runThrough(count: number, evaluate: Evaluate): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const answer = evaluate(
      flagKeys[index % flagCount] as string,
      contexts[(index * 7) % contextCount] as (typeof contexts)[number],
    );
    if (answer instanceof Promise) await answer;
  }
}

/** Growth of the heap over stretches that are too short for a collection to happen in between. */
async function bytesOf(evaluate: Evaluate): Promise<number> {
  const stretch = 200;
  const growths: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    await runThrough(stretch, evaluate);
    growths.push((process.memoryUsage().heapUsed - before) / stretch);
  }
  return growths.sort((a, b) => a - b)[growths.length / 2] ?? Number.NaN;
}

/** A client that holds the data in memory and sends no events: evaluation is all that it does. */
async function officialClient({ flags, segments }: LaunchDarklyData) {
  const data = new TestData();
  for (const flag of Object.values(flags ?? {})) await data.usePreconfiguredFlag(flag);
  for (const segment of Object.values(segments ?? {})) await data.usePreconfiguredSegment(segment);
  const logger = { error() {}, warn() {}, info() {}, debug() {} };
  const client = init('sdk-key', { updateProcessor: data.getFactory(), sendEvents: false, logger });
  await client.waitForInitialization({ timeout: 10 });
  return client;
}

/** Text that came over the network is kept differently from text in source code. */
function asReceived<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/**
 * As in an entitlement set-up: a kill switch each (one in twenty is off), five targets, a rule of three clauses, a rule
 * of two of which one asks for a segment of 10,000, a 10 % rollout, and a prerequisite for every tenth.
 */
function environmentOf(count: number): LaunchDarklyData {
  const clause = (attribute: string, op: string, values: readonly unknown[]) => ({
    contextKind: 'user',
    attribute,
    op,
    values,
    negate: false,
  });
  const flags = Array.from({ length: count }, (_, index) => ({
    key: `feature-${index}`,
    version: 1,
    on: index % 20 !== 19,
    offVariation: 1,
    variations: [true, false],
    prerequisites: index % 10 === 5 ? [{ key: `feature-${index - 5}`, variation: 0 }] : [],
    targets: [{ variation: 0, values: [1, 2, 3, 4, 5].map((n) => `user-${(index * n) % contextCount}`) }],
    contextTargets: [],
    rules: [
      {
        id: `rule-${index}-a`,
        variation: 0,
        clauses: [
          clause('country', 'in', ['SE', 'NO', 'DK', 'FI']),
          clause('plan', 'in', ['gold', 'platinum']),
          clause('seats', 'greaterThanOrEqual', [index % 100]),
        ],
      },
      {
        id: `rule-${index}-b`,
        variation: 0,
        clauses: [clause('', 'segmentMatch', ['entitled']), clause('email', 'endsWith', ['@partner.test'])],
      },
    ],
    fallthrough: {
      rollout: {
        contextKind: 'user',
        variations: [
          { variation: 0, weight: 10_000 },
          { variation: 1, weight: 90_000 },
        ],
      },
    },
    salt: `salt-${index}`,
  }));
  const entitled = {
    key: 'entitled',
    version: 1,
    included: Array.from({ length: 10_000 }, (_, index) => `user-${index * 2}`),
    excluded: [],
    includedContexts: [],
    excludedContexts: [],
    rules: [],
    salt: 'salt',
  };
  return { flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])), segments: { entitled } };
}

function contextOf(index: number) {
  return {
    kind: 'user',
    key: `user-${index}`,
    country: ['SE', 'DE', 'US', 'FR', 'NO'][index % 5] ?? 'SE',
    plan: ['free', 'bronze', 'silver', 'gold'][index % 4] ?? 'free',
    seats: (index * 13) % 200,
    email: `person-${index}@${index % 3 === 0 ? 'partner' : 'customer'}.test`,
  };
}
