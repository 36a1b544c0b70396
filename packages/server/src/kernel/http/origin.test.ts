import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { assertOwnOrigin } from './origin.ts';

const own = new Set(['https://latchkey.example.com']);
const cookie = 'latchkey=abc';
const attempt =
  (headers: IncomingHttpHeaders, method = 'POST') =>
  () =>
    assertOwnOrigin(method, headers, own);

test('our own page may edit', () => {
  expect(
    attempt({ cookie, origin: 'https://latchkey.example.com', 'sec-fetch-site': 'same-origin' }),
  ).not.toThrow();
});

test.each([
  'https://evil-latchkey.example.com',
  'https://latchkey.example.com.evil.net',
  'https://latchkey.example.com:8443',
  'http://latchkey.example.com',
  'https://LATCHKEY.example.com/',
  'https://x.latchkey.example.com',
  'null',
  '',
])('the origin %j is another site', (origin) => {
  expect(attempt({ cookie, origin })).toThrow('dashboard itself');
});

test('a cookie without an origin is not enough', () => {
  expect(attempt({ cookie })).toThrow();
  expect(
    attempt({ cookie, origin: 'https://latchkey.example.com', 'sec-fetch-site': 'cross-site' }),
  ).toThrow();
  expect(
    attempt({ cookie, origin: 'https://latchkey.example.com', 'sec-fetch-site': 'same-site' }),
  ).toThrow();
});

test('another site cannot sign a visitor in either', () => {
  expect(attempt({ origin: 'https://evil.example' })).toThrow();
  expect(attempt({ 'sec-fetch-site': 'cross-site' })).toThrow();
});

test('programs with a credential of their own, and questions, come from anywhere', () => {
  expect(attempt({ authorization: 'Bearer lk_api_x' })).not.toThrow();
  expect(attempt({})).not.toThrow();
  expect(attempt({ cookie, origin: 'https://evil.example' }, 'GET')).not.toThrow();
});
