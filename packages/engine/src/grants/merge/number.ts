import type { Limit } from '@latchkey/model';
import { exceeds, isLimit, total, unlimited } from '../../quantity.ts';
import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { Merged, MergeRule } from '../merged.ts';

/**
 * The largest `set` plus every `add`, then the lowest `cap`. By policy instead the strongest `set`, or the sum of all.
 * An `allow` that names a number can raise the result and never lowers it. An open feature stops nowhere until a cap
 * says so.
 */
export const mergeNumber: MergeRule = ({ merge, access }, active) => {
  const giving = active.filter((grant) => isGiving(grant) && isLimit(grant.value)).sort(byStrength);
  const adds = giving.filter(({ effect }) => effect === 'add');
  const others = giving.filter(({ effect }) => effect !== 'add');
  const kept = [...(merge === 'sum' ? others : largest(competing(others, merge === 'priority'))), ...adds];
  return capped(access === 'open' ? unlimited : amountOfAll(kept), kept, active);
};

/** By priority only the strongest `set` stands against what is allowed besides. */
export function competing(strongestFirst: readonly DatedGrant[], byPriority: boolean): readonly DatedGrant[] {
  if (!byPriority) return strongestFirst;
  const first = strongestFirst.find(({ effect }) => effect === 'set');
  return strongestFirst.filter((grant) => grant === first || grant.effect !== 'set');
}

/** The largest, the stronger of equals; none of none. */
export function largest(strongestFirst: readonly DatedGrant[]): readonly DatedGrant[] {
  let best = strongestFirst[0];
  if (best === undefined) return [];
  for (const grant of strongestFirst) if (exceeds(amountOf(grant), amountOf(best))) best = grant;
  return [best];
}

export const amountOfAll = (kept: readonly DatedGrant[]): Limit | null =>
  kept.length === 0 ? null : total(kept.map(amountOf));

/** Only for grants whose value was seen to be a limit. */
const amountOf = ({ value }: DatedGrant): Limit => value as Limit;

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
