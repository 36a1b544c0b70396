import type { ReactNode } from 'react';
import classes from './chip.module.css';
import type { Tone } from './tone.ts';

/** A word or two about a thing. The tone repeats what the word says; it is never the only sign. */
export function Chip({
  tone = 'neutral',
  icon,
  faded = false,
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** For what does not count any more. */
  readonly faded?: boolean;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes['chip']} data-tone={tone} data-faded={faded || undefined} title={title}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
