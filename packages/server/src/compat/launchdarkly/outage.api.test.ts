import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, startLatchkey } from '@latchkey/server';
import { createDatabase } from '@latchkey/testkit/database';
import { administratorToken, asker } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const here = '/api/v1/projects/shop/environments/production';
const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }] };

/** A server whose database can be taken away. */
async function startBehindDoor() {
  const database = await createDatabase();
  const { host, port = 5432 } = database.connection;
  const through = new Set<Socket>();
  let isShut = false;
  const door = createServer((socket) => {
    if (isShut) return void socket.destroy();
    const inner = connect(join(host ?? '', `.s.PGSQL.${port}`));
    for (const end of [socket, inner]) {
      through.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        socket.destroy();
        inner.destroy();
      });
    }
    socket.pipe(inner).pipe(socket);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'lk-ld-outage-'));
  let offset = 0;
  const latchkey = await startLatchkey({
    config: parseConfig({
      LATCHKEY_PORT: '0',
      LATCHKEY_DATA_DIR: folder,
      LATCHKEY_BOOTSTRAP_TOKEN: administratorToken,
      LATCHKEY_LOG_LEVEL: 'silent',
      LATCHKEY_DEMO: '0',
    }),
    clock: { now: () => Date.now() + offset },
    database: { ...database.connection, host: '127.0.0.1', port: (door.address() as AddressInfo).port },
  });
  return {
    ask: asker(latchkey.address),
    shut() {
      isShut = true;
      for (const socket of through) socket.destroy();
    },
    advance(milliseconds: number) {
      offset += milliseconds;
    },
    async [Symbol.asyncDispose]() {
      isShut = false;
      await latchkey.stop();
      door.close();
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('while the database is away, SDKs that are known are answered and the others asked to come again, and none for good', async () => {
  await using server = await startBehindDoor();
  const { ask } = server;
  await ask('POST', '/api/v1/projects', { key: 'shop', name: 'Shop' });
  await ask('POST', '/api/v1/projects/shop/flags', {
    key: 'checkout',
    name: 'C',
    clientSide: true,
    ...boolean,
  });
  const keyOf = async (kind: string) =>
    (await ask('POST', `${here}/keys`, { kind })).as<{ value: string }>().value;
  const [known, stranger, phone] = [await keyOf('sdk'), await keyOf('sdk'), await keyOf('mobile')];
  const { clientSideId } = (await ask('GET', here, undefined)).as<{ clientSideId: string }>();
  const staging = (await ask('GET', '/api/v1/projects/shop/environments/staging', undefined)).as<{
    clientSideId: string;
  }>();
  const context = Buffer.from('{"kind":"user","key":"ada"}').toString('base64url');
  const statusOf = async (path: string, authorization: string | null = null, method = 'GET') => {
    const headers = authorization === null ? {} : { authorization };
    const body = method === 'POST' ? [] : undefined;
    return (await ask(method, `/ld/${path}`, body, { token: null, headers })).status;
  };
  const ofKnown = async () => [
    await statusOf('sdk/latest-all', known),
    await statusOf('sdk/poll', known),
    await statusOf(`sdk/evalx/${clientSideId}/contexts/${context}`),
    await statusOf(`sdk/goals/${clientSideId}`),
  ];
  expect(await ofKnown()).toEqual([200, 200, 200, 200]);
  server.shut();
  expect(await ofKnown()).toEqual([200, 200, 200, 200]);
  // Long enough for every credential to be looked at again.
  server.advance(60_000);
  expect(await ofKnown()).toEqual([200, 200, 200, 200]);
  const ofStrangers = [
    await statusOf('sdk/latest-all', stranger),
    await statusOf('all', stranger),
    await statusOf('sdk/stream', stranger),
    await statusOf('bulk', stranger, 'POST'),
    await statusOf(`msdk/evalx/contexts/${context}`, phone),
    await statusOf(`sdk/evalx/${staging.clientSideId}/contexts/${context}`),
    await statusOf(`eval/${staging.clientSideId}/${context}`),
    await statusOf(`events/bulk/${staging.clientSideId}`, null, 'POST'),
  ];
  expect(ofStrangers).toEqual(ofStrangers.map(() => 503));
});
