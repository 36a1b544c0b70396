import type { Feature, FeatureKind, JsonValue, PlanItem } from '@latchkey/model';
import { termsOf } from '../usage/meter-terms.ts';

/** What a form holds about one feature in a version that is being written. */
export interface DraftItem {
  readonly included: boolean;
  readonly effect: PlanItem['effect'];
  readonly number: number | string;
  readonly unlimited: boolean;
  readonly word: string | null;
  readonly words: readonly string[];
  readonly every: NonNullable<PlanItem['reset']>['every'] | null;
  /** For meters: how much of what is left goes over into the next period, and how much may be used beyond. */
  readonly rollover: number | string;
  readonly overage: number | string;
  readonly perQuantity: boolean;
  /** What this form does not edit, such as a configuration or the anchor of a reset, stays as it was. */
  readonly kept: PlanItem | null;
}
export type Draft = Readonly<Record<string, DraftItem>>;

const firstEffect = {
  switch: 'allow',
  number: 'set',
  level: 'set',
  set: 'set',
  config: 'set',
  meter: 'set',
} as const satisfies Record<FeatureKind, PlanItem['effect']>;

const notIncluded = (kind: FeatureKind): DraftItem => ({
  included: false,
  effect: firstEffect[kind],
  number: '',
  unlimited: false,
  word: null,
  words: [],
  every: kind === 'meter' ? 'month' : null,
  rollover: '',
  overage: '',
  perQuantity: false,
  kept: null,
});

/** A version's items as a form holds them; features that are not in it are there, not included. */
export const draftOf = (
  items: readonly PlanItem[],
  features: readonly Pick<Feature, 'key' | 'kind'>[],
): Draft =>
  Object.fromEntries(
    features.map(({ key, kind }) => {
      const item = items.find(({ feature }) => feature === key);
      return [key, item ? draftItem(item, kind) : notIncluded(kind)];
    }),
  );

function draftItem(item: PlanItem, kind: FeatureKind): DraftItem {
  const { effect, value, unlimited, reset, rollover, overage, perQuantity } = item;
  return {
    ...notIncluded(kind),
    included: true,
    effect,
    unlimited: unlimited === true || value === 'unlimited',
    perQuantity: perQuantity === true,
    every: reset?.every ?? null,
    ...(typeof rollover === 'number' ? { rollover } : {}),
    ...(typeof overage === 'number' ? { overage } : {}),
    kept: item,
    ...(typeof value === 'number' ? { number: value } : {}),
    ...(kind === 'level' && typeof value === 'string' ? { word: value } : {}),
    ...(kind === 'set' && Array.isArray(value) ? { words: value.map(String) } : {}),
  };
}

/** The items to send, in the features' order; or the first feature that still lacks its amount. */
export function itemsOf(
  draft: Draft,
  features: readonly Pick<Feature, 'key' | 'kind' | 'name'>[],
): { readonly items: readonly PlanItem[]; readonly lacking: string | null } {
  const items: PlanItem[] = [];
  let lacking: string | null = null;
  for (const { key, kind, name } of features) {
    const held = draft[key];
    if (!held?.included) continue;
    const item = itemOf(key, kind, held);
    if (item) items.push(item);
    else lacking ??= name;
  }
  return { items, lacking };
}

function itemOf(feature: string, kind: FeatureKind, held: DraftItem): PlanItem | null {
  const { effect, kept, perQuantity } = held;
  if (kind === 'switch') return { feature, effect: 'allow' };
  if (kind === 'config') return kept;
  if (kind === 'level') return held.word === null ? null : { feature, effect, value: held.word };
  if (kind === 'set') return held.words.length === 0 ? null : { feature, effect, value: [...held.words] };
  const amount: { readonly value?: JsonValue; readonly unlimited?: true } | null = held.unlimited
    ? { unlimited: true }
    : typeof held.number === 'number'
      ? { value: held.number }
      : null;
  if (amount === null) return null;
  const anchor = kept?.reset?.every === held.every ? kept?.reset?.anchor : undefined;
  return {
    feature,
    effect,
    ...amount,
    ...(held.every !== null && kind === 'meter'
      ? { reset: { every: held.every, ...(anchor === undefined ? {} : { anchor }) } }
      : {}),
    ...(kind === 'meter' ? { ...unlimitedTermsOf(kept), ...termsOf(held, held.every) } : {}),
    ...(perQuantity ? { perQuantity: true } : {}),
  };
}

/** Carrying over or going beyond without end is said by programs; here it stays as it was. */
const unlimitedTermsOf = (kept: PlanItem | null): Pick<PlanItem, 'rollover' | 'overage'> => ({
  ...(kept?.rollover === 'unlimited' ? { rollover: 'unlimited' } : {}),
  ...(kept?.overage === 'unlimited' ? { overage: 'unlimited' } : {}),
});

/** The features whose item differs between two versions. */
export const changedFeatures = (
  before: readonly PlanItem[],
  after: readonly PlanItem[],
): readonly string[] => {
  const sayings = (items: readonly PlanItem[]) =>
    new Map(items.map((item) => [item.feature, JSON.stringify(Object.entries(item).sort())]));
  const was = sayings(before);
  const is = sayings(after);
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (feature) => was.get(feature) !== is.get(feature),
  );
};
