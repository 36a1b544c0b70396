import type { Variation } from '@latchkey/model';
import type { FlagInsightsReply, Range, StaleFlag } from '../../api/insight-queries.ts';
import { agoInWords } from '../../ui/time-words.ts';
import { variationInWords } from '../flags/words.ts';

const numbers = new Intl.NumberFormat('en');
const shortNumbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const countInWords = (count: number): string => numbers.format(count);
export const shortCount = (count: number): string => shortNumbers.format(count);

/** “1 evaluation”, “12,300 evaluations”. */
export const evaluationsInWords = (count: number): string =>
  `${numbers.format(count)} evaluation${count === 1 ? '' : 's'}`;

/** A column of the chart. An application's own default is what it got where the flag had nothing for it. */
export const givenInWords = (variations: readonly Variation[], variation: number | null): string =>
  variation === null ? 'The application’s default' : variationInWords(variations, variation);

/** “73 %”, “less than 1 %”; nothing of nothing is “–”. */
export function shareInWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  if (part > 0 && percent < 1) return 'less than 1 %';
  if (part < whole && percent > 99) return 'more than 99 %';
  return `${Math.round(percent)} %`;
}

export const rangeWords = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  '12m': '12 months',
} as const satisfies Record<Range, string>;

/** What is written below a point: the hour of a day, or the day. UTC, as everything here is counted. */
export function pointInWords(at: string, every: FlagInsightsReply['every']): string {
  const options: Intl.DateTimeFormatOptions =
    every === 'hour'
      ? { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(at));
}

/** What the chart shows, for those who do not see it. */
export function chartInWords(
  { total, variations, every }: FlagInsightsReply,
  names: readonly Variation[],
  range: Range,
): string {
  const parts = variations
    .filter((one) => one.total > 0)
    .map((one) => `${givenInWords(names, one.variation)} ${shareInWords(one.total, total)}`);
  const said = `${evaluationsInWords(total)} in the last ${rangeWords[range]}, ${every} by ${every}`;
  return parts.length === 0 ? `${said}.` : `${said}: ${parts.join(', ')}.`;
}

/** “production 5 minutes ago, staging never”. */
export function askedInWords({ environments }: Pick<StaleFlag, 'environments'>, now: number): string {
  return environments
    .map(({ environment, lastEvaluatedAt }) =>
      lastEvaluatedAt === null
        ? `${environment} never`
        : `${environment} ${agoInWords(lastEvaluatedAt, now)}`,
    )
    .join(', ');
}

/** What archiving does to those who still ask, in numbers. */
export function archivingInWords(
  { environments, isReady, prerequisiteOf }: Pick<StaleFlag, 'environments' | 'isReady' | 'prerequisiteOf'>,
  days: number,
): string {
  const asked = environments.filter(({ evaluations }) => evaluations > 0);
  const counts = asked.map(
    ({ environment, evaluations }) => `${countInWords(evaluations)} times in ${environment}`,
  );
  if (prerequisiteOf.length > 0)
    return `${prerequisiteOf.join(', ')} ${prerequisiteOf.length === 1 ? 'stands' : 'stand'} on this flag, and will answer the off variation.`;
  if (isReady)
    return `In the last ${days} days it was asked for 0 times, in ${environments.length === 1 ? 'its only environment' : `all ${environments.length} environments`}. It can be restored at any time.`;
  return counts.length === 0
    ? 'Whether somebody still asks for it is not known. Archived, it answers its off variation; it can be restored at any time.'
    : `In the last ${days} days it was asked for ${counts.join(' and ')}. Those who ask get its off variation from now on.`;
}
