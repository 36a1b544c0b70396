import { expect, test } from 'vitest';
import { besidesInWords, highest, historyInWords, shareOf, standingInWords } from './words.ts';

const bucket = { limit: 10_000, carried: 0, used: 8300, reserved: 0, remaining: 1700 } as const;

test('an allowance says what is used and what is left, with what was carried over', () => {
  expect(standingInWords(bucket)).toBe('8,300 of 10,000 used, 1,700 left');
  expect(standingInWords({ ...bucket, carried: 500, remaining: 2200 })).toBe(
    '8,300 of 10,500 used, 2,200 left',
  );
  expect(standingInWords({ ...bucket, limit: 'unlimited' })).toBe('8,300 used, no limit');
});

test('what is held fills an allowance as well, and one of nothing is full', () => {
  expect(shareOf({ ...bucket, reserved: 700 })).toBe(0.9);
  expect(shareOf({ ...bucket, limit: 'unlimited' })).toBeNull();
  expect(shareOf({ ...bucket, limit: 0, used: 0 })).toBe(1);
});

test('beside it stands what was carried over, what is held, and when it starts again', () => {
  const whole = {
    ...bucket,
    carried: 500,
    reserved: 40,
    from: '2026-03-01T00:00:00Z',
    to: '2026-04-01T00:00:00Z',
  };
  expect(besidesInWords(whole, 'UTC')).toEqual(['500 carried over', '40 held', 'starts again on 1 Apr 2026']);
  expect(besidesInWords({ ...bucket, from: null, to: null }, 'UTC')).toEqual([]);
});

test('a graph is said in one sentence', () => {
  const points = [
    { at: '2026-03-01T00:00:00Z', quantity: 100, events: 2 },
    { at: '2026-03-02T00:00:00Z', quantity: 250.5, events: 9 },
  ];
  expect(historyInWords('API calls', points, '30d')).toBe(
    'API calls in the last 30 days: 350.5 in all, at most 250.5 (2 Mar 2026).',
  );
  expect(historyInWords('API calls', [], '48h')).toBe('API calls in the last 48 hours: 0 in all.');
});

test('each meter is listed once, by the highest share that it reached, the fullest first', () => {
  const reached = { feature: 'calls', used: 1, limit: 1, recoveredAt: null };
  const shown = highest([
    { ...reached, customer: 'acme', percent: 80, reachedAt: '2026-03-02T00:00:00Z' },
    { ...reached, customer: 'birch', percent: 80, reachedAt: '2026-03-03T00:00:00Z' },
    { ...reached, customer: 'acme', percent: 100, reachedAt: '2026-03-02T08:00:00Z' },
  ]);
  expect(shown.map(({ customer, percent }) => [customer, percent])).toEqual([
    ['acme', 100],
    ['birch', 80],
  ]);
});
