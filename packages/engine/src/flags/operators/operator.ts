/**
 * An operator is given a clause's values once, when flags are compiled, and answers with the test for one attribute
 * value: does it match any of them? Values it cannot work with never match.
 */
export type Operator = (values: readonly unknown[], report: Report) => ValueTest;
export type ValueTest = (candidate: unknown) => boolean;

/** Told, in a sentence, what a person should know about a value that can never match. */
export type Report = (detail: string) => void;

export const never: ValueTest = () => false;

export const isString = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
