import { byStrength, compareText, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merged.ts';
import { competing } from './number.ts';

/**
 * All members that anything gives, less those that a `deny` names, within every `cap`. By priority only the
 * strongest `set` gives besides what is allowed and added. Members are listed in text order.
 */
export const mergeSet: MergeRule = ({ merge, access }, active) => {
  const ordered = active
    .filter((grant) => membersOf(grant).length > 0 || grant.effect === 'cap')
    .sort(byStrength);
  const kept = competing(ordered.filter(isGiving), merge === 'priority');

  const members = new Set(kept.flatMap(membersOf));
  const bounds: DatedGrant[] = [];
  for (const grant of ordered) {
    const named = new Set(membersOf(grant));
    const cut =
      grant.effect === 'deny'
        ? [...named].filter((member) => members.has(member))
        : grant.effect === 'cap'
          ? [...members].filter((member) => !named.has(member))
          : [];
    if (cut.length > 0) bounds.push(grant);
    for (const member of cut) members.delete(member);
  }
  const value = kept.length > 0 || access === 'open' ? [...members].sort(compareText) : null;
  const cap = bounds.find(({ effect }) => effect === 'cap') ?? null;
  return { value, limit: null, kept: new Set([...kept, ...bounds]), cap };
};

/** The words that the grant names; a single word is a list of one. */
function membersOf({ value }: DatedGrant): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

/** A denial of some members leaves the others; a denial that names none is a denial of the feature. */
export const isPartialDenial = (grant: DatedGrant): boolean =>
  grant.effect === 'deny' && membersOf(grant).length > 0;
