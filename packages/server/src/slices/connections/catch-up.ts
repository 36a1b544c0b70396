import type { Job } from '../../kernel/jobs/runner.ts';
import type { Commit } from '../../kernel/ledger/tail.ts';
import { liveConnections } from './find-connection.ts';
import { markEvent, pruneEvents, waitingEvents } from './inbound-events.ts';
import { type ReceiveDeps, takeInKept } from './receive.ts';

/** Tells of every commit, of projects too; the answer stops it. */
export type Listen = (events: { readonly onCommit: (commit: Commit) => void }) => () => void;

/** An event is looked at when it comes; the job gives that this long before it takes over. */
const leftAloneMilliseconds = 10_000;
const perRun = 200;

/** What was kept and not taken in: because this process died, because the database was away, or because it was blocked. */
export const catchUpJobs = (deps: ReceiveDeps): readonly Job[] => [
  {
    name: 'inbound_events',
    everySeconds: 5,
    async run(now) {
      const received = await takeInWaiting('received', now - leftAloneMilliseconds, deps);
      return received + (await replayBlocked(deps));
    },
  },
  { name: 'inbound_events_prune', everySeconds: 3600, run: (now) => pruneEvents(deps.db, now) },
];

/** Takes in what was blocked and no longer is, in a project or in all. Returns how many events moved on. */
export const replayBlocked = (deps: ReceiveDeps, project?: string): Promise<number> =>
  takeInWaiting('blocked', deps.now(), deps, project);

/** As soon as an entry of the catalogue is back, so are the features that waited for it. */
export function replayWhenRestored(listen: Listen, deps: ReceiveDeps): () => void {
  return listen({
    onCommit({ place, entries }) {
      if (place.environment !== '') return;
      if (!entries.some(({ resourceKind }) => resourceKind === 'catalogue_entity')) return;
      replayBlocked(deps, place.project).catch((error: unknown) => {
        // The job finds them again a few seconds later.
        const why = error instanceof Error ? error.message : 'unknown';
        deps.log({ level: 'warn', message: 'replay_of_blocked_events_failed', facts: { why } });
      });
    },
  });
}

async function takeInWaiting(
  status: 'received' | 'blocked',
  before: number,
  deps: ReceiveDeps,
  project?: string,
): Promise<number> {
  let moved = 0;
  for (const found of await liveConnections(deps.db.reader, project)) {
    const { id } = found.connection;
    const events = await waitingEvents(deps.db.reader, id, status, { before, limit: perRun });
    for (const kept of events) {
      if (!kept.heard) {
        await markEvent(deps.db, id, kept, { status: 'failed', reason: 'Nothing was understood of it.' });
        continue;
      }
      const now = await takeInKept(found, kept, kept.heard, deps);
      if (now === 'blocked' || now === 'received') break;
      moved += 1;
    }
  }
  return moved;
}
