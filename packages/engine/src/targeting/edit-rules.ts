import type { Clause, Facts, JsonValue, ProblemCode, Refusal } from '@latchkey/model';

/** Edits of a list of rules, one at a time, as people make them: the same for flags and for segments. */
interface EditedRule {
  readonly id: string;
  readonly clauses: readonly Clause[];
}

const refuse = (refused: ProblemCode, detail: string, facts: Facts): Refusal => ({ refused, detail, facts });

type Rules<R extends EditedRule> = readonly R[];

const unknownRule = (id: string, field = 'rule'): Refusal =>
  refuse('rule_unknown', `There is no rule ${id} any more.`, { field });

/** Before the rule that is named, or last. */
export function withRule<R extends EditedRule>(
  rules: Rules<R>,
  rule: R,
  before: string | undefined,
): Rules<R> | Refusal {
  if (rules.some(({ id }) => id === rule.id)) {
    return refuse('key_taken', `There is a rule ${rule.id} already.`, { field: 'rule/id' });
  }
  if (before === undefined) return [...rules, rule];
  const at = rules.findIndex(({ id }) => id === before);
  return at < 0 ? unknownRule(before, 'before') : rules.toSpliced(at, 0, rule);
}

export const withoutRule = <R extends EditedRule>(rules: Rules<R>, id: string): Rules<R> =>
  rules.filter((rule) => rule.id !== id);

export function withRuleEdited<R extends EditedRule>(
  rules: Rules<R>,
  id: string,
  edit: (rule: R, position: number) => R | Refusal,
): Rules<R> | Refusal {
  const at = rules.findIndex((rule) => rule.id === id);
  const rule = rules[at];
  if (rule === undefined) return unknownRule(id);
  const edited = edit(rule, at);
  return 'refused' in edited ? edited : rules.with(at, edited);
}

/** All rules in the order of these ids: each exactly once, so that none is lost by an outdated screen. */
export function reordered<R extends EditedRule>(rules: Rules<R>, ids: readonly string[]): Rules<R> | Refusal {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const inOrder = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  return inOrder.length === rules.length && ids.length === rules.length
    ? inOrder
    : refuse('rule_unknown', 'The order must name each rule that is there, once.', {
        field: 'rules',
        rules: rules.map(({ id }) => id),
      });
}

export function withClause<R extends EditedRule>(
  rule: R,
  clauseId: string,
  edit: (clause: Clause) => Clause | Refusal,
): R | Refusal {
  const at = rule.clauses.findIndex(({ id }) => id === clauseId);
  const clause = rule.clauses[at];
  if (clause === undefined) {
    return refuse('clause_unknown', `The rule has no clause ${clauseId} any more.`, { field: 'clause' });
  }
  const edited = edit(clause);
  return 'refused' in edited ? edited : { ...rule, clauses: rule.clauses.with(at, edited) };
}

/** A rule without any clause would match everybody, which nobody means by taking a clause away. */
export function withoutClauses<R extends EditedRule>(rule: R, ids: readonly string[]): R | Refusal {
  const clauses = rule.clauses.filter(({ id }) => id === undefined || !ids.includes(id));
  return clauses.length === 0
    ? refuse('clause_invalid', 'A rule keeps at least one clause. Remove the rule instead.', {
        field: 'clauses',
      })
    : { ...rule, clauses };
}

export const withValues = (clause: Clause, values: readonly JsonValue[]): Clause => ({
  ...clause,
  values: [...clause.values, ...values.filter((value) => !includesValue(clause.values, value))],
});

/** A clause without values would match nobody, or with `negate` everybody; neither is meant by taking one away. */
export function withoutValues(clause: Clause, values: readonly JsonValue[]): Clause | Refusal {
  const left = clause.values.filter((value) => !includesValue(values, value));
  return left.length === 0
    ? refuse('clause_invalid', 'A clause keeps at least one value. Remove the clause instead.', {
        field: 'values',
      })
    : { ...clause, values: left };
}

const includesValue = (values: readonly JsonValue[], value: JsonValue): boolean => values.includes(value);
