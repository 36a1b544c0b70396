import { isLimit, total } from '../../quantity.ts';
import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merge.ts';
import { amountOf, capped, strongest } from './number.ts';

/**
 * The allowance as one number: of `set` grants with the same window the larger is live, `add` grants stack, caps are
 * ceilings. Windows are never converted into one another.
 */
export const mergeMeter: MergeRule = ({ merge, access }, active) => {
  const giving = active.filter((grant) => isGiving(grant) && isLimit(grant.value)).sort(byStrength);
  const adds = giving.filter(({ effect }) => effect === 'add');
  const sets = giving.filter(({ effect }) => effect !== 'add');
  const windows = new Set(sets.map(windowOf));
  const live =
    merge === 'priority'
      ? strongest(sets, true)
      : [...windows].flatMap((window) =>
          strongest(
            sets.filter((set) => windowOf(set) === window),
            false,
          ),
        );
  const kept = [...live, ...adds];
  if (access === 'open') return capped('unlimited', kept, active);
  return capped(kept.length === 0 ? null : total(kept.map(amountOf)), kept, active);
};

const windowOf = ({ reset }: DatedGrant): string => reset?.every ?? 'never';
