import type { Configuration } from '@latchkey/model';
import { factOf } from './fact-names.ts';

/** Which flags and segments ask for facts, themselves or through what they refer to: their answers change with time. */
export interface FactsAsked {
  readonly flags: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
}

interface Asking {
  readonly clauses: readonly ClauseLike[];
  /** Keys of flags that are built on. */
  readonly flags: readonly string[];
}
type ClauseLike = { readonly attribute?: unknown; readonly op?: unknown; readonly values?: unknown };

export function factsAsked({
  segments,
  targeting,
}: Pick<Configuration, 'segments' | 'targeting'>): FactsAsked {
  const clausesOf = (rules: readonly { readonly clauses: readonly ClauseLike[] }[]) =>
    rules.flatMap(({ clauses }) => clauses);
  const askingSegments = new Map(
    segments.map(({ key, rules }): [string, Asking] => [key, { clauses: clausesOf(rules), flags: [] }]),
  );
  const askingFlags = new Map(
    targeting.map(({ flag, rules, prerequisites }): [string, Asking] => [
      flag,
      { clauses: clausesOf(rules), flags: prerequisites.map((each) => each.flag) },
    ]),
  );
  const found = { flags: new Set<string>(), segments: new Set<string>() };
  while (spread(askingSegments, found.segments, found) || spread(askingFlags, found.flags, found));
  return found;
}

/** One round: adds what asks, or builds on what asks. False when there was nothing to add. */
function spread(asking: ReadonlyMap<string, Asking>, found: Set<string>, known: FactsAsked): boolean {
  const before = found.size;
  for (const [key, { clauses, flags }] of asking) {
    const asks =
      flags.some((flag) => known.flags.has(flag)) ||
      clauses.some((clause) => isAbout(clause, known.segments));
    if (asks) found.add(key);
  }
  return found.size > before;
}

function isAbout({ attribute, op, values }: ClauseLike, segments: ReadonlySet<string>): boolean {
  if (op !== 'segmentMatch') return factOf(attribute) !== null;
  return Array.isArray(values) && values.some((segment) => segments.has(String(segment)));
}
