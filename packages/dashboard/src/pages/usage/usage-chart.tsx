import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { UsagePointReply, UsageRange } from '../../api/usage-queries.ts';
import { pointInWords, shortAmount } from './words.ts';

/** What was used, step by step. Loaded when it is first looked at: charts are heavy. */
export const UsageChart = ({
  name,
  points,
  range,
}: {
  readonly name: string;
  readonly points: readonly UsagePointReply[];
  readonly range: UsageRange;
}) => (
  <BarChart
    h={180}
    data={points.map(({ at, quantity }) => ({ at: pointInWords(at, range), quantity }))}
    dataKey="at"
    series={[{ name: 'quantity', label: name, color: 'indigo.6' }]}
    valueFormatter={shortAmount}
    gridColor="var(--line)"
    textColor="dimmed"
    tickLine="none"
    xAxisProps={{ minTickGap: 40 }}
    yAxisProps={{ width: 48 }}
    barProps={{ isAnimationActive: false, maxBarSize: 40 }}
    // What it shows is said in a sentence beside it, and in numbers below.
    barChartProps={{ accessibilityLayer: false }}
  />
);
