import { expect, test } from 'vitest';
import { comparisonOf, readComparison } from './operators.ts';
import { formOf, problemOf, readValue, valuesFor } from './values.ts';

test('a comparison and its contrary are one choice each, and read back', () => {
  expect(readComparison(comparisonOf({ op: 'in', negate: true }))).toEqual({ op: 'in', negate: true });
  expect(readComparison(comparisonOf({ op: 'semVerLessThan' }))).toEqual({
    op: 'semVerLessThan',
    negate: false,
  });
});

test('1 and “1” are not the same to an application, so people choose', () => {
  expect(readValue('1', 'text')).toBe('1');
  expect(readValue('1', 'number')).toBe(1);
  expect(readValue('true', 'boolean')).toBe(true);
  expect(formOf([1, 2])).toBe('number');
  expect(formOf([])).toBe('text');
});

test('what still means something is kept when the comparison changes', () => {
  expect(valuesFor({ op: 'startsWith' }, { op: 'contains', values: ['a'] })).toEqual(['a']);
  expect(valuesFor({ op: 'lessThan' }, { op: 'in', values: ['12', 'many'] })).toEqual([12]);
  expect(valuesFor({ op: 'segmentMatch' }, { op: 'in', values: ['beta'] })).toEqual([]);
});

test('a condition says what it lacks', () => {
  const clause = { contextKind: 'user', attribute: 'age', op: 'lessThan' as const, values: ['x'] };
  expect(problemOf(clause)).toBe('“x” is not a number.');
  expect(problemOf({ ...clause, op: 'semVerEqual', values: ['2'] })).toBeNull();
  expect(problemOf({ ...clause, op: 'semVerEqual', values: ['two'] })).toContain('version');
  expect(problemOf({ ...clause, attribute: ' ' })).toBe('Say which attribute is looked at.');
  expect(problemOf({ ...clause, values: [] })).toBe('Say what it is compared with.');
});
