import { expect, test } from 'vitest';
import { freshSigning, secretOf } from './signing.ts';

test('a secret that is made here is 256 bits of chance, and another one for every form', () => {
  const [one, other] = [secretOf(freshSigning()), secretOf(freshSigning())];
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(other).not.toBe(one);
});

test('a secret of one’s own is taken as it is once it is long enough', () => {
  const signing = { ...freshSigning(), kind: 'own' } as const;
  expect(secretOf({ ...signing, own: 'seven77' })).toBeUndefined();
  expect(secretOf({ ...signing, own: 'eight888' })).toBe('eight888');
});

test('unsigned means that no secret is kept', () => {
  expect(secretOf({ ...freshSigning(), kind: 'none' })).toBeNull();
});
