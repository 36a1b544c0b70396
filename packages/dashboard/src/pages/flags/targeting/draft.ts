import type { FlagInEnvironment } from '../../../api/replies.ts';
import { copied, emptyClause, isOwnId, ownId, sentClauses } from '../clauses/clause.ts';

/** Who gets which variation in one environment: what a page shows, and what its draft holds until it is saved. */
export type Targeting = Pick<
  FlagInEnvironment,
  'on' | 'offVariation' | 'fallthrough' | 'targets' | 'rules' | 'prerequisites'
> & { readonly targetEnds: readonly TargetEnd[] };

export type Rule = Targeting['rules'][number];
export type Target = Targeting['targets'][number];
export type TargetEnd = NonNullable<FlagInEnvironment['targetEnds']>[number];
export type Serve = Targeting['fallthrough'];
export type Rollout = Extract<Serve, { rollout: unknown }>['rollout'];
export type Part = keyof Targeting;

const parts: readonly Part[] = [
  'on',
  'prerequisites',
  'targets',
  'targetEnds',
  'rules',
  'fallthrough',
  'offVariation',
];

export const targetingOf = ({
  on,
  offVariation,
  fallthrough,
  targets,
  targetEnds = [],
  rules,
  prerequisites,
}: FlagInEnvironment): Targeting => ({
  on,
  offVariation,
  fallthrough,
  targets,
  targetEnds,
  rules,
  prerequisites,
});

/** Parts that differ, compared as they would be sent. What was not touched is the very same, and need not be written out. */
export const changedParts = (before: Targeting, after: Targeting): readonly Part[] =>
  parts.filter((part) => !isSame(before[part], after[part]));

export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The change that turns one targeting into the other: only what differs, as the API takes it. */
export function bodyOf(before: Targeting, after: Targeting) {
  const changed = new Set(changedParts(before, after));
  return {
    ...(changed.has('on') && { on: after.on }),
    ...(changed.has('prerequisites') && { prerequisites: after.prerequisites }),
    ...((changed.has('targets') || changed.has('targetEnds')) && {
      targets: after.targets,
      targetEnds: [...after.targetEnds],
    }),
    ...(changed.has('rules') && { rules: after.rules.map(withoutOwnIds) }),
    ...(changed.has('fallthrough') && { fallthrough: after.fallthrough }),
    ...(changed.has('offVariation') && { offVariation: after.offVariation }),
  };
}

function withoutOwnIds({ id, clauses, ...rule }: Rule) {
  return { ...(isOwnId(id) ? {} : { id }), ...rule, clauses: sentClauses(clauses) };
}

/** What a rule or everybody else is given, without the rest of the rule. */
export const serveOf = (rule: Rule): Serve =>
  'rollout' in rule && rule.rollout !== undefined
    ? { rollout: rule.rollout }
    : { variation: 'variation' in rule ? rule.variation : 0 };

export function withServe(rule: Rule, serve: Serve): Rule {
  const { id, description, clauses } = rule;
  return { id, ...(description === undefined ? {} : { description }), clauses, ...serve } as Rule;
}

export function addRule(targeting: Targeting, variation: number): Targeting {
  const id = ownId(targeting.rules.map((rule) => rule.id));
  const rule: Rule = { id, clauses: [emptyClause([])], variation };
  return { ...targeting, rules: [...targeting.rules, rule] };
}

export function duplicateRule(targeting: Targeting, id: string): Targeting {
  const at = targeting.rules.findIndex((rule) => rule.id === id);
  const original = targeting.rules[at];
  if (!original) return targeting;
  const copy: Rule = {
    ...original,
    id: ownId(targeting.rules.map((rule) => rule.id)),
    clauses: copied(original.clauses),
    ...(original.description ? { description: `${original.description} (copy)` } : {}),
  };
  return { ...targeting, rules: targeting.rules.toSpliced(at + 1, 0, copy) };
}

export const changeRule = (targeting: Targeting, changed: Rule): Targeting => ({
  ...targeting,
  rules: targeting.rules.map((rule) => (rule.id === changed.id ? changed : rule)),
});

export const removeRule = (targeting: Targeting, id: string): Targeting => ({
  ...targeting,
  rules: targeting.rules.filter((rule) => rule.id !== id),
});

export function moveRule(targeting: Targeting, from: number, to: number): Targeting {
  const moved = targeting.rules[from];
  if (!moved) return targeting;
  return { ...targeting, rules: targeting.rules.toSpliced(from, 1).toSpliced(to, 0, moved) };
}
