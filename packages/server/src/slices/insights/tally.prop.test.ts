import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { Tally } from './tally.ts';

const hour = 3_600_000;
const place = fc.constantFrom(
  { project: 'shop', environment: 'production' },
  { project: 'shop', environment: 'staging' },
);
const answer = fc.record({
  place,
  flag: fc.constantFrom('checkout', 'search', 'check'),
  variation: fc.constantFrom(0, 1, 10, null),
  at: fc.integer({ min: 0, max: 3 * hour }),
});
const answers = fc.array(answer, { maxLength: 60 });
const isCutAfter = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });

type Answer = typeof answer extends fc.Arbitrary<infer T> ? T : never;

/** What each hour of each variation comes to, however many reports it took to say so. */
function sumsOf(tallies: readonly Tally[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const gathered of tallies.flatMap((tally) => tally.take())) {
    for (const { flag, variation, count, at } of gathered.evaluations) {
      const name = [gathered.place.environment, flag, variation, at.slice(0, 13)].join('|');
      sums[name] = (sums[name] ?? 0) + count;
    }
  }
  return sums;
}

function counted(tally: Tally, { place: where, flag, variation, at }: Answer): void {
  tally.evaluated(where, { flag, variation }, at);
}

test.prop([answers, isCutAfter])(
  'however answers are split into reports, the sums are the same',
  (all, cuts) => {
    const whole = new Tally();
    const parts = [new Tally()];
    for (const [index, one] of all.entries()) {
      counted(whole, one);
      counted(parts.at(-1) as Tally, one);
      if (cuts[index]) parts.push(new Tally());
    }
    expect(sumsOf(parts)).toEqual(sumsOf([whole]));
  },
);

test.prop([answers])('every answer is in the sums exactly once', (all) => {
  const tally = new Tally();
  for (const one of all) counted(tally, one);
  expect(Object.values(sumsOf([tally])).reduce((sum, count) => sum + count, 0)).toBe(all.length);
});

test.prop([answers, fc.integer({ min: 1, max: 5 })])(
  'what finds no room is said to be dropped',
  (all, room) => {
    const tally = new Tally(room);
    for (const one of all) counted(tally, one);
    const sums = Object.values(sumsOf([tally]));
    expect(sums.length).toBeLessThanOrEqual(room);
    expect(sums.reduce((sum, count) => sum + count, 0) + tally.dropped).toBe(all.length);
  },
);
