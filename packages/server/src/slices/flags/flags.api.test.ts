import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const colours = {
  key: 'colour',
  name: 'Colour',
  kind: 'string',
  variations: [{ value: 'red' }, { value: 'blue' }],
};

async function aFlag(project: string, flag: object = colours) {
  const environments = ['production', 'staging'].map((key) => ({ key, name: key }));
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  const created = await server.post(`/api/v1/projects/${project}/flags`, flag);
  const { key } = created.as<{ key: string }>();
  const here = (environment: string) =>
    `/api/v1/projects/${project}/environments/${environment}/flags/${key}`;
  return {
    created,
    shared: `/api/v1/projects/${project}/flags/${key}`,
    production: here('production'),
    staging: here('staging'),
  };
}

test('a flag is created off in every environment', async () => {
  const { created, production, staging } = await aFlag('create');
  expect(created).toMatchObject({
    status: 201,
    body: { ...colours, clientSide: false, version: 1, warnings: [] },
  });
  for (const address of [production, staging]) {
    expect((await server.get(address)).body).toMatchObject({
      on: false,
      offVariation: 1,
      variations: colours.variations,
    });
  }
});

test('several parts of the targeting change together, in one environment and under one revision', async () => {
  const { production, staging } = await aFlag('target');
  const before = (await server.get(production)).as<{ revision: number }>();
  const edit = {
    on: true,
    offVariation: 0,
    fallthrough: {
      rollout: {
        variations: [
          { variation: 0, weight: 40_000 },
          { variation: 1, weight: 60_000 },
        ],
      },
    },
    targets: [{ variation: 1, values: ['ada'] }],
    rules: [{ clauses: [{ attribute: 'country', op: 'in', values: ['CH'] }], variation: 1 }],
  };
  const edited = await server.patch(production, edit);
  expect(edited).toMatchObject({
    status: 200,
    body: { ...edit, key: 'colour', revision: before.revision + 1 },
  });
  const shown = await server.get(production);
  expect(shown.body).toEqual(edited.body);
  const { version } = edited.as<{ version: number }>();
  expect(shown.headers.get('etag')).toMatch(new RegExp(`^"${version}\\.`));
  expect((await server.get(staging)).body).toMatchObject({ on: false, rules: [] });
});

test('the second of two people who edit the same reading is told, with both versions', async () => {
  const { production } = await aFlag('race');
  const seen = { headers: { 'if-match': (await server.get(production)).headers.get('etag') ?? '' } };
  expect(await server.patch(production, { on: true }, seen)).toMatchObject({ status: 200 });
  expect(await server.patch(production, { offVariation: 0 }, seen)).toMatchObject({
    status: 412,
    body: { code: 'version_mismatch', yourVersion: 1, currentVersion: 2 },
  });
});

test('an index past the variations changes nothing, whatever else the request says', async () => {
  const { production } = await aFlag('past');
  expect(await server.patch(production, { on: true, fallthrough: { variation: 2 } })).toMatchObject({
    status: 400,
    body: { code: 'variation_unknown', errors: [{ pointer: '#/fallthrough' }] },
  });
  expect((await server.get(production)).body).toMatchObject({ on: false, version: 1 });
});

test('turning on what is on already answers as it is and makes no revision', async () => {
  const { production } = await aFlag('idle');
  const first = await server.patch(production, { on: true });
  expect((await server.patch(production, { on: true })).body).toEqual(first.body);
});

test('a preview says what would be and leaves the flag off', async () => {
  const { production } = await aFlag('preview');
  const preview = await server.patch(production, { on: true, change: { preview: true } });
  expect(preview).toMatchObject({ status: 200, body: { status: 'previewed' } });
  expect((await server.get(production)).body).toMatchObject({ on: false });
});

test('an archived flag is not retargeted until it is restored', async () => {
  const { shared, production } = await aFlag('archive');
  expect((await server.patch(shared, { state: 'archived' })).body).toMatchObject({
    state: 'archived',
    version: 2,
  });
  expect(await server.patch(production, { on: true })).toMatchObject({
    status: 409,
    body: { code: 'flag_archived' },
  });
  await server.patch(shared, { state: 'live', name: 'Paint' });
  expect((await server.patch(production, { on: true })).body).toMatchObject({ on: true, name: 'Paint' });
});

test('the flags of an environment are listed with their part there, and by state', async () => {
  const { production, shared } = await aFlag('list');
  await server.patch(production, { on: true });
  const flags = '/api/v1/projects/list/environments/production/flags';
  await server.post('/api/v1/projects/list/flags', { key: 'Old.flag', name: 'Old', kind: 'boolean' });
  await server.patch('/api/v1/projects/list/flags/Old.flag', { state: 'archived' });
  expect((await server.get(`${flags}?state=live`)).body).toMatchObject({
    items: [{ key: 'colour', on: true }],
  });
  expect((await server.get(`${flags}?query=old`)).body).toMatchObject({
    items: [{ key: 'Old.flag', on: false }],
  });
  expect((await server.get(shared)).body).not.toHaveProperty('on');
});

test('what is not a flag, and what does not fit one, is named', async () => {
  const { production } = await aFlag('refuse');
  expect(await server.get(`${production}-gone`)).toMatchObject({
    status: 404,
    body: { code: 'flag_unknown' },
  });
  expect(await server.patch(`${production}-gone`, { on: true })).toMatchObject({
    status: 404,
    body: { code: 'flag_unknown' },
  });
  expect(await server.patch(production, { on: 'yes' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/on' }] },
  });
  const half = { rollout: { variations: [{ variation: 0, weight: 50_000 }] } };
  expect(await server.patch(production, { fallthrough: half })).toMatchObject({ status: 400 });
  expect(await server.patch(production, {})).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  });
});
