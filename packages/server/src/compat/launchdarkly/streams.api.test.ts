import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseConfig, startLatchkey } from '@latchkey/server';
import { createDatabase } from '@latchkey/testkit/database';
import { administratorToken, asker } from '@latchkey/testkit/server';
import { init } from '@launchdarkly/node-server-sdk';
import { expect, test } from 'vitest';

const here = '/api/v1/projects/shop/environments/production';
const readerCount = 100;
const ada = { kind: 'user', key: 'ada' };

/** What one reader of the stream holds of the flag: the newest thing that it was told. */
interface Reader {
  isOn: boolean | null;
  isOpen: boolean;
}

/** Reads as an SDK does, and comes back when it is cut off. */
function follow(address: string, key: string, until: AbortSignal): Reader {
  const reader: Reader = { isOn: null, isOpen: false };
  const connect = (): void => {
    if (until.aborted) return;
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      reader.isOpen = false;
      void pause(50).then(connect);
    };
    const asking = request(`${address}/ld/all`, { headers: { authorization: key }, signal: until });
    asking.on('response', (response) => {
      if (response.statusCode !== 200) response.resume();
      let unread = '';
      response.on('data', (part) => {
        const frames = (unread + String(part)).split('\n\n');
        unread = frames.pop() ?? '';
        for (const frame of frames) {
          const written = /^data: (.*)$/m.exec(frame)?.[1];
          if (written === undefined || written === '{}') continue;
          const { path, data } = JSON.parse(written) as { path: string; data: Record<string, unknown> };
          const flags = data['flags'] as { guard?: { on: boolean } } | undefined;
          if (path === '/flags/guard') reader.isOn = data['on'] === true;
          if (path === '/') reader.isOn = flags?.guard?.on ?? null;
          reader.isOpen = true;
        }
      });
      response.on('error', () => undefined);
      response.on('close', again);
    });
    asking.on('error', again);
    asking.end();
  };
  connect();
  return reader;
}

test('a change reaches every stream, and a server that goes and comes back goes unnoticed by who evaluates', async () => {
  await using database = await createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'lk-ld-streams-'));
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  const start = (port: string) =>
    startLatchkey({
      config: parseConfig({
        LATCHKEY_PORT: port,
        LATCHKEY_DATA_DIR: folder,
        LATCHKEY_BOOTSTRAP_TOKEN: administratorToken,
        LATCHKEY_LOG_LEVEL: 'silent',
        LATCHKEY_DEMO: '0',
      }),
      database: database.connection,
    });
  let latchkey = await start('0');
  const { address } = latchkey;
  const ask = asker(address);
  await ask('POST', '/api/v1/projects', { key: 'shop', name: 'Shop' });
  const variations = [{ value: true }, { value: false }];
  await ask('POST', '/api/v1/projects/shop/flags', { key: 'guard', name: 'G', kind: 'boolean', variations });
  const turn = async (on: boolean) => {
    const changed = await ask('PATCH', `${here}/flags/guard`, {
      on,
      offVariation: 1,
      fallthrough: { variation: 0 },
    });
    expect(changed.status).toBe(200);
  };
  await turn(true);
  const key = (await ask('POST', `${here}/keys`, { kind: 'sdk' })).as<{ value: string }>().value;

  const uri = `${address}/ld`;
  const logger = { error() {}, warn() {}, info() {}, debug() {} };
  const client = init(key, { baseUri: uri, streamUri: uri, eventsUri: uri, logger });
  await client.waitForInitialization({ timeout: 10 });
  const readers = Array.from({ length: readerCount }, () => follow(address, key, ended.signal));
  const failures: unknown[] = [];
  const evaluate = async (): Promise<unknown> => {
    const detail = await client.variationDetail('guard', ada, null);
    if (detail.reason.kind === 'ERROR' || detail.value === null) failures.push(detail);
    return detail.value;
  };
  const evaluating = setInterval(() => void evaluate(), 10);
  const everybodySees = async (on: boolean) => {
    await expect
      .poll(() => readers.filter(({ isOn, isOpen }) => isOpen && isOn === on).length, { timeout: 20_000 })
      .toBe(readerCount);
    await expect.poll(evaluate, { timeout: 20_000 }).toBe(on);
  };

  await everybodySees(true);
  await turn(false);
  await everybodySees(false);
  await latchkey.stop();
  await expect.poll(() => readers.filter(({ isOpen }) => isOpen).length).toBe(0);
  latchkey = await start(new URL(address).port);
  await turn(true);
  await everybodySees(true);
  expect(failures).toEqual([]);

  clearInterval(evaluating);
  client.close();
  ended.abort();
  await latchkey.stop();
  rmSync(folder, { recursive: true, force: true });
});
