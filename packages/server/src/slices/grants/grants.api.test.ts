import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const grants = `${here}/customers/acme/grants`;

interface Given {
  readonly id: string;
  readonly lineageId: string;
}

async function startShop(): Promise<TestServer> {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await server.post(`${project}/features`, { key: 'seats', name: 'Seats', kind: 'number', unit: 'seats' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  return server;
}

const goodwill = {
  feature: 'sso',
  effect: 'allow',
  origin: 'goodwill',
  reason: 'Outage of 3 March',
  links: ['https://status.example/17'],
  to: '2026-04-01',
};

const isAllowed = async (server: TestServer): Promise<unknown> => {
  const decision = await server.post(`${here}/check`, { customer: 'acme', feature: 'sso' });
  return decision.as<{ allowed: boolean }>().allowed;
};

test('goodwill is given with its reason, end and incident, counts at once, and ends when it is revoked', async () => {
  await using server = await startShop();
  expect(await isAllowed(server)).toBe(false);
  const given = await server.post(grants, goodwill);
  expect(given).toMatchObject({
    status: 201,
    body: {
      subject: { kind: 'customer', key: 'acme' },
      from: expect.stringMatching(/^2026-03-15T00:/),
      to: '2026-04-01T00:00:00.000Z',
      links: [{ url: 'https://status.example/17' }],
      revokedAt: null,
      version: 1,
    },
  });
  const { id, lineageId } = given.as<Given>();
  expect(lineageId).toBe(id);
  expect(await isAllowed(server)).toBe(true);
  expect(await server.delete(`${here}/grants/${id}`)).toMatchObject({
    status: 200,
    body: { id, version: 2 },
  });
  expect(await isAllowed(server)).toBe(false);
  expect(await server.delete(`${here}/grants/${id}`)).toMatchObject({
    status: 409,
    body: { code: 'grant_over' },
  });
  expect((await server.get(grants)).body).toMatchObject({ items: [{ id }] });
});

test('what cannot be granted is refused by its field, and nothing is granted', async () => {
  await using server = await startShop();
  const mistakes = [
    [{ reason: undefined }, 400, 'reason_required', '#/reason'],
    [{ to: '2026-03-01' }, 400, 'end_in_past', '#/to'],
    [{ from: '2026-05-01', to: '2026-04-01' }, 400, 'interval_empty', '#/to'],
    [{ feature: 'nothing' }, 404, 'feature_unknown', '#/feature'],
    [{ effect: 'cap', value: 3 }, 400, 'effect_not_for_kind', '#/effect'],
    [{ value: 'yes' }, 400, 'value_not_for_kind', '#/value'],
    [{ origin: 'subscription' }, 400, 'invalid_request', '#/origin'],
    [{ links: ['javascript:alert(1)'] }, 400, 'invalid_request', '#/links/0'],
  ] as const;
  for (const [wrong, status, code, pointer] of mistakes) {
    expect(await server.post(grants, { ...goodwill, ...wrong })).toMatchObject({
      status,
      body: { code, errors: [{ pointer }] },
    });
  }
  expect((await server.get(grants)).body).toMatchObject({ items: [] });
});

test('an edited grant is a new one in the same lineage', async () => {
  await using server = await startShop();
  const added = { ...goodwill, feature: 'seats', effect: 'add', value: 5 };
  const { id } = (await server.post(grants, added)).as<Given>();
  server.advance(86_400_000);
  const edited = await server.patch(`${here}/grants/${id}`, { value: 8, to: null });
  expect(edited).toMatchObject({
    status: 200,
    body: { lineageId: id, value: 8, to: null, effect: 'add', reason: 'Outage of 3 March' },
  });
  const { id: newId } = edited.as<Given>();
  expect(newId).not.toBe(id);
  const listed = (await server.get(grants)).as<{ items: { id: string; revokedAt: string | null }[] }>();
  expect(listed.items.map((grant) => [grant.id, grant.revokedAt !== null])).toEqual([
    [newId, false],
    [id, true],
  ]);
  const seats = await server.post(`${here}/check`, { customer: 'acme', feature: 'seats' });
  expect(seats.body).toMatchObject({ allowed: true, value: 8 });
});

test('a promotion is for everybody, or for those on a plan', async () => {
  await using server = await startShop();
  const promotion = { feature: 'sso', effect: 'allow', origin: 'promotion', reason: 'Spring' };
  const toGold = await server.post(`${here}/grants`, {
    ...promotion,
    subject: { kind: 'plan', key: 'gold' },
  });
  expect(toGold).toMatchObject({ status: 201, body: { subject: { kind: 'plan', key: 'gold' } } });
  expect(await isAllowed(server)).toBe(false);
  const toAll = await server.post(`${here}/grants`, { ...promotion, subject: { kind: 'everyone' } });
  expect(toAll.status).toBe(201);
  expect(await isAllowed(server)).toBe(true);
  const ids = async (query: string) =>
    (await server.get(`${here}/grants?${query}`)).as<{ items: Given[] }>().items.map(({ id }) => id);
  expect(await ids('subject=plan/gold')).toEqual([toGold.as<Given>().id]);
  expect(await ids('subject=everyone')).toEqual([toAll.as<Given>().id]);
  expect(await ids('subject=customer/acme')).toEqual([]);
  expect(await server.get(`${here}/grants?subject=nobody`)).toMatchObject({ status: 400 });
  expect(
    await server.post(`${here}/grants`, { ...promotion, subject: { kind: 'plan', key: 'none' } }),
  ).toMatchObject({
    status: 404,
    body: { code: 'plan_unknown' },
  });
});

test('a preview says who gains and keeps nothing', async () => {
  await using server = await startShop();
  const previewed = await server.post(grants, { ...goodwill, change: { preview: true } });
  expect(previewed).toMatchObject({
    status: 200,
    body: { status: 'previewed', impact: { customers: { gain: 1 } } },
  });
  expect((await server.get(grants)).body).toMatchObject({ items: [] });
});

test('whoever may give goodwill to customers may not give anything else', async () => {
  await using server = await startShop();
  const token = (await server.post('/api/v1/tokens', { name: 'Support desk', roles: ['support'] })).as<{
    value: string;
  }>();
  const asSupport = { token: token.value };
  expect(await server.post(grants, goodwill, asSupport)).toMatchObject({ status: 201 });
  const refused = { status: 403, body: { code: 'forbidden' } };
  expect(await server.post(grants, { ...goodwill, origin: 'contract' }, asSupport)).toMatchObject(refused);
  expect(
    await server.post(`${here}/grants`, { ...goodwill, subject: { kind: 'everyone' } }, asSupport),
  ).toMatchObject(refused);
  expect(await server.post(`${here}/customers`, { key: 'new', name: 'New' }, asSupport)).toMatchObject(
    refused,
  );
});
