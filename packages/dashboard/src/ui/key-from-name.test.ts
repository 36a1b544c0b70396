import { expect, test } from 'vitest';
import { keyFromName } from './key-from-name.ts';

test('a name becomes a key that is allowed', () => {
  expect(keyFromName('Acme & Söhne GmbH')).toBe('acme-sohne-gmbh');
  expect(keyFromName('  24/7 Support!  ')).toBe('24-7-support');
  expect(keyFromName('x'.repeat(150))).toHaveLength(100);
});
