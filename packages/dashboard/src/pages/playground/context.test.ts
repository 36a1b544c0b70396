import { expect, test } from 'vitest';
import { contextOf, readContext } from './context.ts';

test('what is typed becomes a context, with numbers and truths as such', () => {
  const attributes = [
    { name: 'country', text: 'DE' },
    { name: 'seats', text: '12' },
    { name: 'beta', text: 'true' },
    { name: '', text: 'unfinished' },
  ];
  expect(contextOf({ kind: 'user', key: ' ada ', attributes }).context).toEqual({
    kind: 'user',
    key: 'ada',
    country: 'DE',
    seats: 12,
    beta: true,
  });
  expect(contextOf({ kind: 'user', key: '', attributes })).toEqual({ context: null, problem: null });
});

test('a pasted context is taken as it is, or the field says why not', () => {
  const multi = { kind: 'multi', user: { key: 'ada' }, customer: { key: 'acme' } };
  expect(readContext(JSON.stringify(multi)).context).toEqual(multi);
  expect(readContext('').problem).toBeNull();
  expect(readContext('{').problem).toContain('not JSON');
  expect(readContext('[]').problem).toContain('object');
  expect(readContext('{"kind":"user"}').problem).toContain('key');
});
