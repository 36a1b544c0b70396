/**
 * Flags and segments as LaunchDarkly's server-side SDKs receive them (JSON of `/sdk/latest-all`).
 * The data comes from outside: every field may be missing, and null means the same as missing.
 */
type Maybe<T> = T | null | undefined;

export type LaunchDarklyData = {
  readonly flags?: Maybe<Readonly<Record<string, LaunchDarklyFlag>>>;
  readonly segments?: Maybe<Readonly<Record<string, LaunchDarklySegment>>>;
};

export type LaunchDarklyFlag = {
  readonly key: string;
  readonly version?: Maybe<number>;
  readonly deleted?: Maybe<boolean>;
  readonly on?: Maybe<boolean>;
  /** Absent: a flag that is off has no value of its own, and callers get their default. */
  readonly offVariation?: Maybe<number>;
  /** A variation's index is its identity. Null inside is a value like any other. */
  readonly variations?: Maybe<readonly unknown[]>;
  readonly prerequisites?: Maybe<readonly LaunchDarklyPrerequisite[]>;
  readonly targets?: Maybe<readonly LaunchDarklyTarget[]>;
  /** If not empty, the master list: an entry of kind `user` points at the entry of `targets` for its variation. */
  readonly contextTargets?: Maybe<readonly LaunchDarklyTarget[]>;
  readonly rules?: Maybe<readonly LaunchDarklyRule[]>;
  readonly fallthrough?: Maybe<LaunchDarklyServe>;
  readonly salt?: Maybe<string>;
  readonly clientSide?: Maybe<boolean>;
  readonly clientSideAvailability?: Maybe<{
    readonly usingEnvironmentId?: Maybe<boolean>;
    readonly usingMobileKey?: Maybe<boolean>;
  }>;
  readonly trackEvents?: Maybe<boolean>;
  readonly trackEventsFallthrough?: Maybe<boolean>;
  /** Milliseconds since the epoch. */
  readonly debugEventsUntilDate?: Maybe<number>;
  readonly samplingRatio?: Maybe<number>;
  readonly excludeFromSummaries?: Maybe<boolean>;
};

export type LaunchDarklyPrerequisite = { readonly key: string; readonly variation?: Maybe<number> };

export type LaunchDarklyTarget = {
  readonly contextKind?: Maybe<string>;
  readonly variation?: Maybe<number>;
  readonly values?: Maybe<readonly string[]>;
};

/** Exactly one of the two is meant to be there; `variation` wins. */
export type LaunchDarklyServe = {
  readonly variation?: Maybe<number>;
  readonly rollout?: Maybe<LaunchDarklyRollout>;
};

export type LaunchDarklyRule = LaunchDarklyServe & {
  readonly id?: Maybe<string>;
  readonly clauses?: Maybe<readonly LaunchDarklyClause[]>;
  readonly trackEvents?: Maybe<boolean>;
};

export type LaunchDarklyRollout = {
  readonly kind?: Maybe<'rollout' | 'experiment' | string>;
  /** Its presence makes `bucketBy` a path (`/address/city`) instead of a plain name. */
  readonly contextKind?: Maybe<string>;
  readonly bucketBy?: Maybe<string>;
  /** Replaces flag key and salt in the hash. */
  readonly seed?: Maybe<number>;
  readonly variations?: Maybe<readonly LaunchDarklyWeightedVariation[]>;
};

export type LaunchDarklyWeightedVariation = {
  readonly variation?: Maybe<number>;
  /** Thousandths of a percent. */
  readonly weight?: Maybe<number>;
  readonly untracked?: Maybe<boolean>;
};

export type LaunchDarklyClause = {
  /** Its presence makes `attribute` a path instead of a plain name. */
  readonly contextKind?: Maybe<string>;
  readonly attribute?: Maybe<string>;
  readonly op?: Maybe<string>;
  readonly values?: Maybe<readonly unknown[]>;
  readonly negate?: Maybe<boolean>;
};

export type LaunchDarklySegment = {
  readonly key: string;
  readonly version?: Maybe<number>;
  readonly deleted?: Maybe<boolean>;
  readonly salt?: Maybe<string>;
  /** Keys of kind `user`; other kinds are in `includedContexts`. */
  readonly included?: Maybe<readonly string[]>;
  readonly excluded?: Maybe<readonly string[]>;
  readonly includedContexts?: Maybe<readonly LaunchDarklyTarget[]>;
  readonly excludedContexts?: Maybe<readonly LaunchDarklyTarget[]>;
  readonly rules?: Maybe<readonly LaunchDarklySegmentRule[]>;
  /** A big segment: its members are kept in a store and asked for by context key. */
  readonly unbounded?: Maybe<boolean>;
  readonly unboundedContextKind?: Maybe<string>;
  readonly generation?: Maybe<number>;
};

export type LaunchDarklySegmentRule = {
  readonly id?: Maybe<string>;
  readonly clauses?: Maybe<readonly LaunchDarklyClause[]>;
  /** Thousandths of a percent; absent means the whole rule. */
  readonly weight?: Maybe<number>;
  readonly bucketBy?: Maybe<string>;
  readonly rolloutContextKind?: Maybe<string>;
};
