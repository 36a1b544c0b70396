import type { Actor, ApiToken, Member, Role } from '@latchkey/model';
import { all, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** The roles that come with the product; a test holds this list to their definitions. */
export const builtInRoleKeys = [
  'administrator',
  'engineer',
  'product',
  'sales',
  'success',
  'support',
  'auditor',
] as const;
const administrator = 'administrator';

/** Whom the rules about roles ask for. An installation has people and tokens in the hundreds, so all are looked at. */
export const everybody = () => ({ members: all('member'), tokens: all('api_token'), roles: all('role') });
export interface Everybody {
  readonly members: readonly Member[];
  readonly tokens: readonly ApiToken[];
  readonly roles: readonly Role[];
}

/** The roles of whoever acts; `all` for the product itself and for administrators. */
export type Standing = 'all' | readonly string[];

export function standingOf(actor: Actor, { members, tokens }: Omit<Everybody, 'roles'>): Standing {
  const rolesOf = (id: string) => members.find((one) => one.id === id && one.state === 'active')?.roles ?? [];
  const standing = (roles: readonly string[]): Standing => (roles.includes(administrator) ? 'all' : roles);
  switch (actor.kind) {
    case 'system':
      return 'all';
    case 'member':
      return standing(rolesOf(actor.id));
    case 'token': {
      const token = tokens.find(({ id }) => id === actor.id);
      if (!token) return [];
      if (token.member === null) return standing(token.roles);
      const owned = standing(rolesOf(token.member));
      return owned === 'all' ? standing(token.roles) : token.roles.filter((role) => owned.includes(role));
    }
    case 'key':
    case 'connection':
      return [];
  }
}

/** Roles must exist, and nobody gives a role that they do not have themselves. Administrators may give every role. */
export function mayGive(roles: readonly string[], actor: Actor, everybody: Everybody): Refusal | null {
  const known = new Set<string>([...builtInRoleKeys, ...everybody.roles.map(({ key }) => key)]);
  const unknown = roles.find((role) => !known.has(role));
  if (unknown !== undefined)
    return refuse('role_unknown', `There is no role ${unknown}.`, { field: 'roles', role: unknown });
  const standing = standingOf(actor, everybody);
  if (standing === 'all') return null;
  const beyond = roles.find((role) => !standing.includes(role));
  if (beyond === undefined) return null;
  return refuse('forbidden', `You do not have the role ${beyond} yourself, so you cannot give it.`, {
    field: 'roles',
    role: beyond,
  });
}

/** Somebody with more rights is changed by administrators only. */
export function mayChange(target: Member, actor: Actor, everybody: Everybody): Refusal | null {
  const standing = standingOf(actor, everybody);
  if (standing === 'all' || target.roles.every((role) => standing.includes(role))) return null;
  return refuse('forbidden', `${target.name} has roles that you do not have. Ask an administrator.`);
}

/** After this, would anybody be left who may do everything? */
export function leavesAdministrator(target: Member, members: readonly Member[]): Refusal | null {
  const isAdministrator = ({ state, roles }: Member) => state === 'active' && roles.includes(administrator);
  if (!isAdministrator(target)) return null;
  if (members.some((one) => one.id !== target.id && isAdministrator(one))) return null;
  return refuse(
    'last_administrator',
    `${target.name} is the last administrator. Make somebody else one first.`,
  );
}

export const memberUnknown = (id: string): Refusal => refuse('member_unknown', `There is no member ${id}.`);
