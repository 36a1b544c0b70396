import { Id, Member } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation } from '../../../kernel/changes/operation.ts';
import { everybody, mayChange, memberUnknown } from './people.ts';

/** Correct somebody's name. */
export const describeMember = operation({
  kind: 'member.describe',
  scope: 'instance',
  input: z.strictObject({ member: Id, name: Member.shape.name }),
  resource: ({ member }) => `member/${member}`,
  setup: ({ member }) => ({ member: one('member', member), ...everybody() }),
  compute({ member: id, name }, { member, ...people }, { actor, place }) {
    if (!member || member.state === 'removed') return memberUnknown(id);
    return mayChange(member, actor, people) ?? [mutate('member', place, member, { ...member, name })];
  },
});
