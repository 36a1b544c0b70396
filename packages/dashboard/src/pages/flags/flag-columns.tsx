import { Group, Text } from '@mantine/core';
import type { FlagInEnvironment, FlagRow } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import type { Column } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { StateChip } from './state-chip.tsx';
import { purposeWords, servedInWords } from './words.ts';

export const flagColumns = (onTurn: (flag: FlagRow) => void): readonly Column<FlagRow>[] => [
  { id: 'name', title: 'Flag', cell: (flag) => <NameCell flag={flag} /> },
  { id: 'serves', title: 'Serves', wide: true, cell: (flag) => servedInWords(flag.variations, flag) },
  {
    id: 'purpose',
    title: 'Purpose',
    wide: true,
    fit: true,
    cell: ({ purpose, temporary }) => (
      <>
        {purposeWords[purpose]}
        <Text size="xs" c="dimmed">
          {temporary ? 'for a while' : 'for good'}
        </Text>
      </>
    ),
  },
  {
    id: 'asked',
    title: 'Last asked for',
    wide: true,
    fit: true,
    cell: ({ lastEvaluatedAt }) => <Asked at={lastEvaluatedAt} />,
  },
  {
    id: 'state',
    title: 'State',
    fit: true,
    cell: ({ on }) => <Chip tone={on ? 'good' : 'neutral'}>{on ? 'On' : 'Off'}</Chip>,
  },
  {
    id: 'turn',
    title: 'Switch',
    quiet: true,
    fit: true,
    cell: (flag) => (
      <ActionButton
        action="flag.turn"
        off={flag.state === 'archived' ? 'The flag is archived.' : undefined}
        variant="default"
        size="compact-sm"
        aria-label={`Turn ${flag.on ? 'off' : 'on'} ${flag.name}`}
        onClick={() => onTurn(flag)}
      >
        Turn {flag.on ? 'off' : 'on'}
      </ActionButton>
    ),
  },
];

function Asked({ at }: { readonly at: string | null }) {
  const now = useNow();
  return at === null ? (
    <Text c="dimmed" span>
      never
    </Text>
  ) : (
    <Ago at={at} now={now} />
  );
}

function NameCell({ flag: { key, name, tags, state } }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  return (
    <>
      <Group gap={8}>
        <TextLink
          to="/$project/$environment/flags/$flag"
          params={{ ...place, flag: key }}
          fw={600}
          c="var(--mantine-color-text)"
        >
          {name}
        </TextLink>
        <StateChip state={state} />
      </Group>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {key}
        </Text>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </Group>
    </>
  );
}
