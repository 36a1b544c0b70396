import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { segmentList } from '../../api/catalogue-queries.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { SearchField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { More } from '../../shell/more.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { SegmentCreate } from './segment-create.tsx';
import { sizeInWords } from './words.ts';

/** Named sets of customers and users, for flags and promotions. */
export function SegmentList() {
  const place = usePlace();
  const { query } = useSearch({ from: '/$project/$environment/segments' });
  const navigate = useNavigate({ from: '/$project/$environment/segments' });
  const [creating, create] = useDisclosure(false);
  const asked = useInfiniteQuery({ ...segmentList(place, query), placeholderData: keepPreviousData });
  return (
    <Page
      title="Segments"
      lead="Named sets of customers and users. Flags and promotions point at them, so the list is kept once."
      action={
        <ActionButton action="segment.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Create a segment
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
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return (
              <>
                <Table
                  label="Segments"
                  rows={rows}
                  rowKey={({ key }) => key}
                  empty={
                    query === undefined ? (
                      <Empty
                        title="There are no segments yet"
                        hint="Beta testers, key accounts, banks in Europe: a name for whom you mean."
                      />
                    ) : (
                      <Empty title="No segment is called that" hint="Search for part of its name or key." />
                    )
                  }
                  columns={[
                    { id: 'name', title: 'Segment', cell: (segment) => <NameCell segment={segment} /> },
                    { id: 'size', title: 'Who is in it', cell: sizeInWords },
                  ]}
                />
                <More asked={asked} shown={rows.length} one="segment" />
              </>
            );
          }}
        </Loaded>
      </Card>
      <SegmentCreate opened={creating} onClose={create.close} />
    </Page>
  );
}

function NameCell({ segment: { key, name, description, tags } }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  return (
    <>
      <TextLink
        to="/$project/$environment/segments/$segment"
        params={{ ...place, segment: key }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name}
      </TextLink>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {[key, description].filter(Boolean).join(' · ')}
        </Text>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </Group>
    </>
  );
}
