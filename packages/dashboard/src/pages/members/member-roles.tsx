import { useState } from 'react';
import { changeMember } from '../../api/edits.ts';
import type { MemberReply, RoleReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { RolePicker } from './role-picker.tsx';

export function MemberRoles({
  member,
  roles,
  onClose,
}: {
  readonly member: MemberReply;
  readonly roles: readonly RoleReply[];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(member.roles);
  const changed = [...chosen].sort().join() !== [...member.roles].sort().join();
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Roles of ${member.name}`}
      confirm="Save the roles"
      done={`The roles of ${member.name} were saved.`}
      withoutImpact
      edit={() =>
        chosen.length === 0 || !changed
          ? null
          : changeMember({ id: member.id }, { roles: chosen }, member.version)
      }
    >
      {(errors) => (
        <RolePicker roles={roles} value={chosen} onChange={setChosen} error={errors.of('roles')} />
      )}
    </ChangeDrawer>
  );
}
