import { windowName } from '../../meters/window.ts';
import { isLimit, unlimited } from '../../quantity.ts';
import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merged.ts';
import { amountOfAll, capped, competing, largest } from './number.ts';

/**
 * The allowance as one number: of `set` grants with the same window the larger is live, `add` grants stack, caps are
 * ceilings. Windows are never converted into one another.
 */
export const mergeMeter: MergeRule = ({ merge, access }, active) => {
  const giving = active.filter((grant) => isGiving(grant) && isLimit(grant.value)).sort(byStrength);
  const adds = giving.filter(({ effect }) => effect === 'add');
  const others = competing(
    giving.filter(({ effect }) => effect !== 'add'),
    merge === 'priority',
  );
  const windows = new Set(others.map(windowOf));
  const live = [...windows].flatMap((window) =>
    largest(others.filter((grant) => windowOf(grant) === window)),
  );
  const kept = [...live, ...adds];
  return capped(access === 'open' ? unlimited : amountOfAll(kept), kept, active);
};

const windowOf = ({ reset }: DatedGrant): string => windowName(reset);
