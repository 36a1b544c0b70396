import type { Instant, Webhook } from '@latchkey/model';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';

/** A webhook without where its secret lies. */
export type ShownWebhook = Omit<Webhook, 'sealed'> & { readonly signed: boolean; readonly version: number };

export const shown = ({ sealed, ...webhook }: Webhook, version: number): ShownWebhook => ({
  ...webhook,
  signed: sealed !== null,
  version,
});

/** All of them: an installation tells a handful of others. */
export async function allWebhooks(db: Reader): Promise<readonly { body: Webhook; version: number }[]> {
  const rows = await webhookRows(db).orderBy('created_at').orderBy('id').execute();
  return rows.map(({ body, version }) => ({ body: body as Webhook, version }));
}

export async function oneWebhook(db: Reader, id: string): Promise<{ body: Webhook; version: number } | null> {
  const row = await webhookRows(db).where('id', '=', id).executeTakeFirst();
  return row ? { body: row.body as Webhook, version: row.version } : null;
}

const webhookRows = (db: Reader) =>
  db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', 'webhook');

export interface Delivery {
  /** The entry of the ledger that it tells of. */
  readonly entry: number;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly createdAt: Instant;
  /** When it is tried next; null when it is over. */
  readonly nextAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

/** What was sent to a webhook, and what came of it, newest first. */
export async function listDeliveries(
  db: Reader,
  webhook: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  const before = readCursor(cursor, z.int());
  let select = db.selectFrom('webhook_delivery').selectAll().where('webhook', '=', webhook);
  if (before !== null) select = select.where('seq', '<', before);
  const rows = await select
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ seq }) => seq,
    item: (row): Delivery => ({
      entry: row.seq,
      status: row.status as Delivery['status'],
      attempts: row.attempts,
      createdAt: row.created_at,
      nextAt: row.status === 'waiting' ? row.next_at : null,
      lastAt: row.last_at,
      lastStatus: row.last_status,
      lastError: row.last_error,
    }),
  });
  return { items: [...items], nextCursor };
}
