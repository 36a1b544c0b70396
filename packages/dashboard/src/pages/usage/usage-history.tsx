import { Button, Collapse, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type UsagePointReply, type UsageRange, usageOverTime } from '../../api/usage-queries.ts';
import { usePlace } from '../../shell/place.ts';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { amountInWords, historyInWords, pointInWords, rangeWords } from './words.ts';

const UsageChart = lazy(async () => ({ default: (await import('./usage-chart.tsx')).UsageChart }));

const rangeChoices = Object.entries(rangeWords).map(([value, label]) => ({ value, label }));

/** What one customer used of one meter over time: a graph, a sentence, and the numbers. */
export function UsageHistory({
  customer,
  feature,
  name,
}: {
  readonly customer: string;
  readonly feature: string;
  readonly name: string;
}) {
  const place = usePlace();
  const [range, setRange] = useState<UsageRange>('30d');
  const [showsNumbers, numbers] = useDisclosure(false);
  const asked = useQuery({
    ...usageOverTime(place, customer, feature, range),
    placeholderData: keepPreviousData,
  });
  return (
    <div>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={`How far back ${name} is shown`}
        data={rangeChoices}
        value={range}
        onChange={(chosen) => setRange(chosen as UsageRange)}
      />
      <Loaded asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={`Nothing was used in the last ${rangeWords[range]}`} />
          ) : (
            <>
              <div role="img" aria-label={historyInWords(name, items, range)}>
                <Suspense fallback={<Skeleton height={180} radius="sm" />}>
                  <UsageChart name={name} points={items} range={range} />
                </Suspense>
              </div>
              <Group mt="xs">
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-expanded={showsNumbers}
                  onClick={numbers.toggle}
                >
                  {showsNumbers ? 'Hide the numbers' : 'Show the numbers'}
                </Button>
              </Group>
              <Collapse expanded={showsNumbers}>
                {showsNumbers && (
                  <Table
                    label={`${name} over time`}
                    rows={items.toReversed()}
                    columns={columnsOf(range)}
                    rowKey={({ at }) => at}
                    empty={null}
                  />
                )}
              </Collapse>
            </>
          )
        }
      </Loaded>
    </div>
  );
}

const columnsOf = (range: UsageRange): readonly Column<UsagePointReply>[] => [
  { id: 'at', title: 'When (UTC)', cell: ({ at }) => <time dateTime={at}>{pointInWords(at, range)}</time> },
  { id: 'quantity', title: 'Used', align: 'end', cell: ({ quantity }) => amountInWords(quantity) },
  { id: 'events', title: 'Times', align: 'end', cell: ({ events }) => amountInWords(events) },
];
