import type { Instant } from './time.ts';

/** Half-open `[from, to)` in UTC; `to: null` has no end. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant | null;
}

export type Phase = 'scheduled' | 'active' | 'ended';

/** Where a moment lies: before `from`, inside, or at or after `to`. */
export function phaseOf({ from, to }: Interval, at: Instant): Phase {
  if (at < from) return 'scheduled';
  return to !== null && at >= to ? 'ended' : 'active';
}

export const isWithin = (interval: Interval, at: Instant): boolean => phaseOf(interval, at) === 'active';

export const overlaps = (a: Interval, b: Interval): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** An interval that holds no moment at all cannot be meant. */
export const isEmpty = ({ from, to }: Interval): boolean => to !== null && to <= from;
