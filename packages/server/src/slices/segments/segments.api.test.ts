import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

async function aSegment(project: string) {
  const environments = ['production', 'staging'].map((key) => ({ key, name: key }));
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  const created = await server.post(`/api/v1/projects/${project}/segments`, {
    key: 'pilots',
    name: 'Pilots',
  });
  const here = (environment: string) => `/api/v1/projects/${project}/environments/${environment}/segments`;
  return {
    created,
    shared: `/api/v1/projects/${project}/segments`,
    production: here('production'),
    staging: here('staging'),
  };
}

test('members are listed per environment, counted by kind, and struck off again', async () => {
  const { created, production, staging } = await aSegment('members');
  expect(created).toMatchObject({ status: 201, body: { key: 'pilots', rules: [], version: 1 } });
  const members = `${production}/pilots/members`;
  const lists = {
    add: { customer: ['acme', 'blue', 'acme'], user: ['a/b'] },
    exclude: { customer: ['competitor'] },
  };
  expect((await server.patch(members, lists)).body).toMatchObject({ added: 3, excluded: 1, removed: 0 });
  expect((await server.get(`${production}/pilots`)).body).toMatchObject({
    members: [
      { contextKind: 'customer', included: 2, excluded: 1 },
      { contextKind: 'user', included: 1, excluded: 0 },
    ],
  });
  expect((await server.get(staging)).body).toMatchObject({ items: [{ key: 'pilots', members: [] }] });

  const strike = {
    remove: { customer: ['blue', 'nobody'], user: ['a/b'] },
    add: { customer: ['competitor'] },
  };
  expect((await server.patch(members, strike)).body).toMatchObject({ added: 1, removed: 2 });
  expect((await server.get(members)).body).toMatchObject({
    items: [
      { contextKind: 'customer', contextKey: 'acme', included: true },
      { contextKind: 'customer', contextKey: 'competitor', included: true },
    ],
    nextCursor: null,
  });
});

test('a thousand members go into one request and one revision; one more is refused', async () => {
  const { production } = await aSegment('thousand');
  const members = `${production}/pilots/members`;
  const keys = Array.from({ length: 1001 }, (_, at) => `customer-${String(at).padStart(4, '0')}`);
  expect(await server.patch(members, { add: { customer: keys } })).toMatchObject({ status: 400 });
  const halves = { customer: keys.slice(0, 500), user: keys.slice(500) };
  expect(await server.patch(members, { add: halves })).toMatchObject({ status: 400 });
  const { revision } = (await server.get(`${production}/pilots`)).as<{ revision: number }>();
  expect(await server.patch(members, { add: { customer: keys.slice(0, 1000) } })).toMatchObject({
    status: 200,
    body: { added: 1000, revision: revision + 1 },
  });

  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const reply = await server.get(`${members}?kind=customer&limit=200${cursor && `&cursor=${cursor}`}`);
    const page = reply.as<{ items: { contextKey: string }[]; nextCursor: string | null }>();
    seen.push(...page.items.map(({ contextKey }) => contextKey));
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual(keys.slice(0, 1000));
  expect((await server.get(`${members}?query=customer-000`)).as<{ items: object[] }>().items).toHaveLength(
    10,
  );
});

test('rules and words are shared by all environments', async () => {
  const { shared, production } = await aSegment('rules');
  const rules = [{ clauses: [{ attribute: 'country', op: 'in', values: ['CH'] }] }];
  expect((await server.patch(`${shared}/pilots`, { rules, name: 'Swiss pilots' })).body).toMatchObject({
    name: 'Swiss pilots',
    rules: [{ id: expect.any(String), ...rules[0] }],
    version: 2,
  });
  expect((await server.get(`${production}/pilots`)).body).toMatchObject({ name: 'Swiss pilots' });
  expect((await server.get(`${shared}?query=swiss`)).body).toMatchObject({ items: [{ key: 'pilots' }] });
});

test('an unknown segment and a rule that names one are refused', async () => {
  const { shared, production } = await aSegment('refuse');
  expect(await server.get(`${production}/gone`)).toMatchObject({
    status: 404,
    body: { code: 'segment_unknown' },
  });
  expect(await server.get(`${production}/gone/members`)).toMatchObject({ status: 404 });
  expect(await server.patch(`${production}/gone/members`, { add: { customer: ['acme'] } })).toMatchObject({
    status: 404,
  });
  const rules = [{ clauses: [{ attribute: '', op: 'segmentMatch', values: ['gone'] }] }];
  expect(await server.patch(`${shared}/pilots`, { rules })).toMatchObject({
    status: 404,
    body: { code: 'segment_unknown', errors: [{ pointer: '#/rules/0/clauses/0/values/0' }] },
  });
});
