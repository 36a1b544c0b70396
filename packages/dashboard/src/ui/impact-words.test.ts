import type { Impact } from '@latchkey/model';
import { expect, test } from 'vitest';
import { impactInWords, joined } from './impact-words.ts';

const impact = (customers: Partial<Impact['customers']>): Impact => ({
  customers: { touched: 0, gain: 0, lose: 0, overLimit: 0, ...customers },
  features: [],
  examples: [],
  complete: true,
});

test('one customer is spoken of in the singular, many in the plural', () => {
  expect(impactInWords(impact({ touched: 1, gain: 1 }))).toBe('1 customer gains something.');
  expect(impactInWords(impact({ touched: 1214, gain: 1214 }))).toBe('1,214 customers gain something.');
});

test('gain, loss and limits come in one sentence, each only when there is any', () => {
  expect(impactInWords(impact({ touched: 228, gain: 214, lose: 3, overLimit: 11 }))).toBe(
    '214 customers gain something, 3 customers lose something and 11 customers are over a new limit.',
  );
  expect(impactInWords(impact({ touched: 3, lose: 3 }))).toBe('3 customers lose something.');
});

test('a change that moves nobody says so', () => {
  expect(impactInWords(impact({}))).toBe('No customer gains or loses anything.');
  expect(impactInWords(impact({ touched: 2 }))).toBe(
    '2 customers are touched; nobody gains or loses a feature.',
  );
});

test('a flag that answers some otherwise says how many, and one that does not says so', () => {
  const flag = { flag: 'checkout', environment: 'production', changed: 34, before: [], after: [] };
  expect(impactInWords({ ...impact({}), flags: [flag] })).toBe('34 customers get something else.');
  expect(impactInWords({ ...impact({}), flags: [{ ...flag, changed: 0 }] })).toBe(
    'No customer gets anything else. Users and devices are not counted.',
  );
});

test('lists read as spoken', () => {
  expect(joined(['a'])).toBe('a');
  expect(joined(['a', 'b', 'c'])).toBe('a, b and c');
});
