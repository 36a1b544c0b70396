import '@mantine/charts/styles.css';
import type { Variation } from '@latchkey/model';
import { AreaChart } from '@mantine/charts';
import type { FlagInsightsReply } from '../../api/insight-queries.ts';
import { colorOf } from './colors.ts';
import { givenInWords, pointInWords, shortCount } from './words.ts';

/** How often each variation was given, one above the other. Loaded when it is first looked at: charts are heavy. */
export function FlagChart({
  insights: { every, points, variations },
  names,
}: {
  readonly insights: FlagInsightsReply;
  readonly names: readonly Variation[];
}) {
  const series = variations.map(({ variation }, column) => ({
    name: String(column),
    label: givenInWords(names, variation),
    color: colorOf(variation),
  }));
  return (
    <AreaChart
      h={260}
      type="stacked"
      curveType="linear"
      data={points.map(({ at, counts }) => ({
        at: pointInWords(at, every),
        ...Object.fromEntries(counts.map((count, column) => [String(column), count])),
      }))}
      dataKey="at"
      series={series}
      withDots={false}
      valueFormatter={shortCount}
      fillOpacity={0.35}
      strokeWidth={1.5}
      gridColor="var(--line)"
      textColor="dimmed"
      tickLine="none"
      xAxisProps={{ minTickGap: 40 }}
      yAxisProps={{ width: 48, allowDecimals: false }}
      areaProps={{ isAnimationActive: false }}
      // What it shows is said in a sentence beside it, and in numbers below.
      areaChartProps={{ accessibilityLayer: false }}
    />
  );
}
