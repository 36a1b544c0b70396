import { FlagKey, Prerequisite } from '@latchkey/model';
import { z } from 'zod';
import { all, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refusePrerequisites } from './prerequisites.ts';
import { flagAndTargeting, retarget } from './targeted.ts';

export const prerequisitesMax = 50;

const withAllFlags = (input: { readonly flag: FlagKey }) => ({
  ...flagAndTargeting(input),
  flags: all('flag'),
  targetings: all('flag_targeting'),
});

/** Other flags that must serve a certain variation first. Nobody waits for themselves, however long the way round. */
export const setPrerequisites = operation({
  kind: 'flag.set-prerequisites',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, prerequisites: z.array(Prerequisite).max(prerequisitesMax) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: withAllFlags,
  compute: ({ flag: key, prerequisites }, seen, here) =>
    retarget(
      key,
      seen,
      here,
      (_, targeting) =>
        refusePrerequisites(key, prerequisites, seen.flags, seen.targetings) ?? {
          ...targeting,
          prerequisites,
        },
    ),
});

const OnePrerequisite = z.strictObject({ flag: FlagKey, prerequisite: Prerequisite });

/** One more flag to wait for. */
export const addPrerequisite = operation({
  kind: 'flag.add-prerequisite',
  scope: 'environment',
  input: OnePrerequisite,
  resource: ({ flag }) => `flag/${flag}`,
  setup: withAllFlags,
  compute: ({ flag: key, prerequisite }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => {
      const prerequisites = [...targeting.prerequisites, prerequisite];
      return (
        refusePrerequisites(key, prerequisites, seen.flags, seen.targetings) ?? {
          ...targeting,
          prerequisites,
        }
      );
    }),
});

/** Waits for another variation of a flag that it waits for already. */
export const updatePrerequisite = operation({
  kind: 'flag.update-prerequisite',
  scope: 'environment',
  input: OnePrerequisite,
  resource: ({ flag }) => `flag/${flag}`,
  setup: withAllFlags,
  compute: ({ flag: key, prerequisite }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => {
      const at = targeting.prerequisites.findIndex(({ flag }) => flag === prerequisite.flag);
      if (at < 0) {
        const field = { field: 'prerequisite/flag' };
        return refuse('flag_unknown', `${prerequisite.flag} is no prerequisite of ${key}.`, field);
      }
      const prerequisites = targeting.prerequisites.with(at, prerequisite);
      return (
        refusePrerequisites(key, prerequisites, seen.flags, seen.targetings) ?? {
          ...targeting,
          prerequisites,
        }
      );
    }),
});

/** Waits for a flag no longer; one that it does not wait for is passed over. */
export const removePrerequisite = operation({
  kind: 'flag.remove-prerequisite',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, prerequisite: FlagKey }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: flagAndTargeting,
  compute: ({ flag: key, prerequisite }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => ({
      ...targeting,
      prerequisites: targeting.prerequisites.filter(({ flag }) => flag !== prerequisite),
    })),
});
