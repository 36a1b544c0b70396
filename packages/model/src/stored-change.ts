import type { Actor, Impact, Link, OperationCall } from './change.ts';
import type { Reasoning, Requirement } from './guardrail.ts';
import type { Instant } from './time.ts';

/** The life of a change that does not happen at once. The last four are final. */
export const changeStatuses = [
  'pending',
  'approved',
  'scheduled',
  'applied',
  'rejected',
  'failed',
  'cancelled',
] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

/** One thing that a change would make, alter or remove: only the fields that move. */
export interface PreviewedEdit {
  readonly action: string;
  readonly resourceKind: string;
  readonly resourceId: string;
  readonly customer: string | null;
  readonly feature: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What a change would do, as it was seen at a moment. */
export interface ChangePreview {
  readonly at: Instant;
  readonly impact: Impact;
  /** The first of them; `editsInAll` says how many there are. */
  readonly edits: readonly PreviewedEdit[];
  readonly editsInAll: number;
}

export interface Approval {
  readonly by: Actor;
  /** Whose deed it is: the member behind a token. Nobody counts twice. */
  readonly person: string;
  readonly comment: string;
  readonly at: Instant;
  /** The requirements that it counts for; `null` is the author's own wish. */
  readonly countsFor: readonly (string | null)[];
}

/** A change that waits: for approval, or for its time. */
export interface StoredChange {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly author: Actor;
  readonly comment: string;
  readonly links: readonly Link[];
  /** What is done when it is applied. May hold secrets, so it stays on the server. */
  readonly operations: readonly OperationCall[];
  /** The same for people: kind and path of each. */
  readonly actions: readonly { readonly kind: string; readonly resource: string }[];
  readonly effectiveAt: Instant | null;
  readonly createdAt: Instant;
  /** The revision of its place when it was stored. */
  readonly baseRevision: number;
  /** SHA-256 over what it would do; approvals are for this and nothing else. */
  readonly digest: string;
  readonly preview: ChangePreview;
  /** The customer that it is about, where it is one. */
  readonly customer: string | null;
  readonly because: readonly Reasoning[];
  readonly requirements: readonly Requirement[];
  readonly approvals: readonly Approval[];
  /** Who rejected or cancelled it. */
  readonly ended: { readonly by: Actor; readonly at: Instant; readonly comment: string } | null;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly appliedAt: Instant | null;
}
