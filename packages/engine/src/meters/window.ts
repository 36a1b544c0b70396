import type { Milliseconds, Reset } from '@latchkey/model';
import { always, forever, fromInstant } from '../time.ts';

/** A while in which one allowance is counted, half-open. */
export interface Window {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Without a reset an allowance is counted once and for all. */
export const allOfTime: Window = { from: always, to: forever };

/** Allowances with the same window share what was counted. */
export const windowName = (reset: Reset | null): string =>
  reset === null ? 'never' : reset.anchor === undefined ? reset.every : `${reset.every}@${reset.anchor}`;

/**
 * The window that `now` lies in. Without an anchor it follows the calendar on the customer's wall: midnight, Monday, the
 * first, New Year. With one it is repeated from there at the same time of day; a month that lacks the day ends earlier.
 */
export function windowAt(reset: Reset | null, timeZone: string, now: Milliseconds): Window {
  if (reset === null) return allOfTime;
  const name = `${windowName(reset)} ${timeZone}`;
  const held = newest.get(name);
  if (held !== undefined && now >= held.from && now < held.to) return held;
  const window = reset.every === 'hour' ? hourAt(reset, timeZone, now) : calendarAt(reset, timeZone, now);
  if (newest.size >= newestMax) newest.clear();
  newest.set(name, window);
  return window;
}

/** Finding a window asks the calendar several times; the next question is nearly always in the same one. */
const newest = new Map<string, Window>();
const newestMax = 5000;

const hour = 3_600_000;
const day = 24 * hour;

function hourAt({ anchor }: Reset, timeZone: string, now: Milliseconds): Window {
  // Hours on the wall begin a few minutes off in zones whose offset is no whole hour.
  const shift = anchor === undefined ? -offsetAt(now, timeZone) : fromInstant(anchor);
  const from = Math.floor((now - shift) / hour) * hour + shift;
  return { from, to: from + hour };
}

/** What is on the wall, as if it were UTC: Monday, 5 January 1970, begins a week, 1 January a day, month and year. */
const monday = 4 * day;

function calendarAt(reset: Reset, timeZone: string, now: Milliseconds): Window {
  const { every, anchor } = reset;
  const begin =
    anchor === undefined ? (every === 'week' ? monday : 0) : onWall(fromInstant(anchor), timeZone);
  const startOf = (turn: number): Milliseconds => fromWall(stepped(begin, every, turn), timeZone);
  let turn = turnsBetween(begin, onWall(now, timeZone), every);
  while (startOf(turn) > now) turn -= 1;
  while (startOf(turn + 1) <= now) turn += 1;
  return { from: startOf(turn), to: startOf(turn + 1) };
}

/** Near enough to be corrected by a step or two. */
function turnsBetween(begin: Milliseconds, now: Milliseconds, every: Reset['every']): number {
  if (every === 'day') return Math.floor((now - begin) / day);
  if (every === 'week') return Math.floor((now - begin) / (7 * day));
  const [first, last] = [new Date(begin), new Date(now)];
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  return every === 'year' ? years : years * 12 + last.getUTCMonth() - first.getUTCMonth();
}

function stepped(begin: Milliseconds, every: Reset['every'], turns: number): Milliseconds {
  if (every === 'day') return begin + turns * day;
  if (every === 'week') return begin + turns * 7 * day;
  const first = new Date(begin);
  const month = first.getUTCMonth() + (every === 'year' ? turns * 12 : turns);
  const firstOfMonth = Date.UTC(first.getUTCFullYear(), month, 1);
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const timeOfDay = ((begin % day) + day) % day;
  return firstOfMonth + (Math.min(first.getUTCDate(), daysInMonth) - 1) * day + timeOfDay;
}

const onWall = (at: Milliseconds, timeZone: string): Milliseconds => at + offsetAt(at, timeZone);

/** The moment at which the wall shows this. What a change of the clocks leaves out is shown when the gap is over. */
function fromWall(wall: Milliseconds, timeZone: string): Milliseconds {
  const guess = wall - offsetAt(wall, timeZone);
  const better = wall - offsetAt(guess, timeZone);
  if (onWall(better, timeZone) === wall) return better;
  return Math.max(guess, better);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(at: Milliseconds, timeZone: string): Milliseconds {
  if (timeZone === 'UTC') return 0;
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, date, hours, minute, second) - Math.floor(at / 1000) * 1000;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = makeClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  const shown: Intl.DateTimeFormatOptions = {
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...shown, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: 'UTC' }); // a zone that this machine does not know
  }
}
