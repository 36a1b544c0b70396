import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('a token is told what is left of its window, and begins anew in the next', () => {
  const limit = new RateLimit({ global: 3, route: 2 });
  expect(limit.take('t', 'flags', 12_000)).toEqual({
    globalRemaining: 2,
    routeRemaining: 1,
    reset: 20_000,
    isExceeded: false,
  });
  limit.take('t', 'flags', 12_001);
  expect(limit.take('t', 'flags', 12_002)).toMatchObject({ routeRemaining: 0, isExceeded: true });
  expect(limit.take('other', 'flags', 12_003)).toMatchObject({ isExceeded: false });
  expect(limit.take('t', 'flags', 20_000)).toMatchObject({ globalRemaining: 2, isExceeded: false });
});

test('other routes have room until the token as a whole has none', () => {
  const limit = new RateLimit({ global: 2, route: 2 });
  limit.take('t', 'flags', 0);
  expect(limit.take('t', 'segments', 1)).toMatchObject({ globalRemaining: 0, isExceeded: false });
  expect(limit.take('t', 'members', 2)).toMatchObject({ isExceeded: true });
});
