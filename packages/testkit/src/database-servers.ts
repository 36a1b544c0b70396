import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPostgres } from '@latchkey/server/kernel/store/launcher';
import { migrate } from '@latchkey/server/kernel/store/migrate';
import pg, { type PoolConfig } from 'pg';
import { startExternalPostgres } from './external-postgres.ts';

/** `embedded`: what `npm start` runs on. `external`: what `DATABASE_URL` names, over TCP. */
export type DatabaseKind = 'embedded' | 'external';

/** A running server with a migrated database on it, of which every test gets a copy. */
export interface DatabaseServer {
  readonly admin: PoolConfig;
  readonly template: string;
}

/** The servers of one test run. Each is started when it is first asked for. */
export class DatabaseServers implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lk-'));
  readonly #servers = new Map<DatabaseKind, Promise<DatabaseServer>>();
  readonly #closing: (() => Promise<void>)[] = [];

  get(kind: DatabaseKind): Promise<DatabaseServer> {
    const known = this.#servers.get(kind);
    if (known) return known;
    const starting = this.#start(kind);
    this.#servers.set(kind, starting);
    return starting;
  }

  async #start(kind: DatabaseKind): Promise<DatabaseServer> {
    const admin = kind === 'embedded' ? await this.#embedded() : await this.#external();
    const template = `latchkey_template_${randomUUID().replaceAll('-', '')}`;
    await administer(admin, `create database ${template}`);
    this.#closing.unshift(() => administer(admin, `drop database ${template} with (force)`));
    await migrate({ connection: copyOf(admin, template), log: () => undefined });
    return { admin, template };
  }

  async #embedded(): Promise<PoolConfig> {
    const dataDir = join(this.#folder, 'embedded');
    const server = await launchPostgres({ dataDir, log: () => undefined, maxConnections: 300 });
    this.#closing.unshift(() => server.stop());
    return { ...server.connection, database: 'postgres' };
  }

  /** The one the person running the tests names, else one of our own. */
  async #external(): Promise<PoolConfig> {
    const named = process.env['LATCHKEY_TEST_DATABASE_URL'];
    if (named) return { connectionString: named };
    const server = await startExternalPostgres(join(this.#folder, 'external'));
    this.#closing.unshift(() => server.stop());
    return { connectionString: server.url };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#servers.values());
    for (const close of this.#closing) await close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The same server and account, another database. */
export function copyOf(admin: PoolConfig, database: string): PoolConfig {
  if (!admin.connectionString) return { ...admin, database };
  const url = new URL(admin.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** One statement outside any transaction, as databases are made and dropped. */
export async function administer(admin: PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
