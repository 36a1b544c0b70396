import { Checkbox, Stack } from '@mantine/core';
import type { RoleReply } from '../../api/replies.ts';

export function RolePicker({
  roles,
  value,
  onChange,
  error,
}: {
  readonly roles: readonly RoleReply[];
  readonly value: readonly string[];
  readonly onChange: (roles: readonly string[]) => void;
  readonly error: string | undefined;
}) {
  return (
    <Checkbox.Group label="Roles" required value={[...value]} onChange={onChange} error={error}>
      <Stack gap={8} mt={6}>
        {roles.map(({ key, name, description }) => (
          <Checkbox key={key} value={key} label={name} description={description} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
