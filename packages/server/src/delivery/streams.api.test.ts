import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Configuration, Patch } from '@latchkey/model';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

async function startShop(): Promise<{ server: TestServer; key: string; keyId: string }> {
  const server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const issued = await server.post(`${here}/keys`, { kind: 'sdk' });
  const { id, value } = issued.as<{ id: string; value: string }>();
  return { server, key: value, keyId: id };
}

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** A reader of the stream that can stop reading, as a real one under pressure does. */
class StreamReader implements AsyncDisposable {
  readonly socket: Socket;
  #text = '';
  #moved: () => void = () => undefined;
  isOver = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      this.#text += String(part);
      this.#moved();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOver = true;
      this.#moved();
    });
    socket.on('end', () => socket.end());
  }

  static async open(
    server: TestServer,
    key: string,
    lastEventId: string | null = null,
  ): Promise<StreamReader> {
    const { hostname, port } = new URL(server.address);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    const reader = new StreamReader(socket);
    const since = lastEventId === null ? '' : `last-event-id: ${lastEventId}\r\n`;
    socket.write(
      `GET /sdk/v1/stream HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${key}\r\n${since}\r\n`,
    );
    await reader.until(() => reader.#text.includes('\r\n\r\n'));
    return reader;
  }

  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.#text)?.[1]);
  }

  /** The events so far. Frames come whole within the chunks that the protocol wraps them in. */
  events(): readonly Event[] {
    const body = this.#text.slice(this.#text.indexOf('\r\n\r\n') + 4).replace(/(^|\r\n)[0-9a-f]+\r\n/g, '');
    return body
      .split('\n\n')
      .slice(0, -1)
      .flatMap((frame) => {
        const field = (name: string): string =>
          new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1]?.trim() ?? '';
        return field('event') === '' ? [] : [{ event: field('event'), id: field('id'), data: field('data') }];
      });
  }

  async until(isThere: () => boolean): Promise<void> {
    while (!isThere()) {
      if (this.isOver) throw new Error('the stream ended before what was waited for');
      await new Promise<void>((resolve) => {
        this.#moved = resolve;
      });
    }
  }

  /** Waits for so many events and reads them. */
  async first(count: number): Promise<readonly Event[]> {
    await this.until(() => this.events().length >= count);
    return this.events();
  }

  async ended(): Promise<void> {
    while (!this.isOver)
      await new Promise<void>((resolve) => {
        this.#moved = resolve;
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy();
    await this.ended();
  }
}

const revisionOf = ({ id }: Event): number => Number(id.slice(id.lastIndexOf(':') + 1));
const patchOf = ({ data }: Event): Patch => JSON.parse(data) as Patch;
const putOf = ({ data }: Event): Configuration => JSON.parse(data) as Configuration;
const addCustomer = (server: TestServer, key: string) => server.post(`${here}/customers`, { key, name: key });

test('an application is given everything once, then every change in order and without a gap', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await using reader = await StreamReader.open(server, key);
  const [put] = await reader.first(1);
  if (!put) throw new Error('nothing came');
  expect(put.event).toBe('put');
  expect(putOf(put)).toMatchObject({ project: 'shop', environment: 'production', features: [] });
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  await Promise.all(Array.from({ length: 20 }, (_, at) => addCustomer(server, `c-${at}`)));
  await server.post(`${here}/customers/c-3/grants`, {
    feature: 'exports',
    effect: 'allow',
    origin: 'goodwill',
    reason: 'An outage',
  });
  const [, ...patches] = await reader.first(23);
  expect(patches.map(({ event }) => event)).toEqual(patches.map(() => 'patch'));
  expect(patches.map(revisionOf)).toEqual(patches.map((_, at) => revisionOf(put) + 1 + at));
  expect(patches.map((event) => patchOf(event).revision)).toEqual(patches.map(revisionOf));
  expect(patchOf(patches[0] as Event).changes).toMatchObject([{ kind: 'feature', id: 'exports' }]);
  // A customer's own grant is for those who hold the customer to fetch, not for everybody to carry.
  expect(patchOf(patches[21] as Event)).toMatchObject({ changes: [], customers: ['c-3'] });
});

test('changes of another environment are not for this application', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await using reader = await StreamReader.open(server, key);
  await reader.first(1);
  await server.post(`${project}/environments/staging/customers`, { key: 'elsewhere', name: 'Elsewhere' });
  await addCustomer(server, 'acme');
  const [, patch] = await reader.first(2);
  expect(patchOf(patch as Event).customers).toEqual(['acme']);
});

test('who comes back is sent what was missed and nothing else', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const reader = await StreamReader.open(server, key);
  await addCustomer(server, 'first');
  const seen = (await reader.first(2)).at(-1) as Event;
  await reader[Symbol.asyncDispose]();
  for (const name of ['second', 'third']) await addCustomer(server, name);
  await using back = await StreamReader.open(server, key, seen.id);
  await addCustomer(server, 'fourth');
  const missed = await back.first(3);
  expect(missed.map(({ event }) => event)).toEqual(['patch', 'patch', 'patch']);
  expect(missed.map((event) => patchOf(event).customers)).toEqual([['second'], ['third'], ['fourth']]);
});

test('who comes back having missed nothing is sent nothing', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const reader = await StreamReader.open(server, key);
  const [put] = await reader.first(1);
  await reader[Symbol.asyncDispose]();
  await using back = await StreamReader.open(server, key, put?.id);
  await addCustomer(server, 'acme');
  const [next] = await back.first(1);
  expect(next).toMatchObject({
    event: 'patch',
    id: `${putOf(put as Event).epoch}:${revisionOf(put as Event) + 1}`,
  });
});

test.each(['nonsense', 'another-epoch:3', 'a:b:c', ':'])(
  'who comes back with an id that is not known here, “%s”, is given everything',
  async (id) => {
    const { server, key } = await startShop();
    await using _ = server;
    await using reader = await StreamReader.open(server, key, id);
    const [put] = await reader.first(1);
    expect(put?.event).toBe('put');
  },
);

test('a revision of before a restore means nothing after it: everybody is given everything', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await using reader = await StreamReader.open(server, key);
  const [before] = await reader.first(1);
  await sql`update ledger_stream set epoch = 'restored' where project = 'shop'`.execute(
    server.latchkey.db.kysely,
  );
  const [, put] = await reader.first(2);
  expect(put).toMatchObject({ event: 'put', id: `restored:${revisionOf(before as Event)}` });
  await using late = await StreamReader.open(server, key, before?.id);
  expect((await late.first(1))[0]).toMatchObject({ event: 'put', id: put?.id });
});

test('a revoked key ends its streams and opens no more, while other keys’ streams go on', async () => {
  const { server, key, keyId } = await startShop();
  await using _ = server;
  const other = (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>().value;
  await using revoked = await StreamReader.open(server, key);
  await using staying = await StreamReader.open(server, other);
  await Promise.all([revoked.first(1), staying.first(1)]);
  await server.delete(`${here}/keys/${keyId}`);
  await revoked.ended();
  await using again = await StreamReader.open(server, key);
  expect(again.status).toBe(401);
  await addCustomer(server, 'acme');
  const last = await staying.first(3);
  expect(patchOf(last.at(-1) as Event).customers).toEqual(['acme']);
});

test('other kinds of keys open no stream', async () => {
  const { server } = await startShop();
  await using _ = server;
  const issued = await server.post(`${here}/keys`, { kind: 'client-application' });
  await using reader = await StreamReader.open(server, issued.as<{ value: string }>().value);
  expect(reader.status).toBe(403);
});

test('a slow reader is given the newest instead of all it left waiting, and holds nobody up', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  await using slow = await StreamReader.open(server, key);
  await using quick = await StreamReader.open(server, key);
  await Promise.all([slow.first(1), quick.first(1)]);
  slow.socket.pause();
  const kilobytes = 'x'.repeat(900_000);
  const created = await server.post(`${project}/flags`, {
    key: 'large',
    name: 'Large',
    kind: 'json',
    variations: [{ value: kilobytes }, { value: null }],
  });
  expect(created.status).toBe(201);
  // Far more than one reader's queue and the system's own buffers hold.
  const editCount = 24;
  for (let edit = 1; edit <= editCount; edit += 1)
    await server.patch(`${project}/flags/large`, { name: `Large ${edit}` });
  const all = await quick.first(2 + editCount);
  const newest = revisionOf(all.at(-1) as Event);
  expect(all.slice(1).map(revisionOf)).toEqual(
    all.slice(1).map((_, at) => revisionOf(all[0] as Event) + 1 + at),
  );
  slow.socket.resume();
  await slow.until(() => slow.events().at(-1)?.id === all.at(-1)?.id);
  const caughtUp = slow.events();
  expect(caughtUp.length).toBeLessThan(all.length);
  expect(caughtUp.at(-1)?.event).toBe('put');
  expect(putOf(caughtUp.at(-1) as Event)).toMatchObject({
    revision: newest,
    flags: [{ key: 'large', name: `Large ${editCount}` }],
  });
});

test('a stream that is asked for its headers alone is refused instead of left open', async () => {
  const { server, key } = await startShop();
  await using _ = server;
  const reply = await fetch(`${server.address}/sdk/v1/stream`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(reply.status).toBe(405);
});
