import type { ApiToken } from '@latchkey/model';
import { z } from 'zod';
import { newSecret } from '../../kernel/access/secret-token.ts';
import { createToken, listTokens, newId, revokeToken } from '../../slices/members/index.ts';
import { readBody } from './body.ts';
import { assertMay, editOne } from './edit.ts';
import { type Asked, created, endpoint, nothingLeft, ok, param, type Rest } from './endpoint.ts';
import { invalid, notFound, notSupported } from './failure.ts';
import { type Links, selfAndParent } from './links.ts';
import { loadOne } from './load.ts';
import { rolesFor, rolesOf } from './members.ts';
import { collection, onePage, pageAsked, single } from './paging.ts';

interface RestToken {
  readonly _id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly memberId: string;
  readonly serviceToken: boolean;
  readonly role: string;
  readonly customRoleIds: readonly string[];
  readonly token: string;
  readonly creationDate: number;
  readonly lastModified: number;
  readonly defaultApiVersion: number;
  readonly _links: Links;
}

const place = { project: '', environment: '' };

function tokenOf(token: Omit<ApiToken, 'digest'>, value: string | null = null): RestToken {
  const { role, customRoles } = rolesOf(token.roles);
  const created = Date.parse(token.createdAt);
  return {
    _id: token.id,
    name: token.name,
    ownerId: token.member ?? '',
    memberId: token.member ?? '',
    serviceToken: token.member === null,
    role,
    customRoleIds: customRoles,
    token: value ?? token.ending,
    creationDate: created,
    lastModified: created,
    defaultApiVersion: 20240415,
    _links: selfAndParent('tokens', token.id),
  };
}

const TokenBody = z
  .strictObject({
    name: z.string(),
    role: z.enum(['reader', 'writer', 'admin']).optional(),
    customRoleIds: z.array(z.string()).default([]),
    serviceToken: z.boolean().default(false),
    defaultApiVersion: z.int().optional(),
  })
  .refine(
    ({ role, customRoleIds }) => role !== undefined || customRoleIds.length > 0,
    'needs role or customRoleIds',
  );

/** The member whose token asks; null for a service's. */
export async function memberOfToken({ principal }: Pick<Asked, 'principal'>, { db }: Pick<Rest, 'db'>) {
  return (await loadOne(db.reader, 'api_token', place, principal.id))?.body.member ?? null;
}

async function find(asked: Asked, { db }: Rest) {
  const id = param(asked, 'id');
  const token = (await listTokens(db.reader, asked.now)).find((one) => one.id === id);
  if (!token) throw notFound(`There is no token ${id}.`);
  return token;
}

export const tokenEndpoints = [
  endpoint('GET', '/tokens', async (asked, rest) => {
    const showAll = single(asked.query, 'showAll') === 'true';
    assertMay(asked, 'token.read', place, 'token/*');
    const own = await memberOfToken(asked, rest);
    const all = (await listTokens(rest.db.reader, asked.now)).filter(
      ({ member }) => showAll || own === null || member === own,
    );
    const page = pageAsked(asked.query, 25);
    const items = onePage(all, page).map((token) => tokenOf(token));
    return ok(collection(items, all.length, '/tokens', asked.query, page));
  }),

  endpoint('POST', '/tokens', async (asked, rest) => {
    assertMay(asked, 'token.create', place, 'token/*');
    if (typeof asked.body === 'object' && asked.body !== null && 'inlineRole' in asked.body)
      throw notSupported("policy inside a token: define a role, and name it in the token's customRoleIds");
    const { name, role = 'no_access', customRoleIds, serviceToken } = readBody(TokenBody, asked.body);
    const owner = await memberOfToken(asked, rest);
    if (!serviceToken && owner === null)
      throw invalid("serviceToken: a service's token makes tokens of services only, so it must be true.");
    const secret = newSecret('api');
    const call = createToken({
      id: newId('t'),
      name,
      roles: rolesFor(role, customRoleIds),
      member: serviceToken ? null : owner,
      digest: secret.digest,
      ending: secret.ending,
      expiresAt: null,
    });
    await editOne(asked, rest, place, [call]);
    const kept = await loadOne(rest.db.reader, 'api_token', place, call.input.id);
    if (!kept) throw new Error('a token is gone right after it was made');
    return created(tokenOf(kept.body, secret.value));
  }),

  endpoint('GET', '/tokens/{id}', async (asked, rest) => {
    assertMay(asked, 'token.read', place, `token/${param(asked, 'id')}`);
    return ok(tokenOf(await find(asked, rest)));
  }),

  endpoint('PATCH', '/tokens/{id}', () => {
    throw notSupported('edits of tokens: make another and end the old one');
  }),

  endpoint('DELETE', '/tokens/{id}', async (asked, rest) => {
    const { id } = await find(asked, rest);
    assertMay(asked, 'token.revoke', place, `token/${id}`);
    await editOne(asked, rest, place, [revokeToken({ token: id })]);
    return nothingLeft;
  }),
];
