import { fc, test as property } from '@fast-check/vitest';
import type { Actor, ApiToken, Member, Role } from '@latchkey/model';
import { expect, test } from 'vitest';
import { builtInRoles } from '../../../kernel/access/built-in-roles.ts';
import { faultOfSpecifier } from '../../../kernel/access/resource-specifier.ts';
import { acceptInvitation, changePassword } from './accept.ts';
import { assignRoles } from './assign-roles.ts';
import { defineRole, removeRole } from './define-role.ts';
import { inviteMember } from './invite.ts';
import { builtInRoleKeys } from './people.ts';
import { PolicyStatement } from './policy-statement.ts';
import { removeMember, resetMember } from './remove.ts';
import { createToken, revokeToken } from './token.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const at = new Date(now).toISOString();
const aMember = (id: string, roles: string[], part: Partial<Member> = {}): Member => ({
  id,
  email: `${id}@example.com`,
  name: id,
  roles,
  state: 'active',
  passwordHash: '$argon2id$…',
  createdAt: at,
  ...part,
});
const aToken = (
  id: string,
  roles: string[],
  member: string | null,
  part: Partial<ApiToken> = {},
): ApiToken => ({
  id,
  name: id,
  roles,
  member,
  ending: 'abcd',
  digest: 'd'.repeat(64),
  expiresAt: null,
  revokedAt: null,
  createdAt: at,
  ...part,
});

const nora = aMember('nora', ['administrator']);
const otto = aMember('otto', ['administrator']);
const sam = aMember('sam', ['sales']);
const ida = aMember('ida', ['support']);
/** Not built in: somebody who looks after the sales team. */
const lead: Role = { key: 'team-lead', name: 'Team lead', description: '', statements: [], builtIn: false };
const lena = aMember('lena', ['sales', 'team-lead']);

const people = {
  members: [nora, otto, sam, ida, lena],
  tokens: [aToken('t_nora', ['administrator', 'sales'], 'nora'), aToken('t_ci', ['administrator'], null)],
  roles: [lead],
};
const by = (who: Member | 'product' | ApiToken) => ({
  actor:
    who === 'product'
      ? ({ kind: 'system', id: 'system', name: 'Latchkey' } as const)
      : ({ kind: 'email' in who ? 'member' : 'token', id: who.id, name: who.name } as Actor),
  now,
  place: { project: '', environment: '' },
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
});

test('the roles that operations know are the built-in ones', () => {
  expect(builtInRoles.map(({ key }) => key)).toEqual([...builtInRoleKeys]);
});

test('an invited person cannot sign in yet', () => {
  const invitation = { id: 'm_1', email: 'New@example.com', name: 'New', roles: ['sales', 'sales'] };
  expect(inviteMember.compute(invitation, people, by(nora))).toMatchObject([
    { resource: 'member', before: null, after: { state: 'invited', passwordHash: null, roles: ['sales'] } },
  ]);
});

test('one e-mail address is one member, however it is written, unless they left', () => {
  const again = { id: 'm_1', email: 'SAM@example.com', name: 'Sam', roles: ['sales'] };
  expect(inviteMember.compute(again, people, by(nora))).toMatchObject({ refused: 'member_exists' });
  const members = [nora, { ...sam, state: 'removed' as const }];
  expect(inviteMember.compute(again, { ...people, members }, by(nora))).toHaveLength(1);
});

test('nobody gives a role that they do not have, or that does not exist', () => {
  const invite = (roles: string[], who: Parameters<typeof by>[0]) =>
    inviteMember.compute({ id: 'm_1', email: 'n@example.com', name: 'N', roles }, people, by(who));
  expect(invite(['sales'], lena)).toHaveLength(1);
  expect(invite(['administrator'], lena)).toMatchObject({ refused: 'forbidden' });
  expect(invite(['sales', 'support'], lena)).toMatchObject({ refused: 'forbidden' });
  expect(invite(['no-such-role'], nora)).toMatchObject({
    refused: 'role_unknown',
    facts: { field: 'roles' },
  });
  expect(invite(['team-lead'], nora)).toHaveLength(1);
  expect(invite(['administrator'], 'product')).toHaveLength(1);
});

test('an invitation is taken up once', () => {
  const passwordHash = '$argon2id$v=19$x';
  const invited = aMember('new', ['sales'], { state: 'invited', passwordHash: null });
  const accept = (member: Member | null) =>
    acceptInvitation.compute({ member: 'new', name: 'Neo', passwordHash }, { member }, by('product'));
  expect(accept(invited)).toMatchObject([{ after: { state: 'active', name: 'Neo', passwordHash } }]);
  expect(accept(sam)).toMatchObject({ refused: 'sign_in_link_used' });
  expect(accept({ ...sam, state: 'removed' })).toMatchObject({ refused: 'sign_in_link_used' });
  expect(accept(null)).toMatchObject({ refused: 'member_unknown' });
});

test('only somebody who may sign in chooses another password', () => {
  const change = (member: Member) =>
    changePassword.compute({ member: member.id, passwordHash: '$argon2id$new' }, { member }, by('product'));
  expect(change(sam)).toMatchObject([{ after: { passwordHash: '$argon2id$new', state: 'active' } }]);
  expect(change({ ...sam, state: 'invited' })).toMatchObject({ refused: 'member_unknown' });
});

test('not even an administrator chooses the password of somebody else', () => {
  const passwordHash = '$argon2id$v=19$x';
  const invited = { ...sam, state: 'invited' as const };
  expect(
    acceptInvitation.compute({ member: 'sam', passwordHash }, { member: invited }, by(nora)),
  ).toMatchObject({ refused: 'forbidden' });
  expect(changePassword.compute({ member: 'sam', passwordHash }, { member: sam }, by(nora))).toMatchObject({
    refused: 'forbidden',
  });
});

test('nobody changes their own roles, not even by a token of theirs', () => {
  const toSelf = (who: Parameters<typeof by>[0]) =>
    assignRoles.compute(
      { member: 'nora', roles: ['administrator', 'sales'] },
      { member: nora, ...people },
      by(who),
    );
  expect(toSelf(nora)).toMatchObject({ refused: 'forbidden' });
  expect(toSelf(aToken('t_nora', ['administrator'], 'nora'))).toMatchObject({ refused: 'forbidden' });
  expect(toSelf(otto)).toMatchObject([{ after: { roles: ['administrator', 'sales'] } }]);
});

test('who has more rights is changed by administrators only', () => {
  const assign = (member: Member, who: Member) =>
    assignRoles.compute({ member: member.id, roles: ['sales'] }, { member, ...people }, by(who));
  expect(assign(nora, lena)).toMatchObject({ refused: 'forbidden' });
  expect(assign(ida, lena)).toMatchObject({ refused: 'forbidden' });
  expect(assign(ida, nora)).toMatchObject([{ after: { roles: ['sales'] } }]);
});

test('the last administrator stays, whichever way they would go', () => {
  const members = [nora, sam, { ...otto, state: 'invited' as const }];
  const only = { member: nora, ...people, members };
  expect(assignRoles.compute({ member: 'nora', roles: ['sales'] }, only, by('product'))).toMatchObject({
    refused: 'last_administrator',
  });
  expect(removeMember.compute({ member: 'nora' }, { ...only, own: [] }, by('product'))).toMatchObject({
    refused: 'last_administrator',
  });
  expect(resetMember.compute({ member: 'nora' }, only, by('product'))).toMatchObject({
    refused: 'last_administrator',
  });
  const two = { member: nora, ...people, own: [] };
  expect(removeMember.compute({ member: 'nora' }, two, by(otto))).toHaveLength(1);
});

test('who leaves takes their tokens along', () => {
  const own = [
    aToken('t_1', ['sales'], 'sam'),
    aToken('t_2', ['sales'], 'sam', { revokedAt: '2026-01-01T00:00:00.000Z' }),
  ];
  expect(removeMember.compute({ member: 'sam' }, { member: sam, ...people, own }, by(nora))).toMatchObject([
    { resource: 'member', after: { state: 'removed', passwordHash: null } },
    { resource: 'api_token', id: 't_1', after: { revokedAt: at } },
  ]);
});

test('a reset takes the password away until a new one is chosen', () => {
  expect(resetMember.compute({ member: 'sam' }, { member: sam, ...people }, by(nora))).toMatchObject([
    { after: { state: 'invited', passwordHash: null } },
  ]);
});

const statements = [{ effect: 'allow' as const, resources: ['proj/*:flag/*'], actions: ['flag.*'] }];
const role = { key: 'flag-team', name: 'Flag team', description: '', statements };

test('administrators define roles; nobody changes the built-in ones', () => {
  const define = (key: string, who: Parameters<typeof by>[0]) =>
    defineRole.compute({ ...role, key }, { role: null, ...people }, by(who));
  expect(define('flag-team', nora)).toMatchObject([
    { before: null, after: { key: 'flag-team', builtIn: false } },
  ]);
  expect(define('flag-team', lena)).toMatchObject({ refused: 'forbidden' });
  expect(define('sales', nora)).toMatchObject({ refused: 'role_built_in' });
  expect(removeRole.compute({ role: 'sales' }, { role: null, ...people }, by(nora))).toMatchObject({
    refused: 'role_built_in',
  });
});

test('a role goes when nobody has it any more', () => {
  const remove = (members: Member[]) =>
    removeRole.compute({ role: 'team-lead' }, { role: lead, ...people, members }, by(nora));
  expect(remove([nora, lena])).toMatchObject({ refused: 'role_in_use', facts: { holders: 1 } });
  expect(remove([nora, { ...lena, state: 'removed' }])).toMatchObject([{ before: lead, after: null }]);
});

property.prop([fc.stringMatching(/^[a-c*/:;,]{1,12}$/)])(
  'what a role may say about resources, the policy can read',
  (specifier) => {
    const read = PolicyStatement.safeParse({ effect: 'allow', resources: [specifier], actions: ['*'] });
    if (read.success) expect(faultOfSpecifier(specifier)).toBeNull();
  },
);

test('a role says actions and resources that exist as forms', () => {
  const says = (resource: string, action: string) =>
    PolicyStatement.safeParse({ effect: 'deny', resources: [resource], actions: [action] }).success;
  expect(says('proj/*:env/production:flag/*;entitlement,qa_*', 'flag.set-rules')).toBe(true);
  expect(says('proj/*:env/*:customer/crm:4711', '*')).toBe(true);
  for (const wrong of ['flags', 'proj/*;x:env/*', 'proj/', 'flag/*;', 'flag/*;a b']) {
    expect(says(wrong, '*')).toBe(false);
  }
  for (const wrong of ['', 'flag', 'flag.', 'flag create', 'Flag.Create']) {
    expect(says('flag/*', wrong)).toBe(false);
  }
});

const asked = {
  id: 't_new',
  name: 'Deploys',
  digest: 'e'.repeat(64),
  ending: 'wxyz',
  expiresAt: null,
};

test('people make tokens of their own, with no more than their own roles', () => {
  const make = (roles: string[], member: string | null, who: Parameters<typeof by>[0]) =>
    createToken.compute({ ...asked, roles, member }, { same: null, ...people }, by(who));
  expect(make(['sales'], 'sam', sam)).toMatchObject([
    { after: { id: 't_new', member: 'sam', revokedAt: null } },
  ]);
  expect(make(['engineer'], 'sam', sam)).toMatchObject({ refused: 'forbidden' });
  expect(make(['sales'], null, sam)).toMatchObject({ refused: 'forbidden' });
  expect(make(['sales'], 'ida', nora)).toMatchObject({ refused: 'forbidden' });
  expect(make(['engineer'], null, nora)).toHaveLength(1);
  expect(make(['administrator'], null, aToken('t_ci', ['administrator'], null))).toHaveLength(1);
  expect(make(['administrator'], null, aToken('t_unknown', ['administrator'], null))).toMatchObject({
    refused: 'forbidden',
  });
});

test('a token of somebody who was demoted hands on nothing more than they have now', () => {
  const members = [otto, { ...nora, roles: ['sales'] }];
  const make = (roles: string[]) =>
    createToken.compute(
      { ...asked, roles, member: 'nora' },
      { same: null, ...people, members },
      by(aToken('t_nora', ['administrator', 'sales'], 'nora')),
    );
  expect(make(['sales'])).toHaveLength(1);
  expect(make(['administrator'])).toMatchObject({ refused: 'forbidden' });
});

test('a token that would be over already is not made', () => {
  const make = (expiresAt: string) =>
    createToken.compute(
      { ...asked, roles: ['sales'], member: 'sam', expiresAt },
      { same: null, ...people },
      by(sam),
    );
  expect(make(at)).toMatchObject({ refused: 'end_in_past', facts: { field: 'expiresAt' } });
  expect(make(new Date(now + 1).toISOString())).toHaveLength(1);
});

test('a token is revoked once, and revoking it again changes nothing', () => {
  const token = aToken('t_1', ['sales'], 'sam');
  expect(revokeToken.compute({ token: 't_1' }, { token }, by(nora))).toMatchObject([
    { after: { revokedAt: at } },
  ]);
  expect(revokeToken.compute({ token: 't_1' }, { token: { ...token, revokedAt: at } }, by(nora))).toEqual([]);
  expect(revokeToken.compute({ token: 't_1' }, { token: null }, by(nora))).toMatchObject({
    refused: 'token_unknown',
  });
});
