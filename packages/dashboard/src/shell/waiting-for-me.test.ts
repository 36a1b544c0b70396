import { expect, test } from 'vitest';
import { waitingForMe } from './waiting-for-me.ts';

test('only what somebody may approve waits for them', () => {
  const may = (allowed: boolean) => {
    const answer = { allowed, because: '' };
    return { approve: answer, reject: answer, cancel: answer };
  };
  expect(
    waitingForMe([
      { status: 'pending', may: may(true) },
      { status: 'pending', may: may(false) },
      { status: 'scheduled', may: may(true) },
    ]),
  ).toBe(1);
});
