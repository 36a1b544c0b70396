import type { Milliseconds } from '@latchkey/model';

type Style = 'words' | 'digits';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. The zones of the world are some 400: the map stays small. */
function formatIn(timeZone: string, style: Style): Intl.DateTimeFormat {
  const name = `${style} ${timeZone}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = makeFormat(timeZone, style);
  formats.set(name, format);
  return format;
}

function makeFormat(timeZone: string, style: Style): Intl.DateTimeFormat {
  const month = style === 'words' ? 'long' : '2-digit';
  const day = style === 'words' ? 'numeric' : '2-digit';
  const options: Intl.DateTimeFormatOptions = { day, month, year: 'numeric', calendar: 'gregory' };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }); // a zone that this machine does not know
  }
}

function partsOf(at: Milliseconds, timeZone: string, style: Style) {
  const parts = formatIn(timeZone, style).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** `2027-02-28`, as the calendar on the customer's wall says it. */
export function dayOf(at: Milliseconds, timeZone: string): string {
  const { day, month, year } = partsOf(at, timeZone, 'digits');
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/** `28 February 2027`. */
export function dayInWords(at: Milliseconds, timeZone: string): string {
  const { day, month, year } = partsOf(at, timeZone, 'words');
  return `${day} ${month} ${year}`;
}

/** The last moment that still belongs to an interval with this end, which is not in it. */
export const lastMomentBefore = (to: Milliseconds): Milliseconds => to - 1;

/** `2027-02-28 17:45` in UTC. */
export const minuteOf = (at: Milliseconds): string =>
  new Date(at).toISOString().slice(0, 16).replace('T', ' ');
