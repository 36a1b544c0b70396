import { FlagKey, FlagTargeting } from '@latchkey/model';
import { z } from 'zod';
import { operation } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

/** Who moves here with a flag brings its salt, and rollouts go on with the same people. Later it deals out everybody anew. */
export const setSalt = operation({
  kind: 'flag.set-salt',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, salt: FlagTargeting.shape.salt }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag, salt }, seen, here) =>
    retarget(flag, seen, here, (_, targeting) => ({ ...targeting, salt })),
});
