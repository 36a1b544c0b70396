import { type Asking, startServer, type TestServer } from '@latchkey/testkit/server';
import { describe, expect, test, vi } from 'vitest';
import { verifyLedger } from '../../kernel/ledger/verify.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const changes = `${here}/changes`;
const day = 86_400_000;

interface Waiting {
  readonly id: string;
  readonly status: string;
  readonly digest: string;
  readonly approvals: readonly unknown[];
  readonly may: Readonly<Record<'approve' | 'reject' | 'cancel', { allowed: boolean; because: string }>>;
}

/** Somebody with these roles, signed in in a browser. */
async function somebody(server: TestServer, name: string, ...roles: string[]): Promise<Asking> {
  const invited = await server.post('/api/v1/members', { email: `${name}@example.com`, name, roles });
  const link = invited.as<{ signInLink: { url: string } }>().signInLink.url;
  const headers = { origin: server.address, 'sec-fetch-site': 'same-origin' };
  const body = { token: new URL(link).searchParams.get('token'), password: 'correct horse battery' };
  const accepted = await server.post('/api/v1/session/link', body, { token: null, headers });
  const cookie = (accepted.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { token: null, headers: { ...headers, cookie } };
}

const seats = {
  key: 'seats',
  name: 'Seats by sales',
  roles: ['sales'],
  actions: ['subscription.*'],
  when: { maxQuantity: 25 },
  outcome: 'approve',
  approverRoles: ['success'],
};
const trials = {
  key: 'long-trials',
  name: 'Long trials',
  roles: ['sales'],
  actions: ['grant.*'],
  when: { tags: ['origin:trial'], maxDays: 30 },
  outcome: 'approve',
};

async function startShop(guardrails: readonly object[] = [seats]) {
  const server = await startServer({ at: '2026-03-15T00:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [{ feature: 'sso', effect: 'allow' }] });
  await server.post(`${here}/plans/gold/publish`, { version: 1 });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  for (const guardrail of guardrails) {
    expect(await server.post(`${project}/guardrails`, guardrail)).toMatchObject({ status: 201 });
  }
  return {
    server,
    sam: await somebody(server, 'sam', 'sales'),
    cleo: await somebody(server, 'cleo', 'success'),
    otto: await somebody(server, 'otto', 'administrator'),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const buy = (quantity: number, change: object = {}) => ({
  items: [{ plan: 'gold', quantity }],
  change: { comment: 'Signed yesterday', ...change },
});
const subscriptions = `${here}/customers/acme/subscriptions`;
const listed = async (server: TestServer) =>
  (await server.get(subscriptions)).as<{ items: unknown[] }>().items;

/** Sam buys forty seats for Acme, which somebody has to approve. */
async function fortySeats(server: TestServer, sam: Asking, change: object = {}): Promise<Waiting> {
  const reply = await server.post(subscriptions, buy(40, change), sam);
  expect(reply.status).toBe(202);
  const { id } = reply.as<{ change: { id: string } }>().change;
  return (await server.get(`${changes}/${id}`, sam)).as<Waiting>();
}

const actionsOf = async (server: TestServer): Promise<readonly string[]> => {
  const rows = await server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .select(['action', 'actor'])
    .where('project', '=', 'shop')
    .where('environment', '=', 'production')
    .orderBy('seq')
    .execute();
  return rows.slice(-4).map(({ action, actor }) => `${(actor as { name: string }).name} ${action}`);
};

test('within a guardrail it is done; beyond it nothing happens until somebody it names approves', async () => {
  await using shop = await startShop();
  const { server, sam, cleo } = shop;
  expect((await server.post(subscriptions, buy(25), sam)).status).toBe(201);

  const reply = await server.post(subscriptions, buy(40), sam);
  expect(reply).toMatchObject({
    status: 202,
    body: {
      status: 'pending',
      change: {
        status: 'pending',
        because: [
          {
            guardrail: 'seats',
            sentence: 'Seats by sales: a quantity of up to 25 on your own; this adds 40.',
            limit: 'quantity',
            allowed: 25,
            asked: 40,
          },
        ],
        requirements: [{ guardrail: 'seats', approvals: 1, approverRoles: ['success'] }],
      },
    },
  });
  const address = reply.headers.get('location') ?? '';
  expect(address).toBe(`${changes}/${reply.as<{ changeId: string }>().changeId}`);
  expect(await listed(server)).toHaveLength(1);

  const seen = await server.get(address, cleo);
  expect(seen.body).toMatchObject({
    status: 'pending',
    actor: { name: 'sam' },
    comment: 'Signed yesterday',
    operations: [{ kind: 'subscription.create', resource: 'customer/acme' }],
    customer: 'acme',
    preview: {
      impact: { complete: true },
      edits: [{ resourceKind: 'subscription', before: null }],
    },
    may: { approve: { allowed: true }, reject: { allowed: true }, cancel: { allowed: false } },
  });
  const approved = await server.post(`${address}/approve`, { comment: 'Good customer' }, cleo);
  expect(approved).toMatchObject({
    status: 200,
    body: { status: 'applied', approvals: [{ by: { name: 'cleo' }, comment: 'Good customer' }] },
  });
  expect(await listed(server)).toHaveLength(2);
  expect(await actionsOf(server)).toEqual([
    'sam change.request',
    'cleo change.approve',
    'sam subscription.create',
    'sam change.apply',
  ]);
  expect((await verifyLedger(server.latchkey.db.reader)).filter(({ broken }) => broken !== null)).toEqual([]);
});

test('a preview says what the guardrail will say', async () => {
  await using shop = await startShop([{ ...seats, approvals: 2 }]);
  const ask = (quantity: number) =>
    shop.server.post(subscriptions, buy(quantity, { preview: true }), shop.sam);
  expect((await ask(25)).body).toMatchObject({
    verdict: { outcome: 'allow', because: [], requirements: [] },
  });
  expect((await ask(26)).body).toMatchObject({
    status: 'previewed',
    verdict: {
      outcome: 'approve',
      because: [{ name: 'Seats by sales', left: 25 }],
      requirements: [{ approvals: 2, approverRoles: ['success'] }],
    },
  });
  expect(await listed(shop.server)).toEqual([]);
});

test('a denial names the guardrail and what is left, and wins over an approval', async () => {
  const never = { ...seats, key: 'huge', name: 'Huge orders', when: { maxQuantity: 100 }, outcome: 'deny' };
  const twice = {
    ...trials,
    key: 'twice',
    name: 'Two trials',
    when: { tags: ['origin:trial'], maxTimes: { times: 2, days: 90 } },
    outcome: 'deny',
  };
  await using shop = await startShop([seats, never, twice]);
  const { server, sam } = shop;
  const reply = await server.post(subscriptions, buy(101), sam);
  expect(reply.body).toMatchObject({
    status: 403,
    code: 'guardrail_denied',
    detail: 'Huge orders: a quantity of up to 100 on your own; this adds 101.',
    guardrail: 'huge',
    left: 100,
  });
  const trial = {
    feature: 'sso',
    origin: 'trial',
    effect: 'allow',
    reason: 'They compare',
    to: '2026-03-20',
  };
  const give = () => server.post(`${here}/customers/acme/grants`, trial, sam);
  expect([(await give()).status, (await give()).status]).toEqual([201, 201]);
  expect((await give()).body).toMatchObject({
    code: 'guardrail_denied',
    detail: 'Two trials: 2 times per customer in 90 days on your own; it was done 2 times, so none is left.',
    left: 0,
  });
});

test('days are counted, tags choose, and where no approver is named it takes the rights themselves', async () => {
  await using shop = await startShop([trials]);
  const { server, sam, cleo, otto } = shop;
  const give = (said: object) =>
    server.post(
      `${here}/customers/acme/grants`,
      { feature: 'sso', origin: 'trial', effect: 'allow', reason: 'They compare', ...said },
      sam,
    );
  expect((await give({ to: '2026-04-14' })).status).toBe(201);
  expect((await give({ origin: 'goodwill', to: '2026-12-01' })).status).toBe(201);
  const pending = await give({ to: '2026-04-15' });
  expect(pending.body).toMatchObject({ change: { because: [{ limit: 'days', allowed: 30, asked: 31 }] } });
  expect((await give({ to: null })).body).toMatchObject({ change: { because: [{ asked: null }] } });
  const address = pending.headers.get('location') ?? '';
  expect((await server.post(`${address}/approve`, {}, cleo)).body).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  expect((await server.post(`${address}/approve`, {}, otto)).body).toMatchObject({ status: 'applied' });
});

describe('nobody approves their own change', () => {
  test('not in person, and not by a token of their own making', async () => {
    await using shop = await startShop([{ ...seats, roles: [], approverRoles: [] }]);
    const { server, otto, cleo } = shop;
    const { id, may } = await fortySeats(server, otto);
    expect(may.approve).toEqual({
      allowed: false,
      because: 'It is your own change. Somebody else has to approve it.',
    });
    const service = await server.post(
      '/api/v1/tokens',
      { name: 'Bot', roles: ['administrator'], service: true },
      otto,
    );
    const bot = { token: service.as<{ value: string }>().value };
    for (const who of [otto, bot]) {
      expect((await server.post(`${changes}/${id}/approve`, {}, who)).body).toMatchObject({
        code: 'self_approval',
      });
    }
    // Customer success cannot sell, so where no approver is named its word does not count.
    expect((await server.post(`${changes}/${id}/approve`, {}, cleo)).body).toMatchObject({
      code: 'forbidden',
    });
    expect((await server.post(`${changes}/${id}/approve`)).body).toMatchObject({ status: 'applied' });
  });

  test('two approvals are two people, however often one of them asks', async () => {
    await using shop = await startShop([{ ...seats, approvals: 2 }]);
    const { server, sam, cleo } = shop;
    const carl = await somebody(server, 'carl', 'success');
    const { id } = await fortySeats(server, sam);
    const approve = (who: Asking) => server.post(`${changes}/${id}/approve`, {}, who);
    for (const reply of [await approve(cleo), await approve(cleo)]) {
      expect(reply.body).toMatchObject({
        status: 'pending',
        approvals: [{ by: { name: 'cleo' } }],
        requirements: [{ missing: 1 }],
      });
    }
    expect((await approve(carl)).body).toMatchObject({ status: 'applied' });
    expect((await approve(carl)).body).toMatchObject({ status: 409, code: 'change_decided' });
  });
});

describe('an approval is for what was seen', () => {
  test('what builds on something that changed has to be approved again', async () => {
    await using shop = await startShop([
      { ...trials, when: {}, actions: ['customer.describe'], approvals: 2 },
    ]);
    const { server, sam, otto } = shop;
    const olga = await somebody(server, 'olga', 'administrator');
    const edit = await server.patch(`${here}/customers/acme`, { name: 'Acme Limited' }, sam);
    const address = edit.headers.get('location') ?? '';
    const before = (await server.get(address, otto)).as<Waiting>();
    await server.post(`${address}/approve`, { digest: before.digest }, otto);
    await server.patch(`${here}/customers/acme`, { tags: ['vip'] });

    const refused = await server.post(`${address}/approve`, { digest: before.digest }, olga);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'change_moved_on',
      approved: { edits: [{ before: { name: 'Acme' }, after: { name: 'Acme Limited' } }] },
      preview: { edits: [{ before: { name: 'Acme' }, after: { name: 'Acme Limited' } }] },
    });
    const after = (await server.get(address, otto)).as<Waiting>();
    expect(after).toMatchObject({ status: 'pending', approvals: [] });
    expect(after.digest).not.toBe(before.digest);
    expect((await server.post(`${address}/approve`, { digest: before.digest }, olga)).body).toMatchObject({
      code: 'change_moved_on',
    });
    for (const who of [olga, otto]) await server.post(`${address}/approve`, { digest: after.digest }, who);
    expect((await server.get(`${here}/customers/acme`)).body).toMatchObject({
      name: 'Acme Limited',
      tags: ['vip'],
    });
  });

  test('time alone moves nothing: a grant that begins now begins when it is approved', async () => {
    await using shop = await startShop([{ ...trials, when: {} }]);
    const { server, sam } = shop;
    const reply = await server.post(
      `${here}/customers/acme/grants`,
      { feature: 'sso', origin: 'trial', effect: 'allow', reason: 'They compare', to: '2026-05-01' },
      sam,
    );
    server.advance(3 * day);
    const address = reply.headers.get('location') ?? '';
    expect((await server.post(`${address}/approve`)).body).toMatchObject({ status: 'applied' });
    const { items } = (await server.get(`${here}/customers/acme/grants`)).as<{ items: object[] }>();
    expect(items).toMatchObject([{ from: expect.stringMatching(/^2026-03-18/), grantedBy: 'sam' }]);
  });

  test('what is not possible any more is not done, and says why', async () => {
    await using shop = await startShop([{ ...trials, when: {} }]);
    const { server, sam } = shop;
    const reply = await server.post(
      `${here}/customers/acme/grants`,
      { feature: 'sso', origin: 'trial', effect: 'allow', reason: 'They compare', to: '2026-03-20' },
      sam,
    );
    server.advance(6 * day);
    const address = reply.headers.get('location') ?? '';
    expect((await server.post(`${address}/approve`)).body).toMatchObject({ code: 'end_in_past' });
    expect((await server.get(address)).body).toMatchObject({ status: 'pending' });
  });
});

describe('of those who decide at once', () => {
  test('of two last approvals one applies it, and it happens once', async () => {
    await using shop = await startShop();
    const { server, sam, cleo } = shop;
    const carl = await somebody(server, 'carl', 'success');
    const { id } = await fortySeats(server, sam);
    const replies = await Promise.all(
      [cleo, carl].map((who) => server.post(`${changes}/${id}/approve`, {}, who)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await listed(server)).toHaveLength(1);
  });

  test('an approval and a cancellation: one of them counts, and what is there agrees with it', async () => {
    await using shop = await startShop();
    const { server, sam, cleo } = shop;
    for (let round = 0; round < 5; round += 1) {
      const before = (await listed(server)).length;
      const { id } = await fortySeats(server, sam);
      const [approved, cancelled] = await Promise.all([
        server.post(`${changes}/${id}/approve`, {}, cleo),
        server.post(`${changes}/${id}/cancel`, {}, sam),
      ]);
      expect([approved.status, cancelled.status].sort()).toEqual([200, 409]);
      const { status } = (await server.get(`${changes}/${id}`)).as<Waiting>();
      expect(status).toBe(approved.status === 200 ? 'applied' : 'cancelled');
      expect((await listed(server)).length - before).toBe(status === 'applied' ? 1 : 0);
    }
  });

  test('a request and an approval that are sent twice with one Idempotency-Key happen once', async () => {
    await using shop = await startShop();
    const { server, sam, cleo } = shop;
    const once = (who: Asking, key: string) => ({
      ...who,
      headers: { ...who.headers, 'idempotency-key': key },
    });
    const ask = () => server.post(subscriptions, buy(40), once(sam, 'order-1'));
    const [first, second] = [await ask(), await ask()];
    expect(second).toMatchObject({ status: 202, body: first.body });
    const address = first.headers.get('location') ?? '';
    const approve = () => server.post(`${address}/approve`, {}, once(cleo, 'approval-1'));
    const [done, again] = [await approve(), await approve()];
    expect(done.status).toBe(200);
    expect(again).toMatchObject({ status: 200, body: done.body });
    expect(await listed(server)).toHaveLength(1);
  });
});

test('a rejection needs words and is final; an author takes back their own, others need the right', async () => {
  await using shop = await startShop();
  const { server, sam, cleo } = shop;
  const one = await fortySeats(server, sam);
  expect((await server.post(`${changes}/${one.id}/reject`, {}, cleo)).body).toMatchObject({
    code: 'comment_required',
  });
  const rejected = await server.post(`${changes}/${one.id}/reject`, { comment: 'Too risky' }, cleo);
  expect(rejected.body).toMatchObject({
    status: 'rejected',
    ended: { by: { name: 'cleo' }, comment: 'Too risky' },
  });
  expect((await server.post(`${changes}/${one.id}/approve`, {}, cleo)).body).toMatchObject({
    code: 'change_decided',
  });

  const other = await fortySeats(server, sam);
  expect((await server.post(`${changes}/${other.id}/cancel`, {}, cleo)).body).toMatchObject({
    code: 'forbidden',
  });
  expect((await server.post(`${changes}/${other.id}/cancel`, {}, sam)).body).toMatchObject({
    status: 'cancelled',
  });
  expect(await listed(server)).toEqual([]);
  const { items, waiting } = (await server.get(`${changes}?status=rejected,cancelled`)).as<{
    items: Waiting[];
    waiting: number;
  }>();
  expect(items.map(({ status }) => status)).toEqual(['cancelled', 'rejected']);
  expect(waiting).toBe(0);
});

test('anybody may ask for approval on their own, in every scope', async () => {
  await using shop = await startShop([]);
  const { server, otto } = shop;
  const change = { comment: 'Four eyes', requestApproval: true };
  const feature = await server.patch(`${project}/features/sso`, { name: 'Single sign-on', change }, otto);
  const role = { key: 'guest', name: 'Guest', statements: [], change };
  const defined = await server.post('/api/v1/roles', role, otto);
  for (const [reply, prefix] of [
    [feature, `${project}/changes/`],
    [defined, '/api/v1/changes/'],
  ] as const) {
    expect(reply).toMatchObject({ status: 202, body: { change: { because: [{ guardrail: null }] } } });
    const address = reply.headers.get('location') ?? '';
    expect(address.startsWith(prefix)).toBe(true);
    expect((await server.get(prefix.slice(0, -1))).body).toMatchObject({
      waiting: 1,
      items: [{ status: 'pending' }],
    });
    expect((await server.post(`${address}/approve`)).body).toMatchObject({ status: 'applied' });
  }
  expect((await server.get(`${project}/features/sso`)).body).toMatchObject({ name: 'Single sign-on' });
});

describe('what is approved for later', () => {
  const later = { effectiveAt: '2026-03-20T00:00:00Z' };
  const statusOf = async (server: TestServer, id: string) =>
    (await server.get(`${changes}/${id}`)).as<Waiting>().status;

  test('waits for its time, can be cancelled until then, and happens as it was approved', async () => {
    await using shop = await startShop();
    const { server, sam, cleo } = shop;
    const [one, other] = [await fortySeats(server, sam, later), await fortySeats(server, sam, later)];
    for (const { id } of [one, other]) {
      expect((await server.post(`${changes}/${id}/approve`, {}, cleo)).body).toMatchObject({
        status: 'scheduled',
      });
    }
    expect((await server.post(`${changes}/${other.id}/cancel`, {}, sam)).body).toMatchObject({
      status: 'cancelled',
    });
    server.advance(5 * day + 1);
    await vi.waitFor(async () => expect(await statusOf(server, one.id)).toBe('applied'), { timeout: 10_000 });
    expect(await statusOf(server, other.id)).toBe('cancelled');
    expect(await listed(server)).toHaveLength(1);
  });

  test('goes back to be approved when it would do something else by then', async () => {
    await using shop = await startShop([{ ...trials, when: {}, actions: ['customer.describe'] }]);
    const { server, sam, otto } = shop;
    const edit = await server.patch(`${here}/customers/acme`, { name: 'Acme Limited', change: later }, sam);
    const { changeId } = edit.as<{ changeId: string }>();
    await server.post(`${changes}/${changeId}/approve`, {}, otto);
    await server.patch(`${here}/customers/acme`, { tags: ['vip'] });
    server.advance(5 * day + 1);
    await vi.waitFor(async () => expect(await statusOf(server, changeId)).toBe('pending'), {
      timeout: 10_000,
    });
    expect((await server.get(`${here}/customers/acme`)).body).toMatchObject({ name: 'Acme' });
    expect((await server.post(`${changes}/${changeId}/approve`)).body).toMatchObject({
      status: 'applied',
    });
  });

  test('what can no longer be done fails, and says why', async () => {
    await using shop = await startShop([]);
    const { server, sam } = shop;
    const reply = await server.post(subscriptions, buy(5, later), sam);
    expect(reply).toMatchObject({ status: 202, body: { status: 'scheduled' } });
    await server.post(`${here}/customers/acme/archive`, { change: { comment: 'Gone' } });
    server.advance(5 * day + 1);
    const { changeId } = reply.as<{ changeId: string }>();
    await vi.waitFor(async () => expect(await statusOf(server, changeId)).toBe('failed'), {
      timeout: 10_000,
    });
    expect((await server.get(`${changes}/${changeId}`)).body).toMatchObject({
      failure: { code: 'customer_archived' },
    });
  });
});

test('operations of a change that waits are not shown, because they may hold secrets', async () => {
  await using shop = await startShop([]);
  const { server, otto } = shop;
  const change = { requestApproval: true };
  const reply = await server.post('/api/v1/tokens', { name: 'Bot', roles: ['auditor'], change }, otto);
  const address = reply.headers.get('location') ?? '';
  const rows = await server.latchkey.db.reader.selectFrom('ledger_entry').selectAll().execute();
  const shown = JSON.stringify([(await server.get(address)).body, rows]);
  expect(shown).toContain('token.create');
  const [stored] = await server.latchkey.db.reader
    .selectFrom('change')
    .select('body')
    .where('project', '=', '')
    .execute();
  const kept = stored?.body as { operations: [{ input: { digest: string } }] } | undefined;
  const secret = kept?.operations[0].input.digest ?? '';
  expect(secret).not.toBe('');
  expect(shown).not.toContain(secret);
});
