import { AppShell, Burger, Kbd, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { type CSSProperties, useEffect } from 'react';
import { CommandPalette, openPalette } from './command-palette.tsx';
import { environmentColor } from './environment-color.ts';
import { EnvironmentSwitch } from './environment-switch.tsx';
import classes from './frame.module.css';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { ColorSchemeSwitch, PersonMenu } from './person-menu.tsx';
import { rememberPlace, useEnvironment, usePlace } from './place.ts';

const modifier = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

/** What surrounds every page: where one is, where one can go, and the search that leads anywhere. */
export function Frame() {
  const [open, rail] = useDisclosure(false);
  const place = usePlace();
  const { project, environment } = place;
  const { color } = useEnvironment();
  useEffect(() => rememberPlace({ project, environment }), [project, environment]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !open } }}
      style={environmentColor(color) as CSSProperties}
    >
      <a href="#main" className={classes['skip']}>
        Skip to the page
      </a>
      <AppShell.Header className={classes['top'] ?? ''}>
        <div className={classes['stripe']} />
        <div className={classes['header']}>
          <Burger
            opened={open}
            onClick={rail.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={open ? 'Close the navigation' : 'Open the navigation'}
          />
          <Link
            to="/$project/$environment"
            params={place}
            className={classes['brand'] ?? ''}
            aria-label="Latchkey, home"
          >
            <Logo />
            <span>Latchkey</span>
          </Link>
          <EnvironmentSwitch />
          <UnstyledButton className={classes['search']} onClick={openPalette} aria-label="Search">
            <IconSearch size={16} stroke={1.8} aria-hidden="true" />
            <span>Search or go to…</span>
            <Kbd size="xs">{modifier} K</Kbd>
          </UnstyledButton>
          <ColorSchemeSwitch />
          <PersonMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={classes['navbar'] ?? ''}>
        <Navigation onGo={rail.close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes['main'] ?? ''}>
        <Outlet />
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  );
}
