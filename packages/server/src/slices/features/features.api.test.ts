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
const keysAt = async (address: string) =>
  (await server.get(address)).as<{ items: { key: string }[] }>().items.map(({ key }) => key);

test('features are found by words, by whether a flag bore them, by state, and by being in no plan', async () => {
  const project = await aProject('search');
  const features = `${project}/features`;
  await server.post(`${project}/flags`, {
    key: 'born',
    name: 'Born',
    kind: 'boolean',
    tags: ['EntitledFeature'],
  });
  await server.post(features, { key: 'sso', name: 'Single sign-on', kind: 'switch' });
  await server.post(features, { key: 'seats', name: '100% of seats', kind: 'number', state: 'beta' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [{ feature: 'sso', effect: 'allow' }] });

  expect(await keysAt(features)).toEqual(['born', 'seats', 'sso']);
  expect(await keysAt(`${features}?isFeatureFlag=Yes`)).toEqual(['born']);
  expect(await keysAt(`${features}?isFeatureFlag=No`)).toEqual(['seats', 'sso']);
  expect(await keysAt(`${features}?state=beta`)).toEqual(['seats']);
  expect(await keysAt(`${features}?unassigned=true`)).toEqual(['born', 'seats']);
  expect(await keysAt(`${features}?unassigned=false`)).toEqual(['sso']);
  expect(await keysAt(`${features}?query=SIGN`)).toEqual(['sso']);
  expect(await keysAt(`${features}?query=100%25`)).toEqual(['seats']);
  expect(await keysAt(`${features}?query=%25`)).toEqual(['seats']);
  expect(await server.get(`${features}?state=gone`)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  });
});

test('a list is read page by page, each feature once', async () => {
  const features = `${await aProject('pages')}/features`;
  for (const key of ['a', 'b', 'c']) await server.post(features, { key, name: key, kind: 'switch' });
  const first = (await server.get(`${features}?limit=2`)).as<{
    items: { key: string }[];
    nextCursor: string;
  }>();
  expect(first.items.map(({ key }) => key)).toEqual(['a', 'b']);
  const second = await server.get(`${features}?limit=2&cursor=${first.nextCursor}`);
  expect(second.body).toMatchObject({ items: [{ key: 'c' }], nextCursor: null });
  expect(await server.get(`${features}?cursor=bm9uc2Vuc2U`)).toMatchObject({
    status: 400,
    body: { code: 'invalid_cursor' },
  });
});

test('one request changes words, guarding flag, requirements and state together, or nothing', async () => {
  const project = await aProject('edit');
  const seats = `${project}/features/seats`;
  await server.post(`${project}/flags`, { key: 'guard', name: 'Guard', kind: 'boolean' });
  await server.post(`${project}/features`, { key: 'base', name: 'Base', kind: 'switch' });
  await server.post(`${project}/features`, { key: 'seats', name: 'Seats', kind: 'number', unit: 'seats' });
  const edit = { name: 'Users', flagKey: 'guard', requires: ['base'], state: 'deprecated' };
  expect(await server.patch(seats, { ...edit, requires: ['base', 'seats'] })).toMatchObject({
    status: 400,
    body: { code: 'feature_cycle' },
  });
  expect((await server.get(seats)).body).toMatchObject({ name: 'Seats', flagKey: null, version: 1 });
  expect(await server.patch(seats, edit)).toMatchObject({
    status: 200,
    body: { ...edit, unit: 'seats', version: 2 },
  });
  expect(await server.patch(seats, { kind: 'meter' })).toMatchObject({
    status: 409,
    body: { code: 'feature_kind_fixed', errors: [{ pointer: '#/kind' }] },
  });
});

test('a feature that does not exist is said to be unknown, and an unknown field is named', async () => {
  const features = `${await aProject('unknown')}/features`;
  expect(await server.get(`${features}/gone`)).toMatchObject({
    status: 404,
    body: { code: 'feature_unknown' },
  });
  expect(await server.patch(`${features}/gone`, { name: 'x' })).toMatchObject({
    body: { code: 'feature_unknown' },
  });
  const reply = await server.post(features, { key: 'x', name: 'X', kind: 'switch', colour: 'red' });
  expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  expect(JSON.stringify(reply.body)).toContain('colour');
});
