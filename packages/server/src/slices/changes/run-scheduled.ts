import { type Actor, type Link, type OperationCall, toInstant } from '@latchkey/model';
import type { Principal } from '../../kernel/access/principal.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Database } from '../../kernel/store/database.ts';
import { json } from '../../kernel/store/tables.ts';
import { transact } from '../../kernel/store/transact.ts';

export interface ScheduledDeps {
  readonly db: Database;
  readonly submit: Submit;
  /** The rights that the author has today, not those they had then; null when they have none any more. */
  readonly principalOf: (actor: Actor, now: number) => Promise<Principal | null>;
}

/** Changes taken in one go; each is a transaction of its own. */
const perRun = 50;

/**
 * Applies changes whose time has come, oldest first. A change is submitted under its own id as idempotency key: if this
 * process dies between applying it and saying so, the next run finds that it was applied, and only says so.
 */
export function scheduledChanges(deps: ScheduledDeps): Job {
  return { name: 'scheduled_changes', everySeconds: 1, run: (now) => runDue(now, deps) };
}

async function runDue(now: number, deps: ScheduledDeps): Promise<number> {
  const due = await deps.db.reader
    .selectFrom('change')
    .selectAll()
    .where('status', '=', 'scheduled')
    .where('effective_at', '<=', toInstant(now))
    .orderBy('effective_at')
    .orderBy('id')
    .limit(perRun)
    .execute();
  for (const row of due) {
    const failure = await apply(row, now, deps);
    await transact(deps.db, async (tx) => {
      await tx
        .updateTable('change')
        .set({
          status: failure ? 'failed' : 'applied',
          applied_at: failure ? null : toInstant(now),
          failure: failure ? json(failure) : null,
        })
        .where('id', '=', row.id)
        .where('status', '=', 'scheduled')
        .execute();
    });
  }
  return due.length;
}

interface ScheduledRow {
  readonly id: string;
  readonly project: string;
  readonly environment: string;
  readonly actor: unknown;
  readonly comment: string;
  readonly links: unknown;
  readonly operations: unknown;
}

/** Null when it was applied; otherwise why not. Trouble of ours is thrown, and the change tried again. */
async function apply(
  row: ScheduledRow,
  now: number,
  { submit, principalOf }: ScheduledDeps,
): Promise<{ code: string; detail: string } | null> {
  const principal = await principalOf(row.actor as Actor, now);
  if (!principal) return { code: 'forbidden', detail: 'Its author has no rights here any more.' };
  try {
    await submit({
      id: row.id,
      place: { project: row.project, environment: row.environment },
      principal,
      calls: row.operations as readonly OperationCall[],
      comment: row.comment,
      links: row.links as readonly Link[],
      now,
      preview: false,
      effectiveAt: null,
      basedOn: null,
      idempotency: { key: `scheduled ${row.id}`, requestHash: row.id },
    });
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { code: error.code, detail: error.message };
  }
}
