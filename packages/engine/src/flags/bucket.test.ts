import { expect, test } from 'vitest';
import { keyAttribute, parseAttributeReference } from './attribute.ts';
import { bucketing, shareOf } from './bucket.ts';
import { prepareContext } from './context.ts';

const number = parseAttributeReference('number', { literal: true });
const kind = parseAttributeReference('kind', { literal: true });

function expectBucket(wanted: number, by: Partial<Parameters<typeof bucketing>[0]>, context: object): void {
  const spread = bucketing({
    contextKind: 'user',
    attribute: keyAttribute,
    key: 'hashKey',
    salt: 'saltyA',
    ...by,
  });
  const prepared = prepareContext({ kind: 'user', key: 'any', ...context });
  if (prepared === null) throw new Error('The context of this test is not valid.');
  // A share that ends at the bucket does not hold it, one that ends just above does.
  expect(shareOf(spread, [wanted, wanted + 1e-15], prepared)).toBe(1);
}

test.each([
  ['userKeyA', 0.4215758743392494],
  ['userKeyB', 0.6708484965703435],
  ['userKeyC', 0.1034310617276969],
  ['33333', 0.5477142345861467],
])('%s has the bucket that LaunchDarkly gives it', (key, bucket) => {
  expectBucket(bucket, {}, { key });
});

test('a whole number has the bucket of its digits; anything else has none, which is 0', () => {
  const attribute = number ?? keyAttribute;
  expectBucket(0.5477142345861467, { attribute }, { number: 33333 });
  for (const value of [33333.5, true, null, ['33333'], undefined])
    expectBucket(0, { attribute }, { number: value });
});

test('a seed replaces key and salt', () => {
  expectBucket(0.0980120652476667, { seed: 61 }, { key: 'userKeyA' });
  expectBucket(0.9242640945125551, { seed: 61, key: 'other', salt: 'other' }, { key: 'userKeyC' });
  expectBucket(0.4215758743392494, { seed: 0 }, { key: 'userKeyA' });
});

test('a missing salt is empty, and text is hashed as UTF-8', () => {
  expectBucket(0.12488739361125582, { key: 'flag-a', salt: null }, { key: 'user-1' });
  expectBucket(0.7720992051659415, { key: 'flag-é', salt: 'sälz' }, { key: 'ключ' });
});

test('a context without the kind, and the list of kinds, have bucket 0', () => {
  expectBucket(0, { contextKind: 'org' }, {});
  expectBucket(0, { attribute: kind ?? keyAttribute }, {});
});
