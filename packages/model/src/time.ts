import { z } from 'zod';

/** Dates and times as they are kept and sent: RFC 3339 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

/** Epoch milliseconds. Rules are handed `now` in this unit; they never read a clock. */
export type Milliseconds = number;

export const dayMilliseconds = 86_400_000;

export const toInstant = (at: Milliseconds): Instant => new Date(at).toISOString();
export const fromInstant = (at: Instant): Milliseconds => Date.parse(at);

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads an RFC 3339 date-time, or a bare date as midnight UTC. `null` for anything else, also for days that do not
 * exist: the platform's own parser reads 30 February as 2 March.
 */
export function readInstant(written: string): Instant | null {
  const parts = pattern.exec(written);
  if (!parts) return null;
  const [, year, month, day] = parts.map(Number);
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > lastDay) return null;
  const at = Date.parse(parts[4] === undefined ? `${written}T00:00:00Z` : written.toUpperCase());
  if (!Number.isFinite(at)) return null;
  const instant = toInstant(at);
  // Years beyond 9999 are written with a sign, which sorts before digits; the year 0 is none that PostgreSQL knows.
  return instant < '0001' ? null : instant;
}

/** A moment in a request: RFC 3339 with an offset, or a date alone for midnight UTC. Normalised to UTC. */
export const Instant = z.string().transform((written, context): Instant => {
  const instant = readInstant(written);
  if (instant !== null) return instant;
  context.addIssue({
    code: 'custom',
    message: 'must be a date and time such as 2026-03-01T09:00:00Z, or a date such as 2026-03-01',
  });
  return z.NEVER;
});
