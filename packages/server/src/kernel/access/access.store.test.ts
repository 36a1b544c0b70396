import {
  type Actor,
  type Environment,
  isRefusal,
  type ResourceKind,
  type Resources,
  toInstant,
} from '@latchkey/model';
import { createDatabase } from '@latchkey/testkit/database';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { tableStore } from '../store/resources.ts';
import { transact } from '../store/transact.ts';
import { type Authenticator, authenticator } from './authenticate.ts';
import { statementsOf } from './authorise.ts';
import { mayDo } from './policy.ts';
import type { Principal } from './principal.ts';
import { principalOfActor } from './principals.ts';
import { newSecret } from './secret-token.ts';
import {
  clearedCookie,
  endSession,
  endSessionsOf,
  liveSession,
  sessionCookie,
  startSession,
} from './session.ts';
import { giveBackLink, issueLink, redeemLink } from './sign-in-link.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const second = 1000;
const hour = 3600 * second;

async function openStore() {
  const copy = await createDatabase();
  const db = openDatabase({ connection: copy.connection, log: () => undefined, poolSize: 4 });
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.close();
      await copy[Symbol.asyncDispose]();
    },
  };
}

async function keep<K extends ResourceKind>(
  db: Database,
  resource: K,
  id: string,
  after: Resources[K] | null,
  place = { project: '', environment: '' },
) {
  const mutation = { resource, place, id, before: null, after } as unknown as Parameters<
    ReturnType<typeof tableStore<K>>['keep']
  >[1];
  await transact(db, (tx) => tableStore(resource).keep(tx, mutation, toInstant(now)));
}

const sam = {
  id: 'm_sam',
  email: 'sam@example.com',
  name: 'Sam',
  roles: ['sales'],
  state: 'active',
  passwordHash: null,
  createdAt: toInstant(now),
} as const;
const aMember = (part: Partial<Resources['member']> = {}): Resources['member'] => ({
  ...sam,
  roles: ['sales'],
  ...part,
});
const aToken = (digest: string, part: Partial<Resources['api_token']> = {}): Resources['api_token'] => ({
  id: 't_1',
  name: 'CI',
  roles: ['administrator'],
  member: null,
  ending: 'abcd',
  digest,
  expiresAt: null,
  revokedAt: null,
  createdAt: toInstant(now),
  ...part,
});

const may = (principal: Principal, action: string, resource: string, tags: readonly string[] = []) =>
  mayDo(statementsOf(principal), { action, resource, tags });
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
async function accepted(answer: ReturnType<Authenticator['request']>): Promise<Principal> {
  const principal = await answer;
  if (isRefusal(principal)) throw new Error(principal.detail);
  return principal;
}

test('a session lives for twelve hours without use, and for seven days with it', async () => {
  await using store = await openStore();
  const { db } = store;
  const value = await startSession(db, 'm_sam', now);
  const at = (when: number) => liveSession(db, db.reader, value, when);
  expect(await at(now + 11 * hour)).toMatchObject({ member: 'm_sam' });
  expect(await at(now + 22 * hour)).toMatchObject({ member: 'm_sam' });
  expect(await at(now + 34 * hour)).toBeNull();

  const busy = await startSession(db, 'm_sam', now);
  for (let day = 0; day < 7 * 24; day += 10) {
    expect(await liveSession(db, db.reader, busy, now + day * hour)).not.toBeNull();
  }
  expect(await liveSession(db, db.reader, busy, now + 7 * 24 * hour)).toBeNull();
});

test('signing in ends the session that the browser had before', async () => {
  await using store = await openStore();
  const { db } = store;
  const before = await startSession(db, 'm_sam', now);
  const after = await startSession(db, 'm_sam', now, before);
  expect(await liveSession(db, db.reader, before, now)).toBeNull();
  expect(await liveSession(db, db.reader, after, now)).not.toBeNull();
});

test('signing out ends one session, a new password ends them all, and others stay signed in', async () => {
  await using store = await openStore();
  const { db } = store;
  const [desk, phone, other] = [
    await startSession(db, 'm_sam', now),
    await startSession(db, 'm_sam', now),
    await startSession(db, 'm_ida', now),
  ];
  const desked = await liveSession(db, db.reader, desk, now);
  await endSession(db, desked?.idHash ?? '');
  expect(await liveSession(db, db.reader, desk, now)).toBeNull();
  expect(await liveSession(db, db.reader, phone, now)).not.toBeNull();
  await endSessionsOf(db, 'm_sam');
  expect(await liveSession(db, db.reader, phone, now)).toBeNull();
  expect(await liveSession(db, db.reader, other, now)).not.toBeNull();
});

test('of ten browsers that use one sign-in link at once, one gets in', async () => {
  await using store = await openStore();
  const token = await issueLink(store.db, { kind: 'first_administrator' }, now);
  const uses = await Promise.all(Array.from({ length: 10 }, () => redeemLink(store.db, token, now + second)));
  expect(uses.filter((use) => use !== null)).toEqual([{ kind: 'first_administrator' }]);
  await giveBackLink(store.db, token);
  expect(await redeemLink(store.db, token, now + second)).toEqual({ kind: 'first_administrator' });
});

test('a link for the first administrator works for half an hour, and until the next one is made', async () => {
  await using store = await openStore();
  const first = await issueLink(store.db, { kind: 'first_administrator' }, now);
  expect(await redeemLink(store.db, first, now + hour / 2)).toBeNull();
  const second = await issueLink(store.db, { kind: 'first_administrator' }, now);
  expect(await redeemLink(store.db, first, now)).toBeNull();
  expect(await redeemLink(store.db, second, now)).not.toBeNull();
  expect(await redeemLink(store.db, 'lk_link_made_up', now)).toBeNull();
});

test('a browser with a session is its member, with what their roles allow now', async () => {
  await using store = await openStore();
  const { db } = store;
  await keep(db, 'member', 'm_sam', aMember());
  const access = authenticator({ db, secure: true });
  const value = await startSession(db, 'm_sam', now);
  const headers = { cookie: `theme=dark; __Host-latchkey=${value}` };
  const principal = await accepted(access.request(headers, now));
  expect(principal).toMatchObject({
    kind: 'member',
    id: 'm_sam',
    email: 'sam@example.com',
    roles: ['sales'],
  });
  expect(may(principal, 'subscription.create', 'proj/demo:env/production:customer/acme')).toBe(true);
  expect(may(principal, 'plan.publish', 'proj/demo:env/production:plan/gold')).toBe(false);

  await keep(db, 'member', 'm_sam', aMember({ roles: ['product'] }));
  expect(
    may(await accepted(access.request(headers, now)), 'plan.publish', 'proj/demo:env/production:plan/gold'),
  ).toBe(true);

  await keep(db, 'member', 'm_sam', aMember({ state: 'removed' }));
  expect(await access.request(headers, now)).toMatchObject({ refused: 'unauthenticated' });
});

test('without a credential, with a made-up one, or with two cookies that disagree, nobody is anybody', async () => {
  await using store = await openStore();
  const { db } = store;
  await keep(db, 'member', 'm_sam', aMember());
  const access = authenticator({ db, secure: false });
  const value = await startSession(db, 'm_sam', now);
  for (const headers of [
    {},
    bearer(''),
    bearer('x'.repeat(40)),
    bearer(newSecret('sdk').value),
    bearer(newSecret('session').value),
    bearer(value),
    { cookie: `__Host-latchkey=${value}` },
    { cookie: `latchkey=${value}; latchkey=other` },
    { ...bearer('x'.repeat(40)), cookie: `latchkey=${value}` },
  ]) {
    expect(await access.request(headers, now)).toMatchObject({ refused: 'unauthenticated' });
  }
  expect(await access.request({ cookie: `latchkey=${value}` }, now)).toMatchObject({ kind: 'member' });
});

test("a member's token may no more than the member, at each use", async () => {
  await using store = await openStore();
  const { db } = store;
  const { value, digest } = newSecret('api');
  await keep(db, 'member', 'm_sam', aMember({ roles: ['administrator'] }));
  await keep(db, 'api_token', 't_1', aToken(digest, { roles: ['sales', 'engineer'], member: 'm_sam' }));
  const access = authenticator({ db, secure: true });
  const token = () => accepted(access.request(bearer(value), now));
  expect(await token()).toMatchObject({ kind: 'token', id: 't_1', roles: ['sales', 'engineer'] });
  expect(may(await token(), 'flag.create', 'proj/demo:flag/x')).toBe(true);

  await keep(db, 'member', 'm_sam', aMember({ roles: ['sales'] }));
  access.forgetAll();
  expect(may(await token(), 'flag.create', 'proj/demo:flag/x')).toBe(false);
  expect(may(await token(), 'subscription.create', 'proj/demo:env/p:customer/x')).toBe(true);
});

test('a revoked or expired token is refused as soon as the ledger says so, and after ten seconds anyway', async () => {
  await using store = await openStore();
  const { db } = store;
  const { value, digest } = newSecret('api');
  await keep(db, 'api_token', 't_1', aToken(digest, { expiresAt: toInstant(now + hour) }));
  const access = authenticator({ db, secure: true });
  expect(await access.request(bearer(value), now)).toMatchObject({ kind: 'token' });
  expect(await access.request(bearer(value), now + hour)).toMatchObject({ refused: 'unauthenticated' });

  await access.request(bearer(value), now);
  await keep(db, 'api_token', 't_1', aToken(digest, { revokedAt: toInstant(now) }));
  expect(await access.request(bearer(value), now + 11 * second)).toMatchObject({
    refused: 'unauthenticated',
  });

  const other = authenticator({ db, secure: true });
  await keep(db, 'api_token', 't_1', aToken(digest));
  expect(await other.request(bearer(value), now)).toMatchObject({ kind: 'token' });
  await keep(db, 'api_token', 't_1', aToken(digest, { revokedAt: toInstant(now) }));
  other.forget('t_1');
  expect(await other.request(bearer(value), now)).toMatchObject({ refused: 'unauthenticated' });
});

test("an application's key is bound to its environment and may not edit", async () => {
  await using store = await openStore();
  const { db } = store;
  const place = { project: 'demo', environment: 'production' };
  const { value, digest, ending } = newSecret('sdk');
  const key = {
    id: 'k_1',
    kind: 'sdk',
    name: 'Shop',
    ending,
    digest,
    sealed: null,
    revokedAt: null,
  } as const;
  const access = authenticator({ db, secure: true });
  expect(await access.secret(value, now)).toMatchObject({ refused: 'unauthenticated' });
  await keep(db, 'environment_key', 'k_1', { ...key, createdAt: toInstant(now) }, place);
  access.forget('k_1');
  const asked = await Promise.all(Array.from({ length: 5 }, () => accepted(access.secret(value, now))));
  for (const principal of asked) expect(principal).toMatchObject({ kind: 'key', keyKind: 'sdk', place });
  const [principal] = asked as [Principal];
  expect(await access.request({ authorization: value }, now)).toEqual(principal);
  expect(await access.request({ 'x-api-key': value }, now)).toEqual(principal);
  expect(may(principal, 'configuration.read', 'proj/demo:env/production')).toBe(true);
  expect(may(principal, 'configuration.read', 'proj/demo:env/staging')).toBe(false);
  expect(may(principal, 'flag.turn', 'proj/demo:env/production:flag/x')).toBe(false);
  expect(may(principal, 'customer.read', 'proj/demo:env/production:customer/acme')).toBe(false);
});

test("a browser's public id finds its environment", async () => {
  await using store = await openStore();
  const { db } = store;
  const place = { project: 'demo', environment: 'staging' };
  const clientSideId = '0123456789abcdef01234567';
  const staging: Environment = {
    key: 'staging',
    name: 'Staging',
    color: 'green',
    protected: false,
    clientSideId,
    defaultPlan: null,
  };
  await keep(db, 'environment', 'staging', staging, place);
  const access = authenticator({ db, secure: true });
  expect(await access.clientSideId(clientSideId, now)).toMatchObject({
    kind: 'key',
    keyKind: 'mobile',
    place,
  });
  expect(await access.clientSideId('f'.repeat(24), now)).toMatchObject({ refused: 'unauthenticated' });
  expect(await access.clientSideId("' or 1=1", now)).toMatchObject({ refused: 'unauthenticated' });
});

test('roles that an administrator made count, and a role that is gone does not', async () => {
  await using store = await openStore();
  const { db } = store;
  const allow = {
    effect: 'allow',
    resources: ['proj/*:env/*:flag/*;entitlement'],
    actions: ['flag.target'],
  } as const;
  const role = {
    key: 'entitlement-flags',
    name: 'Entitlement flags',
    description: '',
    statements: [{ ...allow, resources: [...allow.resources], actions: [...allow.actions] }],
    builtIn: false,
  };
  await keep(db, 'role', 'entitlement-flags', role);
  await keep(db, 'member', 'm_sam', aMember({ roles: ['entitlement-flags', 'long-gone'] }));
  const access = authenticator({ db, secure: true });
  const value = await startSession(db, 'm_sam', now);
  const principal = await accepted(access.request({ cookie: `__Host-latchkey=${value}` }, now));
  expect(may(principal, 'flag.target', 'proj/demo:env/production:flag/sso', ['entitlement'])).toBe(true);
  expect(may(principal, 'flag.target', 'proj/demo:env/production:flag/sso')).toBe(false);
  expect(may(principal, 'me.read', 'me/self')).toBe(true);
});

test('the cookie is closed to scripts and to other sites, and over https to other hosts', () => {
  expect(sessionCookie('v', true)).toMatch(
    /^__Host-latchkey=v; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/,
  );
  expect(sessionCookie('v', false)).not.toContain('Secure');
  expect(clearedCookie(true)).toContain('Max-Age=0');
});

test('a change that was scheduled is made with the rights its author has on the day', async () => {
  await using store = await openStore();
  const { db } = store;
  const { digest } = newSecret('api');
  await keep(db, 'member', 'm_sam', aMember({ roles: ['product'] }));
  await keep(db, 'api_token', 't_1', aToken(digest, { roles: ['product'], member: 'm_sam' }));
  const author = (kind: Actor['kind'], id: string) =>
    principalOfActor(db.reader, { kind, id, name: 'Author' }, now);
  expect(await author('member', 'm_sam')).toMatchObject({ kind: 'member', roles: ['product'] });
  expect(await author('token', 't_1')).toMatchObject({ kind: 'token', roles: ['product'] });
  expect(await author('system', 'scheduler')).toEqual({ kind: 'system', id: 'scheduler', name: 'Author' });
  expect(await author('key', 'k_1')).toBeNull();

  await keep(db, 'member', 'm_sam', aMember({ state: 'removed' }));
  expect(await author('member', 'm_sam')).toBeNull();
  expect(await author('token', 't_1')).toBeNull();
});
