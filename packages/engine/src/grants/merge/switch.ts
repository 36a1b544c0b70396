import { isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merged.ts';

/** On as soon as anything gives it. */
export const mergeSwitch: MergeRule = ({ access }, active) => {
  const giving = active.filter(isGiving);
  return {
    value: giving.length > 0 || access === 'open' ? true : null,
    limit: null,
    kept: new Set(giving),
    cap: null,
  };
};
