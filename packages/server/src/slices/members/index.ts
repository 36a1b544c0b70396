import { acceptInvitation, changePassword } from './operations/accept.ts';
import { assignRoles } from './operations/assign-roles.ts';
import { defineRole, removeRole } from './operations/define-role.ts';
import { describeMember } from './operations/describe.ts';
import { inviteMember } from './operations/invite.ts';
import { removeMember, resetMember } from './operations/remove.ts';
import { createToken, revokeToken } from './operations/token.ts';

export const operations = [
  inviteMember,
  acceptInvitation,
  changePassword,
  describeMember,
  assignRoles,
  resetMember,
  removeMember,
  defineRole,
  removeRole,
  createToken,
  revokeToken,
];

export { bootstrapCalls } from './bootstrap.ts';
export { listMembers, listRoles, listTokens, oneMember } from './list.ts';
export { firstAdministratorLink, type MembersDeps, memberRoutes as routes, newId } from './routes.ts';
export { type SessionDeps, sessionRoutes } from './session-routes.ts';
export {
  assignRoles,
  createToken,
  defineRole,
  describeMember,
  inviteMember,
  removeMember,
  removeRole,
  revokeToken,
};
