import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../store/database.ts';
import type { StoreLog } from '../store/store-event.ts';

const channel = 'latchkey_ledger';

/** Tells every node that a ledger grew. After the commit, never inside it: a busy transaction that notifies costs the others dearly. */
export async function announce({ kysely }: Database): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(kysely);
}

/** Longest pause between attempts to listen again; followers poll meanwhile. */
const pauseMillisecondsMax = 10_000;

/** Calls `woken` for every announcement, and once after each (re)connection, because announcements in between are lost. */
export function listen(
  { connection }: Database,
  woken: () => void,
  log: StoreLog,
): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let stopped = false;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    // LISTEN waits for ever by design, so the time-outs of ordinary statements do not apply.
    const {
      statement_timeout: _,
      query_timeout: __,
      idle_in_transaction_session_timeout: ___,
      ...rest
    } = connection;
    const next = new pg.Client({ ...rest, application_name: 'latchkey-listen' });
    client = next;
    next.on('error', () => undefined);
    next.on('end', () => again(next));
    next.on('notification', woken);
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      failures = 0;
      woken();
    } catch (error) {
      log({
        level: 'warn',
        message: 'listen_failed',
        facts: { why: error instanceof Error ? error.message : 'unknown' },
      });
      await next.end().catch(() => undefined);
      again(next);
    }
  };
  const again = (from: pg.Client): void => {
    if (stopped || client !== from) return;
    client = null;
    failures += 1;
    retry = setTimeout(() => void connect(), Math.min(100 * 2 ** failures, pauseMillisecondsMax));
  };
  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
