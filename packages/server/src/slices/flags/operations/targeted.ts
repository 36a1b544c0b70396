import type { Flag, FlagKey, FlagTargeting } from '@latchkey/model';
import type { Circumstances } from '../../../kernel/changes/operation.ts';
import { isRefusal, mutate, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** What every edit of one environment's targeting looks at. */
export const flagAndTargeting = ({ flag }: { readonly flag: FlagKey }) => ({
  flag: one('flag', flag),
  targeting: one('flag_targeting', flag),
});

interface Seen {
  readonly flag: Flag | null;
  readonly targeting: FlagTargeting | null;
}

/** Edits the environment's part of a flag, unless the flag is unknown, archived, or does not fit the edit. */
export function retarget(
  key: FlagKey,
  { flag, targeting }: Seen,
  { place }: Pick<Circumstances, 'place'>,
  edit: (flag: Flag, targeting: FlagTargeting) => FlagTargeting | Refusal,
) {
  if (!flag || !targeting) return refuse('flag_unknown', `There is no flag ${key}.`);
  if (flag.state === 'archived')
    return refuse('flag_archived', `${flag.name} is archived. Restore it first.`);
  const after = edit(flag, targeting);
  return isRefusal(after) ? after : [mutate('flag_targeting', place, targeting, after)];
}
