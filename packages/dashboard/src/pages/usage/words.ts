import type { BucketReply, ThresholdReply, UsagePointReply, UsageRange } from '../../api/usage-queries.ts';
import { dayInWords, momentInWords } from '../../ui/time-words.ts';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const shortNumbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const amountInWords = (amount: number): string => numbers.format(amount);
export const shortAmount = (amount: number): string => shortNumbers.format(amount);

type Amounts = Pick<BucketReply, 'limit' | 'carried' | 'used' | 'reserved' | 'remaining'>;

/** How full an allowance is with what is held; null where it has no end. */
export function shareOf({ limit, carried, used, reserved }: Amounts): number | null {
  if (limit === 'unlimited') return null;
  const all = limit + carried;
  return all === 0 ? 1 : Math.min((used + reserved) / all, 1);
}

/** “8,300 of 10,000 used, 1,700 left” */
export function standingInWords({ limit, carried, used, remaining }: Amounts): string {
  if (limit === 'unlimited') return `${amountInWords(used)} used, no limit`;
  return `${amountInWords(used)} of ${amountInWords(limit + carried)} used, ${amountInWords(Number(remaining))} left`;
}

/** What else there is to say of an allowance: carried over, held, when it ends. */
export function besidesInWords(
  { limit, carried, reserved, from, to }: Amounts & Pick<BucketReply, 'from' | 'to'>,
  timeZone: string,
): readonly string[] {
  const said: string[] = [];
  if (carried > 0 && limit !== 'unlimited') said.push(`${amountInWords(carried)} carried over`);
  if (reserved > 0) said.push(`${amountInWords(reserved)} held`);
  if (to !== null) said.push(`${from === null ? 'ends' : 'starts again'} on ${dayInWords(to, timeZone)}`);
  return said;
}

export const rangeWords = {
  '48h': '48 hours',
  '30d': '30 days',
  '12m': '12 months',
} as const satisfies Record<UsageRange, string>;

const months = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What a point of the graph is called. */
export function pointInWords(at: string, range: UsageRange): string {
  if (range === '48h') return momentInWords(at);
  return range === '30d' ? dayInWords(at) : months.format(new Date(at));
}

/** The graph, for those who hear the page. */
export function historyInWords(name: string, points: readonly UsagePointReply[], range: UsageRange): string {
  const total = points.reduce((sum, { quantity }) => sum + quantity, 0);
  const most = points.reduce<UsagePointReply | null>(
    (highest, point) => (highest === null || point.quantity > highest.quantity ? point : highest),
    null,
  );
  const begins = `${name} in the last ${rangeWords[range]}: ${amountInWords(total)} in all`;
  return most === null
    ? `${begins}.`
    : `${begins}, at most ${amountInWords(most.quantity)} (${pointInWords(most.at, range)}).`;
}

/** One line for each meter that came near its end: the highest share that it reached. */
export function highest(thresholds: readonly ThresholdReply[]): readonly ThresholdReply[] {
  const byMeter = new Map<string, ThresholdReply>();
  for (const threshold of thresholds) {
    const name = `${threshold.customer} ${threshold.feature}`;
    const known = byMeter.get(name);
    if (known === undefined || known.percent < threshold.percent) byMeter.set(name, threshold);
  }
  return [...byMeter.values()].toSorted(
    (a, b) => b.percent - a.percent || b.reachedAt.localeCompare(a.reachedAt),
  );
}

export const reachedWords = (percent: number): { readonly word: string; readonly tone: 'bad' | 'warn' } =>
  percent >= 100 ? { word: 'at the limit', tone: 'bad' } : { word: `over ${percent} %`, tone: 'warn' };
