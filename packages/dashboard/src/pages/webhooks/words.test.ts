import { expect, test } from 'vitest';
import { attemptsInWords, healthOf, missedInWords, statusOf } from './words.ts';

const arrived = {
  status: 'delivered',
  attempts: 1,
  lastAt: '2026-03-10T09:00:00.000Z',
  lastStatus: 200,
  lastError: null,
  nextAt: null,
} as const;
const again = {
  ...arrived,
  status: 'waiting',
  attempts: 2,
  lastAt: '2026-03-10T09:05:00.000Z',
  lastStatus: 503,
  nextAt: '2026-03-10T09:10:00.000Z',
} as const;
const lost = {
  ...arrived,
  status: 'failed',
  attempts: 6,
  lastAt: '2026-03-10T08:00:00.000Z',
  lastStatus: null,
  lastError: 'Nobody answers at this address.',
} as const;
const unsent = { ...arrived, status: 'waiting', attempts: 0, lastAt: null, lastStatus: null } as const;

test('a webhook does as its last attempt did, whatever the order of its messages', () => {
  expect(healthOf(true, []).word).toBe('Nothing sent yet');
  expect(healthOf(true, [unsent]).word).toBe('Nothing sent yet');
  expect(healthOf(true, [unsent, lost, arrived])).toEqual({
    word: 'Works',
    tone: 'good',
    lastAt: arrived.lastAt,
    because: null,
  });
  expect(healthOf(true, [arrived, again])).toMatchObject({
    word: 'Trying again',
    because: 'The address answered 503.',
  });
  expect(healthOf(true, [lost])).toMatchObject({
    word: 'Does not arrive',
    because: 'Nobody answers at this address.',
  });
});

test('a paused webhook is neither well nor ill', () => {
  expect(healthOf(false, [lost])).toMatchObject({ word: 'Paused', tone: 'neutral', because: null });
});

test('what did not arrive is counted, and nothing is said while all arrives', () => {
  expect(missedInWords([arrived, unsent])).toBeNull();
  expect(missedInWords([arrived, again, lost])).toBe(
    'Of the last 3 messages: 1 given up, 1 to be tried again',
  );
});

test('a message that did not arrive yet is told from one that was not sent yet', () => {
  expect([unsent, again, arrived, lost].map((one) => statusOf(one).word)).toEqual([
    'On its way',
    'To be tried again',
    'Arrived',
    'Given up',
  ]);
});

test('each message says what came of it and when it is tried again', () => {
  expect(attemptsInWords(unsent)).toBe('Sent within seconds.');
  expect(attemptsInWords(arrived)).toBe('1 attempt: the address answered 200.');
  expect(attemptsInWords(lost)).toBe('6 attempts: nobody answers at this address.');
  expect(attemptsInWords(again)).toBe(
    '2 attempts: the address answered 503. Next at 10 Mar 2026, 09:10 UTC.',
  );
});
