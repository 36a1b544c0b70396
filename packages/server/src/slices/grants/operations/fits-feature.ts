import { isCounted, valueMissing } from '@latchkey/engine';
import {
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
