import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

/** The built command, as people run it. */
const latchkey = fileURLToPath(new URL('../../bin/latchkey.js', import.meta.url));

test('the demo answers with the keys that it prints, and leaves nothing behind', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'lk-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  const child = spawn(process.execPath, [latchkey, 'demo'], {
    env: {
      ...process.env,
      TMPDIR: temporary,
      LATCHKEY_PORT: '0',
      LATCHKEY_LOG_LEVEL: 'error',
      // Neither counts: the demo has its own database, and is always loaded.
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      LATCHKEY_DEMO: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const greeting = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (/Client application key +lk_cli_\S+/.test(said)) resolve(said);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  const address = /ready at (http:\S+)/.exec(greeting)?.[1];
  const key = /lk_cli_\S+/.exec(greeting)?.[0] ?? '';
  const reply = await fetch(`${address}/ems/api/v5/entitledFeatures?customerIdentifier=brightwater-foods`, {
    headers: { 'x-api-key': key },
  });
  expect(reply.status).toBe(200);
  expect(readdirSync(temporary).filter((name) => name.startsWith('latchkey-demo-'))).toHaveLength(1);

  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(temporary).filter((name) => name.startsWith('latchkey-demo-'))).toEqual([]);
});
