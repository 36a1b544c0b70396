import { FlagKey, FlagTargeting, Serve } from '@latchkey/model';
import { z } from 'zod';
import { all, operation } from '../../../kernel/changes/operation.ts';
import { refuseGuarding } from './guarding.ts';
import { refuseServed } from './rule-input.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseIndexes } from './variations.ts';

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
      (flag, targeting) => refuseServed(flag, fallthrough, 'fallthrough') ?? { ...targeting, fallthrough },
    ),
});

/**
 * What everybody gets while the flag is off; null leaves the application's own default in place. A flag that guards a
 * feature gives it to whoever has no right, too, so there it cannot be a yes.
 */
export const setOffVariation = operation({
  kind: 'flag.set-off-variation',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, offVariation: FlagTargeting.shape.offVariation }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), guarded: all('feature', { parent: input.flag }) }),
  compute: ({ flag: key, offVariation }, seen, here) =>
    retarget(key, seen, here, (flag, targeting) => {
      const after = { ...targeting, offVariation };
      return (
        refuseIndexes(flag, offVariation === null ? [] : [offVariation], 'offVariation') ??
        refuseGuarding(flag, [after], seen.guarded, 'offVariation') ??
        after
      );
    }),
});
