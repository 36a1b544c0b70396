import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A card without a heading of its own: the page's title names what is in it. */
export const Card = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes['section']}>{children}</div>
);
