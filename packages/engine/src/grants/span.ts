import type { Milliseconds } from '@latchkey/model';
import { always, forever } from '../time.ts';

/** A stretch of time, half-open. */
export interface Span {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

export const allOfTime: Span = { from: always, to: forever };

/** The spans joined where they touch or overlap, in order, without empty ones. */
export function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (!(from < to)) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else {
      joined.push({ from, to });
    }
  }
  return joined;
}
