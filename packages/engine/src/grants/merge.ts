import type { Feature, FeatureKind, JsonValue, Limit } from '@latchkey/model';
import type { DatedGrant } from './dated-grant.ts';
import { mergeConfig } from './merge/config.ts';
import { mergeLevel } from './merge/level.ts';
import { mergeMeter } from './merge/meter.ts';
import { mergeNumber } from './merge/number.ts';
import { mergeSet } from './merge/set.ts';
import { mergeSwitch } from './merge/switch.ts';

/** What the active grants of one feature come to. */
export interface Merged {
  /** The resolved right; null when there is none. */
  readonly value: JsonValue;
  /** The value of counted kinds; null for others and when nothing was given. */
  readonly limit: Limit | null;
  /** The grants that made the value what it is. The others are shadowed. */
  readonly kept: ReadonlySet<DatedGrant>;
  /** The cap that cut the value, if one did. */
  readonly cap: DatedGrant | null;
}

export type MergeRule = (
  feature: Pick<Feature, 'kind' | 'merge' | 'access' | 'levels'>,
  active: readonly DatedGrant[],
) => Merged;

/** One rule a kind; domain.md, "How grants merge". A new kind does not compile until it has one. */
const rules: { readonly [K in FeatureKind]: MergeRule } = {
  switch: mergeSwitch,
  number: mergeNumber,
  level: mergeLevel,
  set: mergeSet,
  config: mergeConfig,
  meter: mergeMeter,
};

/** Total and independent of the order of the grants. What does not fit the kind, such as a word for a number, is left out. */
export const merge: MergeRule = (feature, active) => rules[feature.kind](feature, active);
