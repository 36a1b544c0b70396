import type { OperationCall } from '@latchkey/model';
import type { BuiltInRoleKey } from '../kernel/access/built-in-roles.ts';
import type { Principal } from '../kernel/access/principal.ts';
import { statementsOfRoles } from '../kernel/access/rights.ts';
import { inviteMember } from '../slices/members/index.ts';

type Member = Extract<Principal, { kind: 'member' }>;

/** Somebody at work here. They act with the rights of their role alone, so a demo that loads proves that these suffice. */
const person = (name: string, role: BuiltInRoleKey): Member => ({
  kind: 'member',
  id: `m_${name.toLowerCase()}`,
  name,
  email: `${name.toLowerCase()}@latchkey.example`,
  roles: [role],
  statements: statementsOfRoles([role], new Map()),
  sessionIdHash: '',
});

export const otto = person('Otto', 'administrator');
export const emil = person('Emil', 'engineer');
export const mira = person('Mira', 'product');
export const sam = person('Sam', 'sales');
export const cleo = person('Cleo', 'success');
export const ida = person('Ida', 'support');
export const nora = person('Nora', 'auditor');

/** Does what nobody is there for yet: inviting the first people. */
export const demo: Principal = { kind: 'system', id: 'demo', name: 'Demo' };

/** They are expected but have no password, so nobody can sign in as one of them. */
export const invitations: readonly OperationCall[] = [otto, emil, mira, sam, cleo, ida, nora].map(
  ({ id, email, name, roles }) => inviteMember({ id, email, name, roles: [...roles] }),
);
