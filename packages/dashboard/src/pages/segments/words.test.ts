import { expect, test } from 'vitest';
import { keysIn, sizeInWords } from './words.ts';

const rule = { id: 'r', clauses: [] };

test('a segment says who is in it and how', () => {
  expect(
    sizeInWords({ members: [{ contextKind: 'customer', included: 12, excluded: 1 }], rules: [rule] }),
  ).toBe('12 customers listed, 1 excluded and whoever fits 1 rule');
  expect(sizeInWords({ members: [{ contextKind: 'user', included: 1, excluded: 0 }], rules: [] })).toBe(
    '1 user listed',
  );
  expect(sizeInWords({ members: [], rules: [] })).toBe('nobody yet');
});

test('keys come from a spreadsheet’s column or a line with commas, each once', () => {
  expect(keysIn('acme\n cobalt-bank \n\nacme')).toEqual(['acme', 'cobalt-bank']);
  expect(keysIn('a, b;c')).toEqual(['a', 'b', 'c']);
  expect(keysIn('  ')).toEqual([]);
});
