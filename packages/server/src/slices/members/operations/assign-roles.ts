import { Id, Member } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { everybody, leavesAdministrator, mayChange, mayGive, memberUnknown } from './people.ts';

/** Say what somebody may do. Nobody says it about themselves, and the last administrator stays one. */
export const assignRoles = operation({
  kind: 'member.assign-roles',
  scope: 'instance',
  input: z.strictObject({ member: Id, roles: Member.shape.roles }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({ member: one('member', member), ...everybody() }),
  compute({ member: id, roles }, { member, ...people }, { actor, place }) {
    if (!member || member.state === 'removed') return memberUnknown(id);
    const self =
      actor.kind === 'token' ? people.tokens.find((token) => token.id === actor.id)?.member : actor.id;
    if (self === id) return refuse('forbidden', 'Nobody changes their own roles. Ask another administrator.');
    const refused = mayGive(roles, actor, people) ?? mayChange(member, actor, people);
    if (refused) return refused;
    const after: Member = { ...member, roles: [...new Set(roles)] };
    const last = after.roles.includes('administrator') ? null : leavesAdministrator(member, people.members);
    return last ?? [mutate('member', place, member, after)];
  },
});
