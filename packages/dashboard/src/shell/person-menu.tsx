import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconBook2, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { answerOf, api } from '../api/client.ts';
import { useMe } from './may.ts';
import { MenuHeading } from './menu-heading.tsx';

export function ColorSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={dark ? 'Switch to light' : 'Switch to dark'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
    </ActionIcon>
  );
}

export function PersonMenu() {
  const { principal } = useMe();
  const signOut = async () => {
    await answerOf(api.DELETE('/api/v1/session'));
    // A full load: nothing of this person stays in memory.
    window.location.assign('/sign-in');
  };
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Signed in as ${principal.name}, ${principal.roles.join(', ')}`}
        >
          <IconUserCircle size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuHeading>
          <Text fw={600} c="var(--mantine-color-text)" size="sm">
            {principal.name}
          </Text>
          <Text size="xs">{principal.email}</Text>
          <Text size="xs">{principal.roles.join(', ')}</Text>
        </MenuHeading>
        <Menu.Item component="a" href="/docs" leftSection={<IconBook2 size={16} />}>
          API reference
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()} leftSection={<IconLogout size={16} />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
