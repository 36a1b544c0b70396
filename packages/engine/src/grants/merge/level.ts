import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merged.ts';
import { competing } from './number.ts';

/**
 * The highest word that anything gives, then no higher than the lowest cap. By priority only the strongest `set` stands
 * against what is allowed besides.
 */
export const mergeLevel: MergeRule = ({ merge, access, levels }, active) => {
  const order = levels ?? [];
  const rankOf = ({ value }: DatedGrant): number => (typeof value === 'string' ? order.indexOf(value) : -1);
  const known = active.filter((grant) => rankOf(grant) >= 0).sort(byStrength);

  let best: DatedGrant | null = null;
  for (const grant of competing(known.filter(isGiving), merge === 'priority')) {
    if (best === null || rankOf(grant) > rankOf(best)) best = grant;
  }
  const kept = new Set(best === null ? [] : [best]);
  // An open feature is everybody's at its lowest level; grants raise it.
  const rank = best === null ? (access === 'open' && order.length > 0 ? 0 : -1) : rankOf(best);

  let cap: DatedGrant | null = null;
  for (const grant of known) {
    if (grant.effect !== 'cap') continue;
    if (rankOf(grant) < (cap === null ? rank : rankOf(cap))) cap = grant;
  }
  if (cap !== null) kept.add(cap);
  return { value: order[cap === null ? rank : rankOf(cap)] ?? null, limit: null, kept, cap };
};
