import { expect, test } from 'vitest';
import { keyOf, partOf, prepareContext } from './context.ts';

test.each([
  null,
  undefined,
  'ida',
  5,
  {},
  [],
  { key: null },
  { kind: 'user' },
  { kind: 'user', key: '' },
  { kind: 'user', key: 5 },
  { kind: '', key: 'ida' },
  { kind: 'kind', key: 'ida' },
  { kind: 'two words', key: 'ida' },
  { kind: 5, key: 'ida' },
  { kind: 'multi' },
  { kind: 'multi', user: 'ida' },
  { kind: 'multi', user: ['ida'] },
  { kind: 'multi', user: { key: '' } },
  { kind: 'multi', user: { key: 'ida' }, 'two words': { key: 'a' } },
  { key: Object.create(null) },
])('%j is not a context', (context) => {
  expect(prepareContext(context)).toBeNull();
});

const prepared = (context: unknown) => {
  const valid = prepareContext(context);
  if (valid === null) throw new Error('The context of this test is not valid.');
  return valid;
};

test('a context of one kind has no other', () => {
  const org = prepared({ kind: 'org', key: 'acme' });
  expect(keyOf(org, 'org')).toBe('acme');
  expect(keyOf(org, 'user')).toBeUndefined();
});

test('a context of several kinds answers for each of them, and for nothing that objects inherit', () => {
  const both = prepared({ kind: 'multi', user: { key: 'ida' }, org: { key: 'acme' } });
  expect(keyOf(both, 'user')).toBe('ida');
  expect(keyOf(both, 'org')).toBe('acme');
  expect(partOf(both, 'constructor')).toBeUndefined();
  expect(partOf(both, '__proto__')).toBeUndefined();
});

test('a list of kinds with one entry is a context of that kind', () => {
  expect(prepared({ kind: 'multi', org: { key: 'acme' } }).kind).toBe('org');
});

test('a legacy user is of kind user, with a key of any type and its own attributes under custom', () => {
  const user = prepared({
    key: 33333,
    name: 'Ida',
    age: 5,
    custom: { age: 40, name: 'other', key: 'other' },
  });
  expect(user).toMatchObject({ kind: 'user', attributes: { key: '33333', name: 'Ida', age: 40 } });
  expect(prepared({ key: '', anonymous: 1 }).attributes['anonymous']).toBe(true);
});
