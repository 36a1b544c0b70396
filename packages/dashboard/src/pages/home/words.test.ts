import { expect, test } from 'vitest';
import { greeting } from './words.ts';

test('people are greeted by their first name, as the hour asks', () => {
  expect(greeting('Mira Okafor', 9)).toBe('Good morning, Mira');
  expect(greeting('Sam', 12)).toBe('Good afternoon, Sam');
  expect(greeting('Ida', 18)).toBe('Good evening, Ida');
  expect(greeting('', 2)).toBe('Still here');
});
