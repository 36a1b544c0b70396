import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, makeFolder } from './account.ts';
import type { Binaries } from './binaries.ts';
import { birthOf } from './data-folder-lock.ts';
import { postmasterPid } from './postmaster.ts';
import { StartRefused } from './start-refused.ts';

export const databaseUser = 'latchkey';
export const databaseName = 'latchkey';

/**
 * The cluster's folder, made when it is not there yet. It is made under another name and then renamed: a process
 * killed while making it leaves nothing that looks finished.
 */
export async function prepareCluster(dataDir: string, binaries: Binaries, account: Account): Promise<string> {
  const folder = join(dataDir, 'postgres');
  if (!existsSync(folder)) {
    const draft = join(dataDir, 'postgres-new');
    rmSync(draft, { recursive: true, force: true });
    makeFolder(draft, account);
    await runInitdb(draft, binaries, account);
    renameSync(draft, folder);
  }
  const found = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8'));
  if (found !== binaries.major) {
    throw new StartRefused(
      `${folder} was made by PostgreSQL ${found}, and this is PostgreSQL ${binaries.major}. Nothing was touched. ` +
        `Start the Latchkey that made it, take a backup there, and restore it here; or point LATCHKEY_PG_BIN at PostgreSQL ${found}.`,
    );
  }
  return folder;
}

async function runInitdb(folder: string, binaries: Binaries, account: Account): Promise<void> {
  // The built-in locale sorts by code point, the same on every machine and after every upgrade of its C library.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  const [program = '', ...rest] = [
    ...account.prefix,
    join(binaries.folder, 'initdb'),
    ...['-D', folder, '-U', databaseUser, '--encoding=UTF8', '--locale=C', ...locale],
    // Whoever reaches the private socket folder is us; there is no other way in.
    ...['--auth-local=trust', '--auth-host=reject', '--no-instructions'],
  ];
  try {
    await promisify(execFile)(program, rest, {
      cwd: folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
    });
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new StartRefused(
      `The embedded database could not be created in ${folder}. initdb said: ${stderr}`,
      { cause },
    );
  }
}

/** Longest wait for the server of a killed process: its fast stop ends with a checkpoint. */
const orphanWithinMilliseconds = 60_000;

/**
 * Waits for the server of an earlier process that was killed. Its guardian is stopping it already, unless that was
 * killed too, so it is asked once more. The caller holds the data folder, so nobody can be using that server.
 */
export async function awaitOrphan(clusterFolder: string): Promise<void> {
  const pid = postmasterPid(clusterFolder);
  if (pid === null || !isServerOf(pid, clusterFolder)) return;
  const birth = birthOf(pid);
  const deadline = performance.now() + orphanWithinMilliseconds;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  while (birthOf(pid) === birth && birth !== null) {
    if (performance.now() > deadline) {
      throw new StartRefused(
        `PostgreSQL process ${pid} still has ${clusterFolder} and does not stop. Stop it, then start again.`,
      );
    }
    await sleep(20);
  }
}

/** A server stands in its cluster's folder. Elsewhere than on Linux PostgreSQL's own refusal has to do. */
function isServerOf(pid: number, clusterFolder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder);
  } catch {
    // No such process, not ours to look at, or no /proc.
    return false;
  }
}

/** Makes Latchkey's own database beside the server's three. */
export async function ensureDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client({ host: socketFolder, user: databaseUser, database: 'postgres', ssl: false });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
