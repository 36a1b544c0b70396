import { FlagKey, FlagTargeting, Serve } from '@latchkey/model';
import { z } from 'zod';
import { operation } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseIndexes, servedBy } from './variations.ts';

/** What everybody gets whom no target and no rule names, while the flag is on. */
export const setFallthrough = operation({
  kind: 'flag.set-fallthrough',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, fallthrough: Serve }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, fallthrough }, seen, here) =>
    retarget(
      key,
      seen,
      here,
      (flag, targeting) =>
        refuseIndexes(flag, servedBy(fallthrough), 'fallthrough') ?? { ...targeting, fallthrough },
    ),
});

/** What everybody gets while the flag is off; null leaves the application's own default in place. */
export const setOffVariation = operation({
  kind: 'flag.set-off-variation',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, offVariation: FlagTargeting.shape.offVariation }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, offVariation }, seen, here) =>
    retarget(
      key,
      seen,
      here,
      (flag, targeting) =>
        refuseIndexes(flag, offVariation === null ? [] : [offVariation], 'offVariation') ?? {
          ...targeting,
          offVariation,
        },
    ),
});
