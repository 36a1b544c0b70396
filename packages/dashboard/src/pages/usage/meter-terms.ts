import type { Reset } from '@latchkey/model';

export type Every = Reset['every'];

/** How an allowance of a meter behaves at the end of its window and at its limit. */
export interface MeterTerms {
  readonly every: Every | null;
  readonly rollover: number | string;
  readonly overage: number | string;
}

export const periods: { readonly value: Every | ''; readonly label: string }[] = [
  { value: '', label: 'in all' },
  { value: 'hour', label: 'an hour' },
  { value: 'day', label: 'a day' },
  { value: 'week', label: 'a week' },
  { value: 'month', label: 'a month' },
  { value: 'year', label: 'a year' },
];

/** The part of a plan item or grant that says so. What starts again never has nothing to carry over. */
export const termsOf = (
  { rollover, overage }: Pick<MeterTerms, 'rollover' | 'overage'>,
  every: Every | null,
) => ({
  ...(typeof rollover === 'number' && rollover > 0 && every !== null ? { rollover } : {}),
  ...(typeof overage === 'number' && overage > 0 ? { overage } : {}),
});
