import type { Variation } from '@latchkey/model';
import {
  Button,
  Collapse,
  ColorSwatch,
  Group,
  SegmentedControl,
  Select,
  Skeleton,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { oneFlag } from '../../api/catalogue-queries.ts';
import { type FlagInsightsReply, insightsOfFlag, type Range } from '../../api/insight-queries.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { dayInWords, momentInWords } from '../../ui/time-words.ts';
import { colorOf } from './colors.ts';
import {
  chartInWords,
  countInWords,
  evaluationsInWords,
  givenInWords,
  rangeWords,
  shareInWords,
} from './words.ts';

const FlagChart = lazy(async () => ({ default: (await import('./flag-chart.tsx')).FlagChart }));

const rangeChoices = Object.entries(rangeWords).map(([value, label]) => ({ value, label }));

/** Who gets which variation of a flag, how often, over time: what applications reported, and new every ten seconds. */
export function FlagInsights({
  project,
  environment,
  flag,
}: {
  readonly project: string;
  readonly environment: string;
  readonly flag: string;
}) {
  const place = { project, environment };
  const [range, setRange] = useState<Range>('7d');
  const named = useQuery(oneFlag(place, flag));
  const asked = useQuery({ ...insightsOfFlag(place, flag, range), placeholderData: keepPreviousData });
  return (
    <Section
      title="Evaluations"
      hint="As applications report them, in UTC."
      action={
        <>
          <SegmentedControl
            size="xs"
            visibleFrom="sm"
            aria-label="How far back"
            data={rangeChoices}
            value={range}
            onChange={(chosen) => setRange(chosen as Range)}
          />
          <Select
            hiddenFrom="sm"
            w={130}
            aria-label="How far back"
            data={rangeChoices}
            value={range}
            onChange={(chosen) => chosen !== null && setRange(chosen as Range)}
          />
        </>
      }
    >
      <Loaded asked={asked}>
        {(insights) => <Counted insights={insights} names={named.data?.variations ?? []} range={range} />}
      </Loaded>
    </Section>
  );
}

function Counted({
  insights,
  names,
  range,
}: {
  readonly insights: FlagInsightsReply;
  readonly names: readonly Variation[];
  readonly range: Range;
}) {
  const now = useNow();
  const [showsNumbers, numbers] = useDisclosure(false);
  const { total, variations, lastEvaluatedAt, every } = insights;
  if (total === 0) return <Nothing lastEvaluatedAt={lastEvaluatedAt} range={range} />;
  const points = insights.points.filter(({ counts }) => counts.some((count) => count > 0));
  return (
    <>
      <Text mb="sm">
        <b>{evaluationsInWords(total)}</b> in the last {rangeWords[range]}
        {lastEvaluatedAt && (
          <>
            , the last one <Ago at={lastEvaluatedAt} now={now} />
          </>
        )}
        .
      </Text>
      <div role="img" aria-label={chartInWords(insights, names, range)}>
        <Suspense fallback={<Skeleton height={260} radius="sm" />}>
          <FlagChart insights={insights} names={names} />
        </Suspense>
      </div>
      <Table
        label="Evaluations by variation"
        rows={variations}
        columns={byVariation(names, total)}
        rowKey={({ variation }) => String(variation)}
        empty={null}
      />
      <Group mt="sm">
        <Button variant="default" size="compact-sm" aria-expanded={showsNumbers} onClick={numbers.toggle}>
          {showsNumbers ? 'Hide the numbers' : `Show the numbers ${every} by ${every}`}
        </Button>
      </Group>
      <Collapse expanded={showsNumbers}>
        {showsNumbers && (
          <Table
            label={`Evaluations ${every} by ${every}`}
            rows={[...points].reverse()}
            columns={byPoint(insights, names)}
            rowKey={({ at }) => at}
            empty={null}
          />
        )}
      </Collapse>
    </>
  );
}

const Nothing = ({
  lastEvaluatedAt,
  range,
}: {
  readonly lastEvaluatedAt: string | null;
  readonly range: Range;
}) =>
  lastEvaluatedAt === null ? (
    <Empty
      title="No application has asked for this flag yet"
      hint="As soon as one does, in this environment, it shows here within seconds."
    />
  ) : (
    <Empty
      title={`Nobody asked for this flag in the last ${rangeWords[range]}`}
      hint={<LastAsked at={lastEvaluatedAt} />}
    />
  );

function LastAsked({ at }: { readonly at: string }) {
  const now = useNow();
  return (
    <>
      The last time was <Ago at={at} now={now} />.
    </>
  );
}

type ByVariation = FlagInsightsReply['variations'][number];

const byVariation = (names: readonly Variation[], total: number): readonly Column<ByVariation>[] => [
  {
    id: 'variation',
    title: 'Variation',
    cell: ({ variation }) => (
      <Group gap="xs" wrap="nowrap">
        <ColorSwatch
          size={12}
          withShadow={false}
          color={`var(--mantine-color-${colorOf(variation).replace('.', '-')})`}
          aria-hidden="true"
        />
        {givenInWords(names, variation)}
      </Group>
    ),
  },
  { id: 'total', title: 'Evaluations', align: 'end', fit: true, cell: (row) => countInWords(row.total) },
  { id: 'share', title: 'Share', align: 'end', fit: true, cell: (row) => shareInWords(row.total, total) },
];

type Point = FlagInsightsReply['points'][number];

const byPoint = (
  { variations, every }: FlagInsightsReply,
  names: readonly Variation[],
): readonly Column<Point>[] => [
  {
    id: 'at',
    title: every === 'hour' ? 'Hour' : 'Day',
    cell: ({ at }) => <time dateTime={at}>{every === 'hour' ? momentInWords(at) : dayInWords(at)}</time>,
  },
  ...variations.map(
    ({ variation }, column): Column<Point> => ({
      id: String(variation),
      title: givenInWords(names, variation),
      align: 'end',
      cell: ({ counts }) => countInWords(counts[column] ?? 0),
    }),
  ),
];
