import { randomUUID } from 'node:crypto';
import type { PoolConfig } from 'pg';
import {
  administer,
  copyOf,
  type DatabaseKind,
  type DatabaseServer,
  DatabaseServers,
} from './database-servers.ts';

export type { DatabaseKind } from './database-servers.ts';

/** An empty, migrated database of one test's own. */
export interface TestDatabase extends AsyncDisposable {
  readonly connection: PoolConfig;
  /** The same as `DATABASE_URL` would say it. */
  readonly url: string;
}

/**
 * A copy of the run's migrated template, made in about 50 ms and dropped again by `await using`. Under vitest all
 * workers share the servers of the run; elsewhere (bench) this process starts its own.
 */
export async function createDatabase(kind: DatabaseKind = 'embedded'): Promise<TestDatabase> {
  const { admin, template } = await serverOf(kind);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(admin, `create database ${name} template ${template}`);
  const connection = copyOf(admin, name);
  return {
    connection,
    url: urlOf(connection),
    [Symbol.asyncDispose]: () => administer(admin, `drop database ${name} with (force)`),
  };
}

/** Where vitest's workers ask for the servers of the run; set by `vitest.global.ts`. */
export const serversAddress = 'LATCHKEY_TEST_SERVERS';

const known = new Map<DatabaseKind, Promise<DatabaseServer>>();
let own: DatabaseServers | null = null;

function serverOf(kind: DatabaseKind): Promise<DatabaseServer> {
  const before = known.get(kind);
  if (before) return before;
  const asked = ask(kind);
  known.set(kind, asked);
  return asked;
}

async function ask(kind: DatabaseKind): Promise<DatabaseServer> {
  const address = process.env[serversAddress];
  if (!address) {
    own ??= new DatabaseServers();
    return own.get(kind);
  }
  const reply = await fetch(`${address}/${kind}`);
  if (!reply.ok) throw new Error(`No ${kind} database for tests: ${await reply.text()}`);
  return (await reply.json()) as DatabaseServer;
}

/** Stops the servers that this process started outside vitest; there they would keep it running. */
export async function closeDatabases(): Promise<void> {
  known.clear();
  await own?.[Symbol.asyncDispose]();
  own = null;
}

function urlOf({ connectionString, host, user, database }: PoolConfig): string {
  return (
    connectionString ?? `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`
  );
}
