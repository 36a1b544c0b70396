import { FlagKey, fromInstant, Target, TargetEnd } from '@latchkey/model';
import { z } from 'zod';
import { mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { nameOf, variationFor, withTargets } from './targets.ts';

/** Says when a target ends by itself, or with `at: null` that it stays. Only who is targeted can end. */
export const endTarget = operation({
  kind: 'flag.end-target',
  scope: 'environment',
  input: z.strictObject({
    flag: FlagKey,
    key: TargetEnd.shape.key,
    contextKind: z.string().max(100).exactOptional(),
    variation: Target.shape.variation,
    at: TargetEnd.shape.at.nullable(),
  }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag, at, ...target }, seen, here) =>
    retarget(flag, seen, here, (_, targeting) => {
      if (at !== null && fromInstant(at) <= here.now) {
        return refuse('end_in_past', 'That moment is over already.', { field: 'at' });
      }
      if (variationFor(targeting.targets, target.contextKind, target.key) !== target.variation) {
        const said = `This context is not targeted with variation ${target.variation}.`;
        return refuse('not_targeted', said, { field: 'key' });
      }
      const others = (targeting.targetEnds ?? []).filter((end) => nameOf(end) !== nameOf(target));
      return withTargets(targeting, targeting.targets, at === null ? others : [...others, { ...target, at }]);
    }),
});

/** Strikes off every target whose end has come. Nothing to do otherwise, however often it is asked. */
export const strikeTargets = operation({
  kind: 'flag.strike-targets',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute(_, { targeting }, { now, place }) {
    const due = (targeting?.targetEnds ?? []).filter(({ at }) => fromInstant(at) <= now);
    if (targeting === null || due.length === 0) return [];
    const gone = new Set(due.map(nameOf));
    const targets = targeting.targets.map((list) => ({
      ...list,
      values: list.values.filter((key) => !gone.has(nameOf({ ...list, key }))),
    }));
    return [mutate('flag_targeting', place, targeting, withTargets(targeting, targets))];
  },
});
