import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { StartRefused } from './start-refused.ts';

/** How the PostgreSQL programs are run: as ourselves, in a user namespace, or as the account `nobody`. */
export type AccountKind = 'self' | 'namespace' | 'nobody';

export interface Account {
  readonly kind: AccountKind;
  /** What a command line begins with. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const nobody = 65_534;

/** PostgreSQL refuses uid 0, and initdb refuses an account without a name; containers commonly have one or the other. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0 && hasName()) return accounts.self;
  if (spawnSync('unshare', ['-U', 'true']).status === 0) return accounts.namespace;
  if (process.getuid?.() === 0) return accounts.nobody;
  throw new StartRefused(
    `PostgreSQL cannot run as user id ${process.getuid?.()}, which has no entry in /etc/passwd, and user namespaces ` +
      'are not allowed here. Use a named account, or set DATABASE_URL to a PostgreSQL server.',
  );
}

export const accounts = {
  self: { kind: 'self', prefix: [] },
  // The process is shown as `nobody` but keeps root's access to files, so the data folder stays root's and 0700.
  namespace: { kind: 'namespace', prefix: ['unshare', '-U'] },
  nobody: { kind: 'nobody', prefix: [], uid: nobody, gid: nobody },
} as const satisfies Record<AccountKind, Account>;

function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder that the account owns, closed to everybody else. */
export function makeFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid ?? account.uid);
}

/** The programs where the account can read them: in place if it can, else a copy in the data folder. */
export function reachableBinaries(binaries: Binaries, account: Account, dataDir: string): Binaries {
  if (account.kind !== 'nobody') return binaries;
  // `nobody` must be able to pass through to its own folders; the listing and every other file stay closed.
  chmodSync(dataDir, 0o711);
  if (runs(binaries, account)) return binaries;
  const root = join(dataDir, `postgres-${binaries.major}-programs`);
  if (!existsSync(root)) cpSync(binaries.root, root, { recursive: true, verbatimSymlinks: true });
  const copy = { ...binaries, root, folder: join(root, 'bin') };
  if (runs(copy, account)) return copy;
  throw new StartRefused(
    `The account nobody, which must run PostgreSQL because root may not, cannot reach ${dataDir}. Start as a normal ` +
      'user, choose another LATCHKEY_DATA_DIR, or set DATABASE_URL.',
  );
}

function runs(binaries: Binaries, { uid, gid }: Account): boolean {
  const who = uid === undefined ? {} : { uid, gid: gid ?? uid };
  return spawnSync(join(binaries.folder, 'postgres'), ['--version'], { ...who, cwd: '/' }).status === 0;
}
