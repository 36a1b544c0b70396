import { expect, test } from 'vitest';
import { clauseInWords, servedInWords, serveInWords, variationInWords } from './words.ts';

const variations = [{ value: true, name: 'On' }, { value: false }];
const targeting = {
  on: true,
  offVariation: 1,
  fallthrough: { variation: 0 },
  targets: [],
  rules: [],
  prerequisites: [],
};

test('a variation goes by its name, or else by its value', () => {
  expect(variationInWords(variations, 0)).toBe('On');
  expect(variationInWords(variations, 1)).toBe('false');
  expect(variationInWords([{ value: 'blue' }, { value: { a: 1 } }], 0)).toBe('“blue”');
  expect(variationInWords([{ value: 'blue' }, { value: { a: 1 } }], 1)).toBe('{"a":1}');
});

test('a rollout says its shares and by what it is drawn', () => {
  const shares = [
    { variation: 0, weight: 25_000 },
    { variation: 1, weight: 75_000 },
  ];
  expect(serveInWords(variations, { rollout: { variations: shares } })).toBe('25 % On and 75 % false');
  expect(serveInWords(variations, { rollout: { variations: shares, contextKind: 'customer' } })).toBe(
    '25 % On and 75 % false, by customer',
  );
});

test('clauses are read out as sentences, with “or” between values', () => {
  expect(
    clauseInWords({
      contextKind: 'customer',
      attribute: 'industry',
      op: 'in',
      values: ['Banking', 'Insurance'],
    }),
  ).toBe('customer’s industry is Banking or Insurance');
  expect(clauseInWords({ attribute: '', op: 'segmentMatch', values: ['beta'], negate: true })).toBe(
    'user is not in segment beta',
  );
  expect(clauseInWords({ attribute: 'email', op: 'endsWith', values: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBe(
    'user’s email ends with a, b, c, d or 2 more',
  );
});

test('what is served is said, not only whether the flag is on', () => {
  expect(servedInWords(variations, targeting)).toBe('On: everybody gets On.');
  expect(servedInWords(variations, { ...targeting, on: false })).toBe('Off: everybody gets false.');
  expect(servedInWords(variations, { ...targeting, on: false, offVariation: null })).toContain('default');
});

test('what comes before everybody else is named, and nothing that is not there', () => {
  const targets = [{ variation: 0, values: ['acme'] }];
  const rules = [{ id: 'one', clauses: [], variation: 0 }];
  const prerequisites = [{ flag: 'other', variation: 0 }];
  expect(servedInWords(variations, { ...targeting, targets })).toBe(
    'On: named people first, and everybody else gets On.',
  );
  expect(servedInWords(variations, { ...targeting, targets, rules })).toBe(
    'On: named people and rules first, and everybody else gets On.',
  );
  expect(servedInWords(variations, { ...targeting, targets, rules, prerequisites })).toBe(
    'On: other flags, named people and rules first, and everybody else gets On.',
  );
});
