import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const there = `${project}/environments/staging`;

interface Entry {
  readonly seq: number;
  readonly action: string;
  readonly environment: string;
  readonly revision: number | null;
  readonly customer: string | null;
}
interface Listed {
  readonly items: readonly Entry[];
  readonly nextCursor: string | null;
}

async function startShop(): Promise<TestServer> {
  const server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  return server;
}

const entries = async (server: TestServer, path: string): Promise<readonly Entry[]> => {
  const reply = await server.get(path);
  expect(reply.status).toBe(200);
  return reply.as<Listed>().items;
};
const actions = (items: readonly Entry[]) => items.map(({ action }) => action);

test('an entry says who, what, when and why, before and after', async () => {
  await using server = await startShop();
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const change = { comment: 'Renamed after the merger', links: ['https://crm.example/17'] };
  await server.patch(`${here}/customers/acme`, { name: 'Acme AG', change });
  const [newest] = (await server.get(`${here}/ledger?customer=acme`)).as<{ items: unknown[] }>().items;
  expect(newest).toMatchObject({
    action: 'customer.describe',
    resource: 'proj/shop:env/production:customer/acme',
    resourceKind: 'customer',
    resourceId: 'acme',
    customer: 'acme',
    actor: { kind: 'token' },
    before: { name: 'Acme' },
    after: { name: 'Acme AG' },
    comment: 'Renamed after the merger',
    links: [{ url: 'https://crm.example/17' }],
    at: expect.stringMatching(/Z$/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('an environment shows its own news and what its project shares, under its own revisions', async () => {
  await using server = await startShop();
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  await server.post(`${there}/customers`, { key: 'beta', name: 'Beta' });
  const production = await entries(server, `${here}/ledger`);
  const staging = await entries(server, `${there}/ledger`);
  expect(actions(production).slice(0, 2)).toEqual(['customer.create', 'feature.create']);
  expect(production[0]).toMatchObject({ customer: 'acme', revision: 3 });
  expect(production[1]).toMatchObject({ environment: '', revision: 2 });
  expect(staging[0]).toMatchObject({ customer: 'beta', revision: 3 });
  expect(production.some(({ customer }) => customer === 'beta')).toBe(false);
  const whole = await entries(server, `${project}/ledger`);
  expect(actions(whole).slice(0, 3)).toEqual(['customer.create', 'customer.create', 'feature.create']);
  expect(whole.every(({ revision }) => revision === null)).toBe(true);
});

test('a flag and a segment have a history of their own, listed members and shared words included', async () => {
  await using server = await startShop();
  for (const key of ['checkout', 'search']) {
    const variations = [{ value: true }, { value: false }];
    await server.post(`${project}/flags`, { key, name: key, kind: 'boolean', variations });
  }
  await server.post(`${project}/segments`, { key: 'beta', name: 'Beta' });
  await server.patch(`${here}/flags/checkout`, { on: true });
  await server.patch(`${here}/segments/beta/members`, { add: { customer: ['acme'] } });

  const found = async (query: string) => actions(await entries(server, `${here}/ledger?${query}`));
  expect(new Set(await found('flag=checkout'))).toEqual(new Set(['flag.turn', 'flag.create']));
  expect((await found('flag=checkout'))[0]).toBe('flag.turn');
  expect(await found('segment=beta')).toEqual(['segment.add-members', 'segment.create']);
  const upload = await fetch(`${server.address}${here}/segments/beta/uploads/up-1?contextKind=customer`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${administratorToken}`, 'content-type': 'text/csv' },
    body: 'globex\n',
  });
  expect(upload.status).toBe(201);
  await server.post(`${here}/segments/beta/imports`, { upload: 'up-1', action: 'add' });
  expect((await found('segment=beta')).slice(-3)).toEqual([
    'segment.import',
    'segment.add-members',
    'segment.create',
  ]);
  expect(await found('segment=bet')).toEqual([]);
});

test('entries are found by customer, feature, actor, action and time, a page at a time', async () => {
  await using server = await startShop();
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  for (const key of ['acme', 'beta']) await server.post(`${here}/customers`, { key, name: key });
  const goodwill = { feature: 'sso', effect: 'allow', origin: 'goodwill', reason: 'Outage' };
  await server.post(`${here}/customers/acme/grants`, goodwill);

  const found = async (query: string) => actions(await entries(server, `${here}/ledger?${query}`));
  expect(await found('customer=acme')).toEqual(['grant.create', 'customer.create']);
  expect(await found('feature=sso')).toEqual(['grant.create', 'feature.create']);
  expect(await found('customer=acme&feature=sso')).toEqual(['grant.create']);
  expect(await found('action=customer.create')).toEqual(['customer.create', 'customer.create']);
  expect(await found('action=grant.*')).toEqual(['grant.create']);
  expect(await found('actor=nobody')).toEqual([]);
  expect(await found('to=2020-01-01')).toEqual([]);
  expect(await found('from=2020-01-01&customer=beta')).toEqual(['customer.create']);
  expect(await server.get(`${here}/ledger?from=soon`)).toMatchObject({ status: 400 });

  const whole = await entries(server, `${here}/ledger`);
  const seen: Entry[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Listed = (
      await server.get(`${here}/ledger?limit=2${cursor && `&cursor=${cursor}`}`)
    ).as<Listed>();
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(whole);
});

test('members and tokens have a ledger of their own', async () => {
  await using server = await startShop();
  await server.post('/api/v1/tokens', { name: 'Billing', roles: ['sales'] });
  const [newest] = await entries(server, '/api/v1/ledger');
  expect(newest).toMatchObject({ action: 'token.create', environment: '' });
  expect(JSON.stringify(await entries(server, '/api/v1/ledger'))).not.toContain('digest');
});

/** Reads events until one fits; their data, in order. */
async function readUntil(
  server: TestServer,
  path: string,
  headers: Readonly<Record<string, string>>,
  isLast: (entry: Entry) => boolean,
  opened: () => Promise<unknown> = async () => undefined,
): Promise<readonly Entry[]> {
  const abort = new AbortController();
  const reply = await fetch(server.address + path, {
    headers: { authorization: `Bearer ${administratorToken}`, ...headers },
    signal: abort.signal,
  });
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  await opened();
  const read: Entry[] = [];
  let text = '';
  for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) read.push(JSON.parse(data) as Entry);
    }
    const last = read.at(-1);
    if (last && isLast(last)) break;
  }
  abort.abort();
  return read;
}

test('whoever watches a customer sees what happens to it, and nothing of others', async () => {
  await using server = await startShop();
  for (const key of ['acme', 'beta']) await server.post(`${here}/customers`, { key, name: key });
  const read = await readUntil(
    server,
    `${here}/ledger/stream?customer=acme`,
    {},
    ({ action }) => action === 'customer.suspend',
    async () => {
      await server.patch(`${here}/customers/beta`, { name: 'Beta AG' });
      await server.patch(`${here}/customers/acme`, { name: 'Acme AG' });
      await server.post(`${here}/customers/acme/suspend`);
    },
  );
  expect(actions(read)).toEqual(['customer.describe', 'customer.suspend']);
  expect(read[0]).toMatchObject({ customer: 'acme', revision: 5 });
});

test('a broken stream goes on after the entry that was seen last', async () => {
  await using server = await startShop();
  for (const key of ['acme', 'beta', 'gamma']) await server.post(`${here}/customers`, { key, name: key });
  const [gamma, beta] = await entries(server, `${here}/ledger?action=customer.create`);
  const read = await readUntil(
    server,
    `${here}/ledger/stream`,
    { 'last-event-id': String((beta?.seq ?? 0) - 1) },
    ({ customer }) => customer === 'gamma',
  );
  expect(read).toEqual([beta, gamma]);
});
