import { FlagKey, FlagTargeting, Key } from '@latchkey/model';
import { z } from 'zod';
import { all, operation } from '../../../kernel/changes/operation.ts';
import { refuseGuarding } from './guarding.ts';
import { refusePrerequisites } from './prerequisites.ts';
import { FlagRules, refuseClauses, refuseServed, segmentsNamedBy, withClauseIds } from './rule-input.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseTargets, withTargets } from './targets.ts';
import { refuseIndexes } from './variations.ts';

/** What can be taken over from another environment, each part as a whole. */
export const copiedParts = {
  on: FlagTargeting.shape.on.exactOptional(),
  offVariation: FlagTargeting.shape.offVariation.exactOptional(),
  fallthrough: FlagTargeting.shape.fallthrough.exactOptional(),
  targets: FlagTargeting.shape.targets.exactOptional(),
  rules: FlagRules.exactOptional(),
  prerequisites: FlagTargeting.shape.prerequisites.exactOptional(),
};

/**
 * Takes parts of a flag's targeting over from another environment. The parts come along as they were seen there, so
 * that what was previewed, or approved, is what is written, whatever happens to the source meanwhile. Nobody changes
 * bucket: the salt stays.
 */
export const copyFlag = operation({
  kind: 'flag.copy',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, from: Key, ...copiedParts }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({
    ...flagAndTargeting(input),
    ...segmentsNamedBy((input.rules ?? []).flatMap(({ clauses }) => clauses)),
    guarded: all('feature', { parent: input.flag }),
    flags: input.prerequisites ? all('flag') : null,
    targetings: input.prerequisites ? all('flag_targeting') : null,
  }),
  compute: ({ flag: key, from: _, targets, rules, prerequisites, ...said }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const { offVariation, fallthrough } = said;
      const refusal =
        refuseIndexes(flag, offVariation == null ? [] : [offVariation], 'offVariation') ??
        (fallthrough ? refuseServed(flag, fallthrough, 'fallthrough') : null) ??
        refuseIndexes(
          flag,
          (targets ?? []).map(({ variation }) => variation),
          'targets',
        ) ??
        refuseTargets(targets ?? []) ??
        refusePrerequisites(key, prerequisites ?? [], seen.flags ?? [], seen.targetings ?? []);
      if (refusal) return refusal;
      for (const [index, rule] of (rules ?? []).entries()) {
        const field = `rules/${index}`;
        const wrong =
          refuseServed(flag, rule, field) ?? refuseClauses(rule.clauses, seen, `${field}/clauses`);
        if (wrong) return wrong;
      }
      const copied = {
        ...targeting,
        ...said,
        ...(prerequisites && { prerequisites }),
        ...(rules && {
          rules: rules.map((rule) => ({
            ...rule,
            id: rule.id ?? here.newId('rule'),
            clauses: withClauseIds(rule.clauses, here.newId),
          })),
        }),
      };
      return (
        refuseGuarding(flag, [copied], seen.guarded, 'offVariation') ??
        (targets ? withTargets(copied, targets) : copied)
      );
    }),
});
