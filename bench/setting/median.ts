/** The middle of the values: on a shared machine a mean is mostly made of its worst moment. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Three digits say more than these measurements know. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
