import { Alert } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type FlagFilter, flagList } from '../../api/catalogue-queries.ts';
import type { FlagRow } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { More } from '../../shell/more.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { joined } from '../../ui/impact-words.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { flagColumns } from './flag-columns.tsx';
import { FlagCreate } from './flag-create.tsx';
import { FlagFilters } from './flag-filters.tsx';
import { FlagTurn } from './flag-turn.tsx';

/** The switches in the code, with what they serve in this environment. The daily act, on and off, is one click away. */
export function FlagList() {
  const place = usePlace();
  const environment = useEnvironment();
  const filter = useSearch({ from: '/$project/$environment/flags' }) as FlagFilter;
  const navigate = useNavigate({ from: '/$project/$environment/flags' });
  const [creating, create] = useDisclosure(false);
  const [turning, setTurning] = useState<FlagRow | null>(null);
  const asked = useInfiniteQuery({ ...flagList(place, filter), placeholderData: keepPreviousData });
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
        <FlagFilters
          filter={filter}
          onFilter={(part) => void navigate({ search: (before) => narrowed(before, part), replace: true })}
        />
        <Loaded asked={asked}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            const unreadable = pages.flatMap((page) => page.unreadable);
            return (
              <>
                {unreadable.length > 0 && (
                  <Alert color="yellow" icon={<IconAlertTriangle />} title="Some flags cannot be read" m="md">
                    {joined(unreadable)}: written by a newer version or by hand. Applications use their own
                    default for them.
                  </Alert>
                )}
                <Table
                  label="Flags"
                  rows={rows}
                  columns={flagColumns(setTurning)}
                  rowKey={({ key }) => key}
                  empty={
                    Object.keys(filter).length === 0 ? (
                      <Empty
                        title="There are no flags yet"
                        hint="An engineer creates one and asks for it in the code. From then on it is switched here."
                      />
                    ) : (
                      <Empty
                        title="No flag fits"
                        hint="Take a filter away, or search for part of its name or key."
                      />
                    )
                  }
                />
                <More asked={asked} shown={rows.length} one="flag" />
              </>
            );
          }}
        </Loaded>
      </Card>
      <FlagCreate opened={creating} onClose={create.close} />
      <FlagTurn flag={turning} onClose={() => setTurning(null)} />
    </Page>
  );
}
