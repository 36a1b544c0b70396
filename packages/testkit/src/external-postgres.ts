import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { chooseAccount, makeFolder, reachableBinaries } from '@latchkey/server/kernel/store/account';
import { type Binaries, findBinaries } from '@latchkey/server/kernel/store/binaries';

/** A database server as an operator would run it beside Latchkey: over TCP, with a password, known by its URL. */
export interface ExternalPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const user = 'operator';

/**
 * Starts one in an empty folder. The machine's own PostgreSQL is preferred: it is what `DATABASE_URL` will mean to
 * most, and often an older one. Without it the embedded programs play its part. Ends with this process.
 */
export async function startExternalPostgres(folder: string): Promise<ExternalPostgres> {
  const account = chooseAccount();
  makeFolder(folder, account);
  const binaries = reachableBinaries(newestOfTheMachine() ?? findBinaries(null), account, folder);
  const cluster = join(folder, 'cluster');
  makeFolder(cluster, account);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const as = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
  const program = (name: string) => [...account.prefix, join(binaries.folder, name)];

  const [initdb = '', ...rest] = program('initdb');
  const answers = [
    '-D',
    cluster,
    '-U',
    user,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  await promisify(execFile)(initdb, [...rest, ...answers, '--locale=C'], { cwd: cluster, ...as });

  const port = await freePort();
  const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  // Its content dies with the run, so it need not survive a power cut.
  const hurried = ['-c', 'fsync=off', '-c', 'max_connections=200'];
  // When this process ends, however that ends, the pipe closes and the shell stops the server.
  const guardian = '"$@" </dev/null & server=$!; cat >/dev/null; kill -INT "$server"; wait "$server"';
  const child = spawn(
    'sh',
    ['-c', guardian, 'sh', ...program('postgres'), '-D', cluster, ...settings, ...hurried],
    {
      cwd: cluster,
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
      ...as,
    },
  );
  const ended = once(child, 'exit');
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
      if (line.includes('database system is shut down')) reject(new Error(said.join('\n')));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(said.join('\n'))));
  });
  return {
    url: `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Debian keeps every major version in a folder of its own. */
function newestOfTheMachine(): Binaries | null {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return null;
  const folders = readdirSync(versions)
    .filter((version) => Number(version) >= 15)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')));
  return folders[0] ? findBinaries(folders[0]) : null;
}

/** PostgreSQL wants its port named; between asking and using, another process might take it, which then shows. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return address.port;
}
