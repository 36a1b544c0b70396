import { lockStreams } from '../ledger/append.ts';
import type { Reader } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { authoriseCalls } from './authorise.ts';
import { assertUnchanged } from './based-on.ts';
import type { Change, Outcome, Previewed } from './change.ts';
import { decide } from './decide.ts';
import type { Deps } from './deps.ts';
import { execute } from './execute.ts';
import { recall, remember } from './idempotency.ts';
import { type ParsedCall, parse } from './parse.ts';
import { authorOf, wait } from './wait.ts';
import { assertNotDenied, weighed } from './weighed.ts';

export type Submit = (change: Change) => Promise<Outcome>;

/** The only way in. Dashboard, API, webhook, schedule, import, sync and demo all end here (ADR 0002). */
export async function submit(change: Change, deps: Deps): Promise<Outcome> {
  if (change.decision) return decide(change, change.decision, deps);
  const calls = parse(change, deps.operations);
  authoriseCalls(change, calls);
  if (change.preview)
    return transact(deps.db, (reader) => preview(reader, calls, change, deps), { readOnly: true });
  const outcome = await transact(deps.db, async (tx) => {
    const streams = await lockStreams(tx, change.place);
    const earlier = await recall(tx, change);
    if (earlier) return earlier;
    const seen = await weighed(tx, calls, change, deps);
    await assertUnchanged(tx, change, deps.stores);
    assertNotDenied(seen.verdict);
    const isForLater = change.effectiveAt !== null && change.effectiveAt > change.now;
    const done =
      isForLater || seen.verdict.outcome === 'approve'
        ? await wait(tx, change, calls, seen, streams, deps)
        : await execute(tx, { place: change.place, author: authorOf(change), ...seen }, streams, deps.stores);
    await remember(tx, change, done);
    return done;
  });
  await deps.notify(change.place, outcome.revision);
  return outcome;
}

/** The same steps in a read-only snapshot, without locks, ending where writing would begin. */
async function preview(
  reader: Reader,
  calls: readonly ParsedCall[],
  change: Change,
  deps: Deps,
): Promise<Previewed> {
  const { verdict, impact } = await weighed(reader, calls, change, deps);
  return { status: 'previewed', changeId: change.id, impact: await impact(), verdict };
}
