import { Button, Group, Text, Tooltip } from '@mantine/core';
import classes from './draft-bar.module.css';
import { countOf } from './impact-words.ts';

/** How much is not saved yet, and the one way to save it. Stays in sight however long the page is. */
export function DraftBar({
  changes,
  problems,
  onDiscard,
  onReview,
}: {
  readonly changes: number;
  /** What must be settled first, in words. */
  readonly problems: readonly string[];
  readonly onDiscard: () => void;
  readonly onReview: () => void;
}) {
  const [problem, ...others] = problems;
  const why = others.length === 0 ? problem : `${problem} And ${countOf(others.length, 'more', 'more')}.`;
  return (
    <section className={classes['bar']} aria-label="What is not saved">
      <div>
        <Text fw={600} role="status">
          {countOf(changes, 'unsaved change')}
        </Text>
        {problem !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)">
            {why}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={onDiscard}>
          Discard
        </Button>
        <Tooltip label={why} disabled={problem === undefined}>
          <Button
            onClick={() => problem === undefined && onReview()}
            {...(problem === undefined ? {} : { 'aria-disabled': true, 'data-disabled': true })}
          >
            Review and save
          </Button>
        </Tooltip>
      </Group>
    </section>
  );
}
