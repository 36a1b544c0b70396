import { createHmac } from 'node:crypto';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';
import { launchDarklyPolicy } from './set-up.ts';

const shop = '/api/v1/projects/shop';
const production = `${shop}/environments/production`;

async function startShop(): Promise<TestServer> {
  const server = await startServer();
  expect(await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' })).toMatchObject({ status: 201 });
  return server;
}

interface Connected {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

async function connect(server: TestServer, platform: 'launchdarkly' | 'split'): Promise<Connected> {
  const reply = await server.post(`${shop}/connections`, { platform, name: `Our ${platform}` });
  expect(reply).toMatchObject({ status: 201, body: { platform, state: 'active' } });
  return reply.as<Connected>();
}

interface Edition {
  readonly key?: string;
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly version?: number;
  readonly archived?: boolean;
}

/** A message as LaunchDarkly writes it: pretty-printed, so that only its own bytes fit its signature. */
function entry(id: string, action: string, edition: Edition = {}, date = 1_790_000_000_000): string {
  const { key = 'adv-rep', name = 'Advanced reports', tags = [], version = 1, archived = false } = edition;
  const resources = ['production', 'test'].map((environment) => `proj/shop:env/${environment}:flag/${key}`);
  const flag = { key, name, kind: 'boolean', _version: version, description: '', tags, archived };
  const isDeleted = action === 'deleteFlag';
  return JSON.stringify(
    {
      _links: {},
      _id: id,
      _accountId: '569f',
      date,
      accesses: resources.map((resource) => ({ action, resource })),
      kind: 'flag',
      name,
      description: '',
      shortDescription: '',
      comment: 'sold in Gold',
      member: { _id: 'm1', email: 'pm@shop.test' },
      titleVerb: 'updated the flag',
      target: { name, resources },
      ...(isDeleted ? { previousVersion: flag } : { currentVersion: { ...flag, environments: {} } }),
    },
    null,
    2,
  );
}

const signatureOf = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

async function send({ url, secret }: Connected, body: string, signature = signatureOf(body, secret)) {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ld-signature': signature },
    body,
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

async function post(url: string, body: unknown) {
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const featuresOf = async (server: TestServer): Promise<readonly { key: string; name: string }[]> =>
  (await server.get(`${shop}/features`)).as<{ items: { key: string; name: string }[] }>().items;

const linkStatesOf = async (server: TestServer, id: string): Promise<readonly string[]> => {
  const { flags } = (await server.get(`${shop}/connections/${id}`)).as<{ flags: { state: string }[] }>();
  return flags.map(({ state }) => state);
};

const tagged = { tags: ['EntitledFeature', 'reports'], version: 2 };

test('a flag becomes a feature when the tag is added, by its key, with the words of the catalogue', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  expect(connection.url).toBe(`${server.address}/hooks/launchdarkly/${connection.id}`);
  expect(connection.secret).toMatch(/^lk_hook_/);

  expect(await send(connection, entry('e1', 'createFlag'))).toEqual({
    status: 200,
    body: { status: 'ignored' },
  });
  expect(await featuresOf(server)).toEqual([]);

  const body = entry('e2', 'updateTags', tagged, 1_790_000_000_500);
  expect(await send(connection, body)).toEqual({ status: 200, body: { status: 'applied' } });
  expect(await send(connection, body)).toEqual({ status: 200, body: { status: 'repeated' } });
  expect(await server.get(`${shop}/features/adv-rep`)).toMatchObject({
    status: 200,
    body: {
      key: 'adv-rep',
      name: 'Advanced reports',
      tags: ['reports'],
      source: { platform: 'launchdarkly', ref: 'shop/adv-rep' },
      sentinel: {
        namespace: 'Feature-Flag',
        enforcement: 'Services 1.0',
        licenceModels: ['Services'],
        isFeatureFlag: 'Yes',
        version: '',
      },
    },
  });
  expect(await linkStatesOf(server, connection.id)).toEqual(['attached']);
  const ledger = await server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .select(['actor', 'action', 'comment', 'resource_kind'])
    .where('action', '=', 'connection.receive-flag')
    .orderBy('position')
    .execute();
  expect(ledger).toMatchObject([
    {
      actor: { kind: 'connection', id: connection.id },
      comment: 'pm@shop.test updated the flag in LaunchDarkly: sold in Gold',
      resource_kind: 'feature',
    },
    { resource_kind: 'flag_link' },
  ]);
});

test('the tag is spelled exactly so, or it makes no feature', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const others = ['entitledfeature', 'Entitled Feature', 'EntitledFeatures', ' EntitledFeature', ''];
  for (const [index, tag] of others.entries()) {
    const body = entry(`e${index}`, 'updateTags', { key: `flag-${index}`, tags: [tag], version: 2 });
    expect(await send(connection, body)).toMatchObject({ body: { status: 'ignored' } });
  }
  expect(await featuresOf(server)).toEqual([]);
});

test('what is not signed with the secret is refused and leaves nothing behind', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const body = entry('e1', 'updateTags', tagged);
  const good = signatureOf(body, connection.secret);
  const reserialised = JSON.stringify(JSON.parse(body));
  const refused = { status: 401, body: { code: 'invalid_signature' } };
  expect(await send(connection, body, signatureOf(body, `${connection.secret}x`))).toMatchObject(refused);
  expect(await send(connection, body, good.toUpperCase())).toMatchObject(refused);
  expect(await send(connection, body, `sha256=${good}`)).toMatchObject(refused);
  expect(await send(connection, body, '')).toMatchObject(refused);
  expect(await send(connection, reserialised, good)).toMatchObject(refused);
  expect(await post(connection.url, JSON.parse(body))).toMatchObject(refused);
  const nowhere = { ...connection, url: `${server.address}/hooks/launchdarkly/con_unknown` };
  expect(await send(nowhere, body)).toMatchObject(refused);
  expect(await server.get(`${shop}/connections/${connection.id}/events`)).toMatchObject({
    body: { items: [] },
  });
  expect(await featuresOf(server)).toEqual([]);
});

test('whatever is signed is answered 200, and what it does not mean is said in the list of events', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const odd = ['not json', '[]', '[['.repeat(5000), '{"_id":"e9","kind":"member"}', '{"_id":"\\u0000"}', ''];
  for (const body of odd) expect(await send(connection, body)).toMatchObject({ status: 200 });
  const { items } = (await server.get(`${shop}/connections/${connection.id}/events`)).as<{
    items: { status: string; reason: string; about: string }[];
  }>();
  expect(items).toHaveLength(odd.length);
  expect(items.every(({ status, reason }) => status === 'ignored' && reason !== '')).toBe(true);
  expect(items.map(({ about }) => about)).toContain('member');
});

test('without its tag, archived or deleted over there, a flag keeps its feature here', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const at = (second: number): number => 1_790_000_000_000 + second * 1000;
  const statesAfter = async (body: string) => {
    expect(await send(connection, body)).toMatchObject({ status: 200, body: { status: 'applied' } });
    return linkStatesOf(server, connection.id);
  };
  const edition = (version: number, part: Edition = {}) => ({ ...tagged, ...part, version });
  expect(await statesAfter(entry('e1', 'updateTags', edition(2), at(1)))).toEqual(['attached']);
  expect(await statesAfter(entry('e2', 'updateTags', edition(3, { tags: [] }), at(2)))).toEqual(['detached']);
  expect(await statesAfter(entry('e3', 'updateTags', edition(4), at(3)))).toEqual(['attached']);
  const archived = entry('e4', 'updateGlobalArchived', edition(5, { archived: true }), at(4));
  expect(await statesAfter(archived)).toEqual(['archived']);
  expect(await statesAfter(entry('e5', 'deleteFlag', edition(5), at(5)))).toEqual(['deleted']);
  expect(await featuresOf(server)).toMatchObject([{ key: 'adv-rep', state: 'general' }]);

  expect(await send(connection, entry('e6', 'updateTags', edition(4), at(3)))).toMatchObject({
    body: { status: 'ignored' },
  });
  expect(await linkStatesOf(server, connection.id)).toEqual(['deleted']);
});

test('news that overtook the tag has the last word', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const untagged = entry('e3', 'updateTags', { version: 3 }, 1_790_000_002_000);
  expect(await send(connection, untagged)).toMatchObject({ body: { status: 'ignored' } });
  const before = entry('e2', 'updateTags', tagged, 1_790_000_001_000);
  expect(await send(connection, before)).toMatchObject({ body: { status: 'applied' } });
  expect(await featuresOf(server)).toMatchObject([{ key: 'adv-rep' }]);
  expect(await linkStatesOf(server, connection.id)).toEqual(['detached']);
});

test('one flag told of many times at once is one feature', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  const bodies = Array.from({ length: 12 }, (_, index) =>
    entry(
      `e${index % 6}`,
      'updateTags',
      { ...tagged, version: 2 + (index % 6) },
      1_790_000_000_000 + (index % 6),
    ),
  );
  const replies = await Promise.all(bodies.map((body) => send(connection, body)));
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  expect(await featuresOf(server)).toMatchObject([{ key: 'adv-rep' }]);
  expect(await linkStatesOf(server, connection.id)).toEqual(['attached']);
});

const seeded = [
  ['namespace-feature-flag', 'namespace Feature-Flag'],
  ['enforcement-services', 'enforcement Services 1.0'],
  ['licence-model-services', 'licence model Services'],
  ['attribute-is-feature-flag', 'attribute isFeatureFlag'],
] as const;

test.each(seeded)(
  'while %s is renamed, flags wait, and become features when it has its name again',
  async (id, named) => {
    await using server = await startShop();
    const connection = await connect(server, 'launchdarkly');
    const before = (await server.get(`${shop}/catalogue`)).as<{ items: { id: string; name: string }[] }>();
    const name = before.items.find((one) => one.id === id)?.name;
    expect(await server.patch(`${shop}/catalogue/${id}`, { name: 'Something else' })).toMatchObject({
      status: 200,
    });

    expect(await send(connection, entry('e1', 'updateTags', tagged))).toEqual({
      status: 200,
      body: { status: 'blocked' },
    });
    expect(await featuresOf(server)).toEqual([]);
    expect(await server.get(`${shop}/connections/${connection.id}`)).toMatchObject({
      body: {
        blocked: 1,
        missing: [named],
        health: { state: 'blocked', detail: expect.stringContaining(named) },
        events: [{ status: 'blocked', reason: expect.stringContaining(named) }],
      },
    });
    expect(await server.get(`${production}/console`)).toMatchObject({
      body: {
        featureFlags: [{ warning: expect.stringContaining(named) }],
        warnings: [expect.stringContaining(named)],
      },
    });

    expect(await server.patch(`${shop}/catalogue/${id}`, { name })).toMatchObject({ status: 200 });
    await expect.poll(() => featuresOf(server), { timeout: 10_000 }).toMatchObject([{ key: 'adv-rep' }]);
    await expect
      .poll(async () => (await server.get(`${shop}/connections/${connection.id}`)).body, { timeout: 10_000 })
      .toMatchObject({
        blocked: 0,
        missing: [],
        health: { state: 'healthy' },
        events: [{ status: 'applied' }],
      });
  },
);

test('an entry that was removed can be made again by its name, and flags that waited become features', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  await server.delete(`${shop}/catalogue/namespace-feature-flag`);
  await send(connection, entry('e1', 'updateTags', tagged));
  expect(await featuresOf(server)).toEqual([]);
  await server.post(`${shop}/catalogue`, { type: 'namespace', name: 'Feature-Flag' });
  await expect.poll(() => featuresOf(server), { timeout: 10_000 }).toMatchObject([{ key: 'adv-rep' }]);
});

test('two secrets are good while one replaces the other; a leaked one ends at once', async () => {
  await using server = await startShop();
  const first = await connect(server, 'launchdarkly');
  const rotate = async (body: unknown = {}) =>
    (await server.post(`${shop}/connections/${first.id}/rotate`, body)).as<Connected>();
  const second = await rotate();
  expect(second.secret).not.toBe(first.secret);
  expect(await send(first, entry('e1', 'createFlag'))).toMatchObject({ status: 200 });
  expect(await send(second, entry('e2', 'createFlag'))).toMatchObject({ status: 200 });
  const third = await rotate();
  expect(await send(first, entry('e3', 'createFlag'))).toMatchObject({ status: 401 });
  expect(await send(second, entry('e4', 'createFlag'))).toMatchObject({ status: 200 });
  const fourth = await rotate({ endPrevious: true });
  expect(await send(third, entry('e5', 'createFlag'))).toMatchObject({ status: 401 });
  expect(await send(fourth, entry('e6', 'createFlag'))).toMatchObject({ status: 200 });
  expect(await server.get(`${shop}/connections/${first.id}`)).toMatchObject({ body: { liveSecrets: 1 } });
});

test('the secret is shown again to administrators, recorded each time, and kept nowhere in the open', async () => {
  await using server = await startShop();
  const { id, secret, url } = await connect(server, 'launchdarkly');
  for (let times = 0; times < 2; times += 1) {
    expect(await server.post(`${shop}/connections/${id}/reveal`)).toMatchObject({
      body: { id, secret, url },
    });
  }
  const engineer = (
    await server.post('/api/v1/tokens', { name: 'Eva', roles: ['engineer'], service: true })
  ).as<{ value: string }>().value;
  expect(await server.post(`${shop}/connections/${id}/reveal`, {}, { token: engineer })).toMatchObject({
    status: 403,
  });
  const shown = await server.get(`${shop}/connections/${id}`, { token: engineer });
  expect(shown.status).toBe(200);
  expect(JSON.stringify(shown.body)).not.toMatch(/lk_hook_|sealed|digest/);

  const entries = await server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .select(['action', 'before', 'after'])
    .where('resource_id', '=', id)
    .orderBy('seq')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual([
    'connection.connect',
    'connection.reveal',
    'connection.reveal',
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/lk_hook_|sealed|digest/);
});

test('a connection that was disconnected has no address any more; its features stay', async () => {
  await using server = await startShop();
  const connection = await connect(server, 'launchdarkly');
  await send(connection, entry('e1', 'updateTags', tagged));
  expect(await server.delete(`${shop}/connections/${connection.id}`)).toMatchObject({ status: 200 });
  expect(await send(connection, entry('e2', 'updateTags', tagged))).toMatchObject({ status: 401 });
  expect(await featuresOf(server)).toMatchObject([{ key: 'adv-rep' }]);
  expect(await server.get(`${shop}/connections`)).toMatchObject({ body: { items: [] } });
  expect(await server.post(`${shop}/connections/${connection.id}/reveal`)).toMatchObject({ status: 404 });
});

const definition = (name: string, environmentName: string, changeNumber: number) => ({
  name,
  type: 'split',
  changeNumber,
  time: changeNumber,
  definition: 'if user is in segment plan-gold then split 100%:on',
  description: 'Created',
  link: 'https://app.split.io/org/1',
  environmentName,
  editor: 'pm@shop.test',
  schemaVersion: 1,
});

test('every flag of Split becomes a feature of its name, told by a secret address alone', async () => {
  await using server = await startShop();
  const { id, url, secret } = await connect(server, 'split');
  expect(secret).toBeUndefined();
  expect(url).toMatch(/\/hooks\/split\/[\w-]{43}$/);

  const body = definition('advanced_reports', 'Prod-Default', 1_790_000_000_123);
  expect(await post(url, body)).toEqual({ status: 200, body: { status: 'applied' } });
  expect(await post(url, body)).toEqual({ status: 200, body: { status: 'repeated' } });
  expect(await post(url, { ...body, environmentName: 'Staging', tags: ['x'] })).toMatchObject({
    status: 200,
  });
  expect(await post(url, { ...body, changeNumber: 1_790_000_000_999 })).toMatchObject({ status: 200 });
  expect(await featuresOf(server)).toMatchObject([
    { key: 'advanced_reports', name: 'advanced_reports', source: { platform: 'split' } },
  ]);

  const admin = { id: 'a1', type: 'audit_log', auditLogType: 'security_settings.updated' };
  expect(await post(url, admin)).toMatchObject({
    status: 200,
    body: { hint: expect.stringContaining('admin') },
  });
  expect(await post(`${url.slice(0, -1)}!`, body)).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
  });
  expect(await post(`${server.address}/hooks/split/${id}`, body)).toMatchObject({ status: 404 });

  const rotated = (await server.post(`${shop}/connections/${id}/rotate`)).as<Connected>();
  expect(await post(url, body)).toMatchObject({ status: 404 });
  expect(await post(rotated.url, body)).toMatchObject({ status: 200 });
  expect(await server.post(`${shop}/connections/${id}/reveal`)).toMatchObject({ body: { url: rotated.url } });
});

test('the console shows endpoints and keys, and the flag platform only once there is one', async () => {
  await using server = await startShop();
  const key = (
    await server.post(`${production}/keys`, {
      kind: 'client-application',
      change: { comment: 'For the shop' },
    })
  ).as<{ id: string; ending: string }>();
  const endpoint = `${server.address}/ems/api/v5/entitledFeatures`;
  expect(await server.get(`${production}/console`)).toMatchObject({
    status: 200,
    body: {
      entitledFeatures: { endpoint, apiKeys: [{ id: key.id, ending: key.ending, revealable: true }] },
      featureFlags: null,
    },
  });
  const { id, url } = await connect(server, 'launchdarkly');
  const split = await connect(server, 'split');
  expect((await server.get(`${shop}/console`)).body).toMatchObject({
    entitledFeatures: { endpoint, apiKeys: [{ environment: 'production', id: key.id }] },
    featureFlags: [
      { platform: 'LaunchDarkly', endpoint: url, apiKey: { reveal: `${shop}/connections/${id}/reveal` } },
      { platform: 'Split', endpoint: split.url, apiKey: null },
    ],
  });
  const { value: token } = (
    await server.post('/api/v1/tokens', { name: 'Nora', roles: ['auditor'], service: true })
  ).as<{ value: string }>();
  const seen = await server.get(`${shop}/console`, { token });
  expect(seen.status).toBe(200);
  expect(JSON.stringify(seen.body)).not.toContain(split.url);
  const reveal = seen.as<{ entitledFeatures: { apiKeys: { reveal: string }[] } }>().entitledFeatures
    .apiKeys[0]?.reveal;
  expect(await server.post(reveal ?? '', { change: { comment: 'To set up the shop' } })).toMatchObject({
    status: 200,
    body: { id: key.id, value: expect.stringMatching(/^lk_cli_/) },
  });
});

test('setting up is explained in the words of the platform, with the policy to paste', async () => {
  await using server = await startShop();
  const { id } = await connect(server, 'launchdarkly');
  const { setUp } = (await server.get(`${shop}/connections/${id}`)).as<{
    setUp: { steps: string[]; policy: string };
  }>();
  expect(setUp.steps.join(' ')).toMatch(
    /Integrations.*Webhooks.*Add integration.*Sign this webhook.*Save settings/,
  );
  expect(JSON.parse(setUp.policy)).toEqual(launchDarklyPolicy);
  expect(setUp.policy).toContain('proj/*:env/*:flag/*;EntitledFeature');
});
