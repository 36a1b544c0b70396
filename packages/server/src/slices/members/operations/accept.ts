import { Id, Member } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { memberUnknown } from './people.ts';

/** Argon2id, as the shell made it. */
const PasswordHash = z.string().startsWith('$argon2id$').max(500);

/** Whoever chose somebody's password could sign in as them, so not even administrators do: see `member.reset`. */
const ownersOnly = refuse('forbidden', 'People choose their own passwords, by a link or where they sign in.');

/** Take up an invitation: choose a name and a password. Only once; the link is worth nothing afterwards. */
export const acceptInvitation = operation({
  kind: 'member.accept',
  scope: 'instance',
  input: z.strictObject({ member: Id, name: Member.shape.name.optional(), passwordHash: PasswordHash }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({ member: one('member', member) }),
  compute({ member: id, name, passwordHash }, { member }, { actor, place }) {
    if (actor.kind !== 'system') return ownersOnly;
    if (!member) return memberUnknown(id);
    if (member.state !== 'invited')
      return refuse('sign_in_link_used', 'This invitation was taken up or withdrawn.');
    return [
      mutate('member', place, member, {
        ...member,
        name: name ?? member.name,
        passwordHash,
        state: 'active',
      }),
    ];
  },
});

/** Choose another password. That the old one was known is checked where the password is. */
export const changePassword = operation({
  kind: 'member.change-password',
  scope: 'instance',
  input: z.strictObject({ member: Id, passwordHash: PasswordHash }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({ member: one('member', member) }),
  compute({ member: id, passwordHash }, { member }, { actor, place }) {
    if (actor.kind !== 'system') return ownersOnly;
    if (member?.state !== 'active') return memberUnknown(id);
    return [mutate('member', place, member, { ...member, passwordHash })];
  },
});
