import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const holds = `${here}/customers/acme/holds`;
const hour = 3_600_000;

async function startShop(): Promise<TestServer> {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch', access: 'open' });
  await server.post(`${project}/features`, {
    key: 'export-my-data',
    name: 'Export my data',
    kind: 'switch',
    access: 'open',
    essential: true,
  });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  return server;
}

const ask = async (server: TestServer, feature = 'sso'): Promise<string> =>
  (await server.post(`${here}/check`, { customer: 'acme', feature })).as<{ reason: string }>().reason;

test('a hold blocks from its second to its second, leaves what is essential, and stacks', async () => {
  await using server = await startShop();
  const placed = await server.post(holds, {
    blocks: ['access'],
    reason: 'Invoice 4711 is overdue',
    from: '2026-03-15T01:00:00Z',
    to: '2026-03-15T03:00:00Z',
  });
  expect(placed).toMatchObject({ status: 201, body: { state: 'scheduled', placedBy: expect.any(String) } });
  expect(await ask(server)).toBe('open');
  const early = await server.post(`${here}/check`, { customer: 'acme', feature: 'sso' });
  expect(early.body).toMatchObject({ nextChangeAt: '2026-03-15T01:00:00.000Z' });
  server.advance(hour);
  expect(await ask(server)).toBe('on_hold');
  expect(await ask(server, 'export-my-data')).toBe('open');
  const second = await server.post(holds, { blocks: ['access'], reason: 'Security review' });
  server.advance(2 * hour);
  expect(await ask(server)).toBe('on_hold');
  const { id } = second.as<{ id: string }>();
  expect(await server.post(`${here}/holds/${id}/lift`, { reason: 'Reviewed' })).toMatchObject({
    status: 200,
    body: { state: 'lifted', lifted: { reason: 'Reviewed' } },
  });
  expect(await ask(server)).toBe('open');
  expect(await server.post(`${here}/holds/${id}/lift`, {})).toMatchObject({
    status: 409,
    body: { code: 'hold_over' },
  });
});

test('changes that are on hold are made only by those who may lift it', async () => {
  await using server = await startShop();
  const tokenFor = async (role: string) => {
    const made = await server.post('/api/v1/tokens', { name: role, roles: [role] });
    return { token: made.as<{ value: string }>().value };
  };
  const [sales, success] = [await tokenFor('sales'), await tokenFor('success')];
  const hold = { blocks: ['change'], reason: 'Contract is being rewritten' };
  expect(await server.post(holds, hold, sales)).toMatchObject({ status: 403 });
  expect(await server.post(holds, hold, success)).toMatchObject({ status: 201 });
  expect(await ask(server)).toBe('open');
  const renamed = { name: 'Acme Limited' };
  expect(await server.patch(`${here}/customers/acme`, renamed, sales)).toMatchObject({
    status: 409,
    body: { code: 'customer_on_hold', detail: expect.stringContaining('being rewritten') },
  });
  expect(await server.patch(`${here}/customers/acme`, renamed, success)).toMatchObject({ status: 200 });
});

test('a hold says why, and is previewed with whom it stops', async () => {
  await using server = await startShop();
  expect(await server.post(holds, { blocks: ['access'], reason: ' ' })).toMatchObject({
    status: 400,
    body: { code: 'reason_required', errors: [{ pointer: '#/reason' }] },
  });
  const previewed = await server.post(holds, {
    blocks: ['access'],
    reason: 'Test',
    change: { preview: true },
  });
  expect(previewed).toMatchObject({ status: 200, body: { impact: { customers: { lose: 1 } } } });
  expect((await server.get(holds)).body).toMatchObject({ items: [] });
});
