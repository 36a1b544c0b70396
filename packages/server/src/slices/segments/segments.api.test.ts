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

test('a segment goes when nothing asks for it, and one of its name later begins empty', async () => {
  const { shared, production } = await aSegment('removing');
  const project = '/api/v1/projects/removing';
  const environment = `${project}/environments/production`;
  await server.patch(`${production}/pilots/members`, { add: { customer: ['acme'] } });
  await server.post(`${project}/flags`, { key: 'checkout', name: 'Checkout', kind: 'boolean' });
  const clauses = [{ attribute: '', op: 'segmentMatch', values: ['pilots'] }];
  await server.patch(`${environment}/flags/checkout`, { rules: [{ clauses, variation: 0 }] });
  await server.post(shared, { key: 'nested', name: 'Nested', rules: [{ clauses }] });
  expect((await server.get(`${shared}/pilots/dependents`)).body).toEqual({
    flags: [{ key: 'checkout', name: 'Checkout', state: 'live', environment: 'production', rules: [0] }],
    segments: [{ key: 'nested', name: 'Nested' }],
    grants: [],
  });
  expect(await server.delete(`${shared}/pilots`)).toMatchObject({
    status: 409,
    body: {
      code: 'segment_in_use',
      uses: ['the segment nested asks for it', 'checkout asks for it in production'],
    },
  });
  await server.patch(`${environment}/flags/checkout`, { rules: [] });
  expect(await server.delete(`${shared}/nested`)).toMatchObject({ status: 200 });
  expect(await server.delete(`${shared}/pilots`)).toMatchObject({ status: 200 });
  expect(await server.get(`${shared}/pilots`)).toMatchObject({ status: 404 });
  await server.post(shared, { key: 'pilots', name: 'Pilots' });
  expect((await server.get(`${production}/pilots`)).body).toMatchObject({ members: [] });
});

test('a share of those who match is kept with its rule, and the rules are edited one at a time', async () => {
  const { shared } = await aSegment('shares');
  const edit = (kind: string, input: object) =>
    server.post('/api/v1/projects/shares/changes', {
      operations: [{ kind, input: { segment: 'pilots', ...input } }],
    });
  const swiss = { attribute: 'country', op: 'in', values: ['CH'] };
  await edit('segment.add-rule', { rule: { description: 'Some Swiss', clauses: [swiss], weight: 20_000 } });
  await edit('segment.add-rule', { rule: { clauses: [{ ...swiss, values: ['DE'] }] } });
  const shown = async () =>
    (await server.get(`${shared}/pilots`)).as<{
      rules: { id: string; clauses: { id: string }[] }[];
    }>().rules;
  const [first, second] = await shown();
  await edit('segment.reorder-rules', { rules: [second?.id, first?.id] });
  await edit('segment.update-rule', { rule: first?.id, share: { weight: 50_000, bucketBy: 'email' } });
  const clause = first?.clauses[0]?.id;
  await edit('segment.add-clause-values', { rule: first?.id, clause, values: ['LI'] });
  expect(await shown()).toMatchObject([
    { id: second?.id },
    { description: 'Some Swiss', weight: 50_000, bucketBy: 'email', clauses: [{ values: ['CH', 'LI'] }] },
  ]);
  await edit('segment.update-rule', { rule: first?.id, share: null });
  expect((await shown())[1]).not.toHaveProperty('weight');
  await edit('segment.add-clauses', { rule: first?.id, clauses: [{ ...swiss, negate: true }] });
  await edit('segment.remove-clauses', { rule: first?.id, clauses: [clause] });
  await edit('segment.remove-clause-values', {
    rule: second?.id,
    clause: second?.clauses[0]?.id,
    values: ['FR'],
  });
  await edit('segment.update-clause', {
    rule: second?.id,
    clause: second?.clauses[0]?.id,
    with: { ...swiss, values: ['AT'] },
  });
  expect(await shown()).toMatchObject([{ clauses: [{ values: ['AT'] }] }, { clauses: [{ negate: true }] }]);
  await edit('segment.remove-rule', { rule: first?.id });
  await edit('segment.tag', { add: ['europe'] });
  expect((await server.get(`${shared}/pilots`)).body).toMatchObject({
    tags: ['europe'],
    rules: [{ id: second?.id }],
  });
  const wrong = await edit('segment.add-rule', { rule: { clauses: [swiss], weight: 10, bucketBy: '' } });
  expect(wrong.status).toBe(400);
});
