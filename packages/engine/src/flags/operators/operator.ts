/**
 * An operator is given a clause's values once, when flags are compiled, and answers with the test for one attribute
 * value: does it match any of them? Values it cannot work with never match.
 */
export type Operator = (values: readonly unknown[], report: Report) => ValueTest;
export type ValueTest = (candidate: unknown) => boolean;

/** Told, in a sentence, what a person should know about a value that can never match. */
export type Report = (detail: string) => void;

/** Like `values.some(test)`, without a closure for every evaluation. */
export function someMatches<Value, Candidate>(
  values: readonly Value[],
  candidate: Candidate,
  test: (candidate: Candidate, value: Value) => boolean,
): boolean {
  for (const value of values) if (test(candidate, value)) return true;
  return false;
}

export const never: ValueTest = () => false;

export const isString = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
