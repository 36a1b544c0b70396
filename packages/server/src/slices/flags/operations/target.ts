import { contextKindInWords, isContextKind } from '@latchkey/engine';
import { FlagKey, Target, TargetEnd } from '@latchkey/model';
import { z } from 'zod';
import { operation, refuse } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { isOfList, refuseTargets, refuseTwice, variationFor, withTargets } from './targets.ts';
import { refuseIndexes } from './variations.ts';

/** Named contexts that get a variation before any rule is asked. Long lists belong into a segment. */
export const targetFlag = operation({
  kind: 'flag.target',
  scope: 'environment',
  input: z.strictObject({
    flag: FlagKey,
    targets: z.array(Target).max(100),
    /** Who is struck off by itself, and when. Left out, the ends stay of those who stay. */
    ends: z.array(TargetEnd).max(1000).exactOptional(),
  }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, targets, ends }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      for (const [index, { variation }] of targets.entries()) {
        const refusal = refuseIndexes(flag, [variation], `targets/${index}/variation`);
        if (refusal) return refusal;
      }
      return refuseTargets(targets) ?? withTargets(targeting, targets, ends);
    }),
});

const list = {
  flag: FlagKey,
  variation: Target.shape.variation,
  /** `user` where it is not said. */
  contextKind: z.string().max(100).exactOptional(),
};
const keys = Target.shape.values.min(1);

/** More contexts for one variation. Whoever is targeted with another one has to be taken from there first. */
export const addTargets = operation({
  kind: 'flag.add-targets',
  scope: 'environment',
  input: z.strictObject({ ...list, keys }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, keys: added, variation, contextKind }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const refusal = refuseIndexes(flag, [variation], 'variation');
      if (refusal) return refusal;
      if (contextKind !== undefined && !isContextKind(contextKind)) {
        const at = { field: 'contextKind' };
        return refuse('invalid_request', `The kind of context ${contextKindInWords}.`, at);
      }
      for (const [index, one] of added.entries()) {
        const other = variationFor(targeting.targets, contextKind, one);
        if (other !== null && other !== variation) return refuseTwice(other, `keys/${index}`);
      }
      const isMeant = isOfList({ contextKind, variation });
      const at = targeting.targets.findIndex(isMeant);
      const target = targeting.targets[at];
      const targets = target
        ? targeting.targets.with(at, { ...target, values: [...target.values, ...added] })
        : [...targeting.targets, { ...(contextKind && { contextKind }), variation, values: added }];
      return withTargets(targeting, targets);
    }),
});

/** Takes contexts from the targets of one variation; those that are not among them are passed over. */
export const removeTargets = operation({
  kind: 'flag.remove-targets',
  scope: 'environment',
  input: z.strictObject({ ...list, keys }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, keys: removed, ...from }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => {
      const gone = new Set(removed);
      const isMeant = isOfList(from);
      const targets = targeting.targets.map((target) =>
        isMeant(target) ? { ...target, values: target.values.filter((one) => !gone.has(one)) } : target,
      );
      return withTargets(targeting, targets);
    }),
});

/** Nobody of any kind, or of one kind, is targeted with this variation any more. */
export const clearTargets = operation({
  kind: 'flag.clear-targets',
  scope: 'environment',
  input: z.strictObject(list),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, variation, contextKind }, seen, here) =>
    retarget(key, seen, here, (_, targeting) =>
      withTargets(
        targeting,
        targeting.targets.filter(
          (target) =>
            target.variation !== variation ||
            (contextKind !== undefined && (target.contextKind ?? 'user') !== contextKind),
        ),
      ),
    ),
});
