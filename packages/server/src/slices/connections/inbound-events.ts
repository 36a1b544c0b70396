import { createHash, randomBytes } from 'node:crypto';
import { type Instant, toInstant } from '@latchkey/model';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { json } from '../../kernel/store/tables.ts';
import { transact } from '../../kernel/store/transact.ts';
import type { Message } from './heard.ts';
import { linkIdOf } from './operations/flag-event.ts';
import type { Fate, HeardFlag } from './take-in.ts';

/** `received` is kept and not yet looked at; what went wrong on our side stays so until a later look. */
export type EventStatus = 'received' | Fate['status'];

/** A message as it was kept. */
export interface KeptEvent {
  readonly id: string;
  readonly heard: HeardFlag | null;
  readonly attempts: number;
}

/**
 * Keeps a message before it is answered, once: null when it was kept before. What no flag's fate hangs on is done with
 * at once.
 */
export async function keepEvent(
  db: Database,
  connection: string,
  { heard, dedupeKey, body }: Message,
  now: number,
): Promise<KeptEvent | null> {
  const id = `in_${randomBytes(12).toString('hex')}`;
  const flag = heard.kind === 'flag' ? heard : null;
  const row = {
    id,
    connection,
    received_at: toInstant(now),
    at: flag && toInstant(flag.event.date),
    kind: heard.kind === 'flag' ? aboutFlag(heard) : heard.about.slice(0, 50),
    status: flag ? 'received' : 'ignored',
    reason: heard.kind === 'flag' ? null : heard.reason,
    dedupe_key: bounded(dedupeKey),
    body: json({ heard: flag, message: body }),
    attempts: 0,
  };
  const kept = await transact(db, (tx) =>
    tx
      .insertInto('inbound_event')
      .values(row)
      .onConflict((known) => known.columns(['connection', 'dedupe_key']).doNothing())
      .returning('id')
      .executeTakeFirst(),
  );
  return kept ? { id, heard: flag, attempts: 0 } : null;
}

const aboutFlag = ({ event }: HeardFlag): string => `flag:${linkIdOf(event)}`;

/** An index entry has room for some 2,700 bytes; names from outside are as long as they like. */
const bounded = (name: string): string =>
  name.length <= 200 ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`;

export async function markEvent(
  db: Database,
  connection: string,
  event: KeptEvent,
  fate: Fate,
): Promise<void> {
  await setStatus(db, connection, event, fate.status, reasonOf(fate));
}

/** Tried in vain, through no fault of the message. It stays in line. */
export async function leaveEvent(db: Database, connection: string, event: KeptEvent): Promise<void> {
  await setStatus(db, connection, event, 'received', null);
}

async function setStatus(
  db: Database,
  connection: string,
  { id, attempts }: KeptEvent,
  status: EventStatus,
  reason: string | null,
): Promise<void> {
  await transact(db, (tx) =>
    tx
      .updateTable('inbound_event')
      .set({ status, reason, attempts: attempts + 1 })
      .where('connection', '=', connection)
      .where('id', '=', id)
      .execute(),
  );
}

function reasonOf(fate: Fate): string | null {
  switch (fate.status) {
    case 'applied':
      return null;
    case 'blocked':
      return `Missing in the catalogue: ${fate.missing.join(', ')}.`;
    case 'ignored':
    case 'failed':
      return fate.reason;
  }
}

/** Events in line, in the order in which they happened over there. */
export async function waitingEvents(
  db: Reader,
  connection: string,
  status: 'received' | 'blocked',
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly KeptEvent[]> {
  const rows = await db
    .selectFrom('inbound_event')
    .select(['id', 'body', 'attempts'])
    .where('connection', '=', connection)
    .where('status', '=', status)
    .where('received_at', '<=', toInstant(before))
    .orderBy('at')
    .orderBy('received_at')
    .limit(limit)
    .execute();
  return rows.map(({ id, body, attempts }) => ({ id, heard: heardIn(body), attempts }));
}

/** The newest that this connection ever said of a flag. Ties within a millisecond are few. */
export async function newestOf(db: Reader, connection: string, flag: HeardFlag['event']) {
  const rows = await db
    .selectFrom('inbound_event')
    .select('body')
    .where('connection', '=', connection)
    .where('kind', '=', `flag:${linkIdOf(flag)}`)
    .where('at', '>=', toInstant(flag.date))
    .orderBy('at', 'desc')
    .limit(20)
    .execute();
  return rows
    .flatMap(({ body }) => heardIn(body) ?? [])
    .toSorted(({ event: a }, { event: b }) => b.date - a.date || b.version - a.version)
    .at(0);
}

const heardIn = (body: unknown): HeardFlag | null => (body as { readonly heard: HeardFlag | null }).heard;

/** What is left of messages that meant nothing is needed only until everything that they overtook has arrived. */
const keptDays = { ignored: 7, applied: 90, failed: 90 } as const;
const rowsPerPrune = 1000;

/** Forgets what is long over. Blocked ones stay until they are taken in. Returns how many it forgot. */
export async function pruneEvents(db: Database, now: number): Promise<number> {
  let pruned = 0;
  for (const [status, days] of Object.entries(keptDays)) {
    const before: Instant = toInstant(now - days * 86_400_000);
    const { numDeletedRows } = await transact(db, (tx) =>
      tx
        .deleteFrom('inbound_event')
        .where('id', 'in', (db) =>
          db
            .selectFrom('inbound_event')
            .select('id')
            .where('status', '=', status)
            .where('received_at', '<', before)
            .limit(rowsPerPrune),
        )
        .executeTakeFirstOrThrow(),
    );
    pruned += Number(numDeletedRows);
  }
  return pruned;
}
