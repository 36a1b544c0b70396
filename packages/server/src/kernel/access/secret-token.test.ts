import { expect, test } from 'vitest';
import { digestOf, kindOfSecret, newSecret, sameDigest } from './secret-token.ts';

test('a credential says its kind, and only its digest and ending need to be kept', () => {
  const { value, digest, ending } = newSecret('sdk');
  expect(value).toMatch(/^lk_sdk_[A-Za-z0-9_-]{49}$/);
  expect(kindOfSecret(value)).toBe('sdk');
  expect(value.endsWith(ending)).toBe(true);
  expect(digest).toBe(digestOf(value));
  expect(digest).not.toContain(value.slice(7, 20));
});

test('no two are alike', () => {
  expect(newSecret('api').value).not.toBe(newSecret('api').value);
});

test('a typing error is noticed without a look-up', () => {
  const { value } = newSecret('client-application');
  const other = value[20] === 'x' ? 'y' : 'x';
  expect(kindOfSecret(value.slice(0, 20) + other + value.slice(21))).toBeNull();
  expect(kindOfSecret(value.slice(0, -1))).toBeNull();
  expect(kindOfSecret(`${value}a`)).toBeNull();
  expect(kindOfSecret(value.replace('lk_cli_', 'lk_sdk_'))).toBeNull();
  expect(kindOfSecret('')).toBeNull();
});

test('digests are the same only when all of them is', () => {
  expect(sameDigest(digestOf('a'), digestOf('a'))).toBe(true);
  expect(sameDigest(digestOf('a'), digestOf('b'))).toBe(false);
  expect(sameDigest(digestOf('a'), digestOf('a').slice(1))).toBe(false);
});
