import type { MeterSummary } from '@latchkey/engine';

/** Shares of what is allowed, in percent, that somebody wants to hear of. */
const shares = [100, 80] as const;

/** The highest share that was reached; 0 below all of them, and where there is no end. */
export function levelOf({ limit, used }: MeterSummary): number {
  if (limit === 'unlimited' || used === 0) return 0;
  return shares.find((share) => used * 100 >= limit * share) ?? 0;
}
