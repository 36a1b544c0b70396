import { isNumber, type Operator } from './operator.ts';

/** Comparing with any of several numbers is comparing with the largest, or the smallest, of them. */
const bound =
  (pick: (...numbers: number[]) => number, test: (candidate: number, bound: number) => boolean): Operator =>
  (values) => {
    const limit = pickNumber(pick, values);
    return (candidate) => limit !== null && isNumber(candidate) && test(candidate, limit);
  };

function pickNumber(pick: (...numbers: number[]) => number, values: readonly unknown[]): number | null {
  const numbers = values.filter(isNumber).filter((value) => !Number.isNaN(value));
  return numbers.length === 0 ? null : numbers.reduce((a, b) => pick(a, b));
}

export const lessThan = bound(Math.max, (candidate, limit) => candidate < limit);
export const lessThanOrEqual = bound(Math.max, (candidate, limit) => candidate <= limit);
export const greaterThan = bound(Math.min, (candidate, limit) => candidate > limit);
export const greaterThanOrEqual = bound(Math.min, (candidate, limit) => candidate >= limit);
