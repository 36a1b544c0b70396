import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

async function aProject(key: string): Promise<string> {
  await server.post('/api/v1/projects', {
    key,
    name: key,
    environments: [{ key: 'production', name: 'Production' }],
  });
  return `/api/v1/projects/${key}`;
}
const sold = { key: 'exports', name: 'Exports', kind: 'boolean', tags: ['EntitledFeature'] };

test('a fresh project has what flag-born features stand on, and nothing is missing', async () => {
  const project = await aProject('fresh');
  const catalogue = await server.get(`${project}/catalogue`);
  expect(catalogue.body).toMatchObject({ missing: [], nextCursor: null });
  const names = catalogue
    .as<{ items: { name: string; version: string }[] }>()
    .items.map((one) => one.name + one.version);
  expect(names.toSorted()).toEqual([
    'Feature-Flag',
    'Services',
    'Services1.0',
    'Support',
    'Training',
    'isFeatureFlag',
  ]);
});

test('a flag tagged EntitledFeature is a feature at once, with its licence model and attribute', async () => {
  const project = await aProject('born');
  expect(await server.post(`${project}/flags`, sold)).toMatchObject({ status: 201, body: { warnings: [] } });
  expect((await server.get(`${project}/features/exports`)).body).toMatchObject({
    key: 'exports',
    flagKey: 'exports',
    associatedLicenceModels: [{ name: 'Services' }],
    attributes: [{ name: 'isFeatureFlag', value: 'Yes' }],
    sentinel: { namespace: 'Feature-Flag', enforcement: 'Services 1.0', version: '' },
    plans: [],
  });
});

test('renaming an entry warns and stops creation; renaming it back makes up for what waited', async () => {
  const project = await aProject('renamed');
  const entry = `${project}/catalogue/namespace-feature-flag`;
  expect(await server.patch(entry, { name: 'Flags' })).toMatchObject({
    status: 200,
    body: { name: 'Flags', warnings: [expect.stringContaining('namespace Feature-Flag')] },
  });
  expect((await server.post(`${project}/flags`, sold)).body).toMatchObject({
    warnings: [expect.stringContaining('namespace Feature-Flag')],
  });
  expect(await server.get(`${project}/features/exports`)).toMatchObject({ status: 404 });
  expect((await server.patch(entry, { name: 'Feature-Flag' })).body).toMatchObject({ warnings: [] });
  expect((await server.get(`${project}/features/exports`)).body).toMatchObject({
    sentinel: { isFeatureFlag: 'Yes' },
  });
});

test('a removed licence model is restored with all defaults, and so are the features that waited', async () => {
  const project = await aProject('removed');
  const removed = await server.delete(`${project}/catalogue/licence-model-services`);
  expect(removed.body).toMatchObject({ warnings: [expect.stringContaining('licence model Services')] });
  await server.post(`${project}/flags`, sold);
  expect((await server.get(`${project}/catalogue`)).body).toMatchObject({
    missing: ['licence model Services'],
  });
  expect((await server.post(`${project}/catalogue/restore`)).body).toMatchObject({
    restored: [{ name: 'Services', type: 'licence_model' }],
    features: ['exports'],
  });
  expect((await server.post(`${project}/catalogue/restore`)).body).toMatchObject({
    restored: [],
    features: [],
  });
});

test('adding an entry back by its name restores too', async () => {
  const project = await aProject('added');
  await server.delete(`${project}/catalogue/attribute-is-feature-flag`);
  await server.post(`${project}/flags`, sold);
  expect(
    await server.post(`${project}/catalogue`, { type: 'attribute', name: 'isFeatureFlag' }),
  ).toMatchObject({
    status: 201,
    body: { id: 'attribute-is-feature-flag', type: 'attribute' },
  });
  expect(await server.get(`${project}/features/exports`)).toMatchObject({ status: 200 });
});
