import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '@latchkey/model';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startClient } from '../test/clients.ts';
import { ManualTime } from '../test/manual-time.ts';
import { type Client, createClient } from './server.ts';

const place = '/api/v1/projects/shop/environments/production';

/** A shop that sells exports and seats, with the customer Acme that has nothing yet, and a key for its application. */
async function aShop(server: TestServer): Promise<{ readonly id: string; readonly value: string }> {
  const made = [
    await server.post('/api/v1/projects', {
      key: 'shop',
      name: 'Shop',
      environments: [{ key: 'production', name: 'Production' }],
    }),
    await server.post('/api/v1/projects/shop/features', { key: 'exports', name: 'Exports', kind: 'switch' }),
    await server.post('/api/v1/projects/shop/features', { key: 'seats', name: 'Seats', kind: 'number' }),
    await server.post(`${place}/customers`, { key: 'acme', name: 'Acme' }),
    await server.post(`${place}/keys`, { kind: 'sdk' }),
  ];
  expect(made.map(({ status, body }) => (status === 201 ? status : body))).toEqual([201, 201, 201, 201, 201]);
  return made[4]?.as<{ id: string; value: string }>() ?? { id: '', value: '' };
}

const give = async (server: TestServer, grant: object): Promise<void> => {
  const given = await server.post(`${place}/customers/acme/grants`, {
    effect: 'allow',
    origin: 'goodwill',
    reason: 'Outage of 3 March',
    ...grant,
  });
  expect(given, JSON.stringify(given.body)).toMatchObject({ status: 201 });
};

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-sdk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function connect(server: TestServer, sdkKey: string, more: { readonly fetch?: typeof fetch } = {}): Client {
  const client = createClient({
    address: server.address,
    sdkKey,
    folder: null,
    log: () => undefined,
    ...more,
  });
  onTestFinished(() => client.close());
  return client;
}

describe('an application with the server there', () => {
  test('sees a grant within two seconds, without restart and without asking', async () => {
    await using server = await startServer();
    const { value } = await aShop(server);
    const client = connect(server, value);
    const acme = await client.customer('acme');
    expect(acme.check('exports')).toMatchObject({ allowed: false, reason: 'not_entitled' });
    const told = new Promise<readonly Decision[]>((resolve) => acme.onChange(resolve));
    const since = Date.now();
    await give(server, { feature: 'exports' });
    expect(await told).toMatchObject([
      { feature: 'exports', allowed: true, reason: 'entitled', freshness: 'live' },
    ]);
    expect(Date.now() - since).toBeLessThan(2000);
    expect(acme.isEntitled('exports')).toBe(true);
  });

  test('decides exactly as the server does', async () => {
    await using server = await startServer();
    const { value } = await aShop(server);
    await give(server, {
      feature: 'seats',
      effect: 'set',
      value: 10,
      to: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const client = connect(server, value);
    for (const customer of ['acme', 'nobody']) {
      const handle = await client.customer(customer);
      await vi.waitFor(() => expect(client.status().state).toBe('live'));
      for (const feature of ['exports', 'seats', 'unheard-of']) {
        const theirs = await server.post(`${place}/check`, { customer, feature, explain: true });
        expect({ ...handle.explain(feature), revision: 0 }).toEqual({
          ...(theirs.body as Decision),
          revision: 0,
        });
      }
    }
    expect((await client.customer('acme')).value('seats')).toBe(10);
  });

  test('a flag is turned and the application turns with it', async () => {
    await using server = await startServer();
    const { value } = await aShop(server);
    const flag = {
      key: 'checkout',
      name: 'Checkout',
      kind: 'boolean',
      variations: [{ value: false }, { value: true }],
    };
    expect(await server.post('/api/v1/projects/shop/flags', flag)).toMatchObject({ status: 201 });
    const client = connect(server, value);
    await client.ready();
    const user = { kind: 'user', key: 'ada' };
    expect(client.flag('checkout', user, true)).toBe(false);
    const changed = new Promise((resolve) => client.onChange(resolve));
    const turned = await server.patch(`${place}/flags/checkout`, { on: true, fallthrough: { variation: 1 } });
    expect(turned).toMatchObject({ status: 200 });
    expect(await changed).toMatchObject({ because: 'change', customers: 'all' });
    expect(client.flag('checkout', user, false)).toBe(true);
  });
});

describe('an application whose server is gone', () => {
  test('decides on, and after its own restart from what it saved', async () => {
    const folder = aFolder();
    const server = await startServer();
    const { value } = await aShop(server);
    await give(server, { feature: 'exports' });
    await using first = startClient(server.address, {
      sdkKey: value,
      folder,
      time: new ManualTime(Date.now()),
    });
    const acme = await first.client.customer('acme');
    await vi.waitFor(() => expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'live' }));
    await server[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(first.client.status().state).toBe('stale'));
    expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'stale' });
    const before = acme.entitlements({ explain: true });
    await first.client.close();
    expect(acme.isEntitled('exports')).toBe(true);

    await using second = startClient(server.address, {
      sdkKey: value,
      folder,
      time: new ManualTime(Date.now()),
    });
    expect(await second.client.ready()).toMatchObject({ state: 'stale', ageSeconds: expect.any(Number) });
    const again = await second.client.customer('acme');
    expect(again.check('exports')).toMatchObject({ allowed: true, reason: 'entitled', freshness: 'stale' });
    expect(again.entitlements({ explain: true })).toEqual(before);
  });

  test('ends a trial at its second', async () => {
    const server = await startServer();
    const { value } = await aShop(server);
    const end = Math.ceil(Date.now() / 1000) * 1000 + 40 * 86_400_000;
    await give(server, { feature: 'exports', origin: 'trial', to: new Date(end).toISOString() });
    const time = new ManualTime(Date.now());
    await using tested = startClient(server.address, { sdkKey: value, time });
    await tested.client.ready();
    const acme = await tested.client.customer('acme');
    const told: (readonly Decision[])[] = [];
    acme.onChange((changed) => told.push(changed));
    await server[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    time.advance(end - 1 - time.now());
    expect(acme.isEntitled('exports')).toBe(true);
    expect(told).toEqual([]);
    time.advance(1);
    expect(told).toMatchObject([[{ feature: 'exports', allowed: false, reason: 'trial_ended' }]]);
    expect(acme.isEntitled('exports')).toBe(false);
  });

  test('whose key was revoked stays on what it knows, and says so', async () => {
    await using server = await startServer();
    const { id, value } = await aShop(server);
    await give(server, { feature: 'exports' });
    await using tested = startClient(server.address, { sdkKey: value, time: new ManualTime(Date.now()) });
    await tested.client.ready();
    const acme = await tested.client.customer('acme');
    expect((await server.delete(`${place}/keys/${id}`)).status).toBeLessThan(300);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    tested.time.advance(750);
    await vi.waitFor(() => expect(tested.client.status().lastError?.status).toBe(401));
    expect(acme.check('exports')).toMatchObject({ allowed: true, freshness: 'stale' });
  });
});

test('an application that meets another history takes it whole, also when it is shorter', async () => {
  const old = await startServer();
  const { value: oldKey } = await aShop(old);
  await give(old, { feature: 'exports' });
  let [there, key] = [old.address, oldKey];
  const redirected: typeof fetch = (url, init) =>
    fetch(String(url).replace(old.address, there), {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), authorization: `Bearer ${key}` },
    });
  await using tested = startClient(old.address, {
    sdkKey: oldKey,
    fetch: redirected,
    time: new ManualTime(Date.now()),
  });
  const { revision: oldRevision, epoch: oldEpoch } = await tested.client.ready();
  const acme = await tested.client.customer('acme');
  expect(acme.isEntitled('exports')).toBe(true);

  await using restored = await startServer();
  const { value: newKey } = await aShop(restored);
  [there, key] = [restored.address, newKey];
  await old[Symbol.asyncDispose]();
  await vi.waitFor(() => {
    tested.time.advance(1000);
    expect(tested.client.status().epoch).not.toBe(oldEpoch);
  });
  expect(tested.client.status().revision).toBeLessThan(Number(oldRevision));
  await vi.waitFor(() =>
    expect(acme.check('exports')).toMatchObject({
      allowed: false,
      reason: 'not_entitled',
      freshness: 'live',
    }),
  );
});
