import { type Requirement, type StoredChange, toInstant } from '@latchkey/model';
import { actorOf, type Principal } from '../access/principal.ts';
import type { Tx } from '../store/database.ts';
import { stepOfApplying } from './apply.ts';
import { authoriseCalls, authoriseComputed } from './authorise.ts';
import type { Change } from './change.ts';
import type { Deps } from './deps.ts';
import { personBehind } from './person-behind.ts';
import { ProblemError } from './problem-error.ts';
import { type Reweighed, reweigh, seenNow } from './reweigh.ts';
import type { Step } from './step.ts';
import { approved, missingApprovals, movedOn } from './stored.ts';

/**
 * One more person agrees. An approval lends no rights: the change is made in its author's name, with the author's
 * rights, and only if it still does what was seen. With the last approval it happens, or waits for its time.
 */
export async function approve(tx: Tx, stored: StoredChange, change: Change, deps: Deps): Promise<Step> {
  const { principal, now, comment } = change;
  const by = actorOf(principal);
  const person = await personBehind(tx, by);
  if (stored.status !== 'pending') {
    throw new ProblemError('change_decided', `It was ${stored.status} already.`, { status: stored.status });
  }
  if (person === (await personBehind(tx, stored.author))) {
    throw new ProblemError('self_approval', 'It is your own change. Somebody else has to approve it.');
  }
  const step = { action: 'change.approve', before: stored };
  if (stored.approvals.some((approval) => approval.person === person)) return { ...step, after: stored };
  const today = await reweigh(tx, stored, change, deps);
  if (!today.isAsSeen)
    return { action: 'change.move-on', before: stored, after: movedOn(stored, await seenNow(stored, today)) };
  const { verdict } = today.weighed;
  // Guardrails may have become stricter meanwhile. One that was lifted does not undo the question that was asked.
  const asked =
    verdict.outcome === 'approve'
      ? { ...stored, because: verdict.because, requirements: verdict.requirements }
      : stored;
  const countsFor = requirementsMetBy(principal, asked, today);
  const after = approved(asked, { by, person, comment, at: toInstant(now), countsFor });
  if (after.status !== 'approved') return { ...step, after };
  return { ...step, after, next: stepOfApplying(after, today) };
}

/** Of what is still missing, the part that this person's word counts for. None is a refusal that says who can help. */
function requirementsMetBy(
  principal: Principal,
  stored: StoredChange,
  today: Reweighed,
): readonly (string | null)[] {
  const missing = missingApprovals(stored);
  const met = missing.filter((one) => mayMeet(principal, one, today));
  if (met.length > 0) return met.map(({ guardrail }) => guardrail);
  const roles = [...new Set(missing.flatMap(({ approverRoles }) => approverRoles))];
  throw new ProblemError(
    'forbidden',
    roles.length > 0
      ? `This needs the approval of somebody with the role ${roles.join(' or ')}.`
      : 'Only those who could make this change themselves can approve it.',
    { approverRoles: roles },
  );
}

/** Whom the guardrail names; where it names nobody, whoever could make the change themselves. */
function mayMeet(
  principal: Principal,
  { approverRoles }: Pick<Requirement, 'approverRoles'>,
  { change, calls, weighed }: Reweighed,
): boolean {
  if (approverRoles.length > 0)
    return 'roles' in principal && approverRoles.some((role) => principal.roles.includes(role));
  try {
    const asIfOwn = { ...change, principal };
    authoriseCalls(asIfOwn, calls);
    authoriseComputed(asIfOwn, weighed.computed);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
