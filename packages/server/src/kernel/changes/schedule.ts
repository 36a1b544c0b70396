import { toInstant } from '@latchkey/model';
import { actorOf } from '../access/principal.ts';
import type { Tx } from '../store/database.ts';
import { json } from '../store/tables.ts';
import type { Change, Scheduled } from './change.ts';
import type { ParsedCall } from './parse.ts';

/**
 * Keeps a change for later. It was computed and authorised just now, so that its author hears of a mistake today; when
 * it is due it goes through everything again, against what holds then.
 */
export async function schedule(tx: Tx, change: Change, calls: readonly ParsedCall[]): Promise<Scheduled> {
  const effectiveAt = toInstant(change.effectiveAt ?? change.now);
  await tx
    .insertInto('change')
    .values({
      id: change.id,
      project: change.place.project,
      environment: change.place.environment,
      status: 'scheduled',
      actor: json(actorOf(change.principal)),
      comment: change.comment,
      links: json(change.links),
      operations: json(calls.map(({ operation, input }) => ({ kind: operation.kind, input }))),
      effective_at: effectiveAt,
      created_at: toInstant(change.now),
      applied_at: null,
      failure: null,
      body: json({}),
    })
    .execute();
  return { status: 'scheduled', changeId: change.id, effectiveAt, replayed: false };
}
