import { fromInstant, type StoredChange } from '@latchkey/model';
import { principalOfActor } from '../access/principals.ts';
import type { Tx } from '../store/database.ts';
import { authoriseCalls } from './authorise.ts';
import type { Change } from './change.ts';
import type { Deps } from './deps.ts';
import { digestOf, shapeOf } from './digest.ts';
import { type ParsedCall, parse } from './parse.ts';
import { previewOf } from './preview-of.ts';
import { ProblemError } from './problem-error.ts';
import { assertNotDenied, type Weighed, weighed } from './weighed.ts';

/** A change that waited, as it would be made now: in its author's name, with the rights they have today. */
export interface Reweighed {
  readonly change: Change;
  readonly calls: readonly ParsedCall[];
  readonly weighed: Weighed;
  /** False when it would do something else than what was previewed: approvals were for that, not for this. */
  readonly isAsSeen: boolean;
}

export async function reweigh(
  tx: Tx,
  stored: StoredChange,
  { place, now }: Pick<Change, 'place' | 'now'>,
  deps: Deps,
): Promise<Reweighed> {
  const principal = await principalOfActor(tx, stored.author, now);
  if (!principal)
    throw new ProblemError('change_author_gone', `${stored.author.name} has no rights here any more.`);
  const change: Change = {
    id: stored.id,
    place,
    principal,
    calls: stored.operations,
    comment: stored.comment,
    links: stored.links,
    now,
    preview: false,
    effectiveAt: null,
    basedOn: null,
    idempotency: null,
    requestApproval: stored.requirements.some(({ guardrail }) => guardrail === null),
  };
  const calls = parse(change, deps.operations);
  authoriseCalls(change, calls);
  const today = await weighed(tx, calls, change, deps);
  assertNotDenied(today.verdict);
  return { change, calls, weighed: today, isAsSeen: await isAsSeen(tx, stored, change, calls, today, deps) };
}

/**
 * Computed as of the moment of the preview, every record must come out as it did then: nothing it builds on has moved.
 * And computed now it must do the same things: nothing it builds on has ended by itself.
 */
async function isAsSeen(
  tx: Tx,
  stored: StoredChange,
  change: Change,
  calls: readonly ParsedCall[],
  today: Weighed,
  deps: Deps,
): Promise<boolean> {
  try {
    const then = await weighed(tx, calls, { ...change, now: fromInstant(stored.preview.at) }, deps);
    return digestOf(then.edits) === stored.digest && shapeOf(then.edits) === shapeOf(today.edits);
  } catch (error) {
    // What is possible today and was refused then rests on something that came since.
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** What is to be approved from now on. A guardrail that was lifted does not undo the question that was asked. */
export const seenNow = async (
  stored: StoredChange,
  { weighed: { recorded, edits, impact, verdict }, change }: Reweighed,
) => ({
  digest: digestOf(edits),
  preview: previewOf(recorded, await impact(), change.now),
  because: verdict.outcome === 'approve' ? verdict.because : stored.because,
  requirements: verdict.outcome === 'approve' ? verdict.requirements : stored.requirements,
});
