import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { preparedName } from './prepared-name.ts';
import type { StoreLog } from './store-event.ts';
import type { Tables } from './tables.ts';

/** What queries may do: read. A transaction that may write comes from `transact` alone. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom'>;

declare const madeByTransact: unique symbol;

/**
 * The permission to write, handed on as a parameter. There is no other source of one, and none inside another:
 * `transact` asks for a `Database`, which a transaction is not.
 */
export type Tx = Omit<
  Transaction<Tables>,
  'transaction' | 'startTransaction' | 'connection' | 'destroy' | 'schema' | 'dynamic' | 'introspection'
> & { readonly [madeByTransact]: true };

export interface Database {
  /** For reads outside a transaction. Several reads that must agree belong in `transact(…, { readOnly: true })`. */
  readonly reader: Reader;
  /** For `transact` and `migrate`, which hand on less than this. */
  readonly kysely: Kysely<Tables>;
  /** With the parsers and time-outs of this module, for a client of one's own (LISTEN). */
  readonly connection: pg.PoolConfig;
  readonly load: () => { readonly open: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: pg.PoolConfig;
  readonly log: StoreLog;
  readonly poolSize?: number;
  /** Requests that may wait for a connection; the next is refused with `DatabaseBusy`. */
  readonly waitingMax?: number;
  readonly connectMilliseconds?: number;
  readonly statementMilliseconds?: number;
  /** How much longer than the server this side waits before it calls the connection hung. */
  readonly graceMilliseconds?: number;
}

/** Every connection works and the queue for them is full. Nothing was sent; ask again later. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}

/** A pool of connections, and Kysely over it. Connects when first used, and again after the server was away. */
export function openDatabase(options: DatabaseOptions): Database {
  const { log, poolSize = 10, waitingMax = 500 } = options;
  const connection = withTimeouts(options);
  const pool = new pg.Pool({ ...connection, max: poolSize });
  // Without a listener, an idle connection that the server closes would end this process.
  pool.on('error', (error) =>
    log({ level: 'warn', message: 'database_connection_lost', facts: { why: error.message } }),
  );
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: bounded(pool, waitingMax) }) });
  return {
    reader: kysely,
    kysely,
    connection,
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await kysely.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** The server gives up before the client does, so that a slow statement is reported as such and not as a lost connection. */
function withTimeouts({
  connection,
  connectMilliseconds = 5_000,
  statementMilliseconds = 10_000,
  graceMilliseconds = 5_000,
}: DatabaseOptions): pg.PoolConfig {
  return {
    application_name: 'latchkey',
    ...connection,
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: connectMilliseconds,
    statement_timeout: statementMilliseconds,
    lock_timeout: statementMilliseconds / 2,
    idle_in_transaction_session_timeout: statementMilliseconds,
    query_timeout: statementMilliseconds + graceMilliseconds,
  };
}

/** A queue with an end, and no connection back into the pool that still waits for an answer it gave up on. */
function bounded(pool: pg.Pool, waitingMax: number): PostgresPool {
  return {
    async connect() {
      if (pool.waitingCount >= waitingMax)
        throw new DatabaseBusy(`${waitingMax} requests wait for a database connection`);
      const client = await pool.connect();
      let abandoned = false;
      // A connection lost while in use fails its query; the event itself has nobody else to tell.
      const ignore = (): void => undefined;
      client.on('error', ignore);
      const query = async (text: string, parameters: unknown[]) => {
        try {
          const name = preparedName(text);
          return await client.query({ text, values: parameters, ...(name !== undefined && { name }) });
        } catch (error) {
          abandoned ||= !(error instanceof pg.DatabaseError);
          throw error;
        }
      };
      const release = (): void => {
        client.removeListener('error', ignore);
        client.release(abandoned);
      };
      // Kysely's client also streams through cursors, which we do not use: lists are paged.
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

/**
 * Whole numbers that a JavaScript number cannot hold exactly are refused, not rounded; moments become `Instant` text.
 * Numerics stay text.
 */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format !== 'binary' && type === pg.types.builtins.INT8) return toSafeInteger;
  if (format !== 'binary' && type === pg.types.builtins.TIMESTAMPTZ) return toInstantText;
  return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type, 'text');
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a whole number in the database is beyond 2^53');
  return value;
}

const parseMoment = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (
  text: string,
) => unknown;

function toInstantText(text: string): string {
  const moment = parseMoment(text);
  if (!(moment instanceof Date)) throw new RangeError('a moment in the database is infinite');
  return moment.toISOString();
}

/** Whether a failure means that the database cannot be reached or is too busy now: worth a 503 and another try later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseBusy) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string') return unavailableCode.test(code);
  return unavailableMessage.test(error.message);
}

/** Connection failures, too many connections, out of disk or memory, shutdown and start-up, statement and lock time-outs. */
const unavailableCode =
  /^(08...|53...|57P0[1-5]|57014|55P03|25P03|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** The driver's own failures carry no code. */
const unavailableMessage =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable/;
