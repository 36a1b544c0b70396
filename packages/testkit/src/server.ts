import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, type RunningLatchkey, startLatchkey } from '@latchkey/server';
import { createDatabase, type DatabaseKind } from './database.ts';

/** An administrator's token of every test server. */
export const administratorToken = 'a-token-for-tests-of-at-least-32-characters';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON, or as text where it is none. */
  readonly body: unknown;
  /** The body as what the test knows it to be. */
  as<T>(): T;
}

export interface Asking {
  /** Instead of the administrator's token; null sends none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole Latchkey in this process, on a database and a port of its own. */
export interface TestServer extends AsyncDisposable {
  readonly address: string;
  readonly latchkey: RunningLatchkey;
  /** Moves the server's clock, in milliseconds. */
  advance(milliseconds: number): void;
  now(): number;
  get(path: string, asking?: Asking): Promise<Reply>;
  post(path: string, body?: unknown, asking?: Asking): Promise<Reply>;
  patch(path: string, body?: unknown, asking?: Asking): Promise<Reply>;
  delete(path: string, asking?: Asking): Promise<Reply>;
}

export interface TestServerOptions {
  readonly database?: DatabaseKind;
  /** Where the clock stands at the start, RFC 3339; it then runs. The machine's own time unless said. */
  readonly at?: string;
  readonly demo?: boolean;
  readonly dashboardFolder?: string;
  /** Environment variables besides those that every test server has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a server that is empty but for an administrator's token. `await using` stops it and drops its database. */
export async function startServer({
  database: kind = 'embedded',
  at,
  demo = false,
  dashboardFolder,
  settings = {},
}: TestServerOptions = {}): Promise<TestServer> {
  const database = await createDatabase(kind);
  const folder = mkdtempSync(join(tmpdir(), 'lk-server-'));
  let offset = at === undefined ? 0 : Date.parse(at) - Date.now();
  const now = (): number => Date.now() + offset;
  const config = parseConfig({
    LATCHKEY_PORT: '0',
    LATCHKEY_DATA_DIR: folder,
    LATCHKEY_BOOTSTRAP_TOKEN: administratorToken,
    LATCHKEY_LOG_LEVEL: 'silent',
    LATCHKEY_DEMO: demo ? '1' : '0',
    ...settings,
  });
  const latchkey = await startLatchkey({
    config,
    clock: { now },
    database: database.connection,
    dashboardFolder: dashboardFolder ?? null,
  });
  const ask = asker(latchkey.address);
  return {
    address: latchkey.address,
    latchkey,
    now,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    get: (path, asking) => ask('GET', path, undefined, asking),
    post: (path, body, asking) => ask('POST', path, body ?? {}, asking),
    patch: (path, body, asking) => ask('PATCH', path, body ?? {}, asking),
    delete: (path, asking) => ask('DELETE', path, undefined, asking),
    async [Symbol.asyncDispose]() {
      await latchkey.stop();
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Requests as a program makes them. Paths are below the address: `/api/v1/projects`. */
export function asker(address: string) {
  return async (
    method: string,
    path: string,
    body: unknown,
    { token = administratorToken, headers = {} }: Asking = {},
  ): Promise<Reply> => {
    const reply = await fetch(address + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const written = await reply.text();
    const isJson = /json/.test(reply.headers.get('content-type') ?? '') && written !== '';
    const read: unknown = isJson ? JSON.parse(written) : written;
    return { status: reply.status, headers: reply.headers, body: read, as: <T>() => read as T };
  };
}
