/** How people say moments. All take `now` in epoch milliseconds; calendar days are UTC unless a zone is given. */

const day = 86_400_000;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** “31 Mar 2027”. */
export const dayInWords = (at: string | number, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(
    new Date(at),
  );

/** “31 Mar 2027, 14:05 UTC”. */
export const momentInWords = (at: string | number): string =>
  `${new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(at))} UTC`;

/** “just now”, “5 minutes ago”, “yesterday”, then the date. */
export function agoInWords(at: string, now: number): string {
  const past = now - Date.parse(at);
  if (past < 45_000) return 'just now';
  if (past < 3_600_000) return relative.format(-Math.max(1, Math.round(past / 60_000)), 'minute');
  if (past < day) return relative.format(-Math.round(past / 3_600_000), 'hour');
  if (past < 7 * day) return relative.format(-Math.round(past / day), 'day');
  return dayInWords(at);
}

/** “in 3 days”, “tomorrow”, “3 days ago”. Whole days, rounded up, so that something that still runs never reads “0 days”. */
export const daysInWords = (at: string, now: number): string =>
  relative.format(Math.ceil((Date.parse(at) - now) / day), 'day');

/** “ends in 12 days” while that is near, “until 31 Mar 2027” while it is far, “no end”, “ended 3 Feb 2026”. */
export function endInWords(to: string | null, now: number, timeZone = 'UTC'): string {
  if (to === null) return 'no end';
  const left = Date.parse(to) - now;
  if (left <= 0) return `ended ${dayInWords(to, timeZone)}`;
  return left <= 60 * day ? `ends ${daysInWords(to, now)}` : `until ${lastDayInWords(to, timeZone)}`;
}

/** Ends are the first moment after; people say the last day: `2026-04-01T00:00:00Z` is “until 31 Mar 2026”. */
const lastDayInWords = (to: string, timeZone = 'UTC'): string => dayInWords(Date.parse(to) - 1, timeZone);

/** Whether an end is close enough to deserve attention. */
export const endsSoon = (to: string | null, now: number, days = 30): boolean =>
  to !== null && Date.parse(to) > now && Date.parse(to) - now <= days * day;

/** `2026-03-15` as a date field writes it, so many days from now. */
export const dateField = (now: number, days: number): string =>
  new Date(now + days * day).toISOString().slice(0, 10);

/** The first moment after a date field's last day, as that day ends in the customer's own zone. */
export const endOfDateField = (date: string, timeZone = 'UTC'): string =>
  startOfDay(Date.parse(`${date}T00:00:00Z`) + day, timeZone);

/** The first moment of a date field's day in the customer's own zone. */
export const startOfDateField = (date: string, timeZone = 'UTC'): string =>
  startOfDay(Date.parse(`${date}T00:00:00Z`), timeZone);

/** Midnight of a calendar day in a zone. The offset is asked twice, since it may change between UTC's midnight and theirs. */
function startOfDay(utcMidnight: number, timeZone: string): string {
  const first = utcMidnight - offsetAt(utcMidnight, timeZone);
  return new Date(utcMidnight - offsetAt(first, timeZone)).toISOString();
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) -
    Math.floor(at / 1000) * 1000
  );
}
