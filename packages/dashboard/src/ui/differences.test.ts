import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('only what differs is told, leaf by leaf', () => {
  expect(
    differences(
      { name: 'Acme', items: [{ plan: 'gold', quantity: 8 }] },
      { name: 'Acme', items: [{ plan: 'gold', quantity: 10 }] },
    ),
  ).toEqual([{ path: 'items/0/quantity', before: '8', after: '10' }]);
});

test('what appears has no before, what disappears has no after', () => {
  expect(differences(null, { key: 'acme' })).toEqual([{ path: 'key', before: null, after: 'acme' }]);
  expect(differences({ key: 'acme', to: '2026-03-01' }, { key: 'acme' })).toEqual([
    { path: 'to', before: '2026-03-01', after: null },
  ]);
});

test('nothing differs between equals', () => {
  expect(differences({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
});

test('an empty list that gains a first entry is told by that entry', () => {
  expect(differences({ tags: [] }, { tags: ['vip'] })).toEqual([
    { path: 'tags/0', before: null, after: 'vip' },
  ]);
});
