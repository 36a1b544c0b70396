import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** Who holds a data folder. The birth tells a process from a later one that was given the same number. */
interface Holder {
  readonly pid: number;
  readonly birth: string;
}

/** How often a stale lock may slip away to another starter before we give up; each round means somebody else won. */
const rounds = 20;

/**
 * Takes a data folder for this process, or refuses with the number of the process that has it. A lock left by a
 * process that was killed is taken over. Returns the release.
 */
export function lockDataFolder(dataDir: string): () => void {
  const path = join(dataDir, 'latchkey.lock');
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '' };
  const text = JSON.stringify({ ...mine, nonce: nonce() });
  const draft = `${path}.${process.pid}.${nonce()}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (link(draft, path)) return () => releaseLock(path, text);
      const seen = read(path);
      if (seen === null) continue;
      const holder = parse(seen);
      if (holder && birthOf(holder.pid) === holder.birth) throw refusal(dataDir, holder.pid);
      removeStale(path, seen);
    }
    throw new StartRefused(
      `Several processes are starting on the data folder ${dataDir} at once. Start only one.`,
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

const refusal = (dataDir: string, pid: number): StartRefused =>
  new StartRefused(
    `The data folder ${dataDir} is in use by process ${pid}${pid === process.pid ? ', this one' : ''}. ` +
      'Stop that process first, or choose another LATCHKEY_DATA_DIR.',
  );

let made = 0;
/** Two takings by one process, or by a process born in the same tick elsewhere, still differ. */
function nonce(): string {
  made += 1;
  return `${process.hrtime.bigint().toString(36)}-${made}`;
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A lock file cut short by a full disk or written by hand names nobody, and is stale. */
function parse(text: string): Holder | null {
  try {
    const { pid, birth } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) && typeof birth === 'string' && birth !== ''
      ? { pid: Number(pid), birth }
      : null;
  } catch {
    return null;
  }
}

/** Renaming is the vote: of several starters only one moves a given file away, and it checks that it moved the stale one. */
function removeStale(path: string, seen: string): void {
  const away = `${path}.stale.${process.pid}.${nonce()}`;
  try {
    renameSync(path, away);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(away) !== seen) link(away, path);
  rmSync(away, { force: true });
}

function releaseLock(path: string, text: string): void {
  if (read(path) === text) rmSync(path, { force: true });
}

/** When a process was born, in whatever form the system gives it; null when there is no such process. */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const stat = readProcess(`/proc/${pid}/stat`);
    if (stat === null) return null;
    // The second field is the command in parentheses and may hold anything; the start time is the twentieth after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? null : `${readProcess('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[19]}`;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    // ps ends with 1 when the process does not exist.
    return null;
  }
}

function readProcess(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process, or the whole of /proc, is not there.
    return null;
  }
}
