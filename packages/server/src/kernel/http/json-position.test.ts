import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-position.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{"key": "a",}', 13, 'a field name in double quotes'],
  ['[1 2]', 4, 'a comma or ]'],
  ['{"a" 1}', 6, 'a colon'],
  ['{"a":}', 6, 'a value'],
  ['[01]', 2, 'a value'],
  ['nul', 1, 'a value'],
  ['', 1, 'a value'],
  ['{} {}', 4, 'the end of the body'],
  ['"a\tb"', 3, 'the end of a text, or an escape that JSON knows'],
])('%s stops being JSON at column %i', (text, column, expected) => {
  expect(findJsonFault(text)).toMatchObject({ line: 1, column, expected });
});

test('lines are counted', () => {
  expect(findJsonFault('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({ line: 3, column: 3 });
});

test('a text of a megabyte without its end is read to the end', () => {
  expect(findJsonFault(`["${'a'.repeat(1_000_000)}`)?.position).toBe(1_000_002);
});

const almostJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '0', '-', 'e', ' ', '\u0001'),
  )
  .map(
    ([text, at, put]) =>
      text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
  );

property.prop([fc.oneof(almostJson, fc.json(), fc.string())])(
  'it agrees with the parser about what JSON is',
  (text) => {
    const fault = findJsonFault(text);
    expect(fault === null).toBe(isJson(text));
    expect(fault?.position ?? 0).toBeLessThanOrEqual(text.length);
  },
);
