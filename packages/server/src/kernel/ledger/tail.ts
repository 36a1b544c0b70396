import type { Actor, Instant, LedgerEntry, Link, Place, ResourceKind } from '@latchkey/model';
import type { Selectable } from 'kysely';
import type { Database, Reader } from '../store/database.ts';
import type { StoreLog } from '../store/store-event.ts';
import type { LedgerEntryTable } from '../store/tables.ts';
import { placeKey } from './append.ts';
import { listen } from './wake.ts';

/** One revision of one place. What a project shares comes as a commit of each of its environments, with the same entries. */
export interface Commit {
  readonly place: Place;
  readonly epoch: string;
  readonly revision: number;
  readonly changeId: string;
  readonly at: Instant;
  readonly entries: readonly LedgerEntry[];
}

/** Up to where a follower has read a place. */
export interface Head {
  readonly place: Place;
  readonly epoch: string;
  readonly revision: number;
}

export interface TailOptions {
  readonly db: Database;
  readonly log: StoreLog;
  readonly from: readonly Head[];
  /** Called in order, one commit after the other; the next waits for it. */
  readonly onCommit: (commit: Commit) => void | Promise<void>;
  /** The database was restored or failed over: what was read of this place before no longer holds. */
  readonly onNewEpoch: (head: Head) => void | Promise<void>;
  readonly pollMilliseconds?: number;
}

export interface Tail {
  /** Looks now instead of at the next poll. */
  wake(): void;
  /** Resolves once everything up to this revision was handed on; false when that takes longer than it may. */
  reached(place: Place, revision: number, milliseconds: number): Promise<boolean>;
  /** When the database last answered, epoch milliseconds: how sure this node may be that it misses nothing. */
  lastReadAt(): number;
  stop(): Promise<void>;
}

/** Commits read at a time, so that a follower that was away long catches up in bounded memory. */
const pageSize = 200;

/**
 * Follows every ledger from where it stands. Misses nothing: revisions are given out under the place's lock, so a lower
 * one cannot appear after a higher one, and a gap would be seen. Woken by announcements, and polls regardless.
 */
export function followLedger(options: TailOptions): Tail {
  const { db, log, onCommit, onNewEpoch, pollMilliseconds = 1000 } = options;
  const heads = new Map(options.from.map((head) => [placeKey(head.place), head]));
  const waiting = new Set<() => void>();
  let lastReadAt = Date.now();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const readPlace = async (now: Head): Promise<void> => {
    const key = placeKey(now.place);
    const known = heads.get(key);
    if (known && known.epoch !== now.epoch) {
      await onNewEpoch(now);
      heads.set(key, now);
      return;
    }
    let revision = known?.revision ?? 0;
    while (revision < now.revision && !stopped) {
      const commits = await readCommits(db.reader, now, revision);
      if (commits.length === 0) throw new Error(`Revision ${revision + 1} of ${key} is missing`);
      for (const commit of commits) {
        if (commit.revision !== revision + 1)
          throw new Error(`Revision ${revision + 1} of ${key} is missing`);
        await onCommit(commit);
        revision = commit.revision;
        heads.set(key, { place: now.place, epoch: now.epoch, revision });
      }
      for (const check of waiting) check();
    }
  };

  const readAll = async (): Promise<void> => {
    do {
      again = false;
      try {
        for (const head of await readHeads(db.reader)) if (!stopped) await readPlace(head);
        lastReadAt = Date.now();
      } catch (error) {
        log({
          level: 'warn',
          message: 'ledger_read_failed',
          facts: { why: error instanceof Error ? error.message : 'unknown' },
        });
        return;
      }
    } while (again && !stopped);
  };

  const wake = (): void => {
    if (stopped) return;
    if (running !== null) again = true;
    else
      running = readAll().finally(() => {
        running = null;
        if (again) wake();
      });
  };

  const poll = setInterval(wake, pollMilliseconds);
  const listener = listen(db, wake, log);
  return {
    wake,
    lastReadAt: () => lastReadAt,
    reached(place, revision, milliseconds) {
      const key = placeKey(place);
      const isThere = (): boolean => (heads.get(key)?.revision ?? 0) >= revision;
      if (isThere()) return Promise.resolve(true);
      wake();
      return new Promise((resolve) => {
        const settle = (answer: boolean): void => {
          clearTimeout(deadline);
          waiting.delete(check);
          resolve(answer);
        };
        const check = (): void => {
          if (isThere()) settle(true);
        };
        const deadline = setTimeout(() => settle(false), milliseconds);
        waiting.add(check);
      });
    },
    async stop() {
      stopped = true;
      clearInterval(poll);
      await listener.stop();
      await running;
    },
  };
}

/**
 * The present end of every place's ledger, environments before their project: whoever has seen a commit of the project
 * has then seen it in every environment as well.
 */
export async function readHeads(db: Reader): Promise<readonly Head[]> {
  const rows = await db
    .selectFrom('ledger_stream')
    .select(['project', 'environment', 'epoch', 'revision'])
    .orderBy('project')
    .orderBy('environment', 'desc')
    .execute();
  return rows.map(({ project, environment, epoch, revision }) => ({
    place: { project, environment },
    epoch,
    revision,
  }));
}

async function readCommits(db: Reader, { place, epoch }: Head, after: number): Promise<readonly Commit[]> {
  const commits = await db
    .selectFrom('ledger_commit')
    .select(['revision', 'change_id', 'at'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(pageSize)
    .execute();
  if (commits.length === 0) return [];
  const rows = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where(
      'change_id',
      'in',
      commits.map(({ change_id }) => change_id),
    )
    .orderBy('position')
    .execute();
  const byChange = new Map<string, typeof rows>();
  for (const row of rows) {
    const entries = byChange.get(row.change_id);
    if (entries) entries.push(row);
    else byChange.set(row.change_id, [row]);
  }
  return commits.map(({ revision, change_id, at }) => ({
    place,
    epoch,
    revision,
    changeId: change_id,
    at,
    entries: (byChange.get(change_id) ?? []).map((row) => toEntry(row, revision)),
  }));
}

/** A row as the model's entry. `revision` is the one it has in the place that was asked about. */
export const toEntry = (row: Selectable<LedgerEntryTable>, revision: number | null): LedgerEntry => ({
  seq: row.seq,
  changeId: row.change_id,
  position: row.position,
  project: row.project,
  environment: row.environment,
  revision,
  at: row.at,
  actor: row.actor as Actor,
  action: row.action,
  resource: row.resource,
  resourceKind: row.resource_kind as ResourceKind,
  resourceId: row.resource_id,
  customer: row.customer,
  feature: row.feature,
  before: row.before,
  after: row.after,
  comment: row.comment,
  links: row.links as readonly Link[],
  hash: row.hash,
});
