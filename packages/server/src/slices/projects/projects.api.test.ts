import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const projects = '/api/v1/projects';

test('a project has a red production and a staging unless it asks for others', async () => {
  const created = await server.post(projects, { key: 'usual', name: 'Usual' });
  expect(created).toMatchObject({
    status: 201,
    body: {
      key: 'usual',
      version: 1,
      environments: [
        { key: 'production', protected: false, color: 'red' },
        { key: 'staging', protected: false },
      ],
    },
  });
  const shown = await server.get(`${projects}/usual`);
  expect(shown.body).toEqual({ ...created.as<object>(), revision: undefined });
  expect((await server.get(`${projects}?query=USU`)).body).toMatchObject({
    items: [{ key: 'usual' }],
    nextCursor: null,
  });
});

test('a protected environment wants to know why, and a header may say it', async () => {
  const environments = [{ key: 'live', name: 'Live', protected: true }];
  await server.post(projects, { key: 'guarded', name: 'Guarded', environments });
  const live = `${projects}/guarded/environments/live`;
  expect((await server.get(live)).body).toMatchObject({ protected: true, color: 'red' });
  expect(await server.patch(live, { name: 'Production' })).toMatchObject({
    status: 400,
    body: { code: 'comment_required', errors: [{ pointer: '#/change/comment' }] },
  });
  const why = { headers: { 'x-change-comment': 'Everybody calls it so' } };
  expect((await server.patch(live, { name: 'Production' }, why)).body).toMatchObject({ name: 'Production' });
});

test('an environment shows its own public browser id and how far its ledger has come', async () => {
  await server.post(projects, { key: 'ids', name: 'Ids' });
  const production = await server.get(`${projects}/ids/environments/production`);
  const staging = await server.get(`${projects}/ids/environments/staging`);
  expect(production.body).toMatchObject({ key: 'production', revision: 1, epoch: expect.any(String) });
  expect(production.as<{ clientSideId: string }>().clientSideId).toMatch(/^[0-9a-f]{24}$/);
  expect(production.as<{ clientSideId: string }>().clientSideId).not.toBe(
    staging.as<{ clientSideId: string }>().clientSideId,
  );
});

test('a key that is taken is refused at its field, and nothing changes', async () => {
  await server.post(projects, { key: 'twice', name: 'First' });
  expect(await server.post(projects, { key: 'twice', name: 'Second' })).toMatchObject({
    status: 409,
    body: { code: 'key_taken', errors: [{ pointer: '#/key' }] },
  });
  expect((await server.get(`${projects}/twice`)).body).toMatchObject({ name: 'First' });
});

test('what is not mentioned in an edit stays, and an edit that changes nothing makes no revision', async () => {
  await server.post(projects, { key: 'words', name: 'Words', description: 'All of it' });
  const edit = await server.patch(`${projects}/words`, { name: 'Better words' });
  expect(edit).toMatchObject({
    status: 200,
    body: { name: 'Better words', description: 'All of it', version: 2 },
  });
  const again = await server.patch(`${projects}/words`, { name: 'Better words' });
  expect(again.body).toEqual(edit.body);
});

test('a new environment knows every flag, switched off', async () => {
  await server.post(projects, { key: 'growing', name: 'Growing' });
  await server.post(`${projects}/growing/flags`, { key: 'checkout', name: 'Checkout', kind: 'boolean' });
  const created = await server.post(`${projects}/growing/environments`, {
    key: 'test',
    name: 'Test',
    color: 'blue',
  });
  expect(created).toMatchObject({ status: 201, body: { key: 'test', color: 'blue', protected: false } });
  const there = await server.get(`${projects}/growing/environments/test/flags/checkout`);
  expect(there.body).toMatchObject({ on: false, offVariation: 1, fallthrough: { variation: 0 } });
  const listed = await server.get(`${projects}/growing/environments`);
  expect(listed.as<{ items: { key: string }[] }>().items.map(({ key }) => key)).toContain('test');
});

test('an environment is renamed and recoloured under the version that was read', async () => {
  await server.post(projects, { key: 'colour', name: 'Colour' });
  const address = `${projects}/colour/environments/staging`;
  expect((await server.patch(address, { color: 'violet' })).body).toMatchObject({
    color: 'violet',
    version: 2,
  });
  expect(await server.patch(address, { defaultPlan: 'gone' })).toMatchObject({
    status: 404,
    body: { code: 'plan_unknown', errors: [{ pointer: '#/defaultPlan' }] },
  });
});
