import { asker, startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const password = 'correct horse battery';

interface LedgerLike {
  readonly action: string;
  readonly actor_id: string;
  readonly before: unknown;
  readonly after: unknown;
}
const ledgerOf = async ({ latchkey: { db } }: TestServer): Promise<readonly LedgerLike[]> =>
  db.reader
    .selectFrom('ledger_entry')
    .select(['action', 'actor_id', 'before', 'after'])
    .where('project', '=', '')
    .orderBy('seq')
    .execute();

const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';

/** What a browser sends: no token, the cookie it was given, and where the page came from. */
const browser = (server: TestServer, cookie: string | null = null) => ({
  token: null,
  headers: { origin: server.address, 'sec-fetch-site': 'same-origin', ...(cookie !== null && { cookie }) },
});
const cookieOf = (reply: { readonly headers: Headers }): string =>
  (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function invited(server: TestServer, email: string, roles: readonly string[]) {
  const reply = await server.post('/api/v1/members', { email, name: email.split('@')[0], roles });
  expect(reply.status).toBe(201);
  return reply.as<{ id: string; state: string; version: number; signInLink: { url: string } }>();
}

/** Somebody with these roles, signed in. */
async function somebody(server: TestServer, email: string, roles: readonly string[]) {
  const { id, signInLink } = await invited(server, email, roles);
  const reply = await server.post(
    '/api/v1/session/link',
    { token: tokenOf(signInLink.url), password },
    browser(server),
  );
  expect(reply.status).toBe(200);
  return { id, as: browser(server, cookieOf(reply)) };
}

test('the link of the first start makes an administrator, once', async () => {
  await using server = await startServer();
  const link = server.latchkey.firstSignInLink ?? '';
  expect(link).toContain(`${server.address}/welcome?token=lk_link_`);
  const take = (body: object) =>
    server.post('/api/v1/session/link', { token: tokenOf(link), ...body }, browser(server));

  const incomplete = await take({});
  expect(incomplete).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  expect(
    incomplete
      .as<{ errors: { pointer: string }[] }>()
      .errors.map(({ pointer }) => pointer)
      .sort(),
  ).toEqual(['#/email', '#/name', '#/password']);
  expect(await take({ name: 'Nora', email: 'nora@example.com', password: 'short' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/password' }] },
  });

  const nora = { name: 'Nora', email: 'nora@example.com', password };
  const taken = await Promise.all([take(nora), take({ ...nora, email: 'other@example.com' })]);
  expect(taken.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(await take(nora)).toMatchObject({ status: 401, body: { code: 'sign_in_link_used' } });

  const won = taken.find(({ status }) => status === 200);
  expect(won?.headers.get('set-cookie')).toMatch(/^latchkey=lk_ses_.*; HttpOnly; SameSite=Lax/);
  const me = await server.get('/api/v1/me', browser(server, cookieOf(won ?? taken[0])));
  expect(me.body).toMatchObject({
    principal: { kind: 'member', roles: ['administrator'] },
    may: { 'member.invite': true },
  });
});

test('somebody is invited, chooses a password, signs in and out, and the ledger knows no password', async () => {
  await using server = await startServer();
  const sam = await invited(server, 'sam@example.com', ['sales']);
  expect(sam).toMatchObject({ state: 'invited', version: 1 });
  const signIn = (secret: string) =>
    server.post('/api/v1/session', { email: 'Sam@example.com', password: secret }, browser(server));
  expect(await signIn(password)).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } });

  const token = tokenOf(sam.signInLink.url);
  const accepted = await server.post('/api/v1/session/link', { token, password }, browser(server));
  expect(accepted).toMatchObject({ status: 200, body: { member: { id: sam.id, roles: ['sales'] } } });

  const signedIn = await signIn(password);
  expect(signedIn.status).toBe(200);
  const as = browser(server, cookieOf(signedIn));
  expect(await server.get('/api/v1/me', as)).toMatchObject({
    status: 200,
    body: { principal: { id: sam.id } },
  });
  expect(await server.delete('/api/v1/session', as)).toMatchObject({ status: 200 });
  expect(await server.get('/api/v1/me', as)).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });

  const entries = await ledgerOf(server);
  expect(entries.map(({ action }) => action)).toEqual(['token.create', 'member.invite', 'member.accept']);
  expect(JSON.stringify(entries)).not.toMatch(/argon2|passwordHash|digest/);
  expect(JSON.stringify((await server.get('/api/v1/members')).body)).not.toMatch(/argon2|passwordHash/);
});

test('a wrong password five times makes the next attempt wait, and says how long', async () => {
  await using server = await startServer();
  await somebody(server, 'sam@example.com', ['sales']);
  const guess = (secret: string) =>
    server.post('/api/v1/session', { email: 'sam@example.com', password: secret }, browser(server));
  for (let wrong = 0; wrong < 5; wrong += 1) expect((await guess('not the password')).status).toBe(401);
  const slowed = await guess(password);
  expect(slowed).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  server.advance(15 * 60_000);
  expect((await guess(password)).status).toBe(200);
});

test('another site cannot sign somebody in, nor edit with their session', async () => {
  await using server = await startServer();
  const { as } = await somebody(server, 'nora@example.com', ['administrator']);
  const foreign = { ...as, headers: { ...as.headers, origin: 'https://evil.example' } };
  const invite = { email: 'x@example.com', roles: ['sales'] };
  expect(await server.post('/api/v1/members', invite, foreign)).toMatchObject({
    status: 403,
    body: { code: 'wrong_origin' },
  });
  expect(
    await server.post('/api/v1/session', { email: 'nora@example.com', password }, foreign),
  ).toMatchObject({ status: 403, body: { code: 'wrong_origin' } });
  expect(await server.post('/api/v1/members', invite, as)).toMatchObject({ status: 201 });
});

test('roles change what somebody may do at once; their own they cannot change', async () => {
  await using server = await startServer();
  const nora = await somebody(server, 'nora@example.com', ['administrator']);
  const sam = await somebody(server, 'sam@example.com', ['sales']);
  const mayInvite = async () =>
    (await server.get('/api/v1/me', sam.as)).as<{ may: Record<string, boolean> }>().may['member.invite'];
  expect(await mayInvite()).toBe(false);
  expect(await server.get('/api/v1/members', sam.as)).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });

  const path = `/api/v1/members/${sam.id}`;
  const changed = await server.patch(path, { roles: ['administrator'] }, nora.as);
  expect(changed).toMatchObject({ status: 200, body: { roles: ['administrator'], version: 3 } });
  expect(await mayInvite()).toBe(true);
  expect(await server.patch(path, { roles: ['administrator'] }, nora.as)).toMatchObject({
    status: 200,
    body: { roles: ['administrator'], version: 3 },
  });

  expect(await server.patch(path, { roles: ['sales'] }, sam.as)).toMatchObject({ status: 403 });
  expect(await server.patch(`/api/v1/members/${nora.id}`, { roles: ['sales'] }, sam.as)).toMatchObject({
    status: 200,
  });
  expect(await server.patch(path, { roles: ['sales'] })).toMatchObject({
    status: 409,
    body: { code: 'last_administrator' },
  });
  expect(await server.patch(path, {})).toMatchObject({ status: 400 });
  expect(await server.patch(path, { roles: ['pope'] })).toMatchObject({
    status: 404,
    body: { code: 'role_unknown', errors: [{ pointer: '#/roles' }] },
  });
});

test('two people who edit one member at once: the second is told', async () => {
  await using server = await startServer();
  const sam = await invited(server, 'sam@example.com', ['sales']);
  const rename = (name: string) =>
    server.patch(`/api/v1/members/${sam.id}`, { name }, { headers: { 'if-match': '"1"' } });
  expect(await rename('Samuel')).toMatchObject({ status: 200, body: { name: 'Samuel' } });
  expect(await rename('Samantha')).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
});

test('who leaves is out at once, with their sessions and tokens', async () => {
  await using server = await startServer();
  const nora = await somebody(server, 'nora@example.com', ['administrator']);
  const otto = await somebody(server, 'otto@example.com', ['administrator']);
  const issued = await server.post('/api/v1/tokens', { name: 'Scripts', roles: ['sales'] }, otto.as);
  expect(issued).toMatchObject({ status: 201, body: { member: otto.id, roles: ['sales'] } });
  const token = issued.as<{ value: string }>().value;
  expect((await server.get('/api/v1/me', { token })).body).toMatchObject({ principal: { kind: 'token' } });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const watched = await fetch(
    `${server.address}/api/v1/projects/shop/environments/production/ledger/stream`,
    {
      headers: otto.as.headers,
    },
  );
  expect(watched.status).toBe(200);

  expect(await server.delete(`/api/v1/members/${otto.id}`, nora.as)).toMatchObject({
    status: 200,
    body: { state: 'removed' },
  });
  expect((await server.get('/api/v1/me', otto.as)).status).toBe(401);
  // Over only when the server ends the stream, however abruptly.
  await watched.text().catch(() => 'cut off');
  await expect.poll(async () => (await server.get('/api/v1/me', { token })).status).toBe(401);
  const { items } = (await server.get('/api/v1/members')).as<{ items: { name: string }[] }>();
  expect(items.map(({ name }) => name)).toEqual(['nora']);
});

test('a forgotten password: a new link, and every session from before is over', async () => {
  await using server = await startServer();
  const sam = await somebody(server, 'sam@example.com', ['sales']);
  const reset = await server.post(`/api/v1/members/${sam.id}/sign-in-link`);
  expect(reset).toMatchObject({ status: 201, body: { state: 'invited' } });
  expect((await server.get('/api/v1/me', sam.as)).status).toBe(401);
  expect(
    (await server.post('/api/v1/session', { email: 'sam@example.com', password }, browser(server))).status,
  ).toBe(401);

  const again = await server.post(`/api/v1/members/${sam.id}/sign-in-link`);
  expect(again).toMatchObject({ status: 201, body: { state: 'invited' } });
  const use = (reply: { as<T>(): T }) =>
    server.post(
      '/api/v1/session/link',
      {
        token: tokenOf(reply.as<{ signInLink: { url: string } }>().signInLink.url),
        password: `${password} 2`,
      },
      browser(server),
    );
  expect((await use(reset)).status).toBe(401);
  const back = await use(again);
  expect(back.status).toBe(200);
  expect((await server.get('/api/v1/me', sam.as)).status).toBe(401);
  expect((await server.get('/api/v1/me', browser(server, cookieOf(back)))).status).toBe(200);
});

test('a new password ends the other sessions and needs the old one', async () => {
  await using server = await startServer();
  const sam = await somebody(server, 'sam@example.com', ['sales']);
  const phone = await server.post('/api/v1/session', { email: 'sam@example.com', password }, browser(server));
  const change = (current: string) =>
    asker(server.address)('PUT', '/api/v1/session/password', { current, password: `${password}!` }, sam.as);
  expect(await change('not the password')).toMatchObject({
    status: 401,
    body: { errors: [{ pointer: '#/current' }] },
  });
  const changed = await change(password);
  expect(changed.status).toBe(200);
  expect((await server.get('/api/v1/me', browser(server, cookieOf(changed)))).status).toBe(200);
  expect((await server.get('/api/v1/me', browser(server, cookieOf(phone)))).status).toBe(401);
  expect((await server.get('/api/v1/me', sam.as)).status).toBe(401);
});

test('members are listed by name, page by page, and found by a part of it', async () => {
  await using server = await startServer();
  for (const name of ['otto', 'ida', 'sam', 'per_cent']) {
    await invited(server, `${name}@example.com`, ['support']);
  }
  const page = async (query: string) =>
    (await server.get(`/api/v1/members?${query}`)).as<{
      items: { name: string }[];
      nextCursor: string | null;
    }>();
  const first = await page('limit=3');
  expect(first.items.map(({ name }) => name)).toEqual(['ida', 'otto', 'per_cent']);
  const rest = await page(`limit=3&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ name: 'sam' }], nextCursor: null });
  expect((await page('query=TT')).items.map(({ name }) => name)).toEqual(['otto']);
  expect((await page('query=_c')).items.map(({ name }) => name)).toEqual(['per_cent']);
  expect((await page('query=%25')).items).toEqual([]);
});

test('a role of our own: made, given, explained by what it allows, and not dropped while somebody has it', async () => {
  await using server = await startServer();
  const statements = [
    {
      effect: 'allow',
      resources: ['proj/*:env/production:flag/*;entitlement'],
      actions: ['flag.target', 'flag.read'],
    },
  ];
  const role = { key: 'entitlement-flags', name: 'Entitlement flags', statements };
  expect(await server.post('/api/v1/roles', role)).toMatchObject({
    status: 201,
    body: { builtIn: false, version: 1 },
  });
  expect(await server.post('/api/v1/roles', role)).toMatchObject({ status: 201, body: { version: 1 } });
  expect(
    await server.post('/api/v1/roles', { ...role, statements: [{ ...statements[0], resources: ['flags'] }] }),
  ).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/statements/0/resources/0' }] } });
  expect(await server.post('/api/v1/roles', { ...role, key: 'sales' })).toMatchObject({
    status: 409,
    body: { code: 'role_built_in' },
  });
  const { items } = (await server.get('/api/v1/roles')).as<{ items: { key: string }[] }>();
  expect(items.map(({ key }) => key)).toEqual([
    ...['administrator', 'engineer', 'product', 'sales', 'success', 'support', 'auditor'],
    'entitlement-flags',
  ]);

  const cleo = await somebody(server, 'cleo@example.com', ['entitlement-flags']);
  const mayTarget = async (query: string) =>
    (await server.get(`/api/v1/me?project=demo&${query}`, cleo.as)).as<{
      may: Record<string, boolean>;
      because: Record<string, string>;
    }>();
  expect((await mayTarget('environment=production')).may['flag.target']).toBe(true);
  expect((await mayTarget('environment=production&tags=entitlement,web')).may['flag.target']).toBe(true);
  const untagged = await mayTarget('environment=production&tags=web');
  expect(untagged.may['flag.target']).toBe(false);
  expect(untagged.because['flag.target']).toContain('entitlement-flags');
  expect((await mayTarget('environment=staging')).may['flag.target']).toBe(false);

  expect(await server.delete('/api/v1/roles/entitlement-flags')).toMatchObject({ status: 409 });
  await server.patch(`/api/v1/members/${cleo.id}`, { roles: ['support'] });
  expect(await server.delete('/api/v1/roles/entitlement-flags')).toMatchObject({ status: 200 });
});

test('a token is shown once, listed without its value, and worth nothing once revoked', async () => {
  await using server = await startServer();
  const ask = { name: 'Deploys', roles: ['engineer'], service: true };
  const retry = { headers: { 'idempotency-key': 'once' } };
  const issued = await server.post('/api/v1/tokens', ask, retry);
  const { id, value } = issued.as<{ id: string; value: string }>();
  expect(value).toMatch(/^lk_api_/);
  expect((await server.post('/api/v1/tokens', ask, retry)).body).toMatchObject({ id, value: null });

  expect((await server.get('/api/v1/me', { token: value })).body).toMatchObject({
    principal: { id, roles: ['engineer'] },
  });
  expect(JSON.stringify((await server.get('/api/v1/tokens')).body)).not.toMatch(/digest|lk_api_/);
  expect((await server.delete(`/api/v1/tokens/${id}`)).status).toBe(200);
  await expect.poll(async () => (await server.get('/api/v1/me', { token: value })).status).toBe(401);
  expect(await server.post('/api/v1/tokens', { ...ask, expiresAt: '2020-01-01' })).toMatchObject({
    status: 400,
    body: { code: 'end_in_past', errors: [{ pointer: '#/expiresAt' }] },
  });
});

test('nothing below /api/v1 answers a stranger, but the doors where one becomes known', async () => {
  await using server = await startServer();
  for (const path of ['/me', '/members', '/roles', '/tokens']) {
    expect(await server.get(`/api/v1${path}`, { token: null })).toMatchObject({ status: 401 });
    expect(await server.get(`/api/v1${path}`, { token: 'lk_api_made-up' })).toMatchObject({ status: 401 });
  }
  expect(await server.post('/api/v1/session', { email: ['a'], password: {} }, { token: null })).toMatchObject(
    {
      status: 400,
      body: { code: 'invalid_request' },
    },
  );
});
