import { expect, test } from 'vitest';
import { readVariations } from './variations.ts';

test('true and false need not be typed', () => {
  expect(readVariations({ kind: 'boolean', texts: [] }).variations).toEqual([
    { value: true },
    { value: false },
  ]);
});

test('texts stay texts, numbers and JSON are read', () => {
  expect(readVariations({ kind: 'string', texts: ['1', 'b'] }).variations).toEqual([
    { value: '1' },
    { value: 'b' },
  ]);
  expect(readVariations({ kind: 'number', texts: ['1', '2.5'] }).variations).toEqual([
    { value: 1 },
    { value: 2.5 },
  ]);
  expect(readVariations({ kind: 'json', texts: ['{"a":1}', '[]'] }).variations).toEqual([
    { value: { a: 1 } },
    { value: [] },
  ]);
});

test('what cannot be read is named beside the field', () => {
  expect(readVariations({ kind: 'number', texts: ['1', 'two'] })).toEqual({
    variations: null,
    problem: '“two” is not a number.',
  });
  expect(readVariations({ kind: 'number', texts: ['1', '"2"'] }).variations).toBeNull();
});

test('one variation is not enough, and that is not an error yet', () => {
  expect(readVariations({ kind: 'string', texts: ['a'] })).toEqual({ variations: null, problem: null });
});
