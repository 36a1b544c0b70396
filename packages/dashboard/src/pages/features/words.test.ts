import { expect, test } from 'vitest';
import { itemInWords } from './words.ts';

test('a plan includes, limits or adds', () => {
  expect(itemInWords({ feature: 'sso', effect: 'allow' })).toBe('Included');
  expect(itemInWords({ feature: 'seats', effect: 'set', value: 10 }, 'seats')).toBe('10 seats');
  expect(itemInWords({ feature: 'seats', effect: 'set', value: 1, perQuantity: true }, 'seats')).toBe(
    'As many as bought',
  );
  expect(itemInWords({ feature: 'calls', effect: 'add', value: 50_000, perQuantity: true })).toBe(
    '+50,000 each',
  );
});

test('a metered allowance says its period instead of its unit', () => {
  const item = { feature: 'calls', effect: 'set', value: 100_000, reset: { every: 'month' } } as const;
  expect(itemInWords(item, 'calls')).toBe('100,000 a month');
});

test('unlimited is a word, whichever way it was written', () => {
  expect(itemInWords({ feature: 'seats', effect: 'set', unlimited: true }, 'seats')).toBe('Unlimited');
  expect(itemInWords({ feature: 'seats', effect: 'set', value: 'unlimited' })).toBe('Unlimited');
});

test('levels and sets are read out', () => {
  expect(itemInWords({ feature: 'sla', effect: 'set', value: '99.9 %' })).toBe('99.9 %');
  expect(itemInWords({ feature: 'regions', effect: 'set', value: ['eu', 'us'] })).toBe('eu and us');
});
