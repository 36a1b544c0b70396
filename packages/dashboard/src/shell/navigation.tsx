import { Text } from '@mantine/core';
import classes from './frame.module.css';
import { RailLink } from './links.tsx';
import { usePlace } from './place.ts';
import { rooms } from './rooms.ts';
import { WaitingBadge } from './waiting-badge.tsx';

export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const place = usePlace();
  return (
    <nav aria-label="Main" className={classes['rail']}>
      {rooms.map(({ title, rooms: some }) => (
        <div key={title ?? 'first'} className={classes['group']}>
          {title && (
            <Text className={classes['groupTitle']} component="div">
              {title}
            </Text>
          )}
          {some.map(({ to, name, icon: Icon }) => (
            <RailLink
              key={to}
              to={to}
              params={place}
              label={name}
              leftSection={<Icon size={17} stroke={1.7} />}
              rightSection={to === '/$project/$environment/changes' && <WaitingBadge />}
              className={classes['room'] ?? ''}
              activeOptions={{ exact: to === '/$project/$environment', includeSearch: false }}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
              onClick={onGo}
            />
          ))}
        </div>
      ))}
    </nav>
  );
}
