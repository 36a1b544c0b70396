import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { flagsIn } from '../../api/catalogue-queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { SearchField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { FlagCreate } from './flag-create.tsx';
import { FlagTurn } from './flag-turn.tsx';
import { purposeWords, servedInWords } from './words.ts';

/** The switches in the code, with what they serve in this environment. The daily act, on and off, is one click away. */
export function FlagList() {
  const place = usePlace();
  const environment = useEnvironment();
  const { query } = useSearch({ from: '/$project/$environment/flags' });
  const navigate = useNavigate({ from: '/$project/$environment/flags' });
  const [creating, create] = useDisclosure(false);
  const [turning, setTurning] = useState<FlagInEnvironment | null>(null);
  const asked = useQuery({ ...flagsIn(place, query), placeholderData: keepPreviousData });
  return (
    <Page
      title="Flags"
      lead={`Whether the code is on in ${environment.name}, and which variation people get.`}
      action={
        <ActionButton action="flag.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Create a flag
        </ActionButton>
      }
    >
      <Card>
        <Toolbar>
          <SearchField
            label="Name or key"
            value={query ?? ''}
            onSearch={(typed) =>
              void navigate({ search: (before) => narrowed(before, { query: typed }), replace: true })
            }
          />
        </Toolbar>
        <Loaded asked={asked}>
          {({ items }) => (
            <Table
              label="Flags"
              rows={items}
              columns={columns(setTurning)}
              rowKey={({ key }) => key}
              empty={
                query === undefined ? (
                  <Empty
                    title="There are no flags yet"
                    hint="An engineer creates one and asks for it in the code. From then on it is switched here."
                  />
                ) : (
                  <Empty title="No flag is called that" hint="Search for part of its name or key." />
                )
              }
            />
          )}
        </Loaded>
      </Card>
      <FlagCreate opened={creating} onClose={create.close} />
      <FlagTurn flag={turning} onClose={() => setTurning(null)} />
    </Page>
  );
}

const columns = (onTurn: (flag: FlagInEnvironment) => void): readonly Column<FlagInEnvironment>[] => [
  { id: 'name', title: 'Flag', cell: (flag) => <NameCell flag={flag} /> },
  {
    id: 'serves',
    title: 'Serves',
    wide: true,
    cell: (flag) => servedInWords(flag.variations, flag),
  },
  { id: 'purpose', title: 'Purpose', wide: true, fit: true, cell: ({ purpose }) => purposeWords[purpose] },
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

function NameCell({ flag: { key, name, tags } }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  return (
    <>
      <TextLink
        to="/$project/$environment/flags/$flag"
        params={{ ...place, flag: key }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name}
      </TextLink>
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
