import { answersYesWhenOff } from '@latchkey/engine';
import type { Environment, Flag, FlagTargeting } from '@latchkey/model';
import { type One, one, type Refusal, refuse, within } from '../../../kernel/changes/operation.ts';

type Wanted = Record<`targeting in ${string}`, One<'flag_targeting'>>;
type Seen = { readonly [name: `targeting in ${string}`]: FlagTargeting | null };

/** The guarding flag's part in each environment. */
export function targetingIn(environments: readonly Environment[], flag: string | null | undefined): Wanted {
  const wanted: Wanted = {};
  if (flag == null) return wanted;
  for (const { key } of environments)
    wanted[`targeting in ${key}`] = within(key, one('flag_targeting', flag));
  return wanted;
}

/** Whether a flag may stand before a feature: it is there, in use, and says no when it is off. */
export function refuseGuard(
  flagKey: string | null | undefined,
  flag: Flag | null,
  environments: readonly Environment[],
  seen: Seen,
): Refusal | null {
  if (flagKey == null) return null;
  const field = 'flagKey';
  if (!flag) return refuse('flag_unknown', `There is no flag ${flagKey}.`, { field });
  if (flag.state === 'archived') return refuse('flag_archived', `${flag.name} is archived.`, { field });
  const yes = environments.find(({ key }) => {
    const targeting = seen[`targeting in ${key}`];
    return targeting ? answersYesWhenOff(flag, [targeting]) : false;
  });
  if (yes === undefined) return null;
  const said = `${flag.name} answers true when it is off in ${yes.name}: whoever has no right would have the feature.`;
  return refuse('guarded_answers_yes', said, { field, environment: yes.key });
}
