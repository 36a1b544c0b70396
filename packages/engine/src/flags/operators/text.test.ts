import { expect, test } from 'vitest';
import { contains, endsWith, matches, startsWith } from './text.ts';

const nothing = () => {};

test('texts are compared with their case, and only with texts', () => {
  expect(startsWith(['Go'], nothing)('Gold')).toBe(true);
  expect(startsWith(['go'], nothing)('Gold')).toBe(false);
  expect(endsWith(['x', 'ld'], nothing)('Gold')).toBe(true);
  expect(contains(['ol'], nothing)('Gold')).toBe(true);
  for (const operator of [startsWith, endsWith, contains, matches]) {
    expect(operator(['5', 5], nothing)(5)).toBe(false);
    expect(operator([], nothing)('Gold')).toBe(false);
  }
});

test.each([
  ['old', 'Gold', true],
  ['^old', 'Gold', false],
  ['^[A-Z].*d$', 'Gold', true],
  ['a.c', 'a.c', true],
  ['a\\.c', 'abc', false],
  ['@(partner|reseller)\\.test$', 'ida@partner.test', true],
  ['\\u0041', 'A', true],
  ['(?<name>G)', 'Gold', true],
])('the pattern %s in %s: %s', (pattern, text, found) => {
  expect(matches([pattern], nothing)(text)).toBe(found);
});

test('a pattern that cannot be used matches nothing, spoils no other, and is reported', () => {
  const reports: string[] = [];
  const test = matches(['(', '(?=look-ahead)', '(a)\\1', 'Gold'], (detail) => reports.push(detail));
  expect(test('Gold')).toBe(true);
  expect(test('(')).toBe(false);
  expect(reports).toEqual([
    expect.stringContaining('('),
    expect.stringContaining('(?=look-ahead)'),
    expect.stringContaining('(a)\\1'),
  ]);
});

test('a pattern that would keep a backtracking engine busy for years is answered', () => {
  expect(matches(['^(a+)+$'], nothing)(`${'a'.repeat(5_000)}!`)).toBe(false);
});
