import { Alert, Box, Group, Select, Stack, Text } from '@mantine/core';
import { IconLeaf } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type SparedFlag, type StaleFlag, type StaleReply, staleFlags } from '../../api/insight-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { FlagArchive } from './flag-archive.tsx';
import { askedInWords } from './words.ts';

const from = '/$project/$environment/clean-up';
const dayChoices = ['7', '14', '30', '60', '90', '180'];
const usualDays = '30';

/** Flags that have done their work, with why, so that they leave the code and the list; and those that stay, with why. */
export function CleanUp() {
  const { project } = usePlace();
  const { days: written = usualDays } = useSearch({ from });
  const navigate = useNavigate({ from });
  const [archiving, setArchiving] = useState<StaleFlag | null>(null);
  const days = dayChoices.includes(written) ? written : usualDays;
  const asked = useQuery({ ...staleFlags(project, Number(days)), placeholderData: keepPreviousData });
  return (
    <Page
      title="Clean up"
      lead="Temporary flags that nobody needs any more, in all environments of this project."
      action={
        <Select
          label="Older than"
          w={130}
          data={dayChoices.map((value) => ({ value, label: `${value} days` }))}
          value={days}
          onChange={(chosen) =>
            void navigate({
              search: chosen === null || chosen === usualDays ? {} : { days: chosen },
              replace: true,
            })
          }
        />
      }
    >
      <Loaded asked={asked}>{(report) => <Report report={report} onArchive={setArchiving} />}</Loaded>
      {archiving && <FlagArchive flag={archiving} days={Number(days)} onClose={() => setArchiving(null)} />}
    </Page>
  );
}

function Report({
  report: { days, countedSince, items, leftAlone },
  onArchive,
}: {
  readonly report: StaleReply;
  readonly onArchive: (flag: StaleFlag) => void;
}) {
  const now = useNow();
  const isCountedLongEnough = countedSince !== null && now - Date.parse(countedSince) >= days * 86_400_000;
  const sorted = [...items].sort((one, other) => Number(other.isReady) - Number(one.isReady));
  return (
    <Stack gap="lg">
      {!isCountedLongEnough && (
        <Alert color="harbour" variant="light">
          {countedSince === null
            ? 'No application has reported what it asks for yet, so silence says nothing: only flags that are set alike for everybody can be found.'
            : `Applications report what they ask for since ${dayInWords(countedSince)}. Whether nobody asked for a flag in ${days} days is not known before they have done so for as long.`}
        </Alert>
      )}
      <Section
        title="Done their work"
        hint="Take them out of the code first, then archive them here."
        padded={false}
      >
        <Table
          label="Flags that have done their work"
          rows={sorted}
          columns={staleColumns(now, onArchive)}
          rowKey={({ flag }) => flag}
          empty={
            <Empty
              icon={<IconLeaf size={20} stroke={1.6} />}
              title="Nothing to clean up"
              hint={`No temporary flag older than ${days} days looks done.`}
            />
          }
        />
      </Section>
      {leftAlone.length > 0 && (
        <Section
          title="Left alone"
          hint="They look done as well, and are meant to stay: nobody is asked to remove them."
          padded={false}
        >
          <Table
            label="Flags that are left alone"
            rows={leftAlone}
            columns={sparedColumns}
            rowKey={({ flag }) => flag}
            empty={null}
          />
        </Section>
      )}
    </Stack>
  );
}

const staleColumns = (now: number, onArchive: (flag: StaleFlag) => void): readonly Column<StaleFlag>[] => [
  { id: 'flag', title: 'Flag', cell: (flag) => <FlagCell {...flag} /> },
  {
    id: 'why',
    title: 'Why',
    cell: ({ findings, advice }) => (
      <>
        {findings.map(({ kind, sentence }) => (
          <Text key={kind}>{sentence}</Text>
        ))}
        <Text c="dimmed">{advice}</Text>
      </>
    ),
  },
  { id: 'asked', title: 'Last asked for', wide: true, cell: (flag) => askedInWords(flag, now) },
  {
    id: 'archive',
    title: 'Archive',
    quiet: true,
    fit: true,
    cell: (flag) => (
      <ActionButton
        action="flag.archive"
        variant={flag.isReady ? 'filled' : 'default'}
        size="compact-sm"
        aria-label={`Archive ${flag.name}`}
        onClick={() => onArchive(flag)}
      >
        Archive
      </ActionButton>
    ),
  },
];

const sparedColumns: readonly Column<SparedFlag>[] = [
  { id: 'flag', title: 'Flag', cell: (flag) => <FlagCell {...flag} /> },
  { id: 'why', title: 'Why it stays', cell: ({ sentence }) => sentence },
];

function FlagCell({
  flag,
  name,
  owner,
  isReady = false,
}: Pick<SparedFlag, 'flag' | 'name' | 'owner'> & { readonly isReady?: boolean }) {
  const place = usePlace();
  return (
    <Box miw={90}>
      <TextLink
        to="/$project/$environment/flags/$flag"
        params={{ ...place, flag }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name}
      </TextLink>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {owner === null ? flag : `${flag}, ${owner}`}
        </Text>
        {isReady && <Chip tone="good">Ready</Chip>}
      </Group>
    </Box>
  );
}
