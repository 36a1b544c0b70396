import { toInstant, type Webhook } from '@latchkey/model';
import { sql } from 'kysely';
import { holdsLease, type Lease } from '../../kernel/jobs/lease.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import { toEntry } from '../../kernel/ledger/tail.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { transact } from '../../kernel/store/transact.ts';
import type { Exceptions } from './addresses.ts';
import { nextAttemptAt } from './backoff.ts';
import { allWebhooks } from './list.ts';
import { type Attempt, post } from './post.ts';
import { openSecret } from './secret.ts';
import { signatureOf } from './sign.ts';
import type { Telling } from './tell.ts';

export interface DeliverDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly telling: Telling;
  readonly exceptions: Exceptions;
}

/** In one run, so that a webhook with much to be told leaves room for the others. */
const perRun = 60;
/** Of one webhook, one after the other; each has ten seconds, so that a run is over long before its lease. */
const perRunOfOne = 3;

/** Sends what is due, and says when it is tried again: six times within two and a half hours. */
export const deliverJob = (deps: DeliverDeps): Job => ({
  name: 'webhook_delivery',
  everySeconds: 1,
  run: (now, lease) => deliver(now, lease, deps),
});

interface Due {
  readonly webhook: string;
  readonly seq: number;
  readonly attempts: number;
}

async function deliver(now: number, lease: Lease, deps: DeliverDeps): Promise<number> {
  const due = await dueAt(now, deps.db);
  if (due.length === 0) return 0;
  const webhooks = new Map((await allWebhooks(deps.db.reader)).map(({ body }) => [body.id, body]));
  const inOrder = async (webhook: string): Promise<void> => {
    for (const one of due.filter((each) => each.webhook === webhook)) {
      await deliverOne(one, webhooks.get(webhook) ?? null, now, lease, deps);
    }
  };
  await Promise.all([...new Set(due.map(({ webhook }) => webhook))].map(inOrder));
  return due.length;
}

const dueAt = (now: number, db: Database): Promise<readonly Due[]> =>
  db.reader
    .selectFrom((from) =>
      from
        .selectFrom('webhook_delivery')
        .select(['webhook', 'seq', 'attempts', 'next_at'])
        .select(sql<number>`row_number() over (partition by webhook order by next_at, seq)`.as('turn'))
        .where('status', '=', 'waiting')
        .where('next_at', '<=', toInstant(now))
        .as('due'),
    )
    .select(['webhook', 'seq', 'attempts'])
    .where('turn', '<=', perRunOfOne)
    .orderBy('next_at')
    .orderBy('seq')
    .limit(perRun)
    .execute();

async function deliverOne(
  one: Due,
  webhook: Webhook | null,
  now: number,
  lease: Lease,
  deps: DeliverDeps,
): Promise<void> {
  const attempt = webhook?.on ? await send(one, webhook, deps) : gone;
  const attempts = one.attempts + 1;
  const isDelivered = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const next = isDelivered || attempt === gone ? null : nextAttemptAt(attempts, now);
  await transact(deps.db, async (tx) => {
    if (!(await holdsLease(tx, lease))) return;
    await tx
      .updateTable('webhook_delivery')
      .set({
        status: isDelivered ? 'delivered' : next === null ? 'failed' : 'waiting',
        attempts,
        next_at: toInstant(next ?? now),
        last_at: toInstant(now),
        last_status: attempt.status,
        last_error: attempt.error,
      })
      .where('webhook', '=', one.webhook)
      .where('seq', '=', one.seq)
      .execute();
  });
}

const gone: Attempt = { status: null, error: 'The webhook was switched off or removed.' };

async function send({ webhook: id, seq }: Due, webhook: Webhook, deps: DeliverDeps): Promise<Attempt> {
  const { db, box, telling, exceptions } = deps;
  const row = await db.reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (!row) return { status: null, error: 'The entry is not in the ledger.' };
  const entry = toEntry(row, null);
  const environments = await db.reader
    .selectFrom('ledger_stream')
    .select('environment')
    .where('project', '=', entry.project)
    .where('environment', '<>', '')
    .orderBy('environment')
    .execute();
  const named = environments.map(({ environment }) => environment);
  const body = Buffer.from(JSON.stringify(await telling.bodyOf(entry, named, db.reader)));
  const secret = webhook.sealed === null ? null : await openSecret(webhook.sealed, db.reader, box);
  return post(
    {
      url: webhook.url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Latchkey',
        'x-latchkey-delivery': `${id}.${seq}`,
        ...(secret !== null && { 'x-ld-signature': signatureOf(body, secret) }),
      },
    },
    exceptions,
  );
}
