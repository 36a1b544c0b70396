import { type Flag, FlagKey } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const stateChange = (kind: `flag.${string}`, state: Flag['state']) =>
  operation({
    kind,
    scope: 'project',
    input: z.strictObject({ flag: FlagKey }),
    resource: ({ flag }) => `flag/${flag}`,
    setup: ({ flag }) => ({ flag: one('flag', flag) }),
    compute({ flag: key }, { flag }, { place }) {
      if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
      return [mutate('flag', place, flag, { ...flag, state })];
    },
  });

/** Says that a flag is on its way out; nothing changes for anybody yet. */
export const deprecateFlag = stateChange('flag.deprecate', 'deprecated');

/** Takes a flag out of use: it answers its off variation everywhere, and its targeting stays as it was. */
export const archiveFlag = stateChange('flag.archive', 'archived');

/** Brings an archived or deprecated flag back, with the targeting it had. */
export const restoreFlag = stateChange('flag.restore', 'live');
