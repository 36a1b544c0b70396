import { expect, test } from 'vitest';
import { matches } from './matches.ts';

test('words are found in any order, by their beginnings', () => {
  expect(matches('rep adv', 'Advanced reports', 'adv-rep')).toBe(true);
  expect(matches('ports', 'Advanced reports')).toBe(false);
});

test('keys are cut at hyphens, dots and capitals', () => {
  expect(matches('reports', 'advancedReports')).toBe(true);
  expect(matches('checkout', 'new.checkout-page')).toBe(true);
});

test('nothing typed matches everything, letters of any language count', () => {
  expect(matches('  ', 'Plans')).toBe(true);
  expect(matches('köln', 'Stadtwerke Köln')).toBe(true);
});
