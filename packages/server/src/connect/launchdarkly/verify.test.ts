import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned } from './verify.ts';

const body = Buffer.from('{\n  "kind": "flag"\n}');
const signed = (secret: string, raw = body): string => createHmac('sha256', secret).update(raw).digest('hex');

test('any live secret may have signed', () => {
  expect(isSigned(body, signed('new'), ['new', 'old'])).toBe(true);
  expect(isSigned(body, signed('old'), ['new', 'old'])).toBe(true);
  expect(isSigned(body, signed('older'), ['new', 'old'])).toBe(false);
});

test('the signature is over the bytes as they came', () => {
  const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  expect(isSigned(again, signed('s'), ['s'])).toBe(false);
  expect(isSigned(again, signed('s', again), ['s'])).toBe(true);
});

test('only lower-case hexadecimal of the full length is a signature', () => {
  const good = signed('s');
  for (const bad of [
    undefined,
    '',
    good.slice(1),
    `${good}0`,
    good.toUpperCase(),
    `sha256=${good}`,
    [good],
  ]) {
    expect(isSigned(body, bad, ['s'])).toBe(false);
  }
});

test('without a secret nothing is signed, also not with an empty one', () => {
  expect(isSigned(body, signed(''), [])).toBe(false);
});
