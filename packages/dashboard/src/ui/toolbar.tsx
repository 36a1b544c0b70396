import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

/** What narrows the list below it. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return (
    <search className={classes['toolbar']} aria-label="Narrow the list">
      {children}
    </search>
  );
}

/** How many there are, and the way to more. */
export function ListFoot({ children }: { readonly children: ReactNode }) {
  return <div className={classes['foot']}>{children}</div>;
}
