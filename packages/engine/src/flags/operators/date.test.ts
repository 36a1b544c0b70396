import { expect, test } from 'vitest';
import { after, before, toMoment } from './date.ts';

const nothing = () => {};
const noon = Date.UTC(2024, 1, 29, 12);

test.each([['2024-02-29T12:00:00Z'], ['2024-02-29T14:00:00+02:00'], ['2024-02-29T12:00:00.000Z'], [noon]])(
  '%s is noon of 29 February 2024',
  (value) => {
    expect(toMoment(value)).toBe(noon);
  },
);

test.each([
  '2024-02-29',
  '2024-02-29T12:00:00',
  '2024-02-29T12:00:00-07',
  '2024-02-29 12:00:00Z',
  '2024-13-01T00:00:00Z',
  '',
  null,
  true,
])('%s is no moment: neither before nor after anything', (value) => {
  expect(toMoment(value)).toBeNull();
  expect(before([Number.MAX_SAFE_INTEGER], nothing)(value)).toBe(false);
  expect(after([0], nothing)(value)).toBe(false);
  expect(before([value], nothing)(0)).toBe(false);
  expect(after([value], nothing)(noon)).toBe(false);
});

test('the same moment is neither before nor after', () => {
  expect(before([noon], nothing)('2024-02-29T12:00:00Z')).toBe(false);
  expect(after([noon], nothing)('2024-02-29T12:00:00Z')).toBe(false);
  expect(before([noon, noon + 1], nothing)(noon)).toBe(true);
  expect(after([noon, noon - 1], nothing)(noon)).toBe(true);
});
