import type { Instant, Milliseconds } from '@latchkey/model';

/** No end. Intervals inside the engine are half-open `[from, to)` in epoch milliseconds. */
export const forever = Number.POSITIVE_INFINITY;
/** No beginning: what holds for the default plan before anything was bought. */
export const always = Number.NEGATIVE_INFINITY;

export const fromInstant = (at: Instant): Milliseconds => Date.parse(at);
export const endOf = (to: Instant | null): Milliseconds => (to === null ? forever : Date.parse(to));

/** The largest moment that a date can hold is far beyond any contract; what is outside has no date. */
export function toInstant(at: Milliseconds): Instant | null {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null;
}
