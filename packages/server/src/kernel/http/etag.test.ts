import { expect, test } from 'vitest';
import { isKnown, readIfMatch, toEtag, wholeReply } from './etag.ts';

test('a version goes out and comes back', () => {
  expect(readIfMatch(toEtag(12))).toBe(12);
  expect(readIfMatch('W/"12"')).toBe(12);
  expect(readIfMatch('*')).toBeNull();
  expect(readIfMatch(undefined)).toBeNull();
});

test.each(['12', '"twelve"', '"1", "2"', '""', '"9999999999999999"'])(
  'If-Match: %s is refused, not ignored',
  (header) => {
    expect(() => readIfMatch(header)).toThrow('If-Match');
  },
);

test('whoever has the version is told so', () => {
  expect(isKnown('"1", W/"2"', '"2"')).toBe(true);
  expect(isKnown('*', '"2"')).toBe(true);
  expect(isKnown('"1"', '"2"')).toBe(false);
  expect(isKnown(undefined, '"2"')).toBe(false);
});

test('a reply that tells more than its resource has an ETag of all of it, and still one version to edit', () => {
  const one = toEtag(wholeReply({ version: 3, events: 1 }));
  const other = toEtag(wholeReply({ version: 3, events: 2 }));
  expect(isKnown(one, other)).toBe(false);
  expect(isKnown(one, toEtag(wholeReply({ events: 1, version: 3 })))).toBe(true);
  expect([readIfMatch(one), readIfMatch(other)]).toEqual([3, 3]);
});
