import type { OperationCall } from '@latchkey/model';
import { z } from 'zod';
import {
  assignRoles,
  describeMember,
  inviteMember,
  listMembers,
  newId,
  oneMember,
  removeMember,
} from '../../slices/members/index.ts';
import { readBody, readDocumentPatch } from './body.ts';
import { changedFields } from './changed-fields.ts';
import { assertMay, editOne } from './edit.ts';
import { type Asked, created, endpoint, nothingLeft, ok, param, type Rest } from './endpoint.ts';
import { invalid, notFound } from './failure.ts';
import { byQuery, byWord, filtered } from './filter.ts';
import { type Links, selfAndParent } from './links.ts';
import { loadOne } from './load.ts';
import { collection, onePage, pageAsked, single, sorted } from './paging.ts';

type Member = NonNullable<Awaited<ReturnType<typeof oneMember>>>;

interface RestMember {
  readonly _id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: BaseRole;
  readonly customRoles: readonly string[];
  readonly _pendingInvite: boolean;
  readonly _verified: boolean;
  readonly mfa: 'disabled';
  readonly _lastSeen: number;
  readonly excludedDashboards: readonly string[];
  readonly creationDate: number;
  readonly _links: Links;
}

/** LaunchDarkly's base roles as ours. Nobody here is without any role, and nobody owns the account. */
const ourRole = { admin: 'administrator', writer: 'engineer', reader: 'auditor' } as const;
type BaseRole = keyof typeof ourRole | 'no_access';
const baseRoles = Object.entries(ourRole) as [keyof typeof ourRole, string][];

/** The strongest of our roles that LaunchDarkly has a word for; the others are said as custom roles. */
export function rolesOf(roles: readonly string[]): { role: BaseRole; customRoles: readonly string[] } {
  const [role, ours] = baseRoles.find(([, own]) => roles.includes(own)) ?? ['no_access', ''];
  return { role, customRoles: roles.filter((one) => one !== ours) };
}

/** The roles of ours that a base role with custom roles stands for. */
export function rolesFor(role: string, customRoles: readonly string[]): string[] {
  if (role === 'owner') throw invalid('role: there is no owner of an account here; the role is admin.');
  const ours = role === 'no_access' ? [] : [ourRole[role as keyof typeof ourRole]];
  return [...new Set([...ours, ...customRoles])];
}

export const memberLinks = (id: string): Links => selfAndParent('members', id);

/** People write one name here; the first word of it goes first there. */
export function splitName(name: string): { readonly firstName: string; readonly lastName: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  return { firstName, lastName: rest.join(' ') };
}

export const memberOf = ({ id, email, name, roles, state, createdAt }: Member): RestMember => ({
  _id: id,
  email,
  ...splitName(name),
  ...rolesOf(roles),
  _pendingInvite: state === 'invited',
  _verified: state === 'active',
  mfa: 'disabled',
  _lastSeen: 0,
  excludedDashboards: [],
  creationDate: Date.parse(createdAt),
  _links: memberLinks(id),
});

const place = { project: '', environment: '' };
const Role = z.enum(['reader', 'writer', 'admin', 'owner', 'no_access']);
const Keys = z.array(z.string());
const Invited = z
  .strictObject({
    email: z.string(),
    firstName: z.string().default(''),
    lastName: z.string().default(''),
    role: Role.optional(),
    customRoles: Keys.default([]),
  })
  .refine(
    ({ role, customRoles }) => role !== undefined || customRoles.length > 0,
    'needs role or customRoles',
  );
const Editable = z.object({
  role: Role,
  customRoles: Keys,
  firstName: z.string(),
  lastName: z.string(),
});

/** Everybody who may sign in: an installation has hundreds at most. */
async function everybody({ db }: Rest): Promise<readonly Member[]> {
  const all: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(db.reader, { limit: 200, cursor });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

async function find(asked: Asked, rest: Rest): Promise<Member> {
  const id = param(asked, 'id');
  const member = await oneMember(rest.db.reader, id === 'me' ? await ownId(asked, rest) : id);
  if (!member || member.state === 'removed') throw notFound(`There is no member ${id}.`);
  return member;
}

/** The member whose token asks. */
async function ownId({ principal }: Asked, { db }: Rest): Promise<string> {
  const token = await loadOne(db.reader, 'api_token', place, principal.id);
  const member = token?.body.member ?? null;
  if (member === null) throw notFound("A service's token belongs to no member.");
  return member;
}

export const memberEndpoints = [
  endpoint('GET', '/members', async (asked, rest) => {
    assertMay(asked, 'member.read', place, 'member/*');
    const all = (await everybody(rest)).map(memberOf);
    const fitting = filtered(all, single(asked.query, 'filter'), {
      query: byQuery(({ email, firstName, lastName }) => `${email} ${firstName} ${lastName}`),
      role: byWord({
        reader: ({ role }) => role === 'reader',
        writer: ({ role }) => role === 'writer',
        admin: ({ role }) => role === 'admin',
        owner: () => false,
        no_access: ({ role }) => role === 'no_access',
      }),
      id: ({ value }) => {
        const ids = String(value).split('|');
        return ({ _id }) => ids.includes(_id);
      },
      email: ({ value }) => {
        const emails = String(value).toLowerCase().split('|');
        return ({ email }) => emails.includes(email.toLowerCase());
      },
    });
    const inOrder = sorted(fitting, single(asked.query, 'sort'), {
      displayName: ({ firstName, lastName }) => `${firstName} ${lastName}`,
      lastSeen: ({ _lastSeen }) => _lastSeen,
    });
    const page = pageAsked(asked.query);
    return ok(collection(onePage(inOrder, page), fitting.length, '/members', asked.query, page));
  }),

  endpoint('POST', '/members', async (asked, rest) => {
    assertMay(asked, 'member.invite', place, 'member/*');
    const people = readBody(z.array(Invited).min(1).max(50), asked.body);
    const calls = people.map(({ email, firstName, lastName, role = 'no_access', customRoles }) =>
      inviteMember({
        id: newId('m'),
        email,
        name: `${firstName} ${lastName}`.trim() || email,
        roles: rolesFor(role, customRoles),
      }),
    );
    await editOne(asked, rest, place, calls);
    const invited = await Promise.all(calls.map(({ input }) => oneMember(rest.db.reader, input.id)));
    const items = invited.flatMap((member) => (member ? [memberOf(member)] : []));
    return created(collection(items, items.length, '/members', {}, { limit: 50, offset: 0 }));
  }),

  endpoint('GET', '/members/{id}', async (asked, rest) => {
    const isOwn = param(asked, 'id') === 'me';
    if (!isOwn) assertMay(asked, 'member.read', place, `member/${param(asked, 'id')}`);
    return ok(memberOf(await find(asked, rest)));
  }),

  endpoint('PATCH', '/members/{id}', async (asked, rest) => {
    const member = await find(asked, rest);
    assertMay(asked, 'member.read', place, `member/${member.id}`);
    const before = memberOf(member);
    const { apply, comment } = readDocumentPatch(asked);
    const after = apply(before);
    const changed = changedFields(before, after, ['role', 'customRoles', 'firstName', 'lastName'] as const);
    const said = readBody(Editable, after);
    const calls: OperationCall[] = [];
    if (changed.has('firstName') || changed.has('lastName')) {
      const name = `${said.firstName} ${said.lastName}`.trim();
      calls.push(describeMember({ member: member.id, name }));
    }
    if (changed.has('role') || changed.has('customRoles')) {
      calls.push(assignRoles({ member: member.id, roles: rolesFor(said.role, said.customRoles) }));
    }
    await editOne(asked, rest, place, calls, comment);
    return ok(memberOf(await find(asked, rest)));
  }),

  endpoint('DELETE', '/members/{id}', async (asked, rest) => {
    const { id } = await find(asked, rest);
    assertMay(asked, 'member.remove', place, `member/${id}`);
    await editOne(asked, rest, place, [removeMember({ member: id })]);
    return nothingLeft;
  }),
];
