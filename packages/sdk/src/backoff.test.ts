import { describe, expect, test } from 'vitest';
import { waitMilliseconds } from './backoff.ts';

const failure = { count: 1, refused: false, retryAfterMilliseconds: null };
const never = () => 0;
const always = () => 0.999_999;

describe('how long a client waits before it asks again', () => {
  test('about a second at first, twice as long each time, never above half a minute', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 1000].map((count) =>
      waitMilliseconds({ ...failure, count }, always),
    );
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('half of it is left to chance, so that many do not come back at once', () => {
    expect(waitMilliseconds({ ...failure, count: 6 }, never)).toBe(15_000);
    expect(waitMilliseconds({ ...failure, count: 6 }, () => 0.5)).toBe(22_500);
  });

  test('a key that was refused is tried again, but seldom', () => {
    expect(waitMilliseconds({ ...failure, refused: true }, never)).toBe(30_000);
    expect(waitMilliseconds({ ...failure, refused: true }, always)).toBe(60_000);
  });

  test('what the server asks for is honoured, within a minute', () => {
    expect(waitMilliseconds({ ...failure, count: 9, retryAfterMilliseconds: 1234 }, always)).toBe(1234);
    expect(waitMilliseconds({ ...failure, retryAfterMilliseconds: 86_400_000 }, never)).toBe(60_000);
  });
});
