import { withClause, withoutClauses, withoutValues, withRuleEdited, withValues } from '@latchkey/engine';
import { Clause, FlagKey, type FlagRule, type FlagTargeting, JsonValue } from '@latchkey/model';
import { z } from 'zod';
import { type Circumstances, operation, type Refusal } from '../../../kernel/changes/operation.ts';
import { withRules } from './edit-rules.ts';
import { Clauses, RuleId, refuseClauses, segmentsNamedBy, withClauseIds } from './rule-input.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

const ofRule = { flag: FlagKey, rule: RuleId };
const ClauseId = z.string().min(1).max(64);
const Values = z.array(JsonValue).min(1).max(5000);
type Seen = Parameters<typeof retarget>[1] & Parameters<typeof refuseClauses>[1];

/** Edits the clauses of one rule, which must then still say something that can be matched. */
function editRule(
  { flag: key, rule: id }: { readonly flag: FlagKey; readonly rule: string },
  seen: Seen,
  here: Circumstances,
  edit: (rule: FlagRule) => FlagRule | Refusal,
) {
  return retarget(key, seen, here, (_, targeting) =>
    withRules(targeting, withRuleEdited(targeting.rules, id, edit)),
  );
}

/** More clauses for a rule: all of a rule's clauses must match. */
export const addClauses = operation({
  kind: 'flag.add-clauses',
  scope: 'environment',
  input: z.strictObject({ ...ofRule, clauses: Clauses }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), ...segmentsNamedBy(input.clauses) }),
  compute: (said, seen, here) =>
    editRule(
      said,
      seen,
      here,
      (rule) =>
        refuseClauses(said.clauses, seen, 'clauses') ?? {
          ...rule,
          clauses: [...rule.clauses, ...withClauseIds(said.clauses, here.newId)],
        },
    ),
});

/** Another clause in the place of one. It keeps the id of the clause that it replaces. */
export const updateClause = operation({
  kind: 'flag.update-clause',
  scope: 'environment',
  input: z.strictObject({ ...ofRule, clause: ClauseId, with: Clause.omit({ id: true }) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), ...segmentsNamedBy([input.with]) }),
  compute: (said, seen, here) =>
    editRule(said, seen, here, (rule) =>
      withClause(
        rule,
        said.clause,
        () => refuseClauses([said.with], seen, 'with') ?? { ...said.with, id: said.clause },
      ),
    ),
});

/** Takes clauses away from a rule, but never the last one. */
export const removeClauses = operation({
  kind: 'flag.remove-clauses',
  scope: 'environment',
  input: z.strictObject({ ...ofRule, clauses: z.array(ClauseId).min(1).max(50) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: (said, seen, here) => editRule(said, seen, here, (rule) => withoutClauses(rule, said.clauses)),
});

const ofClause = { ...ofRule, clause: ClauseId, values: Values };
type OfClause = { readonly rule: string; readonly clause: string; readonly values: readonly JsonValue[] };

/** The segments that the values would name, if the clause is about segments. */
const segmentsAmong = (
  { rule, clause, values }: OfClause,
  { targeting }: { readonly targeting: FlagTargeting | null },
) =>
  segmentsNamedBy(
    (targeting?.rules ?? [])
      .filter(({ id }) => id === rule)
      .flatMap(({ clauses }) => clauses.filter(({ id }) => id === clause))
      .map((one) => ({ ...one, values: [...values] })),
  );

/** More values for a clause: any of its values may match. Those that it has already are passed over. */
export const addClauseValues = operation({
  kind: 'flag.add-clause-values',
  scope: 'environment',
  input: z.strictObject(ofClause),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  follow: segmentsAmong,
  compute: (said, seen, here) =>
    editRule(said, seen, here, (rule) =>
      withClause(
        rule,
        said.clause,
        (clause) =>
          refuseClauses([{ ...clause, values: said.values }], seen, 'values') ??
          withValues(clause, said.values),
      ),
    ),
});

/** Takes values away from a clause, but never the last one; those that it does not have are passed over. */
export const removeClauseValues = operation({
  kind: 'flag.remove-clause-values',
  scope: 'environment',
  input: z.strictObject(ofClause),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: (said, seen, here) =>
    editRule(said, seen, here, (rule) =>
      withClause(rule, said.clause, (clause) => withoutValues(clause, said.values)),
    ),
});
