import type { StoredChange } from '@latchkey/model';
import { type Author, lockStreams, type Stream } from '../ledger/append.ts';
import type { Tx } from '../store/database.ts';
import type { Change, Decided } from './change.ts';
import type { Deps } from './deps.ts';
import { type Commit, execute } from './execute.ts';
import { authorOf, recordOf } from './wait.ts';

/** One step in the life of a change that waits, and what is done with it: the change itself, once it is approved. */
export interface Step {
  readonly action: string;
  readonly before: StoredChange;
  readonly after: StoredChange;
  /** In whose name, where that is not the one who decides. */
  readonly author?: Author;
  /** What happens in the same commit. */
  readonly with?: Pick<Commit, 'recorded' | 'edits'>;
  /** What follows in the same transaction, as a commit of its own. */
  readonly next?: Step;
}

/** Writes steps and their ledger entries. */
export async function take(
  tx: Tx,
  step: Step,
  change: Change,
  streams: readonly Stream[],
  deps: Pick<Deps, 'stores'>,
): Promise<Decided> {
  const { action, before, after, with: also, next, author = authorOf(change) } = step;
  const own = recordOf(action, change, before, after);
  const commit = {
    place: change.place,
    author,
    recorded: [...(also?.recorded ?? []), ...own.recorded],
    edits: new Map([...(also?.edits ?? []), ...own.edits]),
  };
  const { revision } = await execute(tx, commit, streams, deps.stores);
  if (next) {
    // The commit just made has moved the heads; whoever locked them sees that.
    const moved = await lockStreams(tx, change.place);
    return take(tx, next, change, moved, deps);
  }
  return { status: 'decided', changeId: before.id, change: after, revision, replayed: false };
}
