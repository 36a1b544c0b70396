import { isNumber, never, type Operator } from './operator.ts';

/** Comparing with any of several numbers is comparing with the largest, or the smallest, of them; null without any. */
function pickNumber(pick: (...numbers: number[]) => number, values: readonly unknown[]): number | null {
  const numbers = values.filter(isNumber).filter((value) => !Number.isNaN(value));
  return numbers.length === 0 ? null : numbers.reduce((a, b) => pick(a, b));
}

// Written out, because a comparison that is handed in is called through a pointer at every evaluation.

export const lessThan: Operator = (values) => {
  const limit = pickNumber(Math.max, values);
  return limit === null ? never : (candidate) => typeof candidate === 'number' && candidate < limit;
};

export const lessThanOrEqual: Operator = (values) => {
  const limit = pickNumber(Math.max, values);
  return limit === null ? never : (candidate) => typeof candidate === 'number' && candidate <= limit;
};

export const greaterThan: Operator = (values) => {
  const limit = pickNumber(Math.min, values);
  return limit === null ? never : (candidate) => typeof candidate === 'number' && candidate > limit;
};

export const greaterThanOrEqual: Operator = (values) => {
  const limit = pickNumber(Math.min, values);
  return limit === null ? never : (candidate) => typeof candidate === 'number' && candidate >= limit;
};
