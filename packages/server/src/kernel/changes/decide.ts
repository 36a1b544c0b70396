import { type StoredChange, toInstant } from '@latchkey/model';
import { authorise } from '../access/authorise.ts';
import { actorOf } from '../access/principal.ts';
import { lockStreams } from '../ledger/append.ts';
import { resourcePath } from '../ledger/subjects.ts';
import type { Tx } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { apply } from './apply.ts';
import { approve } from './approve.ts';
import type { Change, Decided, Decision } from './change.ts';
import { changeStore } from './change-store.ts';
import type { Deps } from './deps.ts';
import { recall, remember } from './idempotency.ts';
import { personBehind } from './person-behind.ts';
import { accept, ProblemError } from './problem-error.ts';
import { type Step, take } from './step.ts';
import { ended, failed, isWaiting } from './stored.ts';

/** What becomes of a change that waits. Under the lock of its place, so that of two who decide at once one comes second. */
export async function decide(change: Change, decision: Decision, deps: Deps): Promise<Decided> {
  const outcome = await transact(deps.db, async (tx) => {
    const streams = await lockStreams(tx, change.place);
    const earlier = await recall(tx, change);
    if (earlier) return { done: earlier as Decided, movedOn: null };
    const stored = await known(tx, change, decision.change);
    if (decision.digest !== null && decision.digest !== stored.digest)
      throw new ProblemError('change_moved_on', 'It was changed since you looked at it. Look at it again.', {
        digest: stored.digest,
        preview: stored.preview,
      });
    const step = await stepOf(tx, stored, change, decision, deps);
    const done = await take(tx, step, change, streams, deps);
    // Who approved what had moved on is told so, and may approve again with the same request.
    const movedOn = decision.does === 'approve' && step.action === 'change.move-on' ? stored : null;
    if (!movedOn) await remember(tx, change, done);
    return { done, movedOn };
  }).catch((error: unknown) => afterFailure(error, change, decision, deps));
  await deps.notify(change.place, outcome.done.revision);
  if (outcome.movedOn) throw movedOnProblem(outcome.movedOn, outcome.done.change);
  return outcome.done;
}

async function known(tx: Tx, { place }: Pick<Change, 'place'>, id: string): Promise<StoredChange> {
  const kept = await changeStore.one(tx, place, id);
  if (!kept) throw new ProblemError('change_unknown', 'Look at the change in the address.');
  return kept.body;
}

async function stepOf(
  tx: Tx,
  stored: StoredChange,
  change: Change,
  { does }: Decision,
  deps: Deps,
): Promise<Step> {
  switch (does) {
    case 'approve':
      return approve(tx, stored, change, deps);
    case 'apply':
      return apply(tx, stored, change, deps);
    case 'reject':
      return reject(stored, change);
    case 'cancel':
      return cancel(tx, stored, change);
  }
}

/** Sends it back for good. Whoever may review may; the author learns why. */
function reject(stored: StoredChange, { principal, now, comment }: Change): Step {
  assertStatus(stored, ['pending']);
  if (comment.trim() === '') {
    const errors = [{ pointer: '#/comment', detail: 'must say why' }];
    throw new ProblemError('comment_required', 'Say why, so that its author can do better.', {}, errors);
  }
  const after = ended(stored, 'rejected', actorOf(principal), toInstant(now), comment);
  return { action: 'change.reject', before: stored, after };
}

/** Takes it back before it happens: its author may, and whoever may cancel the changes of others. */
async function cancel(
  tx: Tx,
  stored: StoredChange,
  { principal, place, now, comment }: Change,
): Promise<Step> {
  const [one, author] = [await personBehind(tx, actorOf(principal)), await personBehind(tx, stored.author)];
  if (one !== author) {
    const resource = resourcePath(place, `change/${stored.id}`);
    accept(authorise(principal, { action: 'change.cancel', resource, tags: [] }));
  }
  assertStatus(stored, ['pending', 'scheduled']);
  const after = ended(stored, 'cancelled', actorOf(principal), toInstant(now), comment);
  return { action: 'change.cancel', before: stored, after };
}

function assertStatus(stored: StoredChange, statuses: readonly StoredChange['status'][]): void {
  if (statuses.includes(stored.status)) return;
  throw new ProblemError('change_decided', `It was ${stored.status} already.`, { status: stored.status });
}

/** A schedule has nobody to tell: what can no longer be done is written down as failed, in a transaction of its own. */
async function afterFailure(error: unknown, change: Change, { does, change: id }: Decision, deps: Deps) {
  if (does !== 'apply' || !(error instanceof ProblemError)) throw error;
  const { code, message: detail } = error;
  return transact(deps.db, async (tx) => {
    const streams = await lockStreams(tx, change.place);
    const stored = await known(tx, change, id);
    if (!isWaiting(stored)) throw error;
    const step: Step = { action: 'change.fail', before: stored, after: failed(stored, { code, detail }) };
    return { done: await take(tx, step, change, streams, deps), movedOn: null };
  });
}

const movedOnProblem = (before: StoredChange, now: StoredChange): ProblemError =>
  new ProblemError(
    'change_moved_on',
    'What it builds on has changed, so it would now do something else. Earlier approvals no longer count; look at it again.',
    { digest: now.digest, approved: before.preview, preview: now.preview },
  );
