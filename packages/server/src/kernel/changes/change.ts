import type { Impact, Link, OperationCall, Place, StoredChange, Verdict } from '@latchkey/model';
import type { Principal } from '../access/principal.ts';

/** A batch of named edits on its way in, with who, why and where. */
export interface Change {
  readonly id: string;
  readonly place: Place;
  readonly principal: Principal;
  readonly calls: readonly OperationCall[];
  readonly comment: string;
  readonly links: readonly Link[];
  /** Epoch milliseconds; decided once, by the shell. */
  readonly now: number;
  readonly preview: boolean;
  /** When it shall happen, epoch milliseconds; null is now. */
  readonly effectiveAt: number | null;
  /** The version of the edited resource that the author saw (`If-Match`), null when they did not say. */
  readonly basedOn: { readonly kind: string; readonly id: string; readonly version: number } | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
  /** Its author wants somebody else to look at it first. */
  readonly requestApproval?: boolean;
  /** Instead of edits: what shall become of a change that waits. */
  readonly decision?: Decision | undefined;
}

/** What people, and the schedule, do with a change that waits. */
export interface Decision {
  readonly does: 'approve' | 'reject' | 'cancel' | 'apply';
  /** The change's id. */
  readonly change: string;
  /** What the decider saw; null when they did not say. */
  readonly digest: string | null;
}

export type Outcome = Previewed | Applied | Scheduled | Pending | Decided;

export interface Previewed {
  readonly status: 'previewed';
  readonly changeId: string;
  readonly impact: Impact;
  readonly verdict: Verdict;
}

export interface Applied {
  readonly status: 'applied';
  readonly changeId: string;
  readonly impact: Impact | null;
  readonly revision: number;
  /** True when an idempotency key brought back an earlier outcome. */
  readonly replayed: boolean;
  /** What was created or altered, in the order of the mutations. Bodies are without secrets. */
  readonly resources: readonly {
    readonly kind: string;
    readonly id: string;
    readonly version: number;
    readonly after: unknown;
  }[];
}

export interface Scheduled {
  readonly status: 'scheduled';
  readonly changeId: string;
  readonly effectiveAt: string;
  readonly revision: number;
  readonly replayed: boolean;
}

/** Nothing was done; somebody has to approve it first. */
export interface Pending {
  readonly status: 'pending';
  readonly changeId: string;
  readonly change: Pick<StoredChange, 'id' | 'status' | 'because' | 'requirements' | 'effectiveAt'>;
  readonly revision: number;
  readonly replayed: boolean;
}

/** What became of a change that waited. */
export interface Decided {
  readonly status: 'decided';
  readonly changeId: string;
  readonly change: StoredChange;
  readonly revision: number;
  readonly replayed: boolean;
}

/** Outcomes that are kept under an idempotency key. */
export type Kept = Exclude<Outcome, Previewed>;
