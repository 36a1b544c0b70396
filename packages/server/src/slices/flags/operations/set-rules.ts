import { FlagKey, type FlagRule } from '@latchkey/model';
import { z } from 'zod';
import { operation, refuse } from '../../../kernel/changes/operation.ts';
import { FlagRules, refuseClauses, refuseServed, segmentsNamedBy, withClauseIds } from './rule-input.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

/** The rules of one environment, first match wins. They replace those that were there. */
export const setRules = operation({
  kind: 'flag.set-rules',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, rules: FlagRules }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({
    ...flagAndTargeting(input),
    ...segmentsNamedBy(input.rules.flatMap(({ clauses }) => clauses)),
  }),
  compute: ({ flag: key, rules: wanted }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const rules: FlagRule[] = [];
      const ids = new Set<string>();
      for (const [index, rule] of wanted.entries()) {
        const field = `rules/${index}`;
        const refusal =
          refuseServed(flag, rule, field) ?? refuseClauses(rule.clauses, seen, `${field}/clauses`);
        if (refusal) return refusal;
        const id = rule.id ?? here.newId('rule');
        if (ids.has(id)) return refuse('key_taken', `Two rules are called ${id}.`, { field: `${field}/id` });
        ids.add(id);
        rules.push({ ...rule, id, clauses: withClauseIds(rule.clauses, here.newId) });
      }
      return { ...targeting, rules };
    }),
});
