import { fc, test } from '@fast-check/vitest';
import { lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { exceeds, remainder, times, total } from './quantity.ts';

/** Amounts in millionths, up to a thousand whole ones, and many close to a whole one. */
const millionths = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -2, max: 2 }))
    .map(([whole, by]) => whole * 1_000_000 + by),
);
const toAmount = (count: number) => count / 1_000_000;

test.prop([fc.array(millionths, { maxLength: 30 })], lawRuns)('sums are exact to the millionth', (counts) => {
  const exact = counts.reduce((sum, count) => sum + BigInt(count), 0n);
  expect(total(counts.map(toAmount))).toBe(Number(exact) / 1_000_000);
});

test.prop([millionths, fc.integer({ min: 1, max: 10_000 })], lawRuns)(
  'so are multiples',
  (count, quantity) => {
    expect(times(toAmount(count), quantity)).toBe((count * quantity) / 1_000_000);
  },
);

test.prop([millionths, millionths], lawRuns)('what is left and what was used make the whole', (a, b) => {
  const [used, limit] = a < b ? [a, b] : [b, a];
  const left = remainder(toAmount(limit), toAmount(used));
  expect(total([left, toAmount(used)])).toBe(toAmount(limit));
  expect(remainder(toAmount(used), toAmount(limit))).toBe(0);
});

const huge = fc.integer({ min: Number.MAX_SAFE_INTEGER - 3, max: Number.MAX_SAFE_INTEGER });

test.prop([fc.array(fc.oneof(huge, millionths.map(toAmount)), { minLength: 1, maxLength: 6 })], lawRuns)(
  'beyond what can be counted a sum stops, in any order',
  (amounts) => {
    const sum = total(amounts);
    expect(total(amounts.toReversed())).toBe(sum);
    expect(sum).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
    for (const amount of amounts) expect(exceeds(amount, sum)).toBe(false);
  },
);

test.prop([fc.array(millionths.map(toAmount))], lawRuns)('unlimited absorbs every amount', (amounts) => {
  expect(total([...amounts, 'unlimited'])).toBe('unlimited');
  expect(times('unlimited', amounts.length + 1)).toBe('unlimited');
  expect(remainder('unlimited', amounts[0] ?? 0)).toBe('unlimited');
});
