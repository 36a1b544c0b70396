import type { ReactNode } from 'react';
import classes from './columns.module.css';

/** What a page is about, and beside it what happened and what rarely changes. One below the other where it is narrow. */
export function Columns({ main, beside }: { readonly main: ReactNode; readonly beside: ReactNode }) {
  return (
    <div className={classes['columns']}>
      <div className={classes['column']}>{main}</div>
      <div className={classes['column']}>{beside}</div>
    </div>
  );
}
