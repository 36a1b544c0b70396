import { reordered, withoutRule, withRule, withRuleEdited } from '@latchkey/engine';
import { FlagKey, type FlagRule, type FlagTargeting, Serve, text } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, operation, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import {
  Clauses,
  NewRule,
  RuleId,
  refuseClauses,
  refuseServed,
  rulesMax,
  segmentsNamedBy,
  withClauseIds,
} from './rule-input.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

export const withRules = (
  targeting: FlagTargeting,
  rules: readonly FlagRule[] | Refusal,
): FlagTargeting | Refusal => (isRefusal(rules) ? rules : { ...targeting, rules: [...rules] });

/** Adds one rule, before the one that is named or last. Rules above it are asked first. */
export const addRule = operation({
  kind: 'flag.add-rule',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, rule: NewRule, before: RuleId.exactOptional() }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), ...segmentsNamedBy(input.rule.clauses) }),
  compute: ({ flag: key, rule, before }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const refusal = refuseServed(flag, rule, 'rule') ?? refuseClauses(rule.clauses, seen, 'rule/clauses');
      if (refusal) return refusal;
      if (targeting.rules.length >= rulesMax) {
        return refuse('invalid_request', `A flag takes at most ${rulesMax} rules.`, { field: 'rule' });
      }
      const clauses = withClauseIds(rule.clauses, here.newId);
      const added: FlagRule = { ...rule, id: rule.id ?? here.newId('rule'), clauses };
      return withRules(targeting, withRule(targeting.rules, added, before));
    }),
});

/** Changes the parts of a rule that are named: its description, its clauses as a whole, or what it serves. */
export const updateRule = operation({
  kind: 'flag.update-rule',
  scope: 'environment',
  input: z.strictObject({
    flag: FlagKey,
    rule: RuleId,
    description: text(500).exactOptional(),
    clauses: Clauses.exactOptional(),
    serve: Serve.exactOptional(),
  }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), ...segmentsNamedBy(input.clauses ?? []) }),
  compute: ({ flag: key, rule: id, description, clauses, serve }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const refusal =
        (serve && refuseServed(flag, serve, 'serve')) ?? refuseClauses(clauses ?? [], seen, 'clauses');
      if (refusal) return refusal;
      const edited = withRuleEdited(targeting.rules, id, (rule) => {
        const said = {
          id: rule.id,
          clauses: clauses ? withClauseIds(clauses, here.newId) : rule.clauses,
          ...describedAs(description ?? rule.description),
        };
        return { ...said, ...(serve ?? servedBy(rule)) };
      });
      return withRules(targeting, edited);
    }),
});

const servedBy = (rule: FlagRule): Serve =>
  'rollout' in rule ? { rollout: rule.rollout } : { variation: rule.variation };

/** No words and no description are the same thing. */
const describedAs = (description: string | undefined) => (description ? { description } : {});

/** Takes a rule away; one that is gone already is passed over. */
export const removeRule = operation({
  kind: 'flag.remove-rule',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, rule: RuleId }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, rule }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => withRules(targeting, withoutRule(targeting.rules, rule))),
});

/** Puts all rules into the order of their ids. */
export const reorderRules = operation({
  kind: 'flag.reorder-rules',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, rules: z.array(RuleId).max(rulesMax) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, rules }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => withRules(targeting, reordered(targeting.rules, rules))),
});
