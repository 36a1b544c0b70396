import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, type RunningLatchkey, startLatchkey } from '@latchkey/server';
import { createDatabase } from '@latchkey/testkit/database';
import { administratorToken, asker } from '@latchkey/testkit/server';

/** A server behind one address that can be ended and started again on the same database, and whose replies can be lost. */
export async function restartableServer() {
  const database = await createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'lk-restart-'));
  const through = new Set<Socket>();
  let running: RunningLatchkey | null = null;
  let losesReplies = false;
  const front = createServer((socket) => {
    if (running === null) return void socket.destroy();
    const behind = connect(Number(new URL(running.address).port), '127.0.0.1');
    for (const end of [socket, behind]) {
      through.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        through.delete(end);
        socket.destroy();
        behind.destroy();
      });
    }
    socket.pipe(behind);
    behind.on('data', (bytes) => (losesReplies ? socket.destroy() : socket.write(bytes)));
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const start = async (): Promise<void> => {
    running = await startLatchkey({
      config: parseConfig({
        LATCHKEY_PORT: '0',
        LATCHKEY_DATA_DIR: folder,
        LATCHKEY_BOOTSTRAP_TOKEN: administratorToken,
        LATCHKEY_LOG_LEVEL: 'silent',
        LATCHKEY_DEMO: '0',
      }),
      database: database.connection,
    });
  };
  const stop = async (): Promise<void> => {
    const ended = running;
    running = null;
    for (const socket of through) socket.destroy();
    await ended?.stop();
  };
  await start();
  return {
    address: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    start,
    stop,
    /** The server does what it is asked, and nobody hears of it. */
    loseReplies: (loses: boolean): void => {
      losesReplies = loses;
    },
    ask: (method: 'GET' | 'POST', path: string, body?: unknown, token?: string) => {
      if (running === null) throw new Error('the server is not running');
      return asker(running.address)(method, path, body, token === undefined ? {} : { token });
    },
    async [Symbol.asyncDispose]() {
      front.close();
      await stop();
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
