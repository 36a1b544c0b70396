import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { segmentsIn } from '../../api/catalogue-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { SegmentCreate } from './segment-create.tsx';
import { sizeInWords } from './words.ts';

/** Named sets of customers and users, for flags and promotions. */
export function SegmentList() {
  const place = usePlace();
  const [creating, create] = useDisclosure(false);
  const asked = useQuery(segmentsIn(place));
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
        <Loaded asked={asked}>
          {({ items }) => (
            <Table
              label="Segments"
              rows={items}
              rowKey={({ key }) => key}
              empty={
                <Empty
                  title="There are no segments yet"
                  hint="Beta testers, key accounts, banks in Europe: a name for whom you mean."
                />
              }
              columns={[
                {
                  id: 'name',
                  title: 'Segment',
                  cell: ({ key, name, description }) => (
                    <>
                      <TextLink
                        to="/$project/$environment/segments/$segment"
                        params={{ ...place, segment: key }}
                        fw={600}
                        c="var(--mantine-color-text)"
                      >
                        {name}
                      </TextLink>
                      <Text size="xs" c="dimmed">
                        {[key, description].filter(Boolean).join(' · ')}
                      </Text>
                    </>
                  ),
                },
                { id: 'size', title: 'Who is in it', cell: sizeInWords },
              ]}
            />
          )}
        </Loaded>
      </Card>
      <SegmentCreate opened={creating} onClose={create.close} />
    </Page>
  );
}
