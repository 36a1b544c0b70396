import { windowAt } from '@latchkey/engine';
import { fromInstant, type Instant, type Milliseconds, readInstant, toInstant } from '@latchkey/model';
import { z } from 'zod';

/** How this protocol writes that something never ends. */
const never = '2500-12-31';
const dayMilliseconds = 86_400_000;

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-03-01')
  .refine((day) => readInstant(day) !== null, 'must be a day that exists');

export const Expiry = z.strictObject({
  neverExpires: z.boolean().exactOptional(),
  endDate: z.union([Day, z.literal('')]).exactOptional(),
  expiryInDays: z.union([z.int().min(1).max(100_000), z.literal('')]).exactOptional(),
});
export type Expiry = z.infer<typeof Expiry>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. The zones of the world are some 400: the map stays small. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = makeFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const options = { calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: timeZone || 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' }); // a zone that this machine does not know
  }
}

const dayOf = (at: Milliseconds, timeZone: string): string => formatIn(timeZone).format(at);

/** The moment at which a day begins where the customer lives. */
export function startOfDay(day: string, timeZone: string): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  for (const shift of [0, -dayMilliseconds / 2, dayMilliseconds / 2]) {
    const window = windowAt({ every: 'day' }, timeZone || 'UTC', noon + shift);
    if (dayOf(window.from, timeZone) === day) return toInstant(window.from);
  }
  return `${day}T00:00:00.000Z`;
}

const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** The end, which is not in it any more: the last day is included. Undefined when nothing is said about it. */
export function endOf(
  { neverExpires, endDate = '', expiryInDays = '' }: Expiry,
  from: Instant,
  timeZone: string,
): Instant | null | undefined {
  if (neverExpires === true || endDate === never) return null;
  if (endDate !== '') return startOfDay(dayAfter(endDate), timeZone);
  if (expiryInDays !== '')
    return startOfDay(dayAfter(dayOf(fromInstant(from), timeZone), expiryInDays), timeZone);
  return neverExpires === undefined ? undefined : null;
}

export const startShown = (from: Instant, timeZone: string): string => dayOf(fromInstant(from), timeZone);

export const endShown = (to: Instant | null, timeZone: string): string =>
  to === null ? never : dayOf(fromInstant(to) - 1, timeZone);

export const expiryShown = (to: Instant | null, timeZone: string) => ({
  neverExpires: to === null,
  endDate: endShown(to, timeZone),
});

/** `2027-02-28 17:45` in UTC. */
export const minuteShown = (at: Instant): string =>
  new Date(fromInstant(at)).toISOString().slice(0, 16).replace('T', ' ');
