import { expect, test } from 'vitest';
import {
  agoInWords,
  dateField,
  endInWords,
  endOfDateField,
  endsSoon,
  startOfDateField,
} from './time-words.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

test('an end that is near is counted in days, one that is far is a date', () => {
  expect(endInWords('2026-03-13T12:00:00Z', now)).toBe('ends in 12 days');
  expect(endInWords('2026-03-02T00:00:00Z', now)).toBe('ends tomorrow');
  expect(endInWords('2027-04-01T00:00:00Z', now)).toBe('until 31 Mar 2027');
});

test('no end and a past end say so', () => {
  expect(endInWords(null, now)).toBe('no end');
  expect(endInWords('2026-02-01T00:00:00Z', now)).toBe('ended 1 Feb 2026');
});

test('something deserves attention from thirty days before its end until it ended', () => {
  expect(endsSoon('2026-03-31T12:00:00Z', now)).toBe(true);
  expect(endsSoon('2026-03-31T12:00:01Z', now)).toBe(false);
  expect(endsSoon('2026-03-01T12:00:00Z', now)).toBe(false);
  expect(endsSoon(null, now)).toBe(false);
});

test('the past is told as a colleague would', () => {
  expect(agoInWords('2026-03-01T11:59:30Z', now)).toBe('just now');
  expect(agoInWords('2026-03-01T11:55:00Z', now)).toBe('5 minutes ago');
  expect(agoInWords('2026-02-28T11:00:00Z', now)).toBe('yesterday');
  expect(agoInWords('2026-01-03T12:00:00Z', now)).toBe('3 Jan 2026');
});

test('the last day of something lasts until midnight where the customer lives', () => {
  expect(endOfDateField('2026-03-15')).toBe('2026-03-16T00:00:00.000Z');
  expect(endOfDateField('2026-03-15', 'Europe/Berlin')).toBe('2026-03-15T23:00:00.000Z');
  expect(endOfDateField('2026-03-15', 'America/New_York')).toBe('2026-03-16T04:00:00.000Z');
});

test('the night the clocks change ends at its own midnight', () => {
  expect(endOfDateField('2026-03-28', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDateField('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDateField('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
});

test('date fields count whole days from today', () => {
  expect(dateField(now, 14)).toBe('2026-03-15');
});
