import { aCustomer, anItem, aSubscription } from '@latchkey/testkit/builders';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const customers = `${here}/customers`;

interface Listed {
  readonly items: readonly { readonly key: string; readonly plans: unknown; readonly endsNext: unknown }[];
  readonly nextCursor: string | null;
}

async function startShop(): Promise<TestServer> {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await made(server, '/api/v1/projects', { key: 'shop', name: 'Shop' });
  return server;
}

async function made(server: TestServer, path: string, body: object): Promise<void> {
  expect(await server.post(path, body)).toMatchObject({ status: expect.toBeOneOf([200, 201]) });
}

const keysOf = async (server: TestServer, query: string): Promise<readonly string[]> => {
  const reply = await server.get(`${customers}?${query}`);
  expect(reply.status).toBe(200);
  return reply.as<Listed>().items.map(({ key }) => key);
};

test('a customer is added by its id elsewhere, read back, and changed without losing what is not mentioned', async () => {
  await using server = await startShop();
  const added = await server.post(customers, {
    key: '9f1c0e6e-4b57-4a0e-9a34-3a8d6a1f5b10',
    name: 'Acme',
    externalId: 'crm-17',
    attributes: { country: 'CH' },
    tags: ['vip'],
  });
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Acme', identifiers: { externalId: 'crm-17' }, state: 'active', version: 1 },
  });
  const path = `${customers}/9f1c0e6e-4b57-4a0e-9a34-3a8d6a1f5b10`;
  const changed = await server.patch(path, { attributes: { industry: 'bank' }, identifiers: { crmId: '4' } });
  expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
  const read = await server.get(path);
  expect(read.body).toMatchObject({
    name: 'Acme',
    attributes: { country: 'CH', industry: 'bank' },
    identifiers: { externalId: 'crm-17', crmId: '4' },
    tags: ['vip'],
  });
  expect(read.headers.get('etag')).toBe('"2"');
  expect(await server.get(`${customers}/nobody`)).toMatchObject({
    status: 404,
    body: { code: 'customer_unknown' },
  });
});

test('who edits what somebody else changed meanwhile is told both versions', async () => {
  await using server = await startShop();
  await made(server, customers, { key: 'acme', name: 'Acme' });
  const path = `${customers}/acme`;
  const asSeen = { headers: { 'if-match': '"1"' } };
  expect(await server.patch(path, { name: 'Acme AG' }, asSeen)).toMatchObject({ status: 200 });
  expect(await server.patch(path, { name: 'Acme SA' }, asSeen)).toMatchObject({
    status: 412,
    body: { code: 'version_mismatch', yourVersion: 1, currentVersion: 2, current: { name: 'Acme AG' } },
  });
});

test('an external id names one customer, until that one gives it up', async () => {
  await using server = await startShop();
  await made(server, customers, { key: 'acme', name: 'Acme', externalId: 'x1' });
  const again = { key: 'other', name: 'Other', externalId: 'x1', identifiers: { refId: 'shared' } };
  expect(await server.post(customers, again)).toMatchObject({
    status: 409,
    body: {
      code: 'identifier_taken',
      kind: 'externalId',
      customer: 'acme',
      errors: [{ pointer: '#/identifiers/externalId' }],
    },
  });
  expect(await server.get(`${customers}/other`)).toMatchObject({ status: 404 });
  expect(await server.patch(`${customers}/acme`, { externalId: null })).toMatchObject({
    body: { identifiers: {} },
  });
  await made(server, customers, again);
  await made(server, customers, { key: 'third', name: 'Third', identifiers: { refId: 'shared' } });
});

test('in an address with a key of any form, the customer is found', async () => {
  await using server = await startShop();
  const key = 'Åcme: north & south';
  await made(server, customers, { key, name: 'Acme' });
  expect(await server.get(`${customers}/${encodeURIComponent(key)}`)).toMatchObject({ body: { key } });
  expect(await server.post(`${customers}/${encodeURIComponent(key)}/suspend`)).toMatchObject({
    body: { state: 'suspended' },
  });
});

test('five levels of customers, and no circle', async () => {
  await using server = await startShop();
  for (const level of [1, 2, 3, 4, 5]) {
    const parent = level === 1 ? null : `l${level - 1}`;
    await made(server, customers, { key: `l${level}`, name: `Level ${level}`, parent });
  }
  expect(await server.post(customers, { key: 'l6', name: 'Level 6', parent: 'l5' })).toMatchObject({
    status: 400,
    body: { code: 'customer_too_deep', errors: [{ pointer: '#/parent' }] },
  });
  expect(await server.patch(`${customers}/l1`, { parent: 'l5' })).toMatchObject({
    status: 400,
    body: { code: 'customer_cycle' },
  });
  await made(server, customers, { key: 'top', name: 'Top' });
  expect(await server.patch(`${customers}/l1`, { parent: 'top' })).toMatchObject({
    body: { code: 'customer_too_deep' },
  });
  expect(await server.patch(`${customers}/l2`, { parent: 'top' })).toMatchObject({ body: { parent: 'top' } });
  expect(await server.patch(`${customers}/l2`, { parent: null })).toMatchObject({ body: { parent: null } });
});

test('several levels can be founded in one change', async () => {
  await using server = await startShop();
  const found = (key: string, parent: string | null) => ({
    kind: 'customer.create',
    input: { key, name: key, parent },
  });
  const operations = [found('org', null), found('unit', 'org'), found('team', 'unit')];
  expect(await server.post(`${here}/changes`, { operations })).toMatchObject({ status: 200 });
  expect(await server.get(`${customers}/team`)).toMatchObject({ body: { parent: 'unit' } });
});

test('customers are found by name, key, identifier, state and tag, a page at a time', async () => {
  await using server = await startShop();
  await made(server, customers, { key: 'c-3', name: 'Zeta Bank', tags: ['vip'], externalId: 'EXT-900' });
  await made(server, customers, {
    key: 'c-1',
    name: 'alpha Foods',
    contacts: [{ name: 'Ann', email: 'ann@alpha.example' }],
  });
  await made(server, customers, { key: 'c-2', name: 'Beta 100%', state: 'prospect' });
  expect(await keysOf(server, '')).toEqual(['c-1', 'c-2', 'c-3']);
  expect(await keysOf(server, 'query=bank')).toEqual(['c-3']);
  expect(await keysOf(server, 'query=C-1')).toEqual(['c-1']);
  expect(await keysOf(server, 'query=ext-9')).toEqual(['c-3']);
  expect(await keysOf(server, 'query=ANN@alpha')).toEqual(['c-1']);
  expect(await keysOf(server, `query=${encodeURIComponent('0%')}`)).toEqual(['c-2']);
  expect(await keysOf(server, 'state=prospect')).toEqual(['c-2']);
  expect(await keysOf(server, 'tag=vip')).toEqual(['c-3']);

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Listed = (
      await server.get(`${customers}?limit=1${cursor && `&cursor=${cursor}`}`)
    ).as<Listed>();
    expect(page.items).toHaveLength(1);
    seen.push(...page.items.map(({ key }) => key));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['c-1', 'c-2', 'c-3']);
  expect(await server.get(`${customers}?cursor=nonsense`)).toMatchObject({
    body: { code: 'invalid_cursor' },
  });
});

test('customers are found by the plan that they are on and by the features that they have', async () => {
  await using server = await startShop();
  await made(server, `${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await made(server, `${project}/features`, { key: 'chat', name: 'Chat', kind: 'switch' });
  for (const [key, rank] of Object.entries({ silver: 1, gold: 2 })) {
    await made(server, `${project}/plans`, { key, name: key, rank });
  }
  await made(server, `${project}/plans/silver/versions`, { items: [{ feature: 'chat', effect: 'allow' }] });
  await made(server, `${project}/plans/gold/versions`, {
    items: [{ feature: 'sso', effect: 'allow' }],
    base: 'silver',
  });
  await made(server, `${here}/plans/silver/publish`, { version: 1 });
  await made(server, `${here}/plans/gold/publish`, { version: 1 });
  for (const key of ['acme', 'beta', 'gamma', 'delta']) await made(server, customers, { key, name: key });
  await made(server, `${customers}/acme/subscriptions`, {
    items: [
      { plan: 'silver', quantity: 2 },
      { plan: 'gold', quantity: 10, to: '2026-06-01' },
    ],
  });
  await made(server, `${customers}/beta/subscriptions`, {
    items: [{ plan: 'silver', version: 1, quantity: 1 }],
  });
  await made(server, `${customers}/gamma/subscriptions`, {
    items: [{ plan: 'gold', quantity: 1, from: '2026-05-01' }],
  });
  await made(server, `${customers}/delta/grants`, {
    feature: 'sso',
    effect: 'allow',
    origin: 'goodwill',
    reason: 'Outage',
    to: '2026-04-01',
  });

  expect(await keysOf(server, 'plan=gold')).toEqual(['acme']);
  expect(await keysOf(server, 'plan=silver')).toEqual(['acme', 'beta']);
  expect(await keysOf(server, 'feature=sso')).toEqual(['acme', 'delta']);
  expect(await keysOf(server, 'feature=chat')).toEqual(['acme', 'beta']);
  expect((await server.get(customers)).body).toMatchObject({
    items: [
      {
        key: 'acme',
        plans: [
          { plan: 'gold', name: 'gold', quantity: 10, to: '2026-06-01T00:00:00.000Z' },
          { plan: 'silver', quantity: 2, to: null },
        ],
        endsNext: '2026-06-01T00:00:00.000Z',
      },
      { key: 'beta', plans: [{ plan: 'silver' }], endsNext: null },
      { key: 'delta', plans: [], endsNext: '2026-04-01T00:00:00.000Z' },
      { key: 'gamma', plans: [] },
    ],
  });
});

test('of thousands on a plan, a page is the first by name, and nobody is in it who is not on the plan', async () => {
  await using server = await startShop();
  const { kysely } = server.latchkey.db;
  const customer = aCustomer({ key: '%', name: '%' });
  const subscription = aSubscription({ eId: 'e_%', customer: '%', items: [anItem({ pkId: 'pk_%' })] });
  // Two thousand buyers and one more, who bought last year: written as they lie, because a change takes a thousand.
  const numbers = sql`generate_series(1000, 3001) as number`;
  await sql`insert into resource (project, environment, kind, id, version, body, secondary, search)
    select 'shop', 'production', 'customer', number, 1,
      replace(${JSON.stringify(customer)}, '%', number::text)::jsonb, 'active', number from ${numbers}`.execute(
    kysely,
  );
  await sql`insert into resource (project, environment, kind, id, version, body, parent, secondary)
    select 'shop', 'production', 'subscription', 'e_' || number, 1,
      replace(${JSON.stringify(subscription)}, '%', number::text)::jsonb, number, 'active' from ${numbers}`.execute(
    kysely,
  );
  await sql`update resource set body = jsonb_set(body, '{items,0,to}', '"2026-01-01T00:00:00.000Z"')
    where kind = 'subscription' and parent = '1001'`.execute(kysely);
  const first = (await server.get(`${customers}?plan=gold&limit=3`)).as<Listed>();
  expect(first.items.map(({ key }) => key)).toEqual(['1000', '1002', '1003']);
  const next = await keysOf(server, `plan=gold&limit=2&cursor=${first.nextCursor}`);
  expect(next).toEqual(['1004', '1005']);
});
