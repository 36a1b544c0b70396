import { FlagKey } from '@latchkey/model';
import { z } from 'zod';
import { operation } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

/** On or off in one environment. Off beats every contract: it is the kill switch of the features that the flag guards. */
export const turnFlag = operation({
  kind: 'flag.turn',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, on: z.boolean() }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag, on }, seen, here) => retarget(flag, seen, here, (_, targeting) => ({ ...targeting, on })),
});
