import { isNumber, isString, type Operator } from './operator.ts';

/** Milliseconds since the epoch. Null for what is no moment: text needs a `T` and a zone. */
export function toMoment(value: unknown): number | null {
  const moment = isNumber(value)
    ? value
    : isString(value) && rfc3339.test(value)
      ? Date.parse(value)
      : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

/** A zone without minutes (`+02`) has this form too, but is no date to JavaScript, here and in the official evaluator. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d(:\d\d)?)/;

const momentsOf = (values: readonly unknown[]) => values.map(toMoment).filter((moment) => moment !== null);

/** Before any of the moments is before the latest. The same moment is neither before nor after. */
export const before: Operator = (values) => {
  const latest = momentsOf(values).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return (candidate) => {
    const moment = toMoment(candidate);
    return moment !== null && moment < latest;
  };
};

export const after: Operator = (values) => {
  const earliest = momentsOf(values).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return (candidate) => {
    const moment = toMoment(candidate);
    return moment !== null && moment > earliest;
  };
};
