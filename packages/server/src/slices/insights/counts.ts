import type { CheckCount, EvaluationCount, Place } from '@latchkey/model';

/** Counts that are kept or forgotten together, however often they arrive. */
export interface CountedReport {
  readonly place: Place;
  /** Named by the sender, or by us where the sender names nothing. */
  readonly id: string;
  readonly evaluations: readonly EvaluationCount[];
  readonly checks: readonly CheckCount[];
}

/** Why a count was left out. */
export type IgnoredReason =
  | 'malformed'
  | 'too_old'
  | 'flag_unknown'
  | 'variation_unknown'
  | 'feature_unknown';

export interface Ignored {
  /** The key of the flag or feature; null where not even that can be read. */
  readonly about: string | null;
  readonly reason: IgnoredReason;
}

/** What an environment has that can be counted. */
export interface Countable {
  /** How many variations each flag has. */
  readonly variationsOf: ReadonlyMap<string, number>;
  readonly features: ReadonlySet<string>;
}
