import type { Feature, JsonValue, Limit } from '@latchkey/model';
import type { DatedGrant } from './dated-grant.ts';

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
