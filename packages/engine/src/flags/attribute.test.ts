import { expect, test } from 'vitest';
import { parseAttributeReference, readAttribute } from './attribute.ts';
import { prepareContext } from './context.ts';

function read(attribute: string, context: object, options = { literal: false }): unknown {
  const reference = parseAttributeReference(attribute, options);
  const prepared = prepareContext(context);
  if (reference === null || prepared === null) return 'invalid';
  return readAttribute(prepared, 'user', reference);
}

const ida = {
  kind: 'user',
  key: 'ida',
  address: { city: 'Lund', 'a/b': 1, 'c~d': 2, geo: { lat: 55.7 } },
  groups: ['support', { name: 'x' }],
  '/address/city': 'literal',
  'plain/slash': 'top',
};

test.each([
  ['key', 'ida'],
  ['/key', 'ida'],
  ['/address/city', 'Lund'],
  ['/address/geo/lat', 55.7],
  ['/address/a~1b', 1],
  ['/address/c~0d', 2],
  ['plain/slash', 'top'],
  ['/address/street', undefined],
  ['/groups/0', undefined],
  ['/groups/length', undefined],
  ['/key/length', undefined],
])('%s reads %s', (attribute, value) => {
  expect(read(attribute, ida)).toEqual(value);
});

test('without a context kind the whole text is a name, slashes included', () => {
  expect(read('/address/city', ida, { literal: true })).toBe('literal');
});

test.each(['', '/', '//', '/a//b', '/a~2', '/a~', 'a~', '_meta', '/_meta/privateAttributes'])(
  '%j refers to nothing',
  (attribute) => {
    expect(parseAttributeReference(attribute, { literal: false })).toBeNull();
  },
);

test('anonymous is false when it is absent', () => {
  expect(read('anonymous', ida)).toBe(false);
  expect(read('/anonymous', { ...ida, anonymous: true })).toBe(true);
});

test('kind is every kind of the context', () => {
  expect(read('kind', ida)).toBe('user');
  expect(read('kind', { kind: 'multi', user: { key: 'ida' }, org: { key: 'acme' } })).toEqual([
    'user',
    'org',
  ]);
});

test('what objects inherit is not an attribute; what a context carries under such a name is', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(read(name, ida)).toBeUndefined();
    expect(read(name, JSON.parse(`{"kind":"user","key":"ida","${name}":"own"}`))).toBe('own');
  }
});
