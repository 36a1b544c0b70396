import { dayMilliseconds, type LedgerEntry, toInstant, type Webhook } from '@latchkey/model';
import { holdsLease, type Lease } from '../../kernel/jobs/lease.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import { toEntry } from '../../kernel/ledger/tail.ts';
import type { Database, Reader, Tx } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';
import { allWebhooks } from './list.ts';

/** What webhooks are told in: handed in, because the words are another platform's. */
export interface Telling {
  /** The entries that are told of; what only follows from another entry of its change is left out. */
  readonly isTold: (entry: LedgerEntry) => boolean;
  /** Whether a webhook wants to be told of an entry. `environments` are those of the entry's project. */
  readonly concerns: (webhook: Webhook, entry: LedgerEntry, environments: readonly string[]) => boolean;
  readonly bodyOf: (entry: LedgerEntry, environments: readonly string[], reader: Reader) => Promise<unknown>;
}

interface TellDeps {
  readonly db: Database;
  readonly telling: Telling;
}

interface Stream {
  readonly project: string;
  readonly environment: string;
  readonly revision: number;
  /** How far has been told; null when the place is new. */
  readonly told: number | null;
}

const commitsAtOnce = 100;
const keptDays = 30;

/**
 * Finds what is new in every place's ledger and puts it on its way to the webhooks that want it. How far was told is kept
 * with it in one transaction, so that nothing is told twice and nothing is left out, whenever this process dies.
 */
export const tellJobs = (deps: TellDeps): readonly Job[] => [
  { name: 'webhook_telling', everySeconds: 1, run: (now, lease) => tell(now, lease, deps) },
  { name: 'webhook_forgetting', everySeconds: 3600, run: (now) => forget(now, deps.db) },
];

async function tell(now: number, lease: Lease, { db, telling }: TellDeps): Promise<number> {
  const streams = await behind(db.reader);
  if (streams.length === 0) return 0;
  const webhooks = (await allWebhooks(db.reader)).map(({ body }) => body).filter(({ on }) => on);
  if (webhooks.length === 0) {
    await transact(db, async (tx) => {
      if (await holdsLease(tx, lease))
        for (const stream of streams) await progress(tx, stream, stream.revision);
    });
    return 0;
  }
  const environments = await environmentsByProject(db.reader);
  for (const stream of streams) await tellStream(stream, webhooks, environments, now, lease, { db, telling });
  return streams.length;
}

async function tellStream(
  stream: Stream,
  webhooks: readonly Webhook[],
  environments: ReadonlyMap<string, readonly string[]>,
  now: number,
  lease: Lease,
  { db, telling }: TellDeps,
): Promise<void> {
  const { project, environment, revision } = stream;
  // A database that was set back is behind what was told already.
  const from = Math.min(stream.told ?? 0, revision);
  const commits = await db.reader
    .selectFrom('ledger_commit')
    .select(['revision', 'change_id'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('revision', '>', from)
    .orderBy('revision')
    .limit(commitsAtOnce)
    .execute();
  const ids = commits.map(({ change_id }) => change_id);
  // A commit of a project is also one of its environments; each entry is told of where it lies.
  const rows =
    ids.length === 0
      ? []
      : await db.reader
          .selectFrom('ledger_entry')
          .selectAll()
          .where('change_id', 'in', ids)
          .where('project', '=', project)
          .where('environment', '=', environment)
          .orderBy('seq')
          .execute();
  const entries = rows.map((row) => toEntry(row, null)).filter(telling.isTold);
  const due = entries.flatMap((entry) =>
    webhooks
      .filter(
        (webhook) =>
          webhook.createdAt <= entry.at &&
          telling.concerns(webhook, entry, environments.get(entry.project) ?? []),
      )
      .map(({ id }) => ({
        webhook: id,
        seq: entry.seq,
        status: 'waiting',
        attempts: 0,
        created_at: toInstant(now),
        next_at: toInstant(now),
        last_at: null,
        last_status: null,
        last_error: null,
      })),
  );
  await transact(db, async (tx) => {
    if (!(await holdsLease(tx, lease))) return;
    if (due.length > 0) {
      await tx
        .insertInto('webhook_delivery')
        .values(due)
        .onConflict((told) => told.columns(['webhook', 'seq']).doNothing())
        .execute();
    }
    await progress(tx, stream, commits.at(-1)?.revision ?? revision);
  });
}

/** The places whose ledger went on since it was last looked at, or was set back. */
async function behind(db: Reader): Promise<readonly Stream[]> {
  const rows = await db
    .selectFrom('ledger_stream as stream')
    .leftJoin('webhook_progress as told', (join) =>
      join.onRef('told.project', '=', 'stream.project').onRef('told.environment', '=', 'stream.environment'),
    )
    .select(['stream.project', 'stream.environment', 'stream.revision', 'told.revision as told'])
    .where((where) =>
      where.or([
        where('told.revision', 'is', null),
        where('told.revision', '<>', where.ref('stream.revision')),
      ]),
    )
    .execute();
  return rows;
}

const progress = (tx: Tx, { project, environment }: Stream, revision: number) =>
  tx
    .insertInto('webhook_progress')
    .values({ project, environment, revision })
    .onConflict((told) => told.columns(['project', 'environment']).doUpdateSet({ revision }))
    .execute();

async function environmentsByProject(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('ledger_stream')
    .select(['project', 'environment'])
    .where('environment', '<>', '')
    .orderBy('environment')
    .execute();
  const byProject = new Map<string, string[]>();
  for (const { project, environment } of rows)
    byProject.set(project, [...(byProject.get(project) ?? []), environment]);
  return byProject;
}

async function forget(now: number, db: Database): Promise<number> {
  await transact(db, (tx) =>
    tx
      .deleteFrom('webhook_delivery')
      .where('created_at', '<', toInstant(now - keptDays * dayMilliseconds))
      .execute(),
  );
  return 0;
}
