import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Database, Reader, Tx } from './database.ts';

export interface TransactOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** How often the work is run at most when the database reports a conflict with another transaction. */
  readonly attempts?: number;
}

/** What is not decided by the arguments, handed in so that tests can. */
export interface TransactShell {
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const shell: TransactShell = { random: Math.random, sleep: (milliseconds) => sleepFor(milliseconds) };

/** A conflict resolves within a statement or two of the other side; beyond this the object is too busy to insist. */
const attemptsDefault = 10;
const pauseMilliseconds = { first: 4, longest: 250 };

/** Every attempt met another transaction. Nothing was written. `cause` is the last conflict. */
export class TransactionConflict extends Error {
  override readonly name = 'TransactionConflict';
}

/**
 * Runs the work in one transaction and commits what it did, or nothing. On a serialisation failure or a deadlock the
 * work is run again from its beginning, after a growing random pause: it must not do anything outside the transaction.
 */
export async function transact<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  options?: TransactOptions & { readonly readOnly?: false },
  shell?: TransactShell,
): Promise<T>;
/** The same for reads that must agree with each other: one snapshot, and nothing to write with. */
export async function transact<T>(
  database: Database,
  work: (reader: Reader) => Promise<T>,
  options: TransactOptions & { readonly readOnly: true },
  shell?: TransactShell,
): Promise<T>;
export async function transact<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  options: TransactOptions & { readonly readOnly?: boolean } = {},
  { random, sleep }: TransactShell = shell,
): Promise<T> {
  const { readOnly = false, attempts = attemptsDefault } = options;
  const isolation = options.isolation ?? (readOnly ? 'repeatable read' : 'read committed');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, work, isolation, readOnly);
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (attempt >= attempts) {
        throw new TransactionConflict(`still in conflict after ${attempts} attempts`, { cause: error });
      }
      await sleep(random() * Math.min(pauseMilliseconds.first * 2 ** attempt, pauseMilliseconds.longest));
    }
  }
}

async function once<T>(
  { kysely }: Database,
  work: (tx: Tx) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' | 'serializable',
  readOnly: boolean,
): Promise<T> {
  let failure: { readonly error: unknown } | null = null;
  try {
    return await kysely
      .transaction()
      .setIsolationLevel(isolation)
      .setAccessMode(readOnly ? 'read only' : 'read write')
      .execute(async (transaction) => {
        try {
          return await work(transaction as unknown as Tx);
        } catch (error) {
          failure = { error };
          throw error;
        }
      });
  } catch (error) {
    // When the connection is gone the rollback fails too, and its failure would hide why.
    throw (failure as { readonly error: unknown } | null)?.error ?? error;
  }
}

/** 40001: the order of transactions cannot be made to look serial. 40P01: each waits for the other. */
function isConflict(error: unknown): boolean {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return code === '40001' || code === '40P01';
}
