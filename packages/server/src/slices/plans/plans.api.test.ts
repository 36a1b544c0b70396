import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ at: '2026-03-01T09:00:00Z' });
});
afterAll(() => server[Symbol.asyncDispose]());

async function aCatalogue(project: string) {
  const environments = ['production', 'staging'].map((key) => ({ key, name: key }));
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  const address = `/api/v1/projects/${project}`;
  await server.post(`${address}/features`, { key: 'seats', name: 'Seats', kind: 'number', unit: 'seats' });
  await server.post(`${address}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await server.post(`${address}/plans`, { key: 'gold', name: 'Gold', rank: 3 });
  await server.post(`${address}/plans`, { key: 'silver', name: 'Silver', rank: 2 });
  return {
    address,
    production: `${address}/environments/production`,
    staging: `${address}/environments/staging`,
  };
}
const seats = (value: number) => ({ feature: 'seats', effect: 'set', value });

test('a version builds on another plan and is fixed: what the base becomes later changes nothing', async () => {
  const { address } = await aCatalogue('base');
  await server.post(`${address}/plans/silver/versions`, {
    items: [seats(5), { feature: 'sso', effect: 'allow' }],
  });
  const drafted = await server.post(`${address}/plans/gold/versions`, { items: [seats(50)], base: 'silver' });
  expect(drafted).toMatchObject({
    status: 201,
    body: { version: 1, base: { plan: 'silver', version: 1 }, items: [seats(50)] },
  });
  await server.post(`${address}/plans/silver/versions`, { items: [] });
  expect((await server.get(`${address}/plans/gold`)).body).toMatchObject({
    latestVersion: 1,
    versions: [{ version: 1, resolvedItems: [{ feature: 'sso', effect: 'allow' }, seats(50)] }],
    publications: [],
  });
  expect((await server.get(`${address}/plans/silver`)).body).toMatchObject({
    versions: [{ version: 2 }, { version: 1 }],
  });
});

test('each environment has its own current version; an announced one takes over by itself', async () => {
  const { address, production, staging } = await aCatalogue('publish');
  for (const value of [10, 20])
    await server.post(`${address}/plans/gold/versions`, { items: [seats(value)] });
  expect(await server.post(`${production}/plans/gold/publish`, { version: 1 })).toMatchObject({
    status: 200,
    body: { plan: 'gold', version: 1, editions: [{ version: 1 }] },
  });
  const announced = { version: 2, effectiveAt: '2026-03-02T00:00:00Z' };
  expect(await server.post(`${production}/plans/gold/publish`, announced)).toMatchObject({ status: 200 });
  const matrix = `${production}/plans`;
  expect((await server.get(matrix)).body).toMatchObject({
    items: [
      { key: 'silver', current: null, customers: 0 },
      {
        key: 'gold',
        current: { version: 1, items: [seats(10)] },
        announced: [{ version: 2, from: '2026-03-02T00:00:00.000Z' }],
      },
    ],
  });
  expect((await server.get(`${staging}/plans/gold`)).body).toMatchObject({ current: null, editions: [] });
  server.advance(86_400_000);
  expect((await server.get(`${production}/plans/gold`)).body).toMatchObject({
    current: { version: 2, items: [seats(20)] },
    announced: [],
  });
  expect((await server.get(`${address}/plans/gold`)).body).toMatchObject({
    publications: [{ environment: 'production', version: 2 }],
  });
});

test('publishing twice is publishing once', async () => {
  const { address, production } = await aCatalogue('twice');
  await server.post(`${address}/plans/gold/versions`, { items: [seats(10)] });
  const first = await server.post(`${production}/plans/gold/publish`, { version: 1 });
  expect((await server.post(`${production}/plans/gold/publish`, { version: 1 })).body).toEqual(first.body);
});

test('what does not fit a feature is refused at its field, and no version is spent', async () => {
  const { address, production } = await aCatalogue('refuse');
  const versions = `${address}/plans/gold/versions`;
  const items = [seats(5), { feature: 'sso', effect: 'set', value: true }];
  expect(await server.post(versions, { items })).toMatchObject({
    status: 400,
    body: { code: 'effect_not_for_kind', errors: [{ pointer: '#/items/1/effect' }] },
  });
  expect(await server.post(versions, { items: [{ feature: 'gone', effect: 'allow' }] })).toMatchObject({
    status: 404,
    body: { code: 'feature_unknown' },
  });
  expect(await server.post(`${production}/plans/gold/publish`, { version: 1 })).toMatchObject({
    status: 404,
    body: { code: 'plan_version_unknown' },
  });
  expect((await server.post(versions, { items: [seats(5)] })).body).toMatchObject({ version: 1 });
});

test('a retired plan keeps its words and is published no more', async () => {
  const { address, production } = await aCatalogue('retire');
  await server.post(`${address}/plans/gold/versions`, { items: [seats(5)] });
  expect((await server.patch(`${address}/plans/gold`, { state: 'retired', rank: 9 })).body).toMatchObject({
    state: 'retired',
    rank: 9,
  });
  expect(await server.post(`${production}/plans/gold/publish`, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'plan_retired' },
  });
  expect((await server.get(`${address}/plans?state=live`)).body).toMatchObject({
    items: [{ key: 'silver' }],
  });
});
