import { toInstant } from '@latchkey/model';
import type { Tx } from '../store/database.ts';
import { json } from '../store/tables.ts';
import type { Change, Kept } from './change.ts';
import { ProblemError } from './problem-error.ts';

/** Answers are kept for this long; a client that retries later than that has lost its connection for good. */
export const idempotencyDays = 7;

/** The outcome of an earlier request with the same key. The same key on another request is a mistake that must be seen. */
export async function recall(tx: Tx, { principal, idempotency }: Change): Promise<Kept | null> {
  if (idempotency === null) return null;
  const row = await tx
    .selectFrom('idempotency')
    .select(['request_hash', 'response'])
    .where('scope', '=', principal.id)
    .where('key', '=', idempotency.key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.request_hash !== idempotency.requestHash) {
    throw new ProblemError(
      'idempotency_mismatch',
      'This Idempotency-Key came with another request before; use a new one.',
    );
  }
  return { ...(row.response as Kept), replayed: true };
}

/** Kept in the transaction of the change, so that there is never one without the other. */
export async function remember(
  tx: Tx,
  { principal, idempotency, now }: Change,
  outcome: Kept,
): Promise<void> {
  if (idempotency === null) return;
  await tx
    .insertInto('idempotency')
    .values({
      scope: principal.id,
      key: idempotency.key,
      request_hash: idempotency.requestHash,
      status: 200,
      response: json(outcome),
      created_at: toInstant(now),
    })
    .execute();
}
