import { at } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { windowAt } from './window.ts';

const said = (reset: Parameters<typeof windowAt>[0], zone: string, now: string): readonly string[] => {
  const { from, to } = windowAt(reset, zone, at(now));
  return [new Date(from).toISOString(), new Date(to).toISOString()];
};

describe('without an anchor a window follows the calendar on the customer’s wall', () => {
  test.each([
    ['hour', 'UTC', '2026-03-10T14:30:00Z', '2026-03-10T14:00:00.000Z', '2026-03-10T15:00:00.000Z'],
    ['hour', 'Asia/Kolkata', '2026-03-10T14:10:00Z', '2026-03-10T13:30:00.000Z', '2026-03-10T14:30:00.000Z'],
    [
      'day',
      'America/New_York',
      '2026-03-10T03:00:00Z',
      '2026-03-09T04:00:00.000Z',
      '2026-03-10T04:00:00.000Z',
    ],
    ['week', 'UTC', '2026-03-15T23:59:59Z', '2026-03-09T00:00:00.000Z', '2026-03-16T00:00:00.000Z'],
    [
      'month',
      'Europe/Berlin',
      '2026-03-31T22:30:00Z',
      '2026-03-31T22:00:00.000Z',
      '2026-04-30T22:00:00.000Z',
    ],
    [
      'year',
      'Pacific/Auckland',
      '2026-12-31T11:00:00Z',
      '2026-12-31T11:00:00.000Z',
      '2027-12-31T11:00:00.000Z',
    ],
    ['month', 'UTC', '1969-12-31T00:00:00Z', '1969-12-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
  ] as const)('%s in %s at %s', (every, zone, now, from, to) => {
    expect(said({ every }, zone, now)).toEqual([from, to]);
  });

  test('the day on which the clocks change is an hour shorter or longer', () => {
    const hours = (now: string): number => {
      const { from, to } = windowAt({ every: 'day' }, 'Europe/Berlin', at(now));
      return (to - from) / 3_600_000;
    };
    expect([
      hours('2026-03-29T12:00:00Z'),
      hours('2026-10-25T12:00:00Z'),
      hours('2026-06-01T12:00:00Z'),
    ]).toEqual([23, 25, 24]);
  });
});

describe('with an anchor a window is repeated from there', () => {
  const anchor = '2026-01-31T09:00:00.000Z';
  test.each([
    ['2026-02-10', '2026-01-31T09:00:00.000Z', '2026-02-28T09:00:00.000Z'],
    ['2026-02-28T09:00:00Z', '2026-02-28T09:00:00.000Z', '2026-03-31T09:00:00.000Z'],
    ['2026-03-31T08:59:59Z', '2026-02-28T09:00:00.000Z', '2026-03-31T09:00:00.000Z'],
    ['2025-12-15', '2025-11-30T09:00:00.000Z', '2025-12-31T09:00:00.000Z'],
  ])('a month from the 31st, at %s', (now, from, to) => {
    expect(said({ every: 'month', anchor }, 'UTC', now)).toEqual([from, to]);
  });

  test('a day at nine on the wall stays at nine when the clocks change', () => {
    const nine = '2026-03-01T08:00:00.000Z'; // in Berlin
    expect(said({ every: 'day', anchor: nine }, 'Europe/Berlin', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-30T07:00:00.000Z',
      '2026-03-31T07:00:00.000Z',
    ]);
  });

  test('hours are counted from the anchor to the second', () => {
    expect(
      said({ every: 'hour', anchor: '2026-01-01T00:00:07.000Z' }, 'UTC', '2026-03-10T14:00:00Z'),
    ).toEqual(['2026-03-10T13:00:07.000Z', '2026-03-10T14:00:07.000Z']);
  });
});

test('a zone that this machine does not know counts as UTC', () => {
  expect(said({ every: 'day' }, 'Mars/Olympus', '2026-03-10T14:00:00Z')).toEqual([
    '2026-03-10T00:00:00.000Z',
    '2026-03-11T00:00:00.000Z',
  ]);
});
