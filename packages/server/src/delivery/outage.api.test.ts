import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, startLatchkey } from '@latchkey/server';
import { createDatabase } from '@latchkey/testkit/database';
import { administratorToken, asker } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

/** A door in front of a database, which can be shut: for the server behind it the database is then away. */
async function openDoor(socketPath: string) {
  const through = new Set<Socket>();
  let isShut = false;
  const door = createServer((socket) => {
    if (isShut) return void socket.destroy();
    const database = connect(socketPath);
    for (const end of [socket, database]) {
      through.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        through.delete(end);
        socket.destroy();
        database.destroy();
      });
    }
    socket.pipe(database).pipe(socket);
  });
  const shut = (): void => {
    isShut = true;
    for (const socket of through) socket.destroy();
  };
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    port: (door.address() as AddressInfo).port,
    shut,
    open: () => {
      isShut = false;
    },
    close: () => {
      shut();
      door.close();
    },
  };
}

async function startBehindDoor() {
  const database = await createDatabase();
  const { host, port = 5432 } = database.connection;
  const door = await openDoor(join(host ?? '', `.s.PGSQL.${port}`));
  const folder = mkdtempSync(join(tmpdir(), 'lk-outage-'));
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
    database: { ...database.connection, host: '127.0.0.1', port: door.port },
  });
  return {
    ask: asker(latchkey.address),
    door,
    advance: (milliseconds: number) => {
      offset += milliseconds;
    },
    async [Symbol.asyncDispose]() {
      door.open();
      await latchkey.stop();
      door.close();
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('while the database is away applications are answered from memory, edits are refused, and it recovers by itself', async () => {
  await using server = await startBehindDoor();
  const { ask, door, advance } = server;
  const production = '/api/v1/projects/shop/environments/production';
  const keyOf = async (kind: string) =>
    (await ask('POST', `${production}/keys`, { kind, name: kind })).as<{ value: string }>().value;
  await ask('POST', '/api/v1/projects', { key: 'shop', name: 'Shop' });
  await ask('POST', '/api/v1/projects/shop/features', { key: 'exports', name: 'Exports', kind: 'switch' });
  await ask('POST', `${production}/customers`, { key: 'acme', name: 'Acme' });
  const sdk = await keyOf('sdk');
  const client = await keyOf('client-application');

  const application = async () => {
    const replies = [
      await ask('GET', '/sdk/v1/configuration', undefined, { token: sdk }),
      await ask('GET', '/sdk/v1/customers/acme', undefined, { token: sdk }),
      await ask('POST', `${production}/check`, { customer: 'acme', feature: 'exports' }, { token: sdk }),
      await ask('GET', '/ems/api/v5/entitledFeatures?customerIdentifier=acme', undefined, {
        token: null,
        headers: { 'x-api-key': client },
      }),
    ];
    return replies.map(({ status }) => status);
  };
  const edit = async () => (await ask('PATCH', `${production}/customers/acme`, { name: 'Acme AG' })).status;

  expect(await application()).toEqual([200, 200, 200, 200]);
  door.shut();
  expect(await application()).toEqual([200, 200, 200, 200]);
  // Long enough for every credential to be looked at again.
  advance(60_000);
  expect(await application()).toEqual([200, 200, 200, 200]);
  expect(await edit()).toBe(503);
  door.open();
  await expect.poll(edit, { timeout: 10_000 }).toBe(200);
  expect(await application()).toEqual([200, 200, 200, 200]);
});
