import type { Clause } from '@latchkey/model';

type Operator = Clause['op'];

/** Each comparison with what people say for it and for its contrary. */
const operatorWords = {
  in: ['is', 'is not'],
  startsWith: ['starts with', 'does not start with'],
  endsWith: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
  matches: ['matches', 'does not match'],
  lessThan: ['is less than', 'is not less than'],
  lessThanOrEqual: ['is at most', 'is not at most'],
  greaterThan: ['is more than', 'is not more than'],
  greaterThanOrEqual: ['is at least', 'is not at least'],
  before: ['is before', 'is not before'],
  after: ['is after', 'is not after'],
  semVerEqual: ['is version', 'is not version'],
  semVerLessThan: ['is older than version', 'is not older than version'],
  semVerGreaterThan: ['is newer than version', 'is not newer than version'],
  segmentMatch: ['is in segment', 'is not in segment'],
} as const satisfies Record<Operator, readonly [string, string]>;

/** What can be compared with what, as the picker groups it. */
const groups: readonly { readonly group: string; readonly operators: readonly Operator[] }[] = [
  { group: 'Lists', operators: ['in', 'segmentMatch'] },
  { group: 'Text', operators: ['startsWith', 'endsWith', 'contains', 'matches'] },
  { group: 'Numbers', operators: ['lessThan', 'lessThanOrEqual', 'greaterThan', 'greaterThanOrEqual'] },
  { group: 'Time', operators: ['before', 'after'] },
  { group: 'Versions', operators: ['semVerEqual', 'semVerLessThan', 'semVerGreaterThan'] },
];

/** The picker's choices: every comparison and its contrary is one choice, so that “not” is never overlooked. */
export const comparisonChoices = groups.map(({ group, operators }) => ({
  group,
  items: operators.flatMap((op) =>
    [false, true].map((negate) => ({ value: comparisonOf({ op, negate }), label: wordsFor(op, negate) })),
  ),
}));

export function comparisonOf({
  op,
  negate = false,
}: {
  readonly op: Operator;
  readonly negate?: boolean;
}): string {
  return negate ? `not ${op}` : op;
}

export function readComparison(comparison: string): { readonly op: Operator; readonly negate: boolean } {
  const negate = comparison.startsWith('not ');
  return { op: (negate ? comparison.slice(4) : comparison) as Operator, negate };
}

export function wordsFor(op: Operator, negate: boolean): string {
  const [yes, no] = operatorWords[op];
  return negate ? no : yes;
}

/** What kind of value a comparison takes; `in` takes any. */
export type ValueKind = 'any' | 'text' | 'number' | 'time' | 'version' | 'segment';

export function valueKindOf(op: Operator): ValueKind {
  if (op === 'in') return 'any';
  if (op === 'segmentMatch') return 'segment';
  if (op === 'before' || op === 'after') return 'time';
  if (op.startsWith('semVer')) return 'version';
  return op.startsWith('lessThan') || op.startsWith('greaterThan') ? 'number' : 'text';
}
