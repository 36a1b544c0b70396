import type { Resources } from './resources.ts';
import type { Configuration } from './snapshot.ts';

/** The kinds that an environment's configuration is made of; grants among them are those for plans, segments and everyone. */
export type ConfigurationKind =
  | 'flag'
  | 'flag_targeting'
  | 'segment'
  | 'feature'
  | 'plan'
  | 'plan_version'
  | 'plan_publication'
  | 'grant'
  | 'environment';

/** One resource of the configuration as it now is, or `null` when it is gone. */
export type ConfigurationChange = {
  readonly [K in ConfigurationKind]: {
    readonly kind: K;
    readonly id: string;
    readonly after: Resources[K] | null;
  };
}[ConfigurationKind];

/** What one commit means to a follower of the environment. */
export interface Patch {
  readonly epoch: string;
  readonly revision: number;
  readonly changes: readonly ConfigurationChange[];
  /** Customers whose snapshots are out of date from this revision on; `all` when they are too many to name. */
  readonly customers: readonly string[] | 'all';
}

/**
 * What the SDK stream sends: everything once, then one patch a commit, in order. The event's id is `<epoch>:<revision>`;
 * sent back as `Last-Event-ID` it resumes without a second `put` while the server still remembers that revision.
 */
export type StreamEvent =
  | { readonly event: 'put'; readonly data: Configuration }
  | { readonly event: 'patch'; readonly data: Patch };
