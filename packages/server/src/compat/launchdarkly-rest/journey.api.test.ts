import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { init } from '@launchdarkly/node-server-sdk';
import {
  AccessTokensApi,
  AccountMembersApi,
  AuditLogApi,
  Configuration,
  CustomRolesApi,
  EnvironmentsApi,
  FeatureFlagsApi,
  ProjectsApi,
  SegmentsApi,
  WebhooksApi,
} from 'launchdarkly-api-typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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
    environments: new EnvironmentsApi(configuration),
    flags: new FeatureFlagsApi(configuration),
    segments: new SegmentsApi(configuration),
    auditLog: new AuditLogApi(configuration),
    members: new AccountMembersApi(configuration),
    roles: new CustomRolesApi(configuration),
    tokens: new AccessTokensApi(configuration),
    webhooks: new WebhooksApi(configuration),
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

describe('a team that moves its scripts here', () => {
  test('creates a project, targets a flag by semantic patch, and the official SDK answers so', async () => {
    const client = officialClient();
    const project = await aProject(client, 'moved');
    const [production] = project.environments ?? [];
    expect(production).toMatchObject({ key: 'production', _id: expect.stringMatching(/^[0-9a-f]{24}$/) });

    await client.flags.postFeatureFlag('moved', { key: 'payments', name: 'Payments' });
    const { data: payments } = await semanticPatch(client, 'moved', 'payments', {
      environmentKey: 'production',
      instructions: [{ kind: 'turnFlagOn' }],
    });
    const { data: flag, status } = await client.flags.postFeatureFlag('moved', {
      key: 'checkout',
      name: 'Checkout',
      description: 'The new one',
      tags: ['shop'],
      variations: [{ value: 'old', name: 'Old' }, { value: 'new' }, { value: 'beta' }],
      defaults: { onVariation: 0, offVariation: 0 },
    });
    expect(status).toBe(201);
    expect(flag).toMatchObject({ kind: 'multivariate', temporary: true, tags: ['shop'], archived: false });
    expect(flag.environments?.['test']).toMatchObject({ on: false, offVariation: 0, rules: [] });
    const [old, fresh, beta] = flag.variations.map(({ _id }) => _id ?? '');

    await client.segments.postSegment('moved', 'production', { key: 'pilots', name: 'Pilots' });
    await client.segments.patchSegment(
      'moved',
      'production',
      'pilots',
      {
        instructions: [
          { kind: 'addIncludedTargets', contextKind: 'user', values: ['grace', 'linus'] },
          { kind: 'addExcludedTargets', contextKind: 'user', values: ['linus'] },
        ],
      } as never,
      semantic,
    );

    const { data: targeted } = await semanticPatch(client, 'moved', 'checkout', {
      environmentKey: 'production',
      comment: 'Launch',
      instructions: [
        { kind: 'turnFlagOn' },
        { kind: 'addTargets', contextKind: 'user', variationId: beta, values: ['ada'] },
        {
          kind: 'addRule',
          description: 'Sweden',
          variationId: fresh,
          clauses: [{ contextKind: 'user', attribute: 'country', op: 'in', values: ['SE'], negate: false }],
        },
        {
          kind: 'addRule',
          variationId: beta,
          clauses: [{ attribute: 'segmentMatch', op: 'segmentMatch', values: ['pilots'] }],
        },
        {
          kind: 'updateFallthroughVariationOrRollout',
          rolloutWeights: { [old ?? '']: 100_000, [fresh ?? '']: 0 },
          rolloutContextKind: 'user',
        },
        { kind: 'addPrerequisite', key: 'payments', variationId: payments.variations[0]?._id },
      ],
    });
    expect(targeted.environments?.['production']).toMatchObject({
      on: true,
      targets: [{ contextKind: 'user', variation: 2, values: ['ada'] }],
      rules: [
        {
          description: 'Sweden',
          variation: 1,
          clauses: [{ attribute: 'country', op: 'in', values: ['SE'] }],
        },
        { variation: 2, clauses: [{ op: 'segmentMatch', values: ['pilots'] }] },
      ],
      prerequisites: [{ key: 'payments', variation: 0 }],
    });

    const uri = `${server.address}/ld`;
    const sdk = init(production?.apiKey ?? '', {
      baseUri: uri,
      streamUri: uri,
      eventsUri: uri,
      logger: { error() {}, warn() {}, info() {}, debug() {} },
    });
    await sdk.waitForInitialization({ timeout: 5 });
    const served = (key: string, more: object = {}) =>
      sdk.variation('checkout', { kind: 'user', key, ...more }, 'none');
    expect(await served('ada')).toBe('beta');
    expect(await served('greta', { country: 'SE' })).toBe('new');
    expect(await served('grace')).toBe('beta');
    expect(await served('linus')).toBe('old');
    sdk.close();

    const { data: log } = await client.auditLog.getAuditLogEntries(
      undefined,
      undefined,
      undefined,
      20,
      'proj/moved:env/production:flag/checkout;updateOn',
    );
    expect(log.items).toEqual([
      expect.objectContaining({
        kind: 'flag',
        titleVerb: 'turned on the flag',
        comment: 'Launch',
        accesses: [{ action: 'updateOn', resource: 'proj/moved:env/production:flag/checkout' }],
      }),
    ]);
    const { data: entry } = await client.auditLog.getAuditLogEntry(log.items[0]?._id ?? '');
    expect(entry).toMatchObject({
      previousVersion: { environments: { production: { on: false } } },
      currentVersion: { environments: { production: { on: true } } },
    });
  });

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
    expect(await patch({ kind: 'removeRule', ruleId }, { kind: 'removeRule', ruleId: 'gone' })).toHaveLength(
      1,
    );
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
    const found = async (filter: string) =>
      (await list(undefined, 20, 0, filter)).items.map(({ key }) => key);
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
});

test('a member with a custom role may what it says, and is refused the rest', async () => {
  const client = officialClient();
  await aProject(client, 'roles');
  await client.flags.postFeatureFlag('roles', { key: 'banner', name: 'Banner' });
  await client.roles.postCustomRole({
    key: 'tester',
    name: 'Tester',
    basePermissions: 'reader',
    policy: [
      { effect: 'allow', resources: ['proj/roles:env/test:flag/*'], actions: ['updateOn', 'updateTargets'] },
    ],
  });
  const { data: invited } = await client.members.postMembers([
    { email: 'tess@example.com', firstName: 'Tess', lastName: 'Tester', customRoles: ['tester'] },
  ]);
  expect(invited.items[0]).toMatchObject({ email: 'tess@example.com', _pendingInvite: true });
  const { data: token } = await client.tokens.postToken({
    name: 'Tess',
    customRoleIds: ['tester'],
    serviceToken: true,
  });
  const tester = officialClient(token.token);
  const turnOn = (environmentKey: string) =>
    semanticPatch(tester, 'roles', 'banner', { environmentKey, instructions: [{ kind: 'turnFlagOn' }] });
  expect((await turnOn('test')).status).toBe(200);
  expect(await refusal(turnOn('production'))).toMatchObject({ status: 403, code: 'forbidden' });
  expect(await refusal(tester.flags.postFeatureFlag('roles', { key: 'x', name: 'X' }))).toMatchObject({
    status: 403,
  });
  expect(await refusal(tester.flags.deleteFeatureFlag('roles', 'banner'))).toMatchObject({ status: 403 });
  expect((await tester.flags.getFeatureFlags('roles')).status).toBe(200);
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
  const { data: list } = await client.segments.getSegments(
    'segments',
    'test',
    20,
    0,
    undefined,
    'tags anyOf ["x"]',
  );
  expect(list).toMatchObject({ totalCount: 1, items: [{ key: 'beta' }] });
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

test('where a guardrail asks for approval, the edit is refused and nothing waits', async () => {
  const client = officialClient();
  await aProject(client, 'guarded');
  await client.flags.postFeatureFlag('guarded', { key: 'banner', name: 'Banner' });
  const rail = {
    key: 'four-eyes',
    name: 'Four eyes',
    environment: 'production',
    actions: ['flag.*'],
    outcome: 'approve',
  };
  const made = await server.post('/api/v1/projects/guarded/guardrails', rail);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const turnOn = (environmentKey: string) =>
    semanticPatch(client, 'guarded', 'banner', { environmentKey, instructions: [{ kind: 'turnFlagOn' }] });
  expect(await refusal(turnOn('production'))).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect((await turnOn('test')).status).toBe(200);
  const waiting = await server.get('/api/v1/projects/guarded/environments/production/changes?status=pending');
  expect(waiting.body).toMatchObject({ items: [] });
});

test('webhooks are made, edited and removed, with a secret that is shown once', async () => {
  const client = officialClient();
  const { data: made } = await client.webhooks.postWebhook({
    url: 'https://hook.example/ld',
    sign: true,
    on: false,
    statements: [{ effect: 'allow', resources: ['proj/*:env/production:flag/*'], actions: ['*'] }],
  });
  expect(made).toMatchObject({ on: false, secret: expect.stringMatching(/^whsec_/) });
  const { data: edited } = await client.webhooks.patchWebhook(made._id, [
    { op: 'replace', path: '/name', value: 'CRM' },
  ]);
  expect(edited).toMatchObject({ name: 'CRM', url: 'https://hook.example/ld' });
  expect(edited.secret).not.toBe(made.secret);
  expect((await client.webhooks.getAllWebhooks()).data.items.map(({ _id }) => _id)).toContain(made._id);
  expect((await client.webhooks.deleteWebhook(made._id)).status).toBe(204);
  expect(await refusal(client.webhooks.getWebhook(made._id))).toMatchObject({ status: 404 });
});

test('whoever may not read a project finds none of it in the audit log', async () => {
  const client = officialClient();
  await aProject(client, 'hidden');
  await client.roles.postCustomRole({
    key: 'outsider',
    name: 'Outsider',
    basePermissions: 'reader',
    policy: [{ effect: 'deny', resources: ['proj/hidden'], actions: ['viewProject'] }],
  });
  const { data: token } = await client.tokens.postToken({
    name: 'Outsider',
    customRoleIds: ['outsider'],
    serviceToken: true,
  });
  const outsider = officialClient(token.token);
  const ofProject = async (asking: Client) => {
    const spec = [
      { effect: 'allow' as const, resources: ['proj/hidden', 'proj/hidden:*/*'], actions: ['*'] },
    ];
    const { data } = await asking.auditLog.postAuditLogEntries(undefined, undefined, undefined, 20, spec);
    return data.items;
  };
  expect((await ofProject(client)).map(({ titleVerb }) => titleVerb)).toContain('created the project');
  expect(await ofProject(outsider)).toEqual([]);
  expect(await refusal(outsider.projects.getProject('hidden'))).toMatchObject({ status: 403 });
  const listed = async (asking: Client) =>
    (await asking.projects.getProjects(200)).data.items.map(({ key }) => key);
  expect(await listed(client)).toContain('hidden');
  expect(await listed(outsider)).not.toContain('hidden');
});

test('keys of an environment are shown when they are made, and reset keys end the old ones', async () => {
  const client = officialClient();
  const { environments = [] } = await aProject(client, 'keys');
  const before = environments.find(({ key }) => key === 'test')?.apiKey ?? '';
  const { data: kept } = await client.environments.getEnvironment('keys', 'test');
  expect(kept.apiKey).toBe(`lk_sdk_****${before.slice(-4)}`);
  const { data: reset } = await client.environments.resetEnvironmentSDKKey('keys', 'test');
  const poll = async (key: string) =>
    (await server.get('/ld/sdk/latest-all', { token: null, headers: { authorization: key } })).status;
  expect(await poll(reset.apiKey)).toBe(200);
  expect(await poll(before)).toBe(401);
  const { data: renamed } = await client.environments.patchEnvironment('keys', 'test', [
    { op: 'replace', path: '/name', value: 'Trying out' },
    { op: 'replace', path: '/requireComments', value: true },
  ]);
  expect(renamed).toMatchObject({ name: 'Trying out', requireComments: true });
});

test('an environment that wants comments refuses an edit without one', async () => {
  const client = officialClient();
  await aProject(client, 'comments');
  await client.flags.postFeatureFlag('comments', { key: 'banner', name: 'Banner' });
  await client.environments.patchEnvironment('comments', 'production', [
    { op: 'replace', path: '/requireComments', value: true },
  ]);
  const turnOn = (comment?: string) =>
    semanticPatch(client, 'comments', 'banner', {
      environmentKey: 'production',
      instructions: [{ kind: 'turnFlagOn' }],
      ...(comment && { comment }),
    });
  expect(await refusal(turnOn())).toMatchObject({ status: 400, code: 'invalid_request' });
  expect((await turnOn('Launch day')).status).toBe(200);
});

describe('somebody who asks wrongly', () => {
  const ask = (path: string, asking = {}) => server.get(`/ld/api/v2${path}`, asking);

  test('is told so in the shape that clients know', async () => {
    await aProject(officialClient(), 'wrong');
    expect(await ask('/projects', { token: null })).toMatchObject({
      status: 401,
      body: { code: 'unauthorized', message: expect.any(String), id: expect.any(String) },
    });
    expect(await ask('/projects/nobody')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await ask('/flags/wrong/nobody')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await ask('/teams')).toMatchObject({ status: 501, body: { code: 'not_supported' } });
    expect(await ask('/nothing-at-all')).toMatchObject({ status: 404 });
    const taken = await refusal(officialClient().projects.postProject({ key: 'wrong', name: 'Again' }));
    expect(taken).toMatchObject({ status: 409, code: 'conflict' });
    const reply = await ask('/projects');
    expect(Number(reply.headers.get('x-ratelimit-reset'))).toBeGreaterThan(server.now() - 20_000);
    expect(Number(reply.headers.get('x-ratelimit-global-remaining'))).toBeGreaterThan(0);
  });

  test('is not let in by a key for applications', async () => {
    const { environments = [] } = await aProject(officialClient(), 'stranger');
    const token = environments[0]?.apiKey ?? '';
    expect(token).toMatch(/^lk_sdk_/);
    expect(await ask('/projects', { token })).toMatchObject({ status: 401 });
  });

  test('may patch through a proxy that lets only POST through, and ask from a page of any origin', async () => {
    await aProject(officialClient(), 'proxied');
    const patched = await server.post(
      '/ld/api/v2/projects/proxied',
      [{ op: 'replace', path: '/name', value: 'P' }],
      {
        headers: { 'x-http-method-override': 'PATCH' },
      },
    );
    expect(patched).toMatchObject({ status: 200, body: { name: 'P' } });
    const preflight = await fetch(`${server.address}/ld/api/v2/projects`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is not understood to mean a semantic patch without saying so', async () => {
    const client = officialClient();
    await aProject(client, 'unsaid');
    await client.flags.postFeatureFlag('unsaid', { key: 'banner', name: 'Banner' });
    const body = { environmentKey: 'test', instructions: [{ kind: 'turnFlagOn' }] };
    expect(await refusal(client.flags.patchFeatureFlag('unsaid', 'banner', body as never))).toMatchObject({
      status: 400,
      message: expect.stringContaining('domain-model=launchdarkly.semanticpatch'),
    });
    const unknown = semanticPatch(client, 'unsaid', 'banner', { instructions: [{ kind: 'sprinkleFlag' }] });
    expect(await refusal(unknown)).toMatchObject({
      status: 400,
      message: expect.stringContaining('sprinkleFlag'),
    });
  });
});
