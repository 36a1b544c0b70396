import type { SegmentReply } from '../../api/replies.ts';
import type { Told } from '../../ui/told-changes.tsx';
import { type Clause, emptyClause, isOwnId, ownId, sentClauses } from '../flags/clauses/clause.ts';
import { problemOf } from '../flags/clauses/values.ts';
import { clauseInWords } from '../flags/words.ts';

export type SegmentRule = SegmentReply['rules'][number];
export type SegmentRules = readonly SegmentRule[];

export const addRule = (rules: SegmentRules): SegmentRules => [
  ...rules,
  { id: ownId(rules.map(({ id }) => id)), clauses: [emptyClause([])] },
];

export const changeRule = (rules: SegmentRules, changed: SegmentRule): SegmentRules =>
  rules.map((rule) => (rule.id === changed.id ? changed : rule));

export const removeRule = (rules: SegmentRules, id: string): SegmentRules =>
  rules.filter((rule) => rule.id !== id);

/** Rules as they are sent: what is new is named by the server. */
export const sentRules = (rules: SegmentRules) =>
  rules.map(({ id, clauses, ...rule }) => ({
    ...(isOwnId(id) ? {} : { id }),
    ...rule,
    clauses: sentClauses(clauses as readonly Clause[]),
  }));

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** “customer’s industry is Banking and customer’s country is DE”, and of how many of them. */
export function ruleInWords({ description, clauses, weight }: SegmentRule): string {
  const sentence = clauses.map(clauseInWords).join(' and ');
  const share = weight === undefined ? '' : `, ${weight / 1000} % of them`;
  return `${description ? `${description}: ` : ''}${sentence}${share}`;
}

export function changesInWords(before: SegmentRules, after: SegmentRules): readonly Told[] {
  const was = new Map(before.map((rule) => [rule.id, rule]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((rule): Told[] => {
      const old = was.get(rule.id);
      if (!old) return [{ how: 'added', what: `Whoever fits: ${ruleInWords(rule)}` }];
      return isSame(old, rule)
        ? []
        : [{ how: 'changed', what: `Whoever fits: ${ruleInWords(rule)}`, was: ruleInWords(old) }];
    }),
    ...before
      .filter(({ id }) => !is.has(id))
      .map((rule): Told => ({ how: 'removed', what: `Whoever fits: ${ruleInWords(rule)}` })),
  ];
}

export const problemsOf = (rules: SegmentRules): readonly string[] =>
  rules.flatMap(({ description, clauses }, index) =>
    clauses
      .map((clause) => problemOf(clause as Clause))
      .filter((problem) => problem !== null)
      .map((problem) => `Rule ${description || index + 1}: ${problem}`),
  );
