import type { Actor, Approval, Instant, Requirement, StoredChange } from '@latchkey/model';

/** The steps in the life of a change that waits, as values. Who may take them, and when, is decided by `decide.ts`. */

/** Statuses in which something can still become of a change. */
export const isWaiting = ({ status }: Pick<StoredChange, 'status'>): boolean =>
  status === 'pending' || status === 'scheduled';

/** Approvals that are still missing, by requirement. Empty: it is approved. */
export function missingApprovals({
  requirements,
  approvals,
}: Pick<StoredChange, 'requirements' | 'approvals'>): readonly (Requirement & {
  readonly missing: number;
})[] {
  return requirements
    .map((one) => ({ ...one, missing: one.approvals - approvalsFor(one, approvals) }))
    .filter(({ missing }) => missing > 0);
}

const approvalsFor = ({ guardrail }: Requirement, approvals: readonly Approval[]): number =>
  new Set(approvals.filter(({ countsFor }) => countsFor.includes(guardrail)).map(({ person }) => person))
    .size;

/** With one more approval. Nobody counts twice, so a second one of the same person changes nothing. */
export function approved(change: StoredChange, approval: Approval): StoredChange {
  if (change.approvals.some(({ person }) => person === approval.person)) return change;
  const next = { ...change, approvals: [...change.approvals, approval] };
  if (missingApprovals(next).length > 0) return next;
  const isForLater = next.effectiveAt !== null && next.effectiveAt > approval.at;
  return { ...next, status: isForLater ? 'scheduled' : 'approved' };
}

/** It would now do something else, or needs other approvals: those given so far were for another thing. */
export const movedOn = (
  change: StoredChange,
  now: Pick<StoredChange, 'digest' | 'preview' | 'because' | 'requirements'>,
): StoredChange => ({ ...change, ...now, status: 'pending', approvals: [] });

export const ended = (
  change: StoredChange,
  status: 'rejected' | 'cancelled',
  by: Actor,
  at: Instant,
  comment: string,
): StoredChange => ({ ...change, status, ended: { by, at, comment } });

export const appliedAt = (change: StoredChange, at: Instant): StoredChange => ({
  ...change,
  status: 'applied',
  appliedAt: at,
});

export const failed = (
  change: StoredChange,
  failure: NonNullable<StoredChange['failure']>,
): StoredChange => ({ ...change, status: 'failed', failure });
