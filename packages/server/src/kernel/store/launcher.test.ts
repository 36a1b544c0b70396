import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg, { type PoolConfig } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { accounts, chooseAccount } from './account.ts';
import { birthOf } from './data-folder-lock.ts';
import { type EmbeddedPostgres, launchPostgres } from './launcher.ts';
import type { StoreEvent } from './store-event.ts';

const silent = (): void => undefined;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder that was stopped in an orderly way: copying one is quicker than making one. */
function aUsedFolder(): string {
  const folder = aFolder();
  cpSync(used, folder, { recursive: true });
  // A copy has the modes of new folders in some versions of Node; PostgreSQL wants its own to itself.
  chmodSync(join(folder, 'postgres'), 0o700);
  return folder;
}
const used = mkdtempSync(join(tmpdir(), 'lk-test-'));
beforeAll(async () => {
  const server = await launchPostgres({ dataDir: used, log: silent });
  await server.stop();
});
afterAll(() => rmSync(used, { recursive: true, force: true }));

async function launch(
  dataDir: string,
  rest: Partial<Parameters<typeof launchPostgres>[0]> = {},
): Promise<EmbeddedPostgres> {
  const server = await launchPostgres({ dataDir, log: silent, ...rest });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(connection: PoolConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that has the data folder and says each number once it is safely written. */
async function aHolder(
  dataDir: string,
): Promise<{ child: ChildProcess; pid: number; said: AsyncIterator<string> }> {
  const program = `
    import pg from 'pg';
    import { launchPostgres } from ${JSON.stringify(new URL('./launcher.ts', import.meta.url).href)};
    const server = await launchPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(server.pid);
    const client = new pg.Client(server.connection);
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table if not exists kept (n integer)');
    for (let n = 1; ; n += 1) {
      await client.query('insert into kept values ($1)', [n]);
      console.log(n);
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, pid: Number((await said.next()).value), said };
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

test('a new data folder gets a database of its own that is closed to others and keeps what it acknowledges', async () => {
  const dataDir = join(aFolder(), 'data');
  const first = await launch(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(String(first.connection.host)).mode & 0o777).toBe(0o700);
  expect(await ask(first.connection, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect(await ask(first.connection, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await ask(first.connection, 'select current_database() as name')).toEqual([{ name: 'latchkey' }]);
  await ask(first.connection, 'create table kept as select 1 as n');
  await first.stop();
  await first.stop();

  const second = await launch(dataDir);
  expect(await ask(second.connection, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('two data folders are two databases at the same time', async () => {
  const [one, other] = await Promise.all([launch(aUsedFolder()), launch(aUsedFolder())]);
  await ask(one.connection, 'create table here (n integer)');
  await expect(ask(other.connection, 'select from here')).rejects.toThrow('does not exist');
});

test('a second process on the same data folder is refused with the number of the first, which goes on', async () => {
  const dataDir = aUsedFolder();
  const { child, said } = await aHolder(dataDir);
  await expect(launchPostgres({ dataDir, log: silent })).rejects.toThrow(
    `The data folder ${dataDir} is in use by process ${child.pid}.`,
  );
  const before = Number((await said.next()).value);
  expect(Number((await said.next()).value)).toBe(before + 1);
  await killed(child);
});

test('after kill -9 in the middle of writes, a restart at once has every acknowledged write', async () => {
  const dataDir = aUsedFolder();
  const { child, said } = await aHolder(dataDir);
  let acknowledged = 0;
  while (acknowledged < 50) acknowledged = Number((await said.next()).value);
  await killed(child);
  const server = await launch(dataDir);
  const [row] = await ask(
    server.connection,
    'select count(*)::int as rows, count(distinct n)::int as numbers, max(n) as last from kept',
  );
  expect(row?.['rows']).toBeGreaterThanOrEqual(acknowledged);
  expect(row).toEqual({ rows: row?.['last'], numbers: row?.['last'], last: row?.['last'] });
});

test('when its process is killed, the server ends by itself: nothing is left running', async () => {
  const { child, pid } = await aHolder(aUsedFolder());
  await killed(child);
  await vi.waitFor(() => expect(birthOf(pid)).toBeNull(), { timeout: 20_000 });
});

test('when the guardian was killed as well, the orphaned server is stopped before the next starts', async () => {
  const dataDir = aUsedFolder();
  const { child, pid } = await aHolder(dataDir);
  const running = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = new Map(running.map((line) => line.trim().split(/ +/).map(Number) as [number, number]));
  const guardian = Number(parents.get(pid));
  const watchers = [...parents].filter(([other, parent]) => parent === guardian && other !== pid);
  for (const [other] of [...watchers, [guardian] as const]) process.kill(other, 'SIGKILL');
  await killed(child);
  expect(birthOf(pid)).not.toBeNull();
  const server = await launch(dataDir);
  expect(server.pid).not.toBe(pid);
  expect(birthOf(pid)).toBeNull();
});

test('a server that dies by itself comes back at the same address', async () => {
  let came: () => void = silent;
  const back = new Promise<void>((resolve) => {
    came = resolve;
  });
  const log = ({ message }: StoreEvent): void => {
    if (message === 'postgres_restarted') came();
  };
  const server = await launch(aUsedFolder(), { log });
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  await back;
  expect(server.pid).not.toBe(pid);
  expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a data folder of another PostgreSQL is left alone', async () => {
  const dataDir = aFolder();
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(launchPostgres({ dataDir, log: silent })).rejects.toThrow(
    /made by PostgreSQL 17, and this is PostgreSQL 18/,
  );
  expect(existsSync(join(dataDir, 'latchkey.lock'))).toBe(false);
});

test('a start that was killed while it made the database leaves nothing that looks finished', async () => {
  const dataDir = aFolder();
  mkdirSync(join(dataDir, 'postgres-new'));
  writeFileSync(join(dataDir, 'postgres-new', 'PG_VERSION'), '18\n');
  const server = await launch(dataDir);
  expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(existsSync(join(dataDir, 'postgres-new'))).toBe(false);
});

test('a data folder too deep for a socket has its socket elsewhere, and the next start sweeps what a killed one left', async () => {
  const dataDir = join(aFolder(), 'deep'.repeat(30));
  const first = await launch(dataDir);
  const folder = String(first.connection.host);
  expect(folder.startsWith(dataDir)).toBe(false);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await first.stop();
  expect(existsSync(folder)).toBe(false);

  const left = mkdtempSync(join(tmpdir(), 'latchkey-'));
  writeFileSync(join(left, '.s.PGSQL.5432.lock'), 'stale');
  writeFileSync(join(dataDir, 'socket-folder'), left);
  await launch(dataDir);
  expect(existsSync(left)).toBe(false);
});

const possible =
  process.getuid?.() === 0 ? [...new Set([chooseAccount(), accounts.nobody])] : [accounts.self];

test.each(possible)('PostgreSQL, which refuses root, runs by way of: $kind', async (account) => {
  const dataDir = aFolder();
  const server = await launch(dataDir, { account });
  expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
  await server.stop();
  expect(readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('18\n');
  const again = await launch(dataDir, { account });
  expect(await ask(again.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a folder without PostgreSQL programs is named', async () => {
  const binariesFolder = aFolder();
  await expect(launchPostgres({ dataDir: aFolder(), log: silent, binariesFolder })).rejects.toThrow(
    `There is no postgres and initdb in ${binariesFolder}. Check LATCHKEY_PG_BIN`,
  );
});
