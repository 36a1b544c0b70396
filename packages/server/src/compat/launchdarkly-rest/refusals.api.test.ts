import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { Configuration, FeatureFlagsApi, ProjectsApi } from 'launchdarkly-api-typescript';
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
    flags: new FeatureFlagsApi(configuration),
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
