import { expect, test } from 'vitest';
import { archivingInWords, askedInWords, chartInWords, pointInWords, shareInWords } from './words.ts';

const names = [{ value: true, name: 'On' }, { value: false }];

test('shares are whole percents, and never nothing or all by rounding', () => {
  expect(shareInWords(1, 3)).toBe('33 %');
  expect(shareInWords(1, 1000)).toBe('less than 1 %');
  expect(shareInWords(999, 1000)).toBe('more than 99 %');
  expect(shareInWords(0, 10)).toBe('0 %');
  expect(shareInWords(10, 10)).toBe('100 %');
  expect(shareInWords(0, 0)).toBe('–');
});

test('the chart is told in a sentence', () => {
  const reply = {
    flag: 'checkout',
    from: '',
    to: '',
    every: 'hour' as const,
    lastEvaluatedAt: null,
    total: 1200,
    variations: [
      { variation: 0, total: 900 },
      { variation: 1, total: 0 },
      { variation: null, total: 300 },
    ],
    points: [],
  };
  expect(chartInWords(reply, names, '7d')).toBe(
    '1,200 evaluations in the last 7 days, hour by hour: On 75 %, The application’s default 25 %.',
  );
  expect(chartInWords({ ...reply, total: 0, variations: [] }, names, '24h')).toBe(
    '0 evaluations in the last 24 hours, hour by hour.',
  );
});

test('points are named in UTC', () => {
  expect(pointInWords('2026-03-10T09:00:00.000Z', 'hour')).toBe('Tue 09:00');
  expect(pointInWords('2026-03-10T00:00:00.000Z', 'day')).toBe('10 Mar');
});

const production = { environment: 'production', on: true, lastEvaluatedAt: null, evaluations: 0 };
const staging = { ...production, environment: 'staging', lastEvaluatedAt: '2026-03-10T09:00:00.000Z' };

test('when a flag was last asked for is said of every environment', () => {
  const now = Date.parse('2026-03-10T09:05:00.000Z');
  expect(askedInWords({ environments: [production, staging] }, now)).toBe(
    'production never, staging 5 minutes ago',
  );
});

test('what archiving does is said in numbers', () => {
  const environments = [production, staging];
  const nobody = { isReady: true, prerequisiteOf: [], environments };
  expect(archivingInWords(nobody, 30)).toBe(
    'In the last 30 days it was asked for 0 times, in all 2 environments. It can be restored at any time.',
  );
  const some = { ...nobody, isReady: false, environments: [production, { ...staging, evaluations: 1234 }] };
  expect(archivingInWords(some, 30)).toContain('it was asked for 1,234 times in staging.');
  expect(archivingInWords({ ...nobody, isReady: false, prerequisiteOf: ['search'] }, 30)).toBe(
    'search stands on this flag, and will answer the off variation.',
  );
});
