import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Logo } from '../../shell/logo.tsx';
import classes from './entrance.module.css';

/** The quiet card in front of the house. */
export function Entrance({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  return (
    <main className={classes['entrance']}>
      <div className={classes['card']}>
        <div className={classes['head']}>
          <Logo size={40} />
          <div>
            <Title order={1}>{title}</Title>
            <Text c="dimmed" mt={4}>
              {lead}
            </Text>
          </div>
        </div>
        {children}
      </div>
    </main>
  );
}
