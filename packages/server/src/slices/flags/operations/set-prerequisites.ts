import { FlagKey, type FlagTargeting, Prerequisite } from '@latchkey/model';
import { z } from 'zod';
import { all, operation, refuse } from '../../../kernel/changes/operation.ts';
import { flagAndTargeting, retarget } from './targeted.ts';
import { refuseIndexes } from './variations.ts';

/** Other flags that must serve a certain variation first. Nobody waits for themselves, however long the way round. */
export const setPrerequisites = operation({
  kind: 'flag.set-prerequisites',
  scope: 'environment',
  input: z.strictObject({ flag: FlagKey, prerequisites: z.array(Prerequisite).max(50) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: (input) => ({ ...flagAndTargeting(input), flags: all('flag'), targetings: all('flag_targeting') }),
  compute: ({ flag: key, prerequisites }, seen, here) =>
    retarget(key, seen, here, (_, targeting) => {
      for (const [index, { flag: wanted, variation }] of prerequisites.entries()) {
        const field = `prerequisites/${index}`;
        const flag = seen.flags.find((other) => other.key === wanted);
        if (!flag) return refuse('flag_unknown', `There is no flag ${wanted}.`, { field: `${field}/flag` });
        const refusal = refuseIndexes(flag, [variation], `${field}/variation`);
        if (refusal) return refusal;
        if (leadsTo(key, wanted, seen.targetings)) {
          return refuse('prerequisite_cycle', `${wanted} waits for ${key} itself.`, {
            field: `${field}/flag`,
          });
        }
      }
      return { ...targeting, prerequisites };
    }),
});

/** Whether `start` is `goal` or waits for it, directly or through others. */
function leadsTo(goal: FlagKey, start: FlagKey, targetings: readonly FlagTargeting[]): boolean {
  const prerequisitesOf = new Map(targetings.map(({ flag, prerequisites }) => [flag, prerequisites]));
  const seen = new Set<FlagKey>();
  const toVisit = [start];
  for (let flag = toVisit.pop(); flag !== undefined; flag = toVisit.pop()) {
    if (flag === goal) return true;
    if (seen.has(flag)) continue;
    seen.add(flag);
    toVisit.push(...(prerequisitesOf.get(flag) ?? []).map((prerequisite) => prerequisite.flag));
  }
  return false;
}
