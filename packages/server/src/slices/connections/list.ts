import { missingEntries } from '@latchkey/engine';
import { type Connection, type FlagLink, Instant, type Place } from '@latchkey/model';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';

export interface KeptConnection {
  readonly connection: Connection;
  readonly version: number;
}

/** What came through a connection so far. */
export interface Traffic {
  readonly blocked: number;
  readonly failed: number;
  readonly lastReceivedAt: string | null;
}

export interface Health {
  readonly state: 'waiting' | 'healthy' | 'blocked';
  readonly detail: string;
}

const entities = tableStore('catalogue_entity');

/** The connections of a project, the oldest first; those that were closed only when asked for. */
export async function listConnections(
  db: Reader,
  place: Place,
  { closed = false }: { readonly closed?: boolean } = {},
): Promise<readonly KeptConnection[]> {
  const rows = await db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', place.project)
    .where('environment', '=', '')
    .where('kind', '=', 'connection')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows
    .map(({ body, version }) => ({ connection: body as Connection, version: Number(version) }))
    .filter(({ connection }) => closed || connection.state === 'active');
}

export const missingIn = async (db: Reader, place: Place): Promise<readonly string[]> =>
  missingEntries(await entities.all(db, place, {}));

export async function trafficOf(db: Reader, connection: string): Promise<Traffic> {
  const rows = await db
    .selectFrom('inbound_event')
    .select(({ fn }) => ['status', fn.countAll<string>().as('count'), fn.max('received_at').as('last')])
    .where('connection', '=', connection)
    .groupBy('status')
    .execute();
  const countOf = (status: string): number => Number(rows.find((row) => row.status === status)?.count ?? 0);
  return {
    blocked: countOf('blocked'),
    failed: countOf('failed'),
    lastReceivedAt: rows.reduce<string | null>(
      (latest, { last }) => (latest === null || last > latest ? last : latest),
      null,
    ),
  };
}

/** In a sentence whether features come through, and what to do when they do not. */
export function healthOf({ blocked, lastReceivedAt }: Traffic, missing: readonly string[]): Health {
  if (missing.length > 0) {
    const held =
      blocked === 0 ? 'New flags wait' : `${blocked} ${blocked === 1 ? 'event waits' : 'events wait'}`;
    const detail = `${held} until the catalogue has ${missing.join(' and ')} again. Add it back or rename it back.`;
    return { state: 'blocked', detail };
  }
  if (lastReceivedAt === null) return { state: 'waiting', detail: 'Nothing has been received yet.' };
  return { state: 'healthy', detail: `Last heard of at ${lastReceivedAt}.` };
}

/** Flags are named by their newest news; more than these are found through the features. */
const linksShown = 200;

/** The flags that came through a connection, those heard of last first. */
export async function linksOf(db: Reader, place: Place, connection: string): Promise<readonly FlagLink[]> {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', place.project)
    .where('environment', '=', '')
    .where('kind', '=', 'flag_link')
    .where('parent', '=', connection)
    .orderBy('updated_at', 'desc')
    .limit(linksShown)
    .execute();
  return rows.map(({ body }) => body as FlagLink);
}

const Position = z.tuple([Instant, z.string()]);

/** What was received, newest first. Of the message only what was understood is shown. */
export async function listEvents(
  db: Reader,
  connection: string,
  { limit, cursor, status }: { limit: number; cursor?: string | undefined; status?: string | undefined },
) {
  const after = readCursor(cursor, Position);
  let select = db
    .selectFrom('inbound_event')
    .select(['id', 'received_at', 'at', 'kind', 'status', 'reason', 'attempts', 'body'])
    .where('connection', '=', connection);
  if (status !== undefined) select = select.where('status', '=', status);
  if (after !== null) {
    const [receivedAt, id] = after;
    select = select.where((row) =>
      row.or([
        row('received_at', '<', receivedAt),
        row.and([row('received_at', '=', receivedAt), row('id', '<', id)]),
      ]),
    );
  }
  const rows = await select
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ received_at, id }) => [received_at, id],
    item: ({ id, received_at, at, kind, status: now, reason, attempts, body }) => ({
      id,
      receivedAt: received_at,
      at,
      about: kind,
      status: now,
      reason,
      attempts,
      message: (body as { readonly message: unknown }).message,
    }),
  });
  return { items: [...items], nextCursor };
}
