import { startServer, type TestServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { transact } from '../store/transact.ts';

let server: TestServer;
let names = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A project of the test's own, with one feature to edit. */
async function aProject(): Promise<{ project: string; feature: string }> {
  names += 1;
  const project = `/api/v1/projects/p${names}`;
  await server.post('/api/v1/projects', { key: `p${names}`, name: 'Pipeline' });
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  return { project, feature: `${project}/features/exports` };
}

const revisionOf = async (project: string) =>
  (await server.get(`${project}/environments/staging`)).as<{ revision: number }>().revision;
const ledgerOf = async (project: string) =>
  server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('project', '=', project.split('/').at(-1) ?? '')
    .orderBy('seq')
    .execute();

test('a change is in the ledger with who, what, when and why', async () => {
  const { project, feature } = await aProject();
  const links = [{ url: 'https://tickets.example/42', label: 'Ticket' }];
  await server.patch(feature, { name: 'Data exports', change: { comment: 'The word customers use', links } });
  const entries = await ledgerOf(project);
  expect(entries.at(-1)).toMatchObject({
    action: 'feature.describe',
    resource: `proj/${project.split('/').at(-1)}:feature/exports`,
    before: { name: 'Exports' },
    after: { name: 'Data exports' },
    comment: 'The word customers use',
    links,
    actor: { kind: 'token' },
  });
});

test('an edit that alters nothing leaves no trace and no new revision', async () => {
  const { project, feature } = await aProject();
  const before = [await revisionOf(project), (await ledgerOf(project)).length];
  expect((await server.patch(feature, { name: 'Exports' })).status).toBe(200);
  expect([await revisionOf(project), (await ledgerOf(project)).length]).toEqual(before);
});

test('a preview says what would happen and keeps nothing', async () => {
  const { project, feature } = await aProject();
  const before = await revisionOf(project);
  const reply = await server.patch(feature, { name: 'Previewed', change: { preview: true } });
  expect(reply.body).toMatchObject({ status: 'previewed', impact: { customers: { touched: 0 } } });
  expect((await server.get(feature)).body).toMatchObject({ name: 'Exports' });
  expect(await revisionOf(project)).toBe(before);
});

test('what a project shares moves the revision of each of its environments, by one and without gaps', async () => {
  const { project, feature } = await aProject();
  const before = await revisionOf(project);
  for (const name of ['One', 'Two', 'Three']) await server.patch(feature, { name });
  expect(await revisionOf(project)).toBe(before + 3);
  const commits = await server.latchkey.db.reader
    .selectFrom('ledger_commit')
    .select('revision')
    .where('project', '=', project.split('/').at(-1) ?? '')
    .where('environment', '=', 'staging')
    .orderBy('revision')
    .execute();
  expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1));
});

describe('two writers at once', () => {
  test('who edits by the version they read: one wins, the other gets both versions', async () => {
    const { feature } = await aProject();
    const etag = (await server.get(feature)).headers.get('etag') ?? '';
    const headers = { 'if-match': etag };
    const replies = await Promise.all(
      ['Left', 'Right'].map((name) => server.patch(feature, { name }, { headers })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = replies.find(({ status }) => status === 200)?.as<{ name: string; version: number }>();
    expect(replies.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'version_mismatch',
      yourVersion: Number.parseInt(etag.slice(1), 10),
      currentVersion: winner?.version,
      current: { name: winner?.name },
    });
  });

  test('of many who create the same key exactly one does', async () => {
    const { project } = await aProject();
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 11 }, () => 409),
    ]);
  });

  test('of many who found the same project exactly one does', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => server.post('/api/v1/projects', { key: 'founded', name: 'Founded' })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });
});

describe('a request with an idempotency key', () => {
  const headers = { 'idempotency-key': 'order-4711' };

  test('happens once, however often and at once it is sent, and is answered alike', async () => {
    const { project } = await aProject();
    const body = { key: 'reports', name: 'Reports', kind: 'switch' };
    const key = { headers: { 'idempotency-key': `${project}-reports` } };
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => server.post(`${project}/features`, body, key)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    expect(replies.filter((reply) => reply.headers.get('idempotent-replayed') === null)).toHaveLength(1);
    const created = (await ledgerOf(project)).filter(({ resource_id }) => resource_id === 'reports');
    expect(created).toHaveLength(1);
  });

  test('is refused when the key came with another request before', async () => {
    const { project } = await aProject();
    await server.post(`${project}/features`, { key: 'audit', name: 'Audit', kind: 'switch' }, { headers });
    const reply = await server.post(
      `${project}/features`,
      { key: 'other', name: 'Other', kind: 'switch' },
      { headers },
    );
    expect(reply.body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
  });
});

describe('several operations in one change', () => {
  const create = (key: string) => ({ kind: 'feature.create', input: { key, name: key, kind: 'switch' } });

  test('happen together, and the later see the earlier', async () => {
    const { project } = await aProject();
    const require = { kind: 'feature.require', input: { feature: 'b', requires: ['a'] } };
    const reply = await server.post(`${project}/changes`, {
      operations: [create('a'), create('b'), require],
      comment: 'Together',
    });
    expect(reply.body).toMatchObject({
      status: 'applied',
      resources: [{ id: 'a' }, { id: 'b', after: { requires: ['a'] } }],
    });
  });

  test('or not at all: one refusal refuses them all', async () => {
    const { project } = await aProject();
    const before = await revisionOf(project);
    const reply = await server.post(`${project}/changes`, { operations: [create('c'), create('exports')] });
    expect(reply.body).toMatchObject({ status: 409, code: 'key_taken' });
    expect((await server.get(`${project}/features/c`)).status).toBe(404);
    expect(await revisionOf(project)).toBe(before);
  });

  test('an unknown operation and a field of the wrong type are named', async () => {
    const { project } = await aProject();
    const unknown = await server.post(`${project}/changes`, {
      operations: [{ kind: 'feature.explode', input: {} }],
    });
    expect(unknown.body).toMatchObject({
      code: 'operation_unknown',
      errors: [{ pointer: '#/operations/0/kind' }],
    });
    const wrong = await server.post(`${project}/changes`, {
      operations: [create('d'), { kind: 'feature.create', input: { key: 7, name: 'x', kind: 'switch' } }],
    });
    expect(wrong.body).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '#/operations/1/input/key' }],
    });
    expect((await server.get(`${project}/features/d`)).status).toBe(404);
  });
});

test('a protected environment wants to know why', async () => {
  const { project } = await aProject();
  await server.patch(`${project}/environments/production`, { protected: true });
  const edit = { name: 'Live' };
  const silent = await server.patch(`${project}/environments/production`, edit);
  expect(silent.body).toMatchObject({
    status: 400,
    code: 'comment_required',
    errors: [{ pointer: '#/change/comment' }],
  });
  expect(
    (
      await server.patch(`${project}/environments/production`, {
        ...edit,
        change: { comment: 'Renamed by the board' },
      })
    ).status,
  ).toBe(200);
});

test('an answer that tells more than its resource is new as soon as any of it is', async () => {
  const { project } = await aProject();
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [{ feature: 'exports', effect: 'allow' }] });
  const etag = (await server.get(`${project}/plans/gold`)).headers.get('etag') ?? '';
  const again = () => server.get(`${project}/plans/gold`, { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);
  await server.post(`${project}/environments/staging/plans/gold/publish`, { version: 1 });
  expect((await again()).status).toBe(200);
});

test('a change for later waits for its time, and then happens once', async () => {
  const { project, feature } = await aProject();
  const effectiveAt = new Date(server.now() + 3_600_000).toISOString();
  const reply = await server.patch(feature, { name: 'Later', change: { effectiveAt } });
  expect(reply.status).toBe(202);
  expect((await server.get(feature)).body).toMatchObject({ name: 'Exports' });
  server.advance(3_600_001);
  await expect
    .poll(async () => (await server.get(feature)).body, { timeout: 10_000 })
    .toMatchObject({ name: 'Later' });
  const happened = (await ledgerOf(project)).filter(({ action }) => action === 'feature.describe');
  expect(happened).toHaveLength(1);
});

test('a change for later that is sent twice with one Idempotency-Key waits once', async () => {
  const { project, feature } = await aProject();
  const effectiveAt = new Date(server.now() + 3_600_000).toISOString();
  const send = () =>
    server.patch(
      feature,
      { name: 'Later', change: { effectiveAt } },
      { headers: { 'idempotency-key': `later-${project}` } },
    );
  const [first, second] = [await send(), await send()];
  expect(second).toMatchObject({ status: 202, body: first.body });
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  const waiting = await server.latchkey.db.reader
    .selectFrom('change')
    .select('id')
    .where('project', '=', project.split('/').at(-1) ?? '')
    .execute();
  expect(waiting).toHaveLength(1);
});

describe('the ledger', () => {
  test('cannot be rewritten, not even by somebody with the database in hand', async () => {
    await aProject();
    const tamper = transact(server.latchkey.db, async (tx) => {
      await sql`update ledger_entry set comment = 'nothing happened'`.execute(tx as never);
    });
    await expect(tamper).rejects.toThrow(/ledger/i);
  });

  test('shows an alteration that went around its guards, and where', async () => {
    await using tampered = await startServer();
    await tampered.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
    await tampered.post('/api/v1/projects/shop/features', {
      key: 'exports',
      name: 'Exports',
      kind: 'switch',
    });
    expect((await verifyLedger(tampered.latchkey.db.reader)).map(({ broken }) => broken)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    await transact(tampered.latchkey.db, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx as never);
      await sql`update ledger_entry set comment = 'nothing happened' where resource_id = 'exports'`.execute(
        tx as never,
      );
    });
    const broken = (await verifyLedger(tampered.latchkey.db.reader)).filter((one) => one.broken !== null);
    expect(broken.map(({ place, broken: found }) => [place.environment, found])).toEqual([
      ['', { revision: 2, what: 'an entry was altered' }],
      ['production', { revision: 2, what: 'an entry was altered' }],
      ['staging', { revision: 2, what: 'an entry was altered' }],
    ]);
  });
});
