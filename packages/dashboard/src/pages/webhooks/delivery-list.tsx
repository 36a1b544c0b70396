import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { deliveriesOf } from '../../api/webhook-queries.ts';
import { More } from '../../shell/more.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { attemptsInWords, statusOf } from './words.ts';

/** Each message of the last 30 days with its attempts, newest first. */
export function DeliveryList({ webhook }: { readonly webhook: string }) {
  const now = useNow();
  const asked = useInfiniteQuery(deliveriesOf(webhook));
  return (
    <Section
      title="Messages"
      hint="Of the last 30 days. What does not arrive is tried again by itself, six times within two and a half hours."
      padded={false}
    >
      <Loaded asked={asked}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              <Table
                label="Messages"
                rows={rows}
                rowKey={({ entry }) => String(entry)}
                empty={
                  <Empty
                    title="Nothing was sent yet"
                    hint="The next change that it hears of goes out within seconds and appears here."
                  />
                }
                columns={[
                  {
                    id: 'entry',
                    title: 'Message',
                    cell: ({ entry, createdAt }) => (
                      <>
                        <Text fw={600}>Ledger entry {entry}</Text>
                        <Text size="xs" c="dimmed">
                          <Ago at={createdAt} now={now} />
                        </Text>
                      </>
                    ),
                  },
                  {
                    id: 'outcome',
                    title: 'What came of it',
                    cell: (delivery) => (
                      <>
                        <Chip tone={statusOf(delivery).tone}>{statusOf(delivery).word}</Chip>
                        <Text size="xs" c="dimmed" mt={2}>
                          {attemptsInWords(delivery)}
                        </Text>
                      </>
                    ),
                  },
                ]}
              />
              <More asked={asked} shown={rows.length} one="message" />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
