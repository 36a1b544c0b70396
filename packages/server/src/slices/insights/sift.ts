import {
  CheckCount,
  dayMilliseconds,
  EvaluationCount,
  fromInstant,
  type Milliseconds,
  toInstant,
} from '@latchkey/model';
import type { z } from 'zod';
import type { Countable, Ignored } from './counts.ts';

export interface Sifted {
  readonly evaluations: readonly EvaluationCount[];
  readonly checks: readonly CheckCount[];
  readonly ignored: readonly Ignored[];
}

/** What somebody outside sent, before anybody looked at what is in it. */
export interface Told {
  readonly evaluations: readonly unknown[];
  readonly checks: readonly unknown[];
  /** What to add to the sender's times, because its clock is wrong. */
  readonly skewMilliseconds: number;
}

/** An application may be cut off from here for long, and tells of it afterwards; hours before that stay as they are. */
const oldestMilliseconds = 31 * dayMilliseconds;

/** Keeps what can be counted and says of everything else why it cannot. Nothing is counted under a later time than now. */
export function sift(told: Told, { variationsOf, features }: Countable, now: Milliseconds): Sifted {
  const ignored: Ignored[] = [];

  const read = <Count extends { readonly at: string }>(
    items: readonly unknown[],
    schema: z.ZodType<Count>,
    name: string,
    faultOf: (count: Count) => Ignored | null,
  ): Count[] =>
    items.flatMap((item) => {
      const parsed = schema.safeParse(item);
      if (!parsed.success) {
        ignored.push({ about: nameIn(item, name), reason: 'malformed' });
        return [];
      }
      const at = Math.min(fromInstant(parsed.data.at) + told.skewMilliseconds, now);
      const count = { ...parsed.data, at: toInstant(at) };
      const fault =
        faultOf(count) ??
        (at < now - oldestMilliseconds ? { about: nameIn(item, name), reason: 'too_old' as const } : null);
      if (fault === null) return [count];
      ignored.push(fault);
      return [];
    });

  const evaluations = read(told.evaluations, EvaluationCount, 'flag', ({ flag, variation }) => {
    const variations = variationsOf.get(flag);
    if (variations === undefined) return { about: flag, reason: 'flag_unknown' };
    return variation !== null && variation >= variations
      ? { about: flag, reason: 'variation_unknown' }
      : null;
  });
  const checks = read(told.checks, CheckCount, 'feature', ({ feature }) =>
    features.has(feature) ? null : { about: feature, reason: 'feature_unknown' },
  );
  return { evaluations, checks, ignored };
}

/** Enough to find it in the code that sent it; what is no name at all is not repeated. */
function nameIn(item: unknown, name: string): string | null {
  const written = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[name] : null;
  return typeof written === 'string' && /^[\w.-]{1,256}$/.test(written) ? written : null;
}
