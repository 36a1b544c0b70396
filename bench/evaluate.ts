/**
 * Flag evaluation beside its peers: the same 500 flags, the same 1,000 people, one run. The answers are compared before
 * anything is timed. Run it alone with `npm run bench -- --only evaluate`.
 */
import { launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { agree } from './evaluation/agreement.ts';
import { allFlagsForOne } from './evaluation/all-flags.ts';
import { bare, contestantsFor, lightened, ours } from './evaluation/contestants.ts';
import { environmentOf } from './evaluation/environment.ts';
import { measure } from './evaluation/measure.ts';

const environment = environmentOf(500);
const flagKeys = Object.keys(environment.flags ?? {});

// Before the peers fill the memory: collecting that would be charged to whoever allocates next.
const milliseconds = allFlagsForOne(environment);
const many = environmentOf(10_000);
const from = performance.now();
launchDarklyEvaluator(many);
const readyAfter = performance.now() - from;

const contestants = await contestantsFor(environment);

for (const contestant of contestants) {
  const compared = await agree(contestant, environment);
  console.log(`${contestant.name}: ${compared} answers compared and equal.`);
}

const measured = await measure(contestants, flagKeys);
for (const { close } of contestants) await close();

const nanosecondsOf = (name: string): number =>
  measured.find((each) => each.name === name)?.nanoseconds ?? Number.NaN;
const own = nanosecondsOf(ours);
console.table(
  measured
    .toSorted((a, b) => a.nanoseconds - b.nanoseconds)
    .map(({ name, nanoseconds, p50, p99, bytes }) => ({
      '': name,
      'ns/evaluation': Math.round(nanoseconds),
      p50: Math.round(p50),
      p99: Math.round(p99),
      bytes: Math.round(bytes),
      'times ours': Number((nanoseconds / own).toFixed(1)),
    })),
);

const fastest = Math.min(
  ...measured
    .filter(({ name }) => ![ours, bare, lightened].includes(name))
    .map(({ nanoseconds }) => nanoseconds),
);
console.log(
  `The fastest peer with the same task takes ${(fastest / own).toFixed(1)} times as long (aim: ≥ 10).`,
);
console.log(`We take ${(own / nanosecondsOf(bare)).toFixed(2)} times as long as the bare loop (aim: ≤ 1.5).`);
console.log(`All 500 flags for one customer, rights included: ${milliseconds.toFixed(2)} ms (aim: ≤ 0.6).`);
console.log(`10,000 flags are ready in ${Math.round(readyAfter)} ms (aim: ≤ 1,000).`);
process.exit(); // some peers leave timers behind
