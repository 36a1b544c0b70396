import { isCounted, valueMissing } from '@latchkey/engine';
import type { Feature, FeatureKind, PlanItem } from '@latchkey/model';
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
  if (item.unlimited && !isCounted(kind))
    return misfit('unlimited', `only what is counted can be unlimited, not a ${kind}.`);
  if (perQuantity && !isCounted(kind))
    return misfit('perQuantity', `only what is counted grows with the quantity, not a ${kind}.`);
  if (reset && kind !== 'meter') return misfit('reset', `only a meter starts again, not a ${kind}.`);
  const wanted = valueMissing(feature, item);
  return wanted === null ? null : misfit('value', wanted);
}
