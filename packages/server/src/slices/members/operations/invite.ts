import { Id, Member, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { everybody, mayGive } from './people.ts';

/** Expect somebody to join. They choose a password through a one-time link; until then they cannot sign in. */
export const inviteMember = operation({
  kind: 'member.invite',
  scope: 'instance',
  input: z.strictObject({
    id: Id,
    email: Member.shape.email,
    name: Member.shape.name,
    roles: Member.shape.roles,
  }),
  resource: ({ id }) => `member/${id}`,
  setup: () => everybody(),
  compute({ id, email, name, roles }, people, { actor, now, place }) {
    const same = people.members.find(
      (one) => one.state !== 'removed' && one.email.toLowerCase() === email.toLowerCase(),
    );
    if (same) return refuse('member_exists', `${same.name} has this e-mail address.`, { field: 'email' });
    if (people.members.some((one) => one.id === id)) return refuse('member_exists', 'This id is in use.');
    const refused = mayGive(roles, actor, people);
    if (refused) return refused;
    const member: Member = {
      id,
      email,
      name,
      roles: [...new Set(roles)],
      state: 'invited',
      passwordHash: null,
      createdAt: toInstant(now),
    };
    return [mutate('member', place, null, member)];
  },
});
