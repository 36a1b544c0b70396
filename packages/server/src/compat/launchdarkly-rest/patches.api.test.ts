import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { init } from '@launchdarkly/node-server-sdk';
import { Configuration, FeatureFlagsApi, ProjectsApi, SegmentsApi } from 'launchdarkly-api-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** The official client as its readers write it, but for the base address. */
function officialClient(token = administratorToken) {
  const configuration = new Configuration({ apiKey: token, basePath: `${server.address}/ld` });
  return {
    projects: new ProjectsApi(configuration),
    flags: new FeatureFlagsApi(configuration),
    segments: new SegmentsApi(configuration),
  };
}
type Client = ReturnType<typeof officialClient>;

const semantic = { headers: { 'Content-Type': 'application/json; domain-model=launchdarkly.semanticpatch' } };
const semanticPatch = (client: Client, project: string, flag: string, body: object) =>
  client.flags.patchFeatureFlag(project, flag, body as never, undefined, semantic);

/** What the client's error carries of the reply. */
const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => null,
    (thrown: { response?: { status: number; data: { code: string; message: string } } }) => thrown,
  );
  return { status: error?.response?.status, ...error?.response?.data };
};

async function aProject(client: Client, key: string) {
  const { data, status } = await client.projects.postProject({
    key,
    name: 'Shop',
    environments: [
      { key: 'production', name: 'Production', color: '417505' },
      { key: 'test', name: 'Test', color: 'F5A623' },
    ],
  });
  expect(status).toBe(201);
  return data;
}

test('edits rules, clauses and values one at a time, by their ids', async () => {
  const client = officialClient();
  await aProject(client, 'rules');
  await client.flags.postFeatureFlag('rules', { key: 'banner', name: 'Banner' });
  const patch = async (...instructions: object[]) => {
    const { data } = await semanticPatch(client, 'rules', 'banner', {
      environmentKey: 'production',
      instructions,
    });
    return data.environments?.['production']?.rules ?? [];
  };
  const { data: flag } = await client.flags.getFeatureFlag('rules', 'banner');
  const [on, off] = flag.variations.map(({ _id }) => _id);
  const country = { contextKind: 'user', attribute: 'country', op: 'in', negate: false };
  const [first] = await patch({
    kind: 'addRule',
    variationId: on,
    clauses: [{ ...country, values: ['SE'] }],
  });
  const ruleId = first?._id;
  const [second, ...others] = await patch({
    kind: 'addRule',
    beforeRuleId: ruleId,
    variationId: off,
    clauses: [{ ...country, values: ['DK'] }],
  });
  expect(others.map(({ _id }) => _id)).toEqual([ruleId]);
  const clauseId = first?.clauses[0]?._id;
  const edited = await patch(
    { kind: 'reorderRules', ruleIds: [ruleId, second?._id] },
    { kind: 'addValuesToClause', ruleId, clauseId, values: ['NO', 'FI'] },
    { kind: 'removeValuesFromClause', ruleId, clauseId, values: ['SE'] },
    { kind: 'updateRuleDescription', ruleId, description: 'The north' },
    { kind: 'updateRuleVariationOrRollout', ruleId: second?._id, variationId: on },
  );
  expect(edited).toMatchObject([
    { _id: ruleId, description: 'The north', clauses: [{ _id: clauseId, values: ['NO', 'FI'] }] },
    { _id: second?._id, variation: 0 },
  ]);
  expect(await patch({ kind: 'removeRule', ruleId }, { kind: 'removeRule', ruleId: 'gone' })).toHaveLength(1);
});

test('patches by JSON as well, in several environments at once, and is told what cannot be patched', async () => {
  const client = officialClient();
  await aProject(client, 'json');
  await client.flags.postFeatureFlag('json', { key: 'banner', name: 'Banner' });
  const patch = (...steps: object[]) =>
    client.flags.patchFeatureFlag('json', 'banner', { patch: steps as never, comment: 'Tidy' });
  const { data } = await patch(
    { op: 'replace', path: '/name', value: 'The banner' },
    { op: 'add', path: '/tags/-', value: 'web' },
    { op: 'replace', path: '/environments/production/on', value: true },
    { op: 'replace', path: '/environments/test/fallthrough', value: { variation: 1 } },
    {
      op: 'add',
      path: '/environments/test/rules/-',
      value: { variation: 0, clauses: [{ attribute: 'email', op: 'endsWith', values: ['@example.com'] }] },
    },
  );
  expect(data).toMatchObject({
    name: 'The banner',
    tags: ['web'],
    environments: {
      production: { on: true },
      test: { on: false, fallthrough: { variation: 1 }, rules: [{ variation: 0 }] },
    },
  });
  expect(await refusal(patch({ op: 'add', path: '/customProperties/jira', value: {} }))).toMatchObject({
    status: 400,
    code: 'invalid_request',
    message: expect.stringContaining('customProperties'),
  });
  expect(await refusal(patch({ op: 'replace', path: '/nowhere', value: 1 }))).toMatchObject({
    status: 422,
    code: 'patch_failed',
  });
  expect(await refusal(patch({ op: 'test', path: '/name', value: 'Another' }))).toMatchObject({
    status: 409,
    code: 'optimistic_locking_error',
  });
});

test('a patch that fails in one environment changes nothing in the others', async () => {
  const client = officialClient();
  await aProject(client, 'atomic');
  await client.flags.postFeatureFlag('atomic', { key: 'banner', name: 'Banner' });
  const steps = [
    { op: 'replace', path: '/environments/production/on', value: true },
    { op: 'replace', path: '/environments/test/offVariation', value: 7 },
  ];
  expect(
    await refusal(client.flags.patchFeatureFlag('atomic', 'banner', { patch: steps as never })),
  ).toMatchObject({ status: 400 });
  const { data } = await client.flags.getFeatureFlag('atomic', 'banner');
  expect(data.environments?.['production']).toMatchObject({ on: false });
});

test('lists flags by filter, in order and by page', async () => {
  const client = officialClient();
  await aProject(client, 'lists');
  for (const key of ['a', 'b', 'c'])
    await client.flags.postFeatureFlag('lists', {
      key,
      name: `Flag ${key}`,
      tags: key === 'b' ? ['x'] : ['y'],
    });
  await client.flags.deleteFeatureFlag('lists', 'c');
  const list = async (...more: (string | number | boolean | undefined)[]) => {
    const [env, limit, offset, filter, sort] = more;
    const { data } = await client.flags.getFeatureFlags(
      'lists',
      env as string,
      undefined,
      limit as number,
      offset as number,
      undefined,
      undefined,
      filter as string,
      sort as string,
    );
    return data;
  };
  expect((await list()).items.map(({ key }) => key)).toEqual(['a', 'b']);
  expect((await list(undefined, 1, 0, undefined, '-key')).items.map(({ key }) => key)).toEqual(['b']);
  const second = await list('production', 1, 1);
  expect(second).toMatchObject({
    totalCount: 2,
    items: [{ key: 'b', environments: { production: { on: false } } }],
  });
  expect(second._links).toHaveProperty('prev');
  expect(second._links).not.toHaveProperty('next');
  const found = async (filter: string) => (await list(undefined, 20, 0, filter)).items.map(({ key }) => key);
  expect(await found('tags:x')).toEqual(['b']);
  expect(await found('query:flag a,tags:y')).toEqual(['a']);
  expect(await found('state:archived')).toEqual(['c']);
  expect(await refusal(list(undefined, 20, 0, 'colour:red'))).toMatchObject({
    status: 400,
    message: expect.stringContaining('colour'),
  });
});

test('copies a flag from one environment to another, and clones one', async () => {
  const client = officialClient();
  await aProject(client, 'copies');
  await client.flags.postFeatureFlag('copies', { key: 'banner', name: 'Banner' });
  await semanticPatch(client, 'copies', 'banner', {
    environmentKey: 'test',
    instructions: [
      { kind: 'turnFlagOn' },
      { kind: 'addUserTargets', values: ['ada'], variationId: await idOf(client) },
    ],
  });
  const { data: flag } = await client.flags.getFeatureFlag('copies', 'banner');
  const copy = (currentVersion: number) =>
    client.flags.copyFeatureFlag('copies', 'banner', {
      source: { key: 'test', currentVersion },
      target: { key: 'production' },
      includedActions: ['updateTargets'] as never,
    });
  const version = flag.environments?.['test']?.version ?? 0;
  expect(await refusal(copy(version - 1))).toMatchObject({ status: 409, code: 'optimistic_locking_error' });
  const { data, status } = await copy(version);
  expect(status).toBe(201);
  expect(data.environments?.['production']).toMatchObject({ on: false, targets: [{ values: ['ada'] }] });
  const { data: clone } = await client.flags.postFeatureFlag(
    'copies',
    { key: 'second', name: 'Second' },
    'banner',
  );
  expect(clone.environments?.['test']).toMatchObject({ on: false, targets: [{ values: ['ada'] }] });
});

const idOf = async (client: Client) =>
  (await client.flags.getFeatureFlag('copies', 'banner')).data.variations[0]?._id ?? '';

test('lets a target end by itself', async () => {
  const client = officialClient();
  await aProject(client, 'ends');
  const { data: flag } = await client.flags.postFeatureFlag('ends', { key: 'banner', name: 'Banner' });
  const variationId = flag.variations[0]?._id ?? '';
  await semanticPatch(client, 'ends', 'banner', {
    environmentKey: 'test',
    instructions: [{ kind: 'addTargets', values: ['ada'], variationId }],
  });
  const value = server.now() + 86_400_000;
  const instructions = [
    { kind: 'addExpiringTarget', contextKey: 'ada', contextKind: 'user', variationId, value },
  ];
  await client.flags.patchExpiringTargets('ends', 'test', 'banner', { instructions } as never, semantic);
  const { data } = await client.flags.getExpiringContextTargets('ends', 'test', 'banner');
  expect(data.items).toMatchObject([{ contextKey: 'ada', variationId, expirationDate: value }]);
});

test('segments are patched by JSON and by instruction, and say which flags ask for them', async () => {
  const client = officialClient();
  await aProject(client, 'segments');
  await client.segments.postSegment('segments', 'test', { key: 'beta', name: 'Beta', tags: ['x'] });
  const patch = (environment: string, ...steps: object[]) =>
    client.segments.patchSegment('segments', environment, 'beta', { patch: steps as never });
  await patch(
    'test',
    { op: 'add', path: '/included/-', value: 'ada' },
    { op: 'add', path: '/excludedContexts/-', value: { contextKind: 'device', values: ['d1'] } },
    {
      op: 'add',
      path: '/rules/-',
      value: {
        clauses: [{ attribute: 'plan', op: 'in', values: ['pro'] }],
        weight: 50_000,
        rolloutContextKind: 'user',
      },
    },
  );
  await patch(
    'test',
    { op: 'remove', path: '/included/0' },
    { op: 'add', path: '/included/-', value: 'eve' },
  );
  const { data: flag } = await client.flags.postFeatureFlag('segments', { key: 'banner', name: 'Banner' });
  await semanticPatch(client, 'segments', 'banner', {
    environmentKey: 'test',
    instructions: [
      {
        kind: 'addRule',
        variationId: flag.variations[0]?._id,
        clauses: [{ op: 'segmentMatch', values: ['beta'] }],
      },
    ],
  });
  const { data: beta } = await client.segments.getSegment('segments', 'test', 'beta');
  expect(beta).toMatchObject({
    tags: ['x'],
    included: ['eve'],
    excludedContexts: [{ contextKind: 'device', values: ['d1'] }],
    rules: [{ weight: 50_000, rolloutContextKind: 'user', clauses: [{ attribute: 'plan' }] }],
    _flags: [{ key: 'banner', name: 'Banner' }],
  });
  const { data: elsewhere } = await client.segments.getSegment('segments', 'production', 'beta');
  expect(elsewhere).toMatchObject({ included: [], rules: [{ weight: 50_000 }] });
  const value = server.now() + 86_400_000;
  const instructions = [
    { kind: 'addExpiringTarget', contextKey: 'eve', contextKind: 'user', targetType: 'included', value },
    { kind: 'addExpiringTarget', contextKey: 'nobody', contextKind: 'user', targetType: 'included', value },
  ];
  const { data: ended } = await client.segments.patchExpiringTargetsForSegment(
    'segments',
    'test',
    'beta',
    { instructions } as never,
    semantic,
  );
  expect(ended).toMatchObject({
    items: [{ contextKey: 'eve', expirationDate: value }],
    totalInstructions: 2,
    successfulInstructions: 1,
    errors: [{ instructionIndex: 1 }],
  });
  expect(await refusal(client.segments.deleteSegment('segments', 'test', 'beta'))).toMatchObject({
    status: 409,
    code: 'conflict',
  });
  const { data: list } = await client.segments.getSegments(
    'segments',
    'test',
    20,
    0,
    undefined,
    'tags anyOf ["x"]',
  );
  expect(list).toMatchObject({ totalCount: 1, items: [{ key: 'beta' }] });
  await semanticPatch(client, 'segments', 'banner', {
    environmentKey: 'test',
    instructions: [{ kind: 'replaceRules', rules: [] }],
  });
  expect((await client.segments.deleteSegment('segments', 'test', 'beta')).status).toBe(204);
  expect(await refusal(client.segments.getSegment('segments', 'test', 'beta'))).toMatchObject({
    status: 404,
  });
});

test('a flag is new until somebody asks for it, and active from then on', async () => {
  const client = officialClient();
  const { environments = [] } = await aProject(client, 'status');
  await client.flags.postFeatureFlag('status', { key: 'banner', name: 'Banner' });
  const status = async () => (await client.flags.getFeatureFlagStatus('status', 'test', 'banner')).data;
  expect(await status()).toMatchObject({ name: 'new', default: false });
  const uri = `${server.address}/ld`;
  const sdk = init(environments.find(({ key }) => key === 'test')?.apiKey ?? '', {
    baseUri: uri,
    streamUri: uri,
    eventsUri: uri,
    logger: { error() {}, warn() {}, info() {}, debug() {} },
  });
  await sdk.waitForInitialization({ timeout: 5 });
  await sdk.variation('banner', { kind: 'user', key: 'ada' }, true);
  await sdk.flush();
  sdk.close();
  await expect.poll(async () => (await status()).name, { timeout: 10_000 }).toBe('active');
  const { data: all } = await client.flags.getFeatureFlagStatusAcrossEnvironments('status', 'banner');
  expect(all).toMatchObject({ environments: { test: { name: 'active' }, production: { name: 'new' } } });
});
