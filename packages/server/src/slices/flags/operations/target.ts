import { FlagKey, Target } from '@latchkey/model';
import { z } from 'zod';
import { operation } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseIndexes } from './variations.ts';

/** Named contexts that get a variation before any rule is asked. Long lists belong into a segment. */
export const targetFlag = operation({
  kind: 'flag.target',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, targets: z.array(Target).max(100) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, targets }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      for (const [index, { variation }] of targets.entries()) {
        const refusal = refuseIndexes(flag, [variation], `targets/${index}/variation`);
        if (refusal) return refusal;
      }
      return { ...targeting, targets };
    }),
});
