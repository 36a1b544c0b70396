import { startServer, type TestServer } from '@latchkey/testkit/server';
import { OpenFeature as OnServer } from '@openfeature/server-sdk';
import { ErrorCode, OpenFeature as OnPage, ProviderEvents, ProviderStatus } from '@openfeature/web-sdk';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { LatchkeyProvider } from './openfeature-server.ts';
import { LatchkeyWebProvider } from './openfeature-web.ts';
import { createClient } from './server.ts';
import { createBrowserClient, type KeyValueStorage } from './web.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const boolean = {
  kind: 'boolean',
  variations: [
    { value: true, name: 'on' },
    { value: false, name: 'off' },
  ],
};
const adaOf = (customer: string) => ({ targetingKey: 'ada', customer });
const soon = { timeout: 10_000, interval: 10 };

let server: TestServer;
let sdkKey: string;
let clientSideId: string;

/** A shop whose flag `exports` guards a feature that Acme is given by the tests, and Globex never. */
beforeAll(async () => {
  server = await startServer();
  const made = async (path: string, body: object) => {
    const reply = await server.post(path, body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    return reply;
  };
  await made('/api/v1/projects', { key: 'shop', name: 'Shop' });
  for (const key of ['exports', 'banner'])
    await made(`${project}/flags`, { key, name: key, clientSide: true, ...boolean });
  await made(`${project}/flags`, { key: 'internal', name: 'Internal', ...boolean });
  for (const key of ['exports', 'banner', 'internal']) await turn(key, { fallthrough: { variation: 0 } });
  await made(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' });
  for (const key of ['acme', 'globex']) await made(`${here}/customers`, { key, name: key });
  sdkKey = (await made(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>().value;
  clientSideId = (await server.get(here)).as<{ clientSideId: string }>().clientSideId;
});
afterAll(() => server[Symbol.asyncDispose]());

async function turn(flag: string, targeting: object): Promise<void> {
  const reply = await server.patch(`${here}/flags/${flag}`, { on: true, offVariation: 1, ...targeting });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

async function give(customer: string): Promise<string> {
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'An outage' };
  const given = await server.post(`${here}/customers/${customer}/grants`, grant);
  expect(given.status, JSON.stringify(given.body)).toBe(201);
  return given.as<{ id: string }>().id;
}

const take = (grant: string) => server.delete(`${here}/grants/${grant}`);
const silent = { log: () => undefined };

/** What a browser keeps, as a map. */
function aStorage(): KeyValueStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

const withheld = {
  value: false,
  reason: 'TARGETING_MATCH',
  flagMetadata: {
    'latchkey.entitled': false,
    'latchkey.reason': 'not_entitled',
    'latchkey.feature': 'exports',
  },
};

test('an OpenFeature application on a server follows the rights of the customer in its context', async () => {
  const latchkey = createClient({ address: server.address, sdkKey, folder: null, ...silent });
  onTestFinished(() => OnServer.clearProviders());
  onTestFinished(() => latchkey.close());
  await OnServer.setProviderAndWait(new LatchkeyProvider(latchkey));
  const client = OnServer.getClient();
  expect(await client.getBooleanDetails('exports', true, adaOf('acme'))).toMatchObject(withheld);
  const grant = await give('acme');
  await vi.waitFor(
    async () => expect(await client.getBooleanValue('exports', false, adaOf('acme'))).toBe(true),
    soon,
  );
  expect(await client.getBooleanDetails('exports', true, adaOf('globex'))).toMatchObject(withheld);
  expect(await client.getBooleanValue('exports', true, { targetingKey: 'ada' })).toBe(false);
  expect(await client.getBooleanValue('internal', false, { targetingKey: 'ada' })).toBe(true);
  await take(grant);
  await vi.waitFor(
    async () => expect(await client.getBooleanValue('exports', true, adaOf('acme'))).toBe(false),
    soon,
  );
});

test('an OpenFeature page does so too, changes whom it asks about, and hears of changes', async () => {
  onTestFinished(() => OnPage.clearProviders());
  await OnPage.setContext(adaOf('acme'));
  const provider = new LatchkeyWebProvider({
    address: server.address,
    clientSideId,
    storage: null,
    ...silent,
  });
  await OnPage.setProviderAndWait(provider);
  const client = OnPage.getClient();
  const changes: (readonly string[])[] = [];
  client.addHandler(ProviderEvents.ConfigurationChanged, (event) => changes.push(event?.flagsChanged ?? []));
  expect(client.getBooleanDetails('exports', true)).toMatchObject(withheld);
  expect(client.getBooleanDetails('internal', false)).toMatchObject({ errorCode: ErrorCode.FLAG_NOT_FOUND });
  expect(client.getStringDetails('banner', 'mine')).toMatchObject({
    value: 'mine',
    errorCode: ErrorCode.TYPE_MISMATCH,
  });
  const grant = await give('acme');
  await vi.waitFor(() => expect(client.getBooleanValue('exports', false)).toBe(true), soon);
  expect(changes).toEqual([['exports']]);
  await OnPage.setContext(adaOf('globex'));
  expect(client.providerStatus).toBe(ProviderStatus.READY);
  expect(client.getBooleanValue('exports', true)).toBe(false);
  client.track('looked');
  await take(grant);
});

test('a page that knows nobody to ask about is told so, and is ready once somebody is known', async () => {
  onTestFinished(() => OnPage.clearProviders());
  await OnPage.setContext({});
  const provider = new LatchkeyWebProvider({
    address: server.address,
    clientSideId,
    storage: null,
    ...silent,
  });
  await expect(OnPage.setProviderAndWait(provider)).rejects.toThrow(/400/);
  const client = OnPage.getClient();
  expect(client.providerStatus).toBe(ProviderStatus.ERROR);
  expect(client.getBooleanValue('banner', false)).toBe(false);
  await OnPage.setContext({ targetingKey: 'ada' });
  expect(client.getBooleanValue('banner', false)).toBe(true);
  expect(client.providerStatus).toBe(ProviderStatus.READY);
});

test('a page with a key that is refused gives up saying so', async () => {
  onTestFinished(() => OnPage.clearProviders());
  await OnPage.setContext({ targetingKey: 'ada' });
  const provider = new LatchkeyWebProvider({
    address: server.address,
    clientSideId: '0'.repeat(24),
    storage: null,
    ...silent,
  });
  await expect(OnPage.setProviderAndWait(provider)).rejects.toThrow(/401/);
  expect(OnPage.getClient().providerStatus).toBe(ProviderStatus.FATAL);
});

test('a page decides by what it knew when the server is away, for the same person only, and is current again after', async () => {
  const storage = aStorage();
  const context = adaOf('acme');
  const options = { address: server.address, clientSideId, storage, ...silent };
  const first = createBrowserClient({ ...options, context });
  expect(await first.ready()).toMatchObject({ state: 'live', lastError: null });
  first.close();
  expect(JSON.stringify([...storage.kept])).not.toContain('acme');

  let isAway = true;
  const unreliable: typeof fetch = (...asked) =>
    isAway ? Promise.reject(new TypeError('fetch failed')) : fetch(...asked);
  const second = createBrowserClient({ ...options, context, fetch: unreliable });
  onTestFinished(() => second.close());
  expect(second.flag('banner', false)).toBe(true);
  expect(await second.ready()).toMatchObject({ state: 'stale', lastError: { message: /fetch failed/ } });
  expect(second.flagDetails('banner').metadata).toMatchObject({ 'latchkey.freshness': 'stale' });

  const other = createBrowserClient({ ...options, context: adaOf('globex'), fetch: unreliable });
  onTestFinished(() => other.close());
  expect(other.flag('banner', false)).toBe(false);
  expect(other.flagDetails('banner')).toMatchObject({ errorCode: 'PROVIDER_NOT_READY' });

  isAway = false;
  await vi.waitFor(() => expect(second.status().state).toBe('live'), soon);
  expect(second.flags()).toEqual(['banner', 'exports']);
});

test('a storage that refuses, or was written by somebody else, hinders nothing', async () => {
  const refusing: KeyValueStorage = {
    getItem: () => 'nonsense',
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  };
  const options = { address: server.address, clientSideId, storage: refusing, ...silent };
  const flags = createBrowserClient({ ...options, context: { targetingKey: 'ada' } });
  onTestFinished(() => flags.close());
  expect(await flags.ready()).toMatchObject({ state: 'live' });
  expect(flags.flag('banner', false)).toBe(true);
});
