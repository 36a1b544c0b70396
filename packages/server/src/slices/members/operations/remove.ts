import { Id, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation } from '../../../kernel/changes/operation.ts';
import { everybody, leavesAdministrator, mayChange, memberUnknown } from './people.ts';

/** Somebody leaves: they cannot sign in any more, and their tokens are revoked. What they did stays in the ledger. */
export const removeMember = operation({
  kind: 'member.remove',
  scope: 'instance',
  input: z.strictObject({ member: Id }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({
    member: one('member', member),
    own: all('api_token', { parent: member }),
    ...everybody(),
  }),
  compute({ member: id }, { member, own, ...people }, { actor, now, place }) {
    if (!member || member.state === 'removed') return memberUnknown(id);
    const refused = mayChange(member, actor, people) ?? leavesAdministrator(member, people.members);
    if (refused) return refused;
    return [
      mutate('member', place, member, { ...member, state: 'removed', passwordHash: null }),
      ...own
        .filter(({ revokedAt }) => revokedAt === null)
        .map((token) => mutate('api_token', place, token, { ...token, revokedAt: toInstant(now) })),
    ];
  },
});

/** Somebody forgot their password: it is taken away, and a new one-time link lets them choose another. */
export const resetMember = operation({
  kind: 'member.reset',
  scope: 'instance',
  input: z.strictObject({ member: Id }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({ member: one('member', member), ...everybody() }),
  compute({ member: id }, { member, ...people }, { actor, place }) {
    if (!member || member.state === 'removed') return memberUnknown(id);
    const refused = mayChange(member, actor, people) ?? leavesAdministrator(member, people.members);
    if (refused) return refused;
    return [mutate('member', place, member, { ...member, state: 'invited', passwordHash: null })];
  },
});
