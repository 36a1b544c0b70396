import { Text } from '@mantine/core';
import { Chip } from './chip.tsx';
import classes from './told-changes.module.css';

/** One thing that an edit changes, as a colleague would say it. */
export interface Told {
  readonly how: 'added' | 'removed' | 'changed' | 'moved';
  readonly what: string;
  /** How it was, where it was. */
  readonly was?: string;
}

const tones = { added: 'good', removed: 'bad', changed: 'info', moved: 'neutral' } as const;

/** More than this is a list to scroll; the ledger will have every one of them. */
const shownMax = 50;

/** Changes as sentences, each with what it does and how it was before. */
export function ToldChanges({ told }: { readonly told: readonly Told[] }) {
  return (
    <ul className={classes['changes']} aria-label="What changes">
      {told.slice(0, shownMax).map(({ how, what, was }) => (
        <li key={`${how} ${what}`} className={classes['change']}>
          <Chip tone={tones[how]}>{how}</Chip>
          <div>
            <div>{what}</div>
            {was !== undefined && <div className={classes['was']}>was: {was}</div>}
          </div>
        </li>
      ))}
      {told.length > shownMax && (
        <Text component="li" c="dimmed">
          and {told.length - shownMax} more
        </Text>
      )}
    </ul>
  );
}
