import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const keys = '/api/v1/projects/shop/environments/staging/keys';

async function startShop(): Promise<TestServer> {
  const server = await startServer();
  const project = await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  expect(project.status).toBe(201);
  return server;
}
interface Issued {
  readonly id: string;
  readonly value: string | null;
}

test('each kind of key has its prefix; its value is in the reply that made it and in no other', async () => {
  await using server = await startShop();
  const prefixes = { sdk: 'lk_sdk_', 'client-application': 'lk_cli_', mobile: 'lk_mob_' };
  for (const [kind, prefix] of Object.entries(prefixes)) {
    const made = await server.post(keys, { kind, name: 'Shop' });
    expect(made).toMatchObject({ status: 201, body: { kind, name: 'Shop', version: 1 } });
    const { value } = made.as<Issued>();
    expect(value?.startsWith(prefix)).toBe(true);
    expect(made.body).toMatchObject({ ending: value?.slice(-4) });
  }
  const listed = await server.get(keys);
  expect(listed.as<{ items: unknown[] }>().items).toHaveLength(3);
  expect(JSON.stringify(listed.body)).not.toMatch(/lk_|digest|sealed/);
});

test('two live keys of a kind, for changing from one to the other', async () => {
  await using server = await startShop();
  const first = await server.post(keys, { kind: 'sdk' });
  await server.post(keys, { kind: 'sdk' });
  expect(await server.post(keys, { kind: 'sdk' })).toMatchObject({
    status: 409,
    body: { code: 'too_many_keys' },
  });
  expect(await server.post(keys, { kind: 'mobile' })).toMatchObject({ status: 201 });
  expect(await server.delete(`${keys}/${first.as<Issued>().id}`)).toMatchObject({ status: 200 });
  expect(await server.post(keys, { kind: 'sdk' })).toMatchObject({ status: 201 });
});

test('of eight keys asked for at once, two are made', async () => {
  await using server = await startShop();
  const asked = await Promise.all(Array.from({ length: 8 }, () => server.post(keys, { kind: 'sdk' })));
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(asked.filter(({ status }) => status === 409)).toHaveLength(6);
});

test("a client application's key can be shown again, and the ledger says to whom each time", async () => {
  await using server = await startShop();
  const { id, value } = (await server.post(keys, { kind: 'client-application' })).as<Issued>();
  for (let times = 0; times < 2; times += 1) {
    expect((await server.post(`${keys}/${id}/reveal`)).as<Issued>()).toMatchObject({ id, value });
  }
  const entries = await server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .select(['action', 'resource', 'after'])
    .where('resource_id', '=', id)
    .orderBy('seq')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual(['key.create', 'key.reveal', 'key.reveal']);
  expect(entries[1]?.resource).toBe(`proj/shop:env/staging:key/${id}`);
  expect(JSON.stringify(entries)).not.toMatch(/lk_cli_|digest|sealed/);

  const sealed = await server.latchkey.db.reader.selectFrom('secret').select('ciphertext').execute();
  expect(sealed.map(({ ciphertext }) => ciphertext.toString('latin1')).join()).not.toContain(value);

  const sdk = (await server.post(keys, { kind: 'sdk' })).as<Issued>();
  expect(await server.post(`${keys}/${sdk.id}/reveal`)).toMatchObject({ body: { code: 'wrong_key_kind' } });
  expect(await server.post(`${keys}/no-such-key/reveal`)).toMatchObject({
    status: 404,
    body: { code: 'key_unknown' },
  });
});

test('salespeople neither see keys nor make them', async () => {
  await using server = await startShop();
  const { value: token = null } = (
    await server.post('/api/v1/tokens', { name: 'Sam', roles: ['sales'], service: true })
  ).as<{ value: string }>();
  expect(await server.get(keys, { token })).toMatchObject({ status: 403 });
  expect(await server.post(keys, { kind: 'sdk' }, { token })).toMatchObject({ status: 403 });
  expect((await server.get(keys)).as<{ items: unknown[] }>().items).toEqual([]);
});

test("an application's key opens no management address", async () => {
  await using server = await startShop();
  const { value } = (await server.post(keys, { kind: 'sdk' })).as<Issued>();
  expect(await server.get(keys, { token: value })).toMatchObject({ status: 403 });
  expect(await server.get('/api/v1/members', { token: value })).toMatchObject({ status: 403 });
  expect(await server.post(keys, { kind: 'sdk' }, { token: value })).toMatchObject({ status: 403 });
});
