import fc, { type Arbitrary } from 'fast-check';

// Few names and values, so that things meet.

export const pick = fc.constantFrom;
export const often = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
export const rarely = <T>(arbitrary: Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
export const someOf = <T>(arbitrary: Arbitrary<T>, maxLength = 3) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

export const flagKeys = ['f0', 'f1', 'f2', 'f3', '__proto__'];
export const segmentKeys = ['s0', 's1', 's2', 'constructor'];

export const aContextKey = fc.oneof(
  { weight: 3, arbitrary: pick('a', 'b') },
  { weight: 1, arbitrary: pick('c', 'ключ 😀', '\ud800', '33333', 'x'.repeat(60)) },
);
export const aListedKey = fc.oneof(
  { weight: 9, arbitrary: aContextKey },
  { weight: 1, arbitrary: fc.constant('') },
);
export const aKind = pick('user', 'user', 'user', 'org', 'device', '');
export const texts = ['', 'a', 'b', 'SE', 'x.y@z.org', 'é', '1', 'ab\n'];
const patterns = [
  '^a',
  'b$',
  '[a-z]+@',
  '(a|b)c?',
  'x\\.y',
  'S.',
  '\\d+',
  '(',
  '^$',
  '\\/',
  '(?:é)',
  'z.org',
];
export const moments = [
  '2024-02-29T12:00:00Z',
  '2024-02-29T12:00:00.123+02:00',
  '2024-02-29T12:00:00-07',
  '2024-02-29',
  '2024-02-29T12:00:00',
  '2024-13-99T12:00:00Z',
  '2024-02-29T12:00:00Zulu',
  1709208000000,
  0,
];
export const versions = [
  '1',
  '1.2',
  '1.2.3',
  '1.2.3-beta',
  '1.2-beta.2',
  '1.2.3-beta.11',
  '1.2.3+build',
  'v1.2.3',
  ' v1.2.3',
  '01.2.3',
  '1.2.3.4',
  '1.2.3-1',
  '1.2.3-9007199254740993',
  '9007199254740993.0.0',
  '1.2.3 ',
  '1.',
  '2.0.0-rc.1+x.y',
  'x',
];
export const numbers = [0, 1, -1, 1.5, 33333, 1e21];
export const aValue = fc.oneof(
  pick<unknown>(...texts, ...numbers, ...versions, ...moments, true, false, null),
  fc.constant([1]),
  fc.constant({ a: 1 }),
);

const attributes = [
  'key',
  'name',
  'kind',
  'anonymous',
  'country',
  'text',
  'n',
  'version',
  'at',
  'tags',
  'address',
  '/address/city',
  '/address/~1odd',
  '/address/~0odd',
  '/tags/0',
  '/name',
  '/kind',
  'a/b',
  '/a~1b',
  '~t',
  '__proto__',
  'toString',
  '_meta',
  '/_meta/x',
  '',
  '/',
  '//',
  '/a~2',
  '/a~',
  '/address/',
];
const anAttribute = fc.oneof(
  { weight: 1, arbitrary: pick(...attributes) },
  { weight: 1, arbitrary: pick('/address/city', '/address/~1odd', '/address/~0odd', '/address/') },
  { weight: 3, arbitrary: pick('key', 'country', 'text', 'n', 'tags') },
);

export function aClause(segments: Arbitrary<string>): Arbitrary<unknown> {
  const clause = (op: Arbitrary<unknown>, attribute: Arbitrary<string>, values: Arbitrary<unknown>) =>
    fc.record({
      op,
      attribute,
      contextKind: often(aKind),
      values: someOf(values),
      negate: rarely(fc.boolean()),
    });
  return fc.oneof(
    { weight: 3, arbitrary: clause(fc.constant('in'), anAttribute, aValue) },
    { weight: 9, arbitrary: clause(fc.constant('segmentMatch'), fc.constant(''), segments) },
    {
      weight: 2,
      arbitrary: clause(fc.constant('in'), pick('key', 'country'), fc.oneof(aContextKey, pick(...texts))),
    },
    {
      weight: 1,
      arbitrary: clause(
        pick('startsWith', 'endsWith', 'contains'),
        pick('text', 'tags', 'key'),
        pick(...texts),
      ),
    },
    { weight: 1, arbitrary: clause(fc.constant('matches'), pick('text', 'tags', 'key'), pick(...patterns)) },
    {
      weight: 1,
      arbitrary: clause(
        pick('lessThan', 'lessThanOrEqual', 'greaterThan', 'greaterThanOrEqual'),
        pick('n', 'tags'),
        pick(...numbers),
      ),
    },
    { weight: 1, arbitrary: clause(pick('before', 'after'), pick('at', 'n'), pick<unknown>(...moments)) },
    {
      weight: 1,
      arbitrary: clause(
        pick('semVerEqual', 'semVerLessThan', 'semVerGreaterThan'),
        fc.constant('version'),
        pick(...versions),
      ),
    },
    {
      weight: 1,
      arbitrary: clause(
        pick('in', 'matches', 'before', 'contains', 'lessThan', 'semVerEqual', 'unheard of', undefined),
        anAttribute,
        aValue,
      ),
    },
  );
}
