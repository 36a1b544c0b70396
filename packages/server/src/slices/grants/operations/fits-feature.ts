import {
  Amount,
  type Feature,
  type FeatureKind,
  type Grant,
  type GrantEffect,
  type Instant,
  isEmpty,
  ManualOrigin,
} from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** What a grant can do with a feature of each kind. */
const effects: { readonly [K in FeatureKind]: readonly GrantEffect[] } = {
  switch: ['allow', 'deny'],
  number: ['set', 'add', 'cap', 'deny'],
  level: ['set', 'cap', 'deny'],
  set: ['set', 'add', 'cap', 'deny'],
  config: ['set', 'deny'],
  meter: ['set', 'add', 'cap', 'deny'],
};

/** Why the grant means nothing for this feature, such as a word for a number; null when it fits. */
export function refuseMisfit(feature: Feature, grant: Grant): Refusal | null {
  const { name, kind, state } = feature;
  if (state === 'retired') {
    return refuse('feature_retired', `${name} is retired and cannot be granted.`, { field: 'feature' });
  }
  const possible = effects[kind];
  if (!possible.includes(grant.effect)) {
    const facts = { field: 'effect', kind, possible };
    return refuse('effect_not_for_kind', `${name} is a ${kind}: a grant can ${possible.join(', ')}.`, facts);
  }
  const misfit = (field: string, detail: string) =>
    refuse('value_not_for_kind', `${name}: ${detail}`, { field, kind });
  if (grant.unlimited && (!isCounted(kind) || grant.effect === 'deny' || grant.effect === 'cap')) {
    return misfit('unlimited', 'only an allowance of what is counted can be unlimited.');
  }
  if (grant.reset && kind !== 'meter') return misfit('reset', `only a meter starts again, not a ${kind}.`);
  const wanted = valueMissing(feature, grant);
  return wanted === null ? null : misfit('value', wanted);
}

const isCounted = (kind: FeatureKind): boolean => kind === 'number' || kind === 'meter';

/** What the value should have been, in words; null when it is right. */
function valueMissing({ kind, levels }: Feature, { effect, value, unlimited }: Grant): string | null {
  if (effect === 'deny' && kind !== 'set') return value === undefined ? null : 'a denial takes no value.';
  switch (kind) {
    case 'switch':
      return value === undefined || value === true ? null : 'a switch takes no value.';
    case 'number':
    case 'meter':
      if (unlimited) return value === undefined ? null : 'say an amount or unlimited, not both.';
      return Amount.safeParse(value).success ? null : 'the value must be an amount, or unlimited.';
    case 'level':
      return typeof value === 'string' && levels?.includes(value)
        ? null
        : `the value must be one of ${levels?.join(', ')}.`;
    case 'set':
      // A denial without words is a denial of the whole feature.
      return (effect === 'deny' && value === undefined) || isListOfWords(value)
        ? null
        : 'the value must be a list of words, each once.';
    case 'config':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? null
        : 'the value must be an object.';
  }
}

const isListOfWords = (value: Grant['value']): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((word) => typeof word === 'string' && word.length > 0) &&
  new Set(value).size === value.length;

/** `unlimited` has one form, whichever way it was said. */
export function inOneForm({ value, ...grant }: Grant): Grant {
  if (value === 'unlimited') return { ...grant, unlimited: true };
  return value === undefined ? grant : { ...grant, value };
}

/** Why the grant cannot hold from then to then, or lacks a reason; null when all is well. */
export function refuseTerms({ from, to, origin, reason }: Grant, now: Instant): Refusal | null {
  if (to !== null && to <= now) {
    return refuse('end_in_past', 'The end must be in the future.', { field: 'to', now });
  }
  if (isEmpty({ from, to })) {
    return refuse('interval_empty', 'The end must be after the start.', { field: 'to', from });
  }
  if (ManualOrigin.options.some((manual) => manual === origin) && reason.trim() === '') {
    return refuse('reason_required', 'Say why: somebody will ask in a year.', { field: 'reason' });
  }
  return null;
}
