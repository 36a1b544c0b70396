import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { StartRefused } from './start-refused.ts';
import type { StoreLog } from './store-event.ts';

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly clusterFolder: string;
  readonly socketFolder: string;
  readonly maxConnections: number;
  readonly log: StoreLog;
}

/** A running PostgreSQL server. `ended` resolves once the server and its guardian shell are gone. */
export interface Postmaster {
  readonly pid: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * The shell stands between us and the server and reads our end of a pipe. When this process ends, even by kill -9,
 * the pipe closes and the shell stops the server in its fast mode. The signal is repeated because a server that is
 * only just starting ignores it. The kernel's own lock, inherited by the server and all its children, makes a
 * restart wait until the last of them is gone, and holds between containers that cannot see each other's processes.
 */
const guardian = `
exec 3<&0
if command -v flock >/dev/null 2>&1; then
  exec 9>>"$LATCHKEY_CLUSTER_LOCK"
  flock -w 60 9 || { echo 'FATAL:  the data folder is locked by another server' >&2; exit 75; }
fi
"$@" </dev/null 3<&- &
server=$!
( read -r line; while kill -INT "$server"; do sleep 1; done ) <&3 >/dev/null 2>&1 9>&- &
watcher=$!
exec 3<&-
wait "$server"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

/** Recovery after a crash replays at most a few checkpoints; beyond this something is wrong that waiting will not mend. */
const readyWithinMilliseconds = 300_000;
/** A fast stop rolls back and writes a checkpoint. After this the server is stopped at once and recovers when started. */
const stopWithinMilliseconds = 30_000;

/** Starts the server and resolves when it takes connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { binaries, account, clusterFolder, log } = options;
  const command = [
    ...account.prefix,
    join(binaries.folder, 'postgres'),
    '-D',
    clusterFolder,
    ...settings(options),
  ];
  const child = spawn('sh', ['-c', guardian, 'latchkey-postgres', ...command], {
    cwd: clusterFolder,
    // Nothing else of our environment: it holds secrets and variables that PostgreSQL would listen to.
    env: {
      PATH: process.env['PATH'],
      LC_ALL: 'C',
      TZ: 'UTC',
      LATCHKEY_CLUSTER_LOCK: join(clusterFolder, 'latchkey.cluster.lock'),
    },
    stdio: ['pipe', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C is for this process, which then stops the server after the last request.
    detached: true,
    ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  // The guardian may be gone when the pipe is closed; its exit is reported by `ended`.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  await untilReady(child, ended, log);
  const pid = postmasterPid(clusterFolder);
  if (pid === null) throw new Error('a server that takes connections has written its number');
  return { pid, ended, stop: () => stop(child, ended, pid) };
}

/** The number of the server that has, or had, this cluster; null when it was stopped in an orderly way. */
export function postmasterPid(clusterFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function settings({ socketFolder, maxConnections }: PostmasterOptions): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: String(maxConnections),
    // Modest: the working set of an installation that fits beside an application on one small machine.
    shared_buffers: '64MB',
    maintenance_work_mem: '32MB',
    max_wal_size: '512MB',
    max_wal_senders: '0',
    // Compiling a query costs more than running any of ours.
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '',
    // A failed statement is reported by whoever ran it; here its text and values could hold customers' data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function untilReady(child: ChildProcess, ended: Promise<void>, log: StoreLog): Promise<void> {
  return new Promise((resolve, reject) => {
    const recent: string[] = [];
    const timer = setTimeout(() => fail('did not become ready in time'), readyWithinMilliseconds);
    const fail = (what: string, cause?: unknown): void => {
      clearTimeout(timer);
      child.stdin?.end();
      reject(new StartRefused(`The embedded PostgreSQL ${what}. It said: ${recent.join(' | ')}`, { cause }));
    };
    ended.then(
      () => fail('ended while starting'),
      (error: unknown) => fail('could not be run', error),
    );
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      recent.push(line);
      if (recent.length > 10) recent.shift();
      log({ level: levelOf(line), message: 'postgres_said', facts: { line } });
      if (!line.includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

const levelOf = (line: string) =>
  line.startsWith('PANIC')
    ? 'error'
    : line.startsWith('FATAL') || line.startsWith('WARNING')
      ? 'warn'
      : 'debug';

async function stop(child: ChildProcess, ended: Promise<void>, pid: number): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => process.kill(pid, 'SIGQUIT'), stopWithinMilliseconds);
  try {
    await ended;
  } finally {
    clearTimeout(timer);
  }
}
