import { expect, test } from 'vitest';
import { sift } from './sift.ts';

const now = Date.parse('2026-06-30T12:00:00Z');
const known = { variationsOf: new Map([['checkout', 2]]), features: new Set(['exports']) };
const at = '2026-06-30T11:59:00.000Z';
const told = (evaluations: readonly unknown[], checks: readonly unknown[] = [], skewMilliseconds = 0) =>
  sift({ evaluations, checks, skewMilliseconds }, known, now);

test('good counts are kept and bad ones are named', () => {
  const good = { flag: 'checkout', variation: 1, count: 3, at };
  const { evaluations, ignored } = told([
    good,
    { flag: 'serch', variation: 0, count: 1, at },
    { flag: 'checkout', variation: 2, count: 1, at },
    { flag: 'checkout', variation: 0, count: 0, at },
    { flag: 'checkout', variation: 0, count: 1, at: '2026-05-01T00:00:00Z' },
    { flag: 'x\u0000y', variation: 0, count: 1, at },
    null,
  ]);
  expect(evaluations).toEqual([good]);
  expect(ignored).toEqual([
    { about: 'serch', reason: 'flag_unknown' },
    { about: 'checkout', reason: 'variation_unknown' },
    { about: 'checkout', reason: 'malformed' },
    { about: 'checkout', reason: 'too_old' },
    { about: null, reason: 'malformed' },
    { about: null, reason: 'malformed' },
  ]);
});

test('a check is kept with how it ended, for a feature that there is', () => {
  const check = { feature: 'exports', customer: 'acme', allowed: false, reason: 'expired', count: 2, at };
  const { checks, ignored } = told([], [check, { ...check, feature: 'export' }, { ...check, reason: 'so' }]);
  expect(checks).toEqual([check]);
  expect(ignored).toEqual([
    { about: 'export', reason: 'feature_unknown' },
    { about: 'exports', reason: 'malformed' },
  ]);
});

test('a wrong clock is set right, and nothing is counted in the future', () => {
  const evaluation = { flag: 'checkout', variation: 0, count: 1 };
  const early = { ...evaluation, at: '2026-06-30T09:59:00.000Z' };
  expect(told([early], [], 2 * 3_600_000).evaluations).toMatchObject([{ at }]);
  const late = { ...evaluation, at: '2026-06-30T12:30:00.000Z' };
  expect(told([late]).evaluations).toMatchObject([{ at: '2026-06-30T12:00:00.000Z' }]);
});
