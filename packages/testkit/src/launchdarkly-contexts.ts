import fc from 'fast-check';
import {
  aContextKey,
  aValue,
  moments,
  numbers,
  often,
  pick,
  rarely,
  someOf,
  texts,
  versions,
} from './launchdarkly-clauses.ts';

const someAttributes = fc.record({
  name: rarely(aValue),
  anonymous: rarely(pick(true, false, null, 'yes')),
  country: often(pick<unknown>('SE', 'a', null)),
  text: often(pick<unknown>(...texts, 5)),
  n: often(pick<unknown>(...numbers, '1')),
  version: often(pick<unknown>(...versions, 1)),
  at: often(pick<unknown>(...moments)),
  tags: often(someOf(aValue)),
  address: often(
    pick<unknown>(
      { city: 'SE', '~1odd': 'SE', '~0odd': 'a', '': 1 },
      { city: 'a', '/odd': 'SE', '~odd': 'a' },
      ['SE'],
    ),
  ),
  'a/b': rarely(aValue),
  '/a~1b': rarely(aValue),
  '~t': rarely(aValue),
  _meta: rarely(pick({ x: 1 })),
  kind: fc.constant(undefined),
});
const withOwnPrototypeKey = fc
  .tuple(someAttributes, rarely(aValue))
  .map(([record, value]) =>
    value === undefined ? record : Object.fromEntries([...Object.entries(record), ['__proto__', value]]),
  );
const aPart = fc.tuple(withOwnPrototypeKey, aContextKey).map(([record, key]) => ({ ...record, key }));
const parts = fc.record({ user: often(aPart), org: often(aPart), device: rarely(aPart) });

export const aContext = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(aPart, pick('user', 'user', 'org', 'device'))
      .map(([part, kind]) => ({ ...part, kind })),
  },
  { weight: 3, arbitrary: parts.map((kinds) => ({ kind: 'multi', ...kinds })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(withOwnPrototypeKey, withOwnPrototypeKey, pick<unknown>('a', 'b', 33333, true, ''))
      .map(([custom, user, key]) => ({ ...user, key, custom })),
  },
  {
    weight: 1,
    arbitrary: pick<unknown>(
      null,
      {},
      [],
      { key: null },
      { kind: 'user' },
      { kind: 'user', key: '' },
      { kind: 'kind', key: 'a' },
      { kind: 'a b', key: 'a' },
      { kind: 5, key: 'a' },
      { kind: 'multi', user: 'a' },
      { kind: 'multi', multi: { key: 'a' } },
      { kind: 'multi', kind2: { key: 5 } },
    ),
  },
);
