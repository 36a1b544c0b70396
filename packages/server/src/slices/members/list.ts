import type { ApiToken, Member, Role } from '@latchkey/model';
import { sql } from 'kysely';
import { z } from 'zod';
import { builtInRoles } from '../../kernel/access/built-in-roles.ts';
import { type Page, readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
interface Versioned<Body> {
  readonly body: Body;
  readonly version: number;
}

/** Members by name; people who left are not shown. */
export async function listMembers(
  db: Reader,
  { limit, cursor, query }: PageQuery & { readonly query?: string | undefined },
): Promise<Page<VisibleMember>> {
  const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
  let rows = db
    .selectFrom('resource')
    .select(['id', 'search', 'body', 'version'])
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', 'member')
    .where(sql<boolean>`body ->> 'state' <> 'removed'`);
  if (query) rows = rows.where('search', 'like', `%${escaped(query.toLowerCase())}%`);
  if (after) {
    const [search, id] = after;
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('search', 'id'), '>', tuple(search, id)));
  }
  const found = await rows
    .orderBy('search')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return toPage(found, {
    limit,
    position: ({ search, id }) => [search, id],
    item: ({ body, version }) => visible(body as Member, version),
  });
}

export async function oneMember(db: Reader, id: string): Promise<VisibleMember | null> {
  const row = await db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', 'member')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? visible(row.body as Member, row.version) : null;
}

type VisibleMember = Omit<Member, 'passwordHash'> & { version: number };
const visible = ({ passwordHash: _, ...member }: Member, version: number): VisibleMember => ({
  ...member,
  version,
});

/** The product's own roles first, then those made here. */
export async function listRoles(db: Reader): Promise<readonly (Role & { version: number | null })[]> {
  const made = await instanceRows<Role>(db, 'role');
  return [
    ...builtInRoles.map((role) => ({ ...role, version: null })),
    ...made.map(({ body, version }) => ({ ...body, version })),
  ];
}

/** Tokens that still exist, newest first. */
export async function listTokens(
  db: Reader,
  now: number,
): Promise<readonly (Omit<ApiToken, 'digest'> & { version: number })[]> {
  const tokens = await instanceRows<ApiToken>(db, 'api_token');
  return tokens
    .filter(({ body: { revokedAt, expiresAt } }) => !revokedAt && (!expiresAt || Date.parse(expiresAt) > now))
    .toSorted((one, other) => other.body.createdAt.localeCompare(one.body.createdAt))
    .map(({ body: { digest: _, ...token }, version }) => ({ ...token, version }));
}

/** Whether anybody can sign in at all: until then, the link of the first start makes an administrator. */
export async function hasMembers(db: Reader): Promise<boolean> {
  const members = await instanceRows<Member>(db, 'member');
  return members.some(({ body }) => body.state === 'active');
}

/** All of one kind: an installation has tens of roles and tokens. */
async function instanceRows<Body>(
  db: Reader,
  kind: 'role' | 'api_token' | 'member',
): Promise<Versioned<Body>[]> {
  const rows = await db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map(({ body, version }) => ({ body: body as Body, version }));
}

const escaped = (query: string): string => query.replace(/[\\%_]/g, '\\$&');
