import { expect, test } from 'vitest';
import { greaterThan, greaterThanOrEqual, lessThan, lessThanOrEqual } from './number.ts';

const nothing = () => {};

test('numbers are compared with any of the values', () => {
  expect(lessThan([1, 5], nothing)(4)).toBe(true);
  expect(lessThan([1, 5], nothing)(5)).toBe(false);
  expect(lessThanOrEqual([1, 5], nothing)(5)).toBe(true);
  expect(greaterThan([1, 5], nothing)(2)).toBe(true);
  expect(greaterThan([1, 5], nothing)(1)).toBe(false);
  expect(greaterThanOrEqual([1, 5], nothing)(1)).toBe(true);
});

test('text is no number, and without a number nothing matches', () => {
  for (const operator of [lessThan, lessThanOrEqual, greaterThan, greaterThanOrEqual]) {
    expect(operator(['1', null], nothing)(1)).toBe(false);
    expect(operator([1], nothing)('1')).toBe(false);
    expect(operator([], nothing)(1)).toBe(false);
  }
});
