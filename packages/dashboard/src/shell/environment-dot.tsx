import type { Environment } from '@latchkey/model';
import type { CSSProperties } from 'react';
import { environmentColor } from './environment-color.ts';
import classes from './frame.module.css';

/** The colour of an environment, beside its name. */
export const EnvironmentDot = ({ color }: { readonly color: Environment['color'] }) => (
  <i
    className={classes['dot']}
    style={{ ...(environmentColor(color) as CSSProperties), display: 'inline-block' }}
    aria-hidden="true"
  />
);
