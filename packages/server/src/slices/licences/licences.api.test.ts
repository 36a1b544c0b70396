import { startServer, type TestServer } from '@latchkey/testkit/server';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const published = '/.well-known/latchkey/shop/production';

/** Acme has exports for good and single sign-on until the summer; Globex is somebody else. */
async function startShop() {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  const made = [
    await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' }),
    await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' }),
    await server.post(`${project}/features`, { key: 'sso', name: 'Single sign-on', kind: 'switch' }),
    await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' }),
    await server.post(`${here}/customers`, { key: 'globex', name: 'Globex' }),
    await give(server, 'acme', { feature: 'exports', reason: 'They were angry' }),
    await give(server, 'acme', { feature: 'sso', to: '2026-07-01' }),
    await give(server, 'globex', { feature: 'sso' }),
  ];
  expect(made.map(({ status, body }) => (status === 201 ? status : body))).toEqual(made.map(() => 201));
  return server;
}

const give = (server: TestServer, customer: string, grant: object) =>
  server.post(`${here}/customers/${customer}/grants`, {
    effect: 'allow',
    origin: 'goodwill',
    reason: 'Outage',
    ...grant,
  });

interface Issued {
  readonly id: string;
  readonly sequence: number;
  readonly key: string;
}
const issue = async (server: TestServer, said: object = {}, customer = 'acme'): Promise<Issued> => {
  const reply = await server.post(`${here}/customers/${customer}/licences`, { to: '2026-06-15', ...said });
  expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 201 });
  return reply.as<Issued>();
};
const download = async (server: TestServer, { id }: Issued): Promise<string> =>
  (await server.get(`${here}/licences/${id}/file`)).as<{ file: string }>().file;

/** What a stranger with the public keys can read of something signed; throws when it is not genuine. */
async function read(server: TestServer, signed: string): Promise<{ typ: unknown; claims: unknown }> {
  const jwks = (await (await fetch(`${server.address}${published}/jwks.json`)).json()) as JSONWebKeySet;
  const jws = signed.replaceAll(/-----.*?-----|\s/g, '');
  const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(jwks));
  return { typ: protectedHeader.typ, claims: JSON.parse(new TextDecoder().decode(payload)) as unknown };
}
const revocations = async (server: TestServer) =>
  read(server, await (await fetch(`${server.address}${published}/revocations.jws`)).text());

test('a licence is issued, handed out, and read with nothing but the public keys', async () => {
  await using server = await startShop();
  const issued = await issue(server, { from: '2026-04-01', graceDays: 7, device: 'plant-7' });
  expect(issued).toMatchObject({
    customer: 'acme',
    sequence: 1,
    graceDays: 7,
    device: 'plant-7',
    revoked: null,
  });
  expect(issued).not.toHaveProperty('sealed');
  const file = await download(server, issued);
  expect(file).toMatch(/^-----BEGIN LATCHKEY LICENCE-----\n/);
  expect(await read(server, file)).toMatchObject({
    typ: 'latchkey-licence+jwt',
    claims: {
      sub: 'acme',
      jti: issued.id,
      nbf: Date.parse('2026-04-01') / 1000,
      exp: Date.parse('2026-06-15') / 1000,
      latchkey: {
        sequence: 1,
        graceDays: 7,
        device: 'plant-7',
        customer: { key: 'acme' },
      },
    },
  });
});

test('a licence tells nobody what was said among colleagues, nor of other customers', async () => {
  await using server = await startShop();
  await server.post(`${project}/features`, {
    key: 'globex-only',
    name: 'Made for Globex',
    kind: 'switch',
    exclusiveTo: 'globex',
  });
  const { claims } = await read(server, await download(server, await issue(server)));
  expect(JSON.stringify(claims)).not.toMatch(/angry|globex/i);
});

test('each file of a customer has the next number, and the ledger vouches for it', async () => {
  await using server = await startShop();
  const [first, second] = [await issue(server), await issue(server)];
  expect([first.sequence, second.sequence]).toEqual([1, 2]);
  expect((await issue(server, {}, 'globex')).sequence).toBe(1);
  const listed = await server.get(`${here}/customers/acme/licences`);
  expect(listed.as<{ items: Issued[] }>().items.map(({ sequence }) => sequence)).toEqual([2, 1]);
  const ledger = await server.get(`${here}/ledger?customer=acme`);
  expect(JSON.stringify(ledger.body)).not.toContain('sealed');
  expect(ledger.body).toMatchObject({
    items: [
      { action: 'licence.issue', after: { sequence: 2, fingerprint: expect.any(String) } },
      {},
      {},
      {},
      {},
    ],
  });
});

test('a revoked licence is on the signed list from then on, and the list has a higher number', async () => {
  await using server = await startShop();
  const issued = await issue(server);
  expect(await revocations(server)).toMatchObject({
    typ: 'latchkey-revocations+jwt',
    claims: { latchkey: { number: 0, revoked: [] } },
  });
  const change = { comment: 'The laptop was stolen' };
  const path = `${here}/licences/${issued.id}/revoke`;
  expect((await server.post(path, { change })).body).toMatchObject({
    revoked: { at: expect.stringMatching(/^2026-03-15/), reason: 'The laptop was stolen' },
  });
  expect(await revocations(server)).toMatchObject({
    claims: { latchkey: { number: 1, revoked: [{ licence: issued.id }] } },
  });
  expect(await server.post(path, { change })).toMatchObject({ body: { code: 'licence_revoked' } });
  const next = await read(server, await download(server, await issue(server)));
  expect(next).toMatchObject({ claims: { latchkey: { revocations: 1, sequence: 2 } } });
});

test('a new key signs what comes after it; what the old one signed is believed until that is withdrawn', async () => {
  await using server = await startShop();
  const before = await issue(server);
  const rotated = await server.post(`${here}/licence-keys`, {});
  expect(rotated).toMatchObject({ status: 201, body: { retiredAt: null } });
  expect(rotated.body).not.toHaveProperty('sealed');
  const after = await issue(server);
  expect(after.key).toBe(rotated.as<{ id: string }>().id);
  expect(after.key).not.toBe(before.key);
  for (const issued of [before, after]) await read(server, await download(server, issued));
  const withdrawn = (key: string) => server.post(`${here}/licence-keys/${key}/withdraw`);
  expect(await withdrawn(after.key)).toMatchObject({ status: 409 });
  expect(await withdrawn(before.key)).toMatchObject({ status: 200 });
  await expect(read(server, await download(server, before))).rejects.toThrow(/no applicable key/);
  await read(server, await download(server, after));
});

test('a licence that could not be used is refused, and tells why', async () => {
  await using server = await startShop();
  const ask = (said: object, customer = 'acme') =>
    server.post(`${here}/customers/${customer}/licences`, said);
  expect(await ask({ to: '2026-03-01' })).toMatchObject({ status: 400, body: { code: 'interval_empty' } });
  expect(await ask({ from: '2026-01-01', to: '2026-03-01' })).toMatchObject({
    status: 400,
    body: { code: 'end_in_past' },
  });
  expect(await ask({ to: '2027-01-01' }, 'nobody')).toMatchObject({ body: { code: 'customer_unknown' } });
  expect(await server.get(`${here}/licences/lic_none/file`)).toMatchObject({
    body: { code: 'licence_unknown' },
  });
  const jwks = await fetch(`${server.address}${published}/jwks.json`);
  expect(await jwks.json()).toEqual({ keys: [] });
  expect((await fetch(`${server.address}${published}/revocations.jws`)).status).toBe(404);
});

test('nobody opens another secret as if it were a licence file', async () => {
  await using server = await startShop();
  const { id, key, ...issued } = await issue(server);
  const { sealed } = (
    await server.latchkey.db.reader
      .selectFrom('resource')
      .select('body')
      .where('kind', '=', 'licence_key')
      .executeTakeFirstOrThrow()
  ).body as { sealed: string };
  const forged = { ...issued, customer: 'acme', id: 'lic_forged', key, sequence: 2, sealed } as Record<
    string,
    unknown
  >;
  for (const name of ['version', 'revision', 'issuedBy', 'issuedAt', 'revoked']) delete forged[name];
  const planted = await server.post(`${here}/changes`, {
    operations: [{ kind: 'licence.issue', input: forged }],
    comment: 'Trying',
  });
  expect(planted, JSON.stringify(planted.body)).toMatchObject({ status: 200 });
  const stolen = await server.get(`${here}/licences/lic_forged/file`);
  expect(stolen).toMatchObject({ status: 404, body: { code: 'licence_unknown' } });
});
