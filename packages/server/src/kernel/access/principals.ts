import type { Actor, ApiToken, EnvironmentKey, Member, Role } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import { builtInRole } from './built-in-roles.ts';
import type { Principal } from './principal.ts';
import { rightsOfToken, statementsOfRoles } from './rights.ts';
import { sameDigest } from './secret-token.ts';

/** Who a verified credential stands for, read from the rows as they are now. Null: for nobody, or nobody any more. */

export async function memberPrincipal(
  db: Reader,
  id: string,
  sessionIdHash: string,
): Promise<Principal | null> {
  const member = await memberById(db, id);
  return member?.state === 'active' ? withRights(db, member, sessionIdHash) : null;
}

async function withRights(db: Reader, member: Member, sessionIdHash: string): Promise<Principal> {
  const { id, name, email, roles } = member;
  const statements = statementsOfRoles(roles, await customRoles(db, roles));
  return { kind: 'member', id, name, email, roles, statements, sessionIdHash };
}

export async function tokenPrincipal(db: Reader, digest: string, now: number): Promise<Principal | null> {
  const token = await byDigest<ApiToken>(db, 'api_token', digest);
  return token && rightsNow(db, token.body, now);
}

async function rightsNow(db: Reader, token: ApiToken, now: number): Promise<Principal | null> {
  const { id, name, roles, member, expiresAt, revokedAt } = token;
  if (revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= now)) return null;
  const owner = member === null ? null : await memberById(db, member);
  if (member !== null && owner?.state !== 'active') return null;
  const custom = await customRoles(db, [...roles, ...(owner?.roles ?? [])]);
  return { kind: 'token', id, name, ...rightsOfToken(roles, owner?.roles ?? null, custom) };
}

/** The author of a change that was stored, with the rights they have now. Only people, tokens and the product store changes. */
export async function principalOfActor(
  db: Reader,
  { kind, id, name }: Actor,
  now: number,
): Promise<Principal | null> {
  switch (kind) {
    case 'system':
      return { kind, id, name };
    case 'member': {
      // Somebody who has yet to choose a new password cannot sign in, but what they left here is still theirs.
      const member = await memberById(db, id);
      return member && member.state !== 'removed' ? withRights(db, member, '') : null;
    }
    case 'token': {
      const row = await instanceRows(db, 'api_token').where('id', '=', id).executeTakeFirst();
      return row ? rightsNow(db, row.body as ApiToken, now) : null;
    }
    case 'key':
    case 'connection':
      return null;
  }
}

export async function keyPrincipal(db: Reader, digest: string): Promise<Principal | null> {
  const key = await byDigest<EnvironmentKey>(db, 'environment_key', digest);
  if (!key || key.body.revokedAt !== null) return null;
  const { id, name, kind } = key.body;
  return { kind: 'key', id, name, keyKind: kind, place: key.place };
}

/** A browser presents the public id of its environment; it may what a mobile key may. */
export async function browserPrincipal(db: Reader, clientSideId: string): Promise<Principal | null> {
  const row = await db
    .selectFrom('resource')
    .select(['project', 'environment'])
    .where('kind', '=', 'environment')
    .where(sql<boolean>`body ->> 'clientSideId' = ${clientSideId}`)
    .executeTakeFirst();
  if (!row) return null;
  const { project, environment } = row;
  return {
    kind: 'key',
    id: clientSideId,
    name: 'Browsers',
    keyKind: 'mobile',
    place: { project, environment },
  };
}

export async function memberById(db: Reader, id: string): Promise<Member | null> {
  const row = await instanceRows(db, 'member').where('id', '=', id).executeTakeFirst();
  return (row?.body as Member | undefined) ?? null;
}

export async function memberByEmail(db: Reader, email: string): Promise<Member | null> {
  const rows = await instanceRows(db, 'member').where('secondary', '=', email.toLowerCase()).execute();
  const members = rows.map(({ body }) => body as Member);
  return members.find(({ state }) => state !== 'removed') ?? null;
}

/** The roles that an administrator made, of those named. The product's own are not rows. */
async function customRoles(db: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, Role>> {
  const asked = keys.filter((key) => builtInRole(key) === null);
  if (asked.length === 0) return new Map();
  const rows = await instanceRows(db, 'role').where('id', 'in', asked).execute();
  return new Map(rows.map(({ body }) => [(body as Role).key, body as Role]));
}

const instanceRows = (db: Reader, kind: 'member' | 'role' | 'api_token') =>
  db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', kind);

async function byDigest<Body extends { readonly digest: string }>(
  db: Reader,
  kind: 'api_token' | 'environment_key',
  digest: string,
) {
  const rows = await db
    .selectFrom('resource')
    .select(['project', 'environment', 'body'])
    .where('kind', '=', kind)
    .where('secondary', '=', digest)
    .execute();
  const row = rows.find(({ body }) => sameDigest((body as Body).digest, digest));
  return row
    ? { body: row.body as Body, place: { project: row.project, environment: row.environment } }
    : null;
}
