import type { ReactNode } from 'react';
import classes from './frame.module.css';

/**
 * What stands above a part of a menu, for the eye. A menu may hold nothing but items and groups: the group beside it, or
 * the menu's button, says the same to those who hear it.
 */
export const MenuHeading = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes['menuHeading']} aria-hidden="true">
    {children}
  </div>
);
