import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Account, makeFolder } from './account.ts';

/** Systems keep 104 to 108 bytes for a socket's path; `/.s.PGSQL.5432` and a lock's suffix take 20 of them. */
const longestFolderBytes = 80;
const prefix = 'latchkey-';

/**
 * A fresh private folder for the database's socket: inside the data folder, or in the temporary folder when the data
 * folder's path is too long for a socket. What an earlier, killed process left is swept away first; the caller holds
 * the data folder's lock, so nobody else can be using it.
 */
export function prepareSocketFolder(dataDir: string, account: Account): { path: string; remove: () => void } {
  const note = join(dataDir, 'socket-folder');
  sweep(note);
  const inside = join(dataDir, 'socket');
  rmSync(inside, { recursive: true, force: true });
  if (Buffer.byteLength(inside) <= longestFolderBytes) {
    makeFolder(inside, account);
    return { path: inside, remove: () => rmSync(inside, { recursive: true, force: true }) };
  }
  const outside = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(note, outside, { mode: 0o600 });
  makeFolder(outside, account);
  return { path: outside, remove: () => sweep(note) };
}

/** Removes the folder that the note names, if it still is one of ours: the temporary folder is everybody's. */
function sweep(note: string): void {
  let path: string;
  try {
    path = readFileSync(note, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const found = lstatSync(path, { throwIfNoEntry: false });
  const ours = found?.isDirectory() && basename(path).startsWith(prefix) && isOwnedByUs(found.uid);
  if (ours) rmSync(path, { recursive: true, force: true });
  rmSync(note, { force: true });
}

const isOwnedByUs = (uid: number): boolean => process.getuid?.() === 0 || uid === process.getuid?.();
