import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { type Account, chooseAccount, makeFolder, reachableBinaries } from './account.ts';
import { findBinaries } from './binaries.ts';
import { awaitOrphan, databaseName, databaseUser, ensureDatabase, prepareCluster } from './cluster.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';
import { prepareSocketFolder } from './socket-folder.ts';
import type { StoreLog } from './store-event.ts';

export interface LaunchOptions {
  readonly dataDir: string;
  readonly log: StoreLog;
  /** A folder with PostgreSQL programs (`LATCHKEY_PG_BIN`) instead of the packaged ones. */
  readonly binariesFolder?: string | null;
  /** All pools of all processes together; tests run many at once on one server. */
  readonly maxConnections?: number;
  /** How to run the programs, instead of finding out. */
  readonly account?: Account;
}

/** The embedded database. A server that dies by itself is started again; pools reconnect to the same address. */
export interface EmbeddedPostgres {
  readonly connection: PoolConfig;
  /** Of the server as it runs now. */
  readonly pid: number;
  /** Stops the server in its fast mode and gives the data folder back. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of our own in the data folder, reachable by a private socket only. Refuses with
 * `StartRefused` when another process has the folder, or another major version made it. Ends with this process,
 * however that ends.
 */
export async function launchPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const { log, maxConnections = 100 } = options;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  const unlock = lockDataFolder(dataDir);
  let socket: ReturnType<typeof prepareSocketFolder> | null = null;
  let postmaster: Postmaster | null = null;
  const giveBack = (): void => {
    socket?.remove();
    unlock();
  };
  try {
    makeFolder(dataDir, { kind: 'self', prefix: [] });
    const account = options.account ?? chooseAccount();
    const binaries = reachableBinaries(findBinaries(options.binariesFolder ?? null), account, dataDir);
    const clusterFolder = await prepareCluster(dataDir, binaries, account);
    await awaitOrphan(clusterFolder);
    socket = prepareSocketFolder(dataDir, account);
    const start = { binaries, account, clusterFolder, socketFolder: socket.path, maxConnections, log };
    postmaster = await startPostmaster(start);
    await ensureDatabase(socket.path);
    log({
      level: 'info',
      message: 'postgres_ready',
      facts: { pid: postmaster.pid, major: binaries.major, account: account.kind },
    });
    return supervise(start, postmaster, giveBack);
  } catch (error) {
    await postmaster?.stop();
    giveBack();
    throw error;
  }
}

/** First and longest pause before a dead server is started again: quick for an accident, calm for a full disk. */
const restartAfterMilliseconds = { first: 50, longest: 5_000 };

function supervise(start: PostmasterOptions, first: Postmaster, giveBack: () => void): EmbeddedPostgres {
  let postmaster = first;
  const stopping = new AbortController();

  const watch = async (): Promise<void> => {
    let pause = restartAfterMilliseconds.first;
    while (!stopping.signal.aborted) {
      await postmaster.ended;
      if (stopping.signal.aborted) return;
      start.log({ level: 'error', message: 'postgres_ended', facts: { pid: postmaster.pid } });
      const next = await restart(pause);
      if (next === null) {
        pause = Math.min(pause * 2, restartAfterMilliseconds.longest);
        continue;
      }
      pause = restartAfterMilliseconds.first;
      postmaster = next;
      start.log({ level: 'warn', message: 'postgres_restarted', facts: { pid: next.pid } });
    }
  };
  const restart = async (pauseMilliseconds: number): Promise<Postmaster | null> => {
    try {
      await sleep(pauseMilliseconds, undefined, { signal: stopping.signal });
      return await startPostmaster(start);
    } catch (error) {
      if (!stopping.signal.aborted) {
        start.log({ level: 'error', message: 'postgres_not_restarted', facts: { why: String(error) } });
      }
      return null;
    }
  };

  const watching = watch();
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    stopping.abort();
    await postmaster.stop();
    await watching;
    // A restart that was under way while we were stopping has put another server in place.
    await postmaster.stop();
    giveBack();
  };
  return {
    connection: { host: start.socketFolder, user: databaseUser, database: databaseName, ssl: false },
    get pid() {
      return postmaster.pid;
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
