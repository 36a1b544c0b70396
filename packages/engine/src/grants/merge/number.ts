import type { Limit } from '@latchkey/model';
import { exceeds, isLimit, total, unlimited } from '../../quantity.ts';
import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { Merged, MergeRule } from '../merge.ts';

/**
 * The largest `set` plus every `add`, then the lowest `cap`. By policy instead the strongest `set`, or the sum of all.
 * An open feature stops nowhere until a cap says so.
 */
export const mergeNumber: MergeRule = ({ merge, access }, active) => {
  const giving = active.filter((grant) => isGiving(grant) && isLimit(grant.value));
  const adds = giving.filter(({ effect }) => effect === 'add');
  const sets = giving.filter(({ effect }) => effect !== 'add').sort(byStrength);
  const bases = merge === 'sum' ? sets : strongest(sets, merge === 'priority');
  const kept = [...bases, ...adds];
  if (access === 'open') return capped(unlimited, kept, active);
  return capped(kept.length === 0 ? null : total(kept.map(amountOf)), kept, active);
};

/** Only for grants whose value was seen to be a limit. */
export const amountOf = ({ value }: DatedGrant): Limit => value as Limit;

/** One of them: the first by strength, or the largest, the stronger of equals. */
export function strongest(sets: readonly DatedGrant[], byPriority: boolean): readonly DatedGrant[] {
  let best = sets[0];
  if (best === undefined) return [];
  if (!byPriority) for (const set of sets) if (exceeds(amountOf(set), amountOf(best))) best = set;
  return [best];
}

/** Caps are ceilings: the lowest binds, and binds unlimited too. */
export function capped(
  value: Limit | null,
  kept: readonly DatedGrant[],
  active: readonly DatedGrant[],
): Merged {
  if (value === null) return { value, limit: value, kept: new Set(kept), cap: null };
  let cap: DatedGrant | null = null;
  for (const grant of active) {
    if (grant.effect !== 'cap' || !isLimit(grant.value)) continue;
    const lower = cap === null ? exceeds(value, amountOf(grant)) : exceeds(amountOf(cap), amountOf(grant));
    const alike = cap !== null && amountOf(cap) === amountOf(grant) && byStrength(grant, cap) < 0;
    if (lower || alike) cap = grant;
  }
  if (cap === null) return { value, limit: value, kept: new Set(kept), cap };
  return { value: amountOf(cap), limit: amountOf(cap), kept: new Set([...kept, cap]), cap };
}
