import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConfiguration, aFeature, aGrant, aSnapshot } from '@latchkey/testkit/builders';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startClient } from '../test/clients.ts';
import { type ScriptedServer, scriptedServer } from '../test/scripted-server.ts';
import type { LogEntry } from './log.ts';
import { createClient } from './server.ts';

const configuration = aConfiguration({ revision: 5, features: [aFeature()] });
const entitled = (key: string, revision: number) =>
  aSnapshot({ key, revision, grants: [aGrant({ subject: { kind: 'customer', key } })] });
const bare = (key: string, revision = 5) => aSnapshot({ key, revision });
const askedFor = (server: ScriptedServer) =>
  server.paths('/sdk/v1/customers/').map((path) => path.split('/').at(-1));

async function aServer(...keys: readonly string[]): Promise<ScriptedServer> {
  const server = await scriptedServer(configuration);
  for (const key of keys) server.customers.set(key, bare(key));
  return server;
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-sdk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('customers', () => {
  test('are asked for once, however many ask at the same time', async () => {
    await using server = await aServer('acme');
    await using tested = startClient(server.address);
    const handles = await Promise.all(Array.from({ length: 50 }, () => tested.client.customer('acme')));
    await tested.client.customer('acme');
    expect(handles).toHaveLength(50);
    expect(askedFor(server)).toEqual(['acme']);
  });

  test('are asked for again when a change names them, and only then', async () => {
    await using server = await aServer('acme', 'bolt');
    await using tested = startClient(server.address);
    await tested.client.ready();
    const acme = await tested.client.customer('acme');
    await tested.client.customer('bolt');
    server.customers.set('acme', entitled('acme', 6));
    server.patch({ revision: 6, customers: ['acme', 'somebody-else'] });
    await vi.waitFor(() => expect(acme.isEntitled('exports')).toBe(true));
    expect(askedFor(server)).toEqual(['acme', 'bolt', 'acme']);
  });

  test('whose change overtook their answer are asked for once more', async () => {
    await using server = await aServer('acme');
    await using tested = startClient(server.address);
    await tested.client.ready();
    let release: () => void = () => undefined;
    server.hold = new Promise((resolve) => {
      release = resolve;
    });
    const coming = tested.client.customer('acme');
    await vi.waitFor(() => expect(askedFor(server)).toHaveLength(1));
    server.customers.set('acme', entitled('acme', 6));
    server.patch({ revision: 6, customers: ['acme'] });
    await vi.waitFor(() => expect(tested.client.status().revision).toBe(6));
    release();
    expect((await coming).check('exports')).toMatchObject({ allowed: true, freshness: 'live' });
    expect(askedFor(server)).toEqual(['acme', 'acme']);
  });

  test('are asked for eight at a time when everybody changed, and not by all applications in the same moment', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `customer-${index}`);
    await using server = await aServer(...keys);
    await using tested = startClient(server.address);
    await tested.client.ready();
    const handles = await Promise.all(keys.map((key) => tested.client.customer(key)));
    for (const key of keys) server.customers.set(key, entitled(key, 6));
    server.patch({ revision: 6, customers: 'all' });
    await vi.waitFor(() => expect(tested.time.waits).toContain(1000));
    expect(askedFor(server)).toHaveLength(100);
    let release: () => void = () => undefined;
    server.hold = new Promise((resolve) => {
      release = resolve;
    });
    tested.time.advance(1000);
    await vi.waitFor(() => expect(askedFor(server)).toHaveLength(108));
    release();
    await vi.waitFor(() => expect(handles.every((handle) => handle.isEntitled('exports'))).toBe(true));
    expect(askedFor(server)).toHaveLength(200);
    expect(server.mostAtOnce).toBe(8);
  });

  test('that the server cannot tell of now are asked for again later; until then fail modes decide', async () => {
    await using server = await aServer();
    await using tested = startClient(server.address);
    await tested.client.ready();
    const acme = await tested.client.customer('acme');
    expect(acme.check('exports')).toMatchObject({ allowed: false, reason: 'no_data', freshness: 'fallback' });
    server.customers.set('acme', entitled('acme', 5));
    tested.time.advance(750);
    await vi.waitFor(() => expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'live' }));
  });

  test('by a text that can be no key are unknown customers', async () => {
    await using server = await aServer();
    await using tested = startClient(server.address);
    await tested.client.ready();
    const half = await tested.client.customer('\ud800');
    expect(half.check('exports')).toMatchObject({ allowed: false, reason: 'customer_unknown' });
    expect(askedFor(server)).toEqual([]);
  });

  test('that had to make room are asked for again when their handle is used', async () => {
    await using server = await aServer('acme', 'bolt');
    await using tested = startClient(server.address, { customersMax: 1 });
    await tested.client.ready();
    const acme = await tested.client.customer('acme');
    await tested.client.customer('bolt');
    server.customers.set('acme', entitled('acme', 6));
    server.patch({ revision: 6, customers: ['acme'] });
    await vi.waitFor(() => expect(tested.client.status().revision).toBe(6));
    expect(acme.check('exports')).toMatchObject({ allowed: false, freshness: 'stale' });
    await vi.waitFor(() => expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'live' }));
  });
});

describe('what is saved', () => {
  test('serves a restart without the server, and is asked about again once the server is back', async () => {
    const folder = aFolder();
    const server = await aServer('acme');
    server.customers.set('acme', entitled('acme', 5));
    const first = startClient(server.address, { folder });
    await first.client.ready();
    await first.client.customer('acme');
    await first.client.close();

    server.refusal = { status: 503, code: 'unavailable' };
    await using server2 = server;
    await using second = startClient(server2.address, { folder });
    expect(await second.client.ready()).toMatchObject({
      state: 'stale',
      revision: 5,
      lastError: { status: 503 },
    });
    const acme = await second.client.customer('acme');
    expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'stale' });

    server.refusal = null;
    server.customers.set('acme', bare('acme', 7));
    server.configuration = { ...configuration, revision: 7 };
    second.time.advance(750);
    await vi.waitFor(() =>
      expect(acme.check('exports')).toMatchObject({ allowed: false, freshness: 'live' }),
    );
  });

  test('lets a restarted application ask only for what is new', async () => {
    const folder = aFolder();
    await using server = await aServer('acme');
    const first = startClient(server.address, { folder });
    await first.client.ready();
    await first.client.close();
    await using second = startClient(server.address, { folder });
    expect(await second.client.ready()).toMatchObject({ state: 'live', revision: 5 });
    expect(server.seen.at(-1)).toMatchObject({
      path: '/sdk/v1/stream',
      headers: { 'last-event-id': 'one:5' },
    });
  });

  test('is nothing when the application wants nothing kept', async () => {
    await using server = await aServer('acme');
    const before = readdirSync('.');
    const tested = startClient(server.address, { folder: null });
    await tested.client.ready();
    await tested.client.customer('acme');
    await tested.client.close();
    expect(readdirSync('.')).toEqual(before);
  });
});

describe('waiting for a client', () => {
  test('ends when the time is over, with nothing known and no server', async () => {
    await using server = await aServer();
    server.refusal = { status: 500, code: 'internal' };
    await using tested = startClient(server.address);
    const ready = tested.client.ready({ timeoutSeconds: 3 });
    await vi.waitFor(() => expect(tested.time.waits).toContain(3000));
    tested.time.advance(3000);
    expect(await ready).toMatchObject({ state: 'fallback', revision: null, ageSeconds: null });
  });

  test('ends when the client is closed, which then still answers', async () => {
    await using server = await aServer();
    server.refusal = { status: 500, code: 'internal' };
    await using tested = startClient(server.address);
    const ready = tested.client.ready();
    await vi.waitFor(() => expect(tested.time.waits).toContain(5000));
    await tested.client.close();
    expect((await ready).revision).toBeNull();
    expect(await tested.client.check({ customer: 'acme', feature: 'exports' })).toMatchObject({
      reason: 'no_data',
    });
    expect(tested.time.waits).toEqual([]);
  });
});

test('a client that was given nothing to connect with says so in its status, and throws nothing', async () => {
  const logged: LogEntry[] = [];
  const client = createClient({ folder: null, log: (entry: LogEntry) => logged.push(entry) } as never);
  onTestFinished(() => client.close());
  await vi.waitFor(() =>
    expect(client.status()).toMatchObject({ state: 'fallback', lastError: { status: null } }),
  );
  expect(await client.check({ customer: 'acme', feature: 'exports' })).toMatchObject({ reason: 'no_data' });
  expect(logged.length).toBeGreaterThan(0);
});
