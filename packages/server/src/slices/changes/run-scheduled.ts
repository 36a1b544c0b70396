import { randomBytes } from 'node:crypto';
import { toInstant } from '@latchkey/model';
import type { Principal } from '../../kernel/access/principal.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Reader } from '../../kernel/store/database.ts';

export interface ScheduledDeps {
  readonly reader: Reader;
  readonly submit: Submit;
}

/** Changes taken in one go; each is a transaction of its own. */
const perRun = 50;

const scheduler: Principal = { kind: 'system', id: 'scheduler', name: 'Schedule' };

/**
 * Applies changes whose time has come, oldest first, each in its author's name. That it was applied is written in the
 * transaction that applies it: if this process dies, it has either happened or is found waiting again.
 */
export function scheduledChanges(deps: ScheduledDeps): Job {
  return { name: 'scheduled_changes', everySeconds: 1, run: (now) => runDue(now, deps) };
}

async function runDue(now: number, { reader, submit }: ScheduledDeps): Promise<number> {
  const due = await reader
    .selectFrom('change')
    .select(['id', 'project', 'environment'])
    .where('status', '=', 'scheduled')
    .where('effective_at', '<=', toInstant(now))
    .orderBy('effective_at')
    .orderBy('id')
    .limit(perRun)
    .execute();
  for (const { id, project, environment } of due) {
    await submit({
      id: `chg_${randomBytes(15).toString('base64url')}`,
      place: { project, environment },
      principal: scheduler,
      calls: [],
      comment: '',
      links: [],
      now,
      preview: false,
      effectiveAt: null,
      basedOn: null,
      idempotency: null,
      decision: { does: 'apply', change: id, digest: null },
    });
  }
  return due.length;
}
