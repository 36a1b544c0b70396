import { Amount, type Feature, type FeatureKind, type PlanItem } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** What a plan can do with a feature of each kind. */
const effects: { readonly [K in FeatureKind]: readonly PlanItem['effect'][] } = {
  switch: ['allow'],
  number: ['set', 'add'],
  level: ['set'],
  set: ['set', 'add'],
  config: ['set'],
  meter: ['set', 'add'],
};

/** Whether an effect and its value mean something for this feature, such as a number for a number. */
export function refuseItem(feature: Feature, item: PlanItem, field: string): Refusal | null {
  const { name, kind } = feature;
  const { effect, reset, perQuantity } = item;
  const possible = effects[kind];
  if (!possible.includes(effect)) {
    const detail = `${name} is a ${kind}: a plan can ${possible.join(' or ')} it.`;
    return refuse('effect_not_for_kind', detail, { field: `${field}/effect`, kind, possible });
  }
  const misfit = (part: string, detail: string) =>
    refuse('value_not_for_kind', `${name}: ${detail}`, { field: `${field}/${part}`, kind });
  const counted = kind === 'number' || kind === 'meter';
  if (item.unlimited && !counted)
    return misfit('unlimited', `only what is counted can be unlimited, not a ${kind}.`);
  if (perQuantity && !counted)
    return misfit('perQuantity', `only what is counted grows with the quantity, not a ${kind}.`);
  if (reset && kind !== 'meter') return misfit('reset', `only a meter starts again, not a ${kind}.`);
  const wanted = valueMissing(feature, item);
  return wanted === null ? null : misfit('value', wanted);
}

/** What the value should have been, in words; null when it is right. */
function valueMissing({ kind, levels }: Feature, { value, unlimited }: PlanItem): string | null {
  switch (kind) {
    case 'switch':
      return value === undefined || value === true ? null : 'a switch takes no value.';
    case 'number':
    case 'meter': {
      if (unlimited)
        return value === undefined || value === 'unlimited' ? null : 'say a number or unlimited, not both.';
      return value === 'unlimited' || Amount.safeParse(value).success
        ? null
        : 'the value must be an amount, or unlimited.';
    }
    case 'level':
      return typeof value === 'string' && levels?.includes(value)
        ? null
        : `the value must be one of ${levels?.join(', ')}.`;
    case 'set':
      return isListOfWords(value) ? null : 'the value must be a list of words, each once.';
    case 'config':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? null
        : 'the value must be an object.';
  }
}

const isListOfWords = (value: PlanItem['value']): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((word) => typeof word === 'string' && word.length > 0) &&
  new Set(value).size === value.length;

/** `unlimited` has one form, whichever way it was said. */
export const inOneForm = ({ value, ...item }: PlanItem): PlanItem => {
  if (value === 'unlimited') return { ...item, unlimited: true };
  return value === undefined ? item : { ...item, value };
};
