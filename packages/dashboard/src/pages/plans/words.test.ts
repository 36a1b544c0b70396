import { expect, test } from 'vitest';
import { stateOfVersion } from './words.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const editions = [
  { version: 1, from: '2026-01-01T00:00:00.000Z' },
  { version: 2, from: '2026-02-01T00:00:00.000Z' },
  { version: 3, from: '2026-04-01T00:00:00.000Z' },
];

test('the last version that has begun is current, those before it are past', () => {
  expect(stateOfVersion(2, editions, now)).toBe('current');
  expect(stateOfVersion(1, editions, now)).toBe('past');
});

test('a version whose day has not come is announced, one without a day is a draft', () => {
  expect(stateOfVersion(3, editions, now)).toBe('announced');
  expect(stateOfVersion(4, editions, now)).toBe('draft');
});

test('a version that was published again is current, not past', () => {
  const again = [...editions.slice(0, 2), { version: 1, from: '2026-02-20T00:00:00.000Z' }];
  expect(stateOfVersion(1, again, now)).toBe('current');
  expect(stateOfVersion(2, again, now)).toBe('past');
});
