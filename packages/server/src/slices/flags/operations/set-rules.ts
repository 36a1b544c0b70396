import { Clause, FlagKey, type FlagRule, Rollout, text } from '@latchkey/model';
import { z } from 'zod';
import { all, operation, refuse } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseIndexes, servedBy } from './variations.ts';

const said = {
  /** Kept from the rule as it was read; a new rule has none yet and is given one. */
  id: z.string().min(1).max(64).exactOptional(),
  description: text(500).exactOptional(),
  clauses: z.array(Clause).min(1).max(50),
};
const Rule = z.union([
  z.strictObject({ ...said, variation: z.int().min(0).max(99) }),
  z.strictObject({ ...said, rollout: Rollout }),
]);

export const FlagRules = z.array(Rule).max(500);

/** The rules of one environment, first match wins. They replace those that were there. */
export const setRules = operation({
  kind: 'flag.set-rules',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, rules: FlagRules }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), segments: all('segment') }),
  compute: ({ flag: key, rules: wanted }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const segments = new Set<unknown>(seen.segments.map((segment) => segment.key));
      const rules: FlagRule[] = [];
      for (const [index, rule] of wanted.entries()) {
        const field = `rules/${index}`;
        const refusal = refuseIndexes(flag, servedBy(rule), field);
        if (refusal) return refusal;
        const names = rule.clauses.flatMap(({ op, values }) => (op === 'segmentMatch' ? values : []));
        if (names.some((name) => !segments.has(name))) {
          return refuse('segment_unknown', `Rule ${index + 1} names a segment that does not exist.`, {
            field,
          });
        }
        rules.push({ ...rule, id: rule.id ?? here.newId('rule') });
      }
      return { ...targeting, rules };
    }),
});
