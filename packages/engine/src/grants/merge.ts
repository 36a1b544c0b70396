import type { FeatureKind } from '@latchkey/model';
import { mergeConfig } from './merge/config.ts';
import { mergeLevel } from './merge/level.ts';
import { mergeMeter } from './merge/meter.ts';
import { mergeNumber } from './merge/number.ts';
import { mergeSet } from './merge/set.ts';
import { mergeSwitch } from './merge/switch.ts';
import type { MergeRule } from './merged.ts';

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
