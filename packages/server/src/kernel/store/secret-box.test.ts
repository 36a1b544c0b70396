import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { SecretUnreadable, secretBox } from './secret-box.ts';

const key = randomBytes(32);

test('a secret can be shown again, and looks different each time it is kept', () => {
  const box = secretBox([key]);
  const first = box.lock('whsec_größer', 'connection/1');
  expect(box.open(first, 'connection/1')).toBe('whsec_größer');
  expect(first.equals(box.lock('whsec_größer', 'connection/1'))).toBe(false);
  expect(first.includes('whsec')).toBe(false);
});

test('one connection cannot be given the secret of another', () => {
  const box = secretBox([key]);
  expect(() => box.open(box.lock('s', 'connection/1'), 'connection/2')).toThrow(SecretUnreadable);
});

test('any altered byte is noticed', () => {
  const box = secretBox([key]);
  const locked = box.lock('secret', 'x');
  for (let at = 0; at < locked.length; at += 1) {
    const altered = Buffer.from(locked);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => box.open(altered, 'x')).toThrow(SecretUnreadable);
  }
  expect(() => box.open(locked.subarray(0, 20), 'x')).toThrow(SecretUnreadable);
});

test('after the key was changed, the older key still opens what it locked, and its absence is named', () => {
  const locked = secretBox([key]).lock('secret', 'x');
  const renewed = randomBytes(32);
  expect(secretBox([renewed, key]).open(locked, 'x')).toBe('secret');
  expect(() => secretBox([renewed]).open(locked, 'x')).toThrow(
    `LATCHKEY_SECRET_KEY (${secretBox([key]).keyId})`,
  );
});
