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
    { op: 'replace', path: '/secureMode', value: true },
  ]);
  expect(renamed).toMatchObject({ name: 'Trying out', requireComments: true, secureMode: true });
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
