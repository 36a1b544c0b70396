import type { Impact, Place } from '@latchkey/model';
import { lockStreams } from '../ledger/append.ts';
import type { Database, Reader } from '../store/database.ts';
import type { ResourceStores } from '../store/resources.ts';
import { transact } from '../store/transact.ts';
import { authoriseCalls, authoriseComputed } from './authorise.ts';
import { assertUnchanged } from './based-on.ts';
import type { Change, Outcome } from './change.ts';
import { computeAll } from './compute.ts';
import { execute } from './execute.ts';
import { guard } from './guard.ts';
import { recall, remember } from './idempotency.ts';
import { type ParsedCall, parse } from './parse.ts';
import type { Operations } from './registry.ts';
import { schedule } from './schedule.ts';
import type { Edits } from './view.ts';

export interface Deps {
  readonly db: Database;
  readonly operations: Operations;
  readonly stores: ResourceStores;
  /** Who gains, loses or goes over a limit, decided by the engine before and after. */
  readonly impactOf: (db: Reader, edits: Edits, change: Change) => Promise<Impact>;
  /**
   * After the commit: tells followers that there is something new (they would find it without, a second later), and
   * waits until this node shows it, so that whoever wrote it reads it.
   */
  readonly notify: (place: Place, revision: number) => Promise<void>;
}

export type Submit = (change: Change) => Promise<Outcome>;

/** The only way in. Dashboard, API, webhook, schedule, import, sync and demo all end here (ADR 0002). */
export async function submit(change: Change, deps: Deps): Promise<Outcome> {
  const calls = parse(change, deps.operations);
  authoriseCalls(change, calls);
  if (change.preview)
    return transact(deps.db, (reader) => preview(reader, calls, change, deps), { readOnly: true });
  const outcome = await transact(deps.db, async (tx) => {
    const streams = await lockStreams(tx, change.place);
    const earlier = await recall(tx, change);
    if (earlier) return earlier;
    await guard(tx, change);
    const { computed, edits } = await computeAll(tx, calls, change, deps.stores);
    authoriseComputed(change, computed);
    await assertUnchanged(tx, change, deps.stores);
    const isForLater = change.effectiveAt !== null && change.effectiveAt > change.now;
    const done = isForLater
      ? await schedule(tx, change, calls)
      : await execute(tx, computed, edits, streams, change, deps.stores);
    await remember(tx, change, done);
    return done;
  });
  if (outcome.status === 'applied') await deps.notify(change.place, outcome.revision);
  return outcome;
}

/** The same steps in a read-only snapshot, without locks, ending where writing would begin. */
async function preview(
  reader: Reader,
  calls: readonly ParsedCall[],
  change: Change,
  { stores, impactOf }: Deps,
): Promise<Outcome> {
  await guard(reader, change);
  const { computed, edits } = await computeAll(reader, calls, change, stores);
  authoriseComputed(change, computed);
  return { status: 'previewed', changeId: change.id, impact: await impactOf(reader, edits, change) };
}
