import { expect, test } from 'vitest';
import { readInstant } from './time.ts';

test('moments are kept in UTC with milliseconds, dates as their midnight', () => {
  expect(readInstant('2026-03-01T09:00:00+01:00')).toBe('2026-03-01T08:00:00.000Z');
  expect(readInstant('2026-03-01')).toBe('2026-03-01T00:00:00.000Z');
});

test.each(['2026-02-30', '0000-01-01', '0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', 'today'])(
  'no moment that can be kept: %s',
  (written) => {
    expect(readInstant(written)).toBeNull();
  },
);

test.each(['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  'the first and the last: %s',
  (written) => {
    expect(readInstant(written)).toBe(written);
  },
);
