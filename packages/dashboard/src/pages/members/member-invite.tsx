import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { inviteMember } from '../../api/edits.ts';
import type { InvitedMember, RoleReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { RolePicker } from './role-picker.tsx';

export function MemberInvite({
  roles,
  opened,
  onClose,
  onInvited,
}: {
  readonly roles: readonly RoleReply[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onInvited: (member: InvitedMember) => void;
}) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <ChangeDrawer<InvitedMember>
      opened={opened}
      onClose={onClose}
      title="Invite somebody"
      lead="You get a link to hand to them; with it they choose their password."
      confirm="Invite"
      done={`${name || email} is invited.`}
      withoutImpact
      edit={() =>
        email.trim() === '' || chosen.length === 0
          ? null
          : inviteMember(
              {},
              {
                email: email.trim(),
                roles: chosen,
                ...(name.trim() === '' ? {} : { name: name.trim() }),
              },
            )
      }
      onDone={onInvited}
    >
      {(errors) => (
        <>
          <TextInput
            label="E-mail"
            type="email"
            required
            data-autofocus
            value={email}
            error={errors.of('email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label="Name"
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RolePicker roles={roles} value={chosen} onChange={setChosen} error={errors.of('roles')} />
        </>
      )}
    </ChangeDrawer>
  );
}
