import { expect, test } from 'vitest';
import { signatureOf } from './sign.ts';

test('a body is signed as LaunchDarkly signs it', () => {
  expect(signatureOf(Buffer.from('{"a":1}'), 'whsec-demo')).toBe(
    '8b96aecfdbf6f805e7d8749de3bb4e5196aefa27ece93c2519fad8d055745dfc',
  );
});
