import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchPostgres } from '@latchkey/server/kernel/store/launcher';
import { Child, program } from './child.ts';

const command = fileURLToPath(new URL('../../packages/cli/bin/latchkey.js', import.meta.url));
const token = 'a-token-for-benchmarks-of-at-least-32-characters';

/** The product as people run it: the built command in a process of its own, on a PostgreSQL that survives it. */
export interface Latchkey extends AsyncDisposable {
  readonly address: string;
  readonly databaseUrl: string;
  readonly server: () => Child;
  /** Sends a request of the management API; throws unless it is accepted. */
  readonly ask: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Ends the server without warning and starts it again at the same address; answers when it is ready again. */
  readonly killAndStart: () => Promise<void>;
}

export async function startLatchkey(): Promise<Latchkey> {
  const folder = mkdtempSync(join(tmpdir(), 'lk-bench-'));
  const postgres = await launchPostgres({ dataDir: join(folder, 'database'), log: () => undefined });
  const { user, host, database } = postgres.connection;
  const databaseUrl = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    LATCHKEY_DATA_DIR: join(folder, 'data'),
    LATCHKEY_BOOTSTRAP_TOKEN: token,
    LATCHKEY_LOG_LEVEL: 'error',
    LATCHKEY_DEMO: '0',
  };
  let running = await serve({ ...settings, LATCHKEY_PORT: '0' });
  const { address } = running;
  return {
    address,
    databaseUrl,
    server: () => running.server,
    async ask<Answer>(method: string, path: string, body?: unknown) {
      const reply = await fetch(address + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${method} ${path} was answered ${reply.status}: ${text}`);
      return (text === '' ? null : JSON.parse(text)) as Answer;
    },
    async killAndStart() {
      await running.server.kill();
      running = await serve({ ...settings, LATCHKEY_PORT: new URL(address).port });
    },
    async [Symbol.asyncDispose]() {
      await running.server.kill();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serve(settings: Readonly<Record<string, string>>) {
  const child = fork(command, ['serve'], {
    env: { ...process.env, ...settings },
    execArgv: ['--import', program('report-usage')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { server: new Child(child), address };
}
