import { randomBytes } from 'node:crypto';
import { Id, type ResourceKind, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { newSecret } from '../../kernel/access/secret-token.ts';
import { issueLink } from '../../kernel/access/sign-in-link.ts';
import { pageQuery } from '../../kernel/http/paging.ts';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import type { Database } from '../../kernel/store/database.ts';
import { hasMembers, listMembers, listRoles, listTokens, oneMember } from './list.ts';
import { type Action, permissionsOf } from './me.ts';
import { assignRoles } from './operations/assign-roles.ts';
import { defineRole, removeRole } from './operations/define-role.ts';
import { describeMember } from './operations/describe.ts';
import { inviteMember } from './operations/invite.ts';
import { removeMember, resetMember } from './operations/remove.ts';
import { createToken, revokeToken } from './operations/token.ts';
import {
  ChangeMember,
  CreateToken,
  DefineRole,
  Invite,
  InvitedMember,
  IssuedToken,
  Me,
  MemberPage,
  MemberView,
  RolePage,
  RoleView,
  TokenPage,
  TokenView,
} from './schemas.ts';

export interface MembersDeps {
  readonly db: Database;
  /** What links begin with: `https://latchkey.example.com`. */
  readonly publicUrl: () => string;
  /** Every operation that there is, for the list of what somebody may do. */
  readonly actions: () => Iterable<Action>;
}

const OneMember = z.strictObject({ id: Id });
const tokenDays = 90;
const dayMilliseconds = 86_400_000;

const tag = 'Members';
const ofMember = ({ id }: { readonly id: string }) => `member/${id}`;

export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(15).toString('base64url').replaceAll(/[-_]/g, '0')}`;

export function memberRoutes(deps: MembersDeps): readonly Route[] {
  return [meRoute(deps), ...peopleRoutes(deps), ...roleRoutes, ...tokenRoutes];
}

const peopleRoutes = ({ db, publicUrl }: MembersDeps): readonly Route[] => [
  read({
    scope: 'instance',
    path: '/members',
    summary: 'Everybody who may sign in',
    tag,
    query: z.strictObject({ ...pageQuery, query: z.string().max(200).optional() }),
    action: 'member.read',
    resource: () => 'member/*',
    reply: MemberPage,
    answer: async ({ query }, reader) => mutable(await listMembers(reader, query)),
  }),
  write({
    method: 'POST',
    scope: 'instance',
    path: '/members',
    summary: 'Invite somebody; hand them the link of the reply',
    tag,
    body: Invite,
    action: 'member.invite',
    resource: () => 'member/*',
    status: 201,
    reply: InvitedMember,
    prepare: async ({ now }) => {
      const id = newId('m');
      return { id, link: await signInLink(db, publicUrl(), id, now) };
    },
    operations: ({ body: { email, name, roles } }, { id }) => [
      inviteMember({ id, email, name: name ?? email, roles }),
    ],
    answer: (applied, _, { link }) => ({
      ...shown(applied, 'member', MemberView),
      signInLink: applied.replayed ? null : { url: link },
    }),
  }),
  write({
    method: 'PATCH',
    scope: 'instance',
    path: '/members/{id}',
    summary: 'Change what somebody may do, or their name',
    tag,
    params: OneMember,
    body: ChangeMember,
    action: 'member.read',
    resource: ofMember,
    reply: MemberView,
    edits: ({ id }) => ({ kind: 'member', id }),
    prepare: ({ params: { id } }, reader) => oneMember(reader, id),
    operations: ({ params: { id: member }, body: { name, roles } }) => [
      ...(name === undefined ? [] : [describeMember({ member, name })]),
      ...(roles === undefined ? [] : [assignRoles({ member, roles })]),
    ],
    answer: (applied, _, present) => shown(applied, 'member', MemberView, present),
  }),
  write({
    method: 'DELETE',
    scope: 'instance',
    path: '/members/{id}',
    summary: 'Somebody leaves: sessions and tokens end at once',
    tag,
    params: OneMember,
    action: 'member.remove',
    resource: ofMember,
    reply: MemberView,
    edits: ({ id }) => ({ kind: 'member', id }),
    operations: ({ params: { id } }) => [removeMember({ member: id })],
    answer: (applied) => shown(applied, 'member', MemberView),
  }),
  write({
    method: 'POST',
    scope: 'instance',
    path: '/members/{id}/sign-in-link',
    summary: 'Take a forgotten password away and get a link to choose another',
    tag,
    params: OneMember,
    action: 'member.reset',
    resource: ofMember,
    status: 201,
    reply: InvitedMember,
    prepare: async ({ params: { id }, now }, reader) => ({
      present: await oneMember(reader, id),
      link: await signInLink(db, publicUrl(), id, now),
    }),
    operations: ({ params: { id } }) => [resetMember({ member: id })],
    answer: (applied, _, { present, link }) => ({
      ...shown(applied, 'member', MemberView, present),
      signInLink: applied.replayed ? null : { url: link },
    }),
  }),
];

/** Made before the change is kept: should that be refused, the link leads nowhere and expires. */
async function signInLink(db: Database, publicUrl: string, id: string, now: number): Promise<string> {
  return linkUrl(publicUrl, await issueLink(db, { kind: 'member', id }, now));
}

const linkUrl = (publicUrl: string, token: string): string => `${publicUrl}/welcome?token=${token}`;

/** The link that makes the first administrator; null once somebody can sign in. */
export async function firstAdministratorLink(
  db: Database,
  publicUrl: string,
  now: number,
): Promise<string | null> {
  if (await hasMembers(db.reader)) return null;
  return linkUrl(publicUrl, await issueLink(db, { kind: 'first_administrator' }, now));
}

const roleRoutes: readonly Route[] = [
  read({
    scope: 'instance',
    path: '/roles',
    summary: 'What people may be allowed: the roles of the product and your own',
    tag,
    action: 'role.read',
    resource: () => 'role/*',
    reply: RolePage,
    answer: async (_, reader) => ({ items: [...(await listRoles(reader))], nextCursor: null }),
  }),
  write({
    method: 'POST',
    scope: 'instance',
    path: '/roles',
    summary: 'Make a role of your own, or change what it says',
    tag,
    body: DefineRole,
    action: 'role.define',
    resource: () => 'role/*',
    status: 201,
    reply: RoleView,
    prepare: async ({ body: { key } }, reader) =>
      (await listRoles(reader)).find((role) => role.key === key) ?? null,
    operations: ({ body: { description = '', ...role } }) => [defineRole({ ...role, description })],
    answer: (applied, _, present) => shown(applied, 'role', RoleView, present),
  }),
  write({
    method: 'DELETE',
    scope: 'instance',
    path: '/roles/{key}',
    summary: 'Drop a role that nobody has any more',
    tag,
    params: z.strictObject({ key: z.string().max(100) }),
    action: 'role.remove',
    resource: ({ key }) => `role/${key}`,
    reply: z.object({ key: z.string() }),
    operations: ({ params: { key } }) => [removeRole({ role: key })],
    answer: (_, { params: { key } }) => ({ key }),
  }),
];

const tokenRoutes: readonly Route[] = [
  read({
    scope: 'instance',
    path: '/tokens',
    summary: 'Credentials of programs on this API',
    tag,
    action: 'token.read',
    resource: () => 'token/*',
    reply: TokenPage,
    answer: async ({ now }, reader) => ({ items: [...(await listTokens(reader, now))], nextCursor: null }),
  }),
  write({
    method: 'POST',
    scope: 'instance',
    path: '/tokens',
    summary: 'Issue a token; its value is shown in this reply only',
    tag,
    body: CreateToken,
    action: 'token.create',
    resource: () => 'token/*',
    status: 201,
    reply: IssuedToken,
    prepare: () => ({ id: newId('t'), secret: newSecret('api') }),
    operations: ({ body, principal, now }, { id, secret: { digest, ending } }) => [
      createToken({
        id,
        name: body.name,
        roles: body.roles,
        member: body.service !== true && principal.kind === 'member' ? principal.id : null,
        digest,
        ending,
        expiresAt:
          body.expiresAt === undefined ? toInstant(now + tokenDays * dayMilliseconds) : body.expiresAt,
      }),
    ],
    answer: (applied, _, { secret }) => ({
      ...shown(applied, 'api_token', TokenView),
      value: applied.replayed ? null : secret.value,
    }),
  }),
  write({
    method: 'DELETE',
    scope: 'instance',
    path: '/tokens/{id}',
    summary: 'End a token, at once and everywhere',
    tag,
    params: OneMember,
    action: 'token.revoke',
    resource: ({ id }) => `token/${id}`,
    reply: z.object({ id: z.string() }),
    operations: ({ params: { id } }) => [revokeToken({ token: id })],
    answer: (_, { params: { id } }) => ({ id }),
  }),
];

const meRoute = ({ actions }: MembersDeps): Route =>
  read({
    scope: 'instance',
    path: '/me',
    summary: 'Who I am, and what I may do in a project and environment',
    tag,
    query: z.strictObject({
      project: z.string().max(100).default('*'),
      environment: z.string().max(100).default('*'),
      /** Tags of the thing on the screen, with commas between them. */
      tags: z.string().max(2000).optional(),
    }),
    action: 'me.read',
    resource: () => 'me/self',
    reply: Me,
    answer: async ({ principal, query: { project, environment, tags } }) => {
      const { kind, id, name } = principal;
      return {
        principal: {
          kind,
          id,
          name,
          roles: 'roles' in principal ? [...principal.roles] : [],
          ...(principal.kind === 'member' && { email: principal.email }),
        },
        ...permissionsOf(principal, actions(), { project, environment, tags: tags?.split(',') ?? null }),
      };
    },
  });

/**
 * The resource that a change made or altered, read through the schema of what may be shown. A change that altered
 * nothing touches nothing; then it is as it was before.
 */
function shown<View>(
  applied: Applied,
  kind: ResourceKind,
  view: z.ZodType<View>,
  present: object | null = null,
): View {
  const touched = applied.resources.find((resource) => resource.kind === kind);
  return view.parse(touched ? { ...(touched.after as object), version: touched.version } : present);
}

const mutable = <Item>({ items, nextCursor }: { items: readonly Item[]; nextCursor: string | null }) => ({
  items: [...items],
  nextCursor,
});
