import type { Actor, Link } from './change.ts';
import type { ResourceKind } from './resources.ts';
import type { Instant } from './time.ts';

/** One recorded mutation. Written in the transaction of its change and never altered. */
export interface LedgerEntry {
  readonly seq: number;
  readonly changeId: string;
  /** Position within the change; a change of three mutations has entries 0, 1 and 2. */
  readonly position: number;
  readonly project: string;
  readonly environment: string;
  /** The revision that the change was given in the place that was asked about; null in views across places. */
  readonly revision: number | null;
  readonly at: Instant;
  readonly actor: Actor;
  /** The operation's kind: `grant.create`. */
  readonly action: string;
  /** Typed path: `proj/demo:env/production:customer/acme`. */
  readonly resource: string;
  readonly resourceKind: ResourceKind;
  readonly resourceId: string;
  readonly customer: string | null;
  readonly feature: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly comment: string;
  readonly links: readonly Link[];
  /** SHA-256 over the canonical entry, hexadecimal. */
  readonly hash: string;
}
