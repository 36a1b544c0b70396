import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha1, sha1Prefix } from './sha1.ts';

const hexOf = (prefix: string, text: string) =>
  [...sha1(sha1Prefix(prefix), text)].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

const anyText = fc.string({ unit: 'binary', maxLength: 150 });
const halfPairs = fc.array(fc.constantFrom('\ud800', '\udc00', 'a', '😀'), { maxLength: 90 });

test('the hash equals the one of OpenSSL, wherever the prefix ends and however long the text is', () => {
  const asOpenSsl = (prefix: string, text: string): void => {
    expect(hexOf(prefix, text)).toBe(createHash('sha1').update(prefix).update(text).digest('hex'));
  };
  fc.assert(fc.property(anyText, anyText, asOpenSsl));
  // A pair that is split between prefix and text is two halves; whole texts are compared for those.
  fc.assert(fc.property(halfPairs, (units) => asOpenSsl('flag.salt.', units.join(''))));
});

test('every length around the end of a block is padded right', () => {
  for (let length = 0; length < 140; length += 1) {
    const text = 'x'.repeat(length);
    expect(hexOf('', text)).toBe(createHash('sha1').update(text).digest('hex'));
  }
});
