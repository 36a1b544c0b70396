import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

/** The built command, because the process that people run is the one that must survive. */
const latchkey = fileURLToPath(new URL('../bin/latchkey.js', import.meta.url));
const token = 'a-token-for-the-kill-proof-of-32-characters';
const kills = 25;
const writers = 4;

let folder: string;
let running: ChildProcess | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lk-kill-'));
});
afterEach(async () => {
  if (running) await killed(running);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const environment = () => ({
  ...process.env,
  DATABASE_URL: '',
  LATCHKEY_PORT: '0',
  LATCHKEY_DATA_DIR: join(folder, 'data'),
  LATCHKEY_BOOTSTRAP_TOKEN: token,
  LATCHKEY_LOG_LEVEL: 'error',
  LATCHKEY_DEMO: '0',
});

interface Serving {
  readonly child: ChildProcess;
  readonly address: string;
  readonly readySeconds: number;
}

/** Starts the server and waits until it says where it is. */
async function serve(): Promise<Serving> {
  const since = performance.now();
  const child = spawn(process.execPath, [latchkey, 'serve'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { child, address, readySeconds: (performance.now() - since) / 1000 };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Each write makes a pair in one change; half a pair is a half-done write. */
async function write(address: string, name: string): Promise<boolean> {
  const create = (key: string) => ({ kind: 'feature.create', input: { key, name: key, kind: 'switch' } });
  const reply = await fetch(`${address}/api/v1/projects/shop/changes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': name,
    },
    body: JSON.stringify({ operations: [create(`${name}-left`), create(`${name}-right`)], comment: name }),
  });
  await reply.arrayBuffer();
  return reply.ok;
}

async function featureKeys(address: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const reply = await fetch(
      `${address}/api/v1/projects/shop/features?limit=200${cursor && `&cursor=${cursor}`}`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    const page = (await reply.json()) as { items: { key: string }[]; nextCursor: string | null };
    for (const { key } of page.items) keys.add(key);
    cursor = page.nextCursor;
  }
  return keys;
}

test(`killed ${kills} times in the middle of writes: what was acknowledged is there once, nothing is half done`, async () => {
  let { child, address } = await serve();
  const founded = await fetch(`${address}/api/v1/projects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'shop', name: 'Shop' }),
  });
  expect(founded.status).toBe(201);

  const acknowledged = new Set<string>();
  const unknown = new Set<string>();
  const readySeconds: number[] = [];
  for (let round = 0; round < kills; round += 1) {
    let writing = true;
    const loops = Array.from({ length: writers }, async (_, writer) => {
      for (let count = 0; writing; count += 1) {
        const name = `w${round}-${writer}-${count}`;
        try {
          if (await write(address, name)) acknowledged.add(name);
        } catch {
          // The connection broke: whether it happened is what the restarted server is asked.
          unknown.add(name);
          return;
        }
      }
    });
    const before = acknowledged.size;
    await expect
      .poll(() => acknowledged.size, { timeout: 30_000, interval: 1 })
      .toBeGreaterThan(before + writers);
    // Writes are under way all the time; the pause spreads the kills over their phases.
    await sleep((round * 7) % 40);
    await killed(child);
    writing = false;
    await Promise.all(loops);

    const again = await serve();
    ({ child, address } = again);
    readySeconds.push(again.readySeconds);
  }

  const keys = await featureKeys(address);
  const missing = [...acknowledged].filter((name) => !keys.has(`${name}-left`) || !keys.has(`${name}-right`));
  expect(missing).toEqual([]);
  const halves = [...keys].filter(
    (key) => key.endsWith('-left') && !keys.has(key.replace(/-left$/, '-right')),
  );
  expect(halves).toEqual([]);
  for (const name of unknown) expect(await write(address, name)).toBe(true);
  expect((await featureKeys(address)).size).toBe(2 * (acknowledged.size + unknown.size));
  expect(acknowledged.size).toBeGreaterThan(kills);
  process.stdout.write(
    `acknowledged ${acknowledged.size}, unknown ${unknown.size}, slowest start ${Math.max(...readySeconds).toFixed(1)} s\n`,
  );

  child.kill('SIGTERM');
  await once(child, 'exit');
  const verified = await promisify(execFile)(process.execPath, [latchkey, 'audit', 'verify', '--json'], {
    env: environment(),
  });
  const reports = JSON.parse(verified.stdout) as { broken: unknown }[];
  expect(reports.map(({ broken }) => broken)).toEqual(reports.map(() => null));
}, 300_000);

test('a second process on the same data folder is refused, and told who has it', async () => {
  const { child } = await serve();
  const second = spawn(process.execPath, [latchkey, 'serve'], {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  second.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(1);
  expect(complaint).toContain(String(child.pid));
  expect(complaint).not.toContain('    at ');
});
