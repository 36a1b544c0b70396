import { type StoredChange, toInstant } from '@latchkey/model';
import type { Tx } from '../store/database.ts';
import type { Change } from './change.ts';
import type { Deps } from './deps.ts';
import { ProblemError } from './problem-error.ts';
import { type Reweighed, reweigh, seenNow } from './reweigh.ts';
import type { Step } from './step.ts';
import { appliedAt, missingApprovals, movedOn } from './stored.ts';
import { authorOf } from './wait.ts';

/**
 * Its time has come. What nobody had to approve happens by what holds now. What was approved happens only as it was
 * approved; if it would do something else, or a guardrail now wants more, it goes back to those who approve.
 */
export async function apply(tx: Tx, stored: StoredChange, change: Change, deps: Deps): Promise<Step> {
  const isDue = stored.effectiveAt !== null && stored.effectiveAt <= toInstant(change.now);
  if (stored.status !== 'scheduled' || !isDue) {
    throw new ProblemError('change_decided', 'It does not wait for this moment.', { status: stored.status });
  }
  const today = await reweigh(tx, stored, change, deps);
  const { verdict } = today.weighed;
  const wasApproved = stored.requirements.length > 0;
  const missing =
    verdict.outcome === 'approve'
      ? missingApprovals({ requirements: verdict.requirements, approvals: stored.approvals })
      : [];
  if ((wasApproved && !today.isAsSeen) || missing.length > 0) {
    return { action: 'change.move-on', before: stored, after: movedOn(stored, await seenNow(stored, today)) };
  }
  return stepOfApplying(stored, today);
}

/** The change itself, in its author's name, and that it was made. */
export function stepOfApplying(
  stored: StoredChange,
  { change, weighed: { recorded, edits } }: Reweighed,
): Step {
  return {
    action: 'change.apply',
    before: stored,
    after: appliedAt(stored, toInstant(change.now)),
    author: authorOf(change),
    with: { recorded, edits },
  };
}
