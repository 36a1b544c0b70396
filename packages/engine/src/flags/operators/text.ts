import { RE2JS } from 're2js';
import { isString, type Operator, someMatches, type ValueTest } from './operator.ts';

/**
 * `test(candidate, value)` for any of the values; all are case-sensitive and want strings on both sides. Most clauses
 * have one value, and `single` is the same test without a loop and a call through a pointer at every evaluation.
 */
const anyText =
  (test: (candidate: string, value: string) => boolean, single: (value: string) => ValueTest): Operator =>
  (values) => {
    const texts = values.filter(isString);
    const [only] = texts;
    if (texts.length === 1 && only !== undefined) return single(only);
    return (candidate) => isString(candidate) && someMatches(texts, candidate, test);
  };

export const startsWith = anyText(
  (candidate, text) => candidate.startsWith(text),
  (text) => (candidate) => typeof candidate === 'string' && candidate.startsWith(text),
);
export const endsWith = anyText(
  (candidate, text) => candidate.endsWith(text),
  (text) => (candidate) => typeof candidate === 'string' && candidate.endsWith(text),
);
export const contains = anyText(
  (candidate, text) => candidate.includes(text),
  (text) => (candidate) => typeof candidate === 'string' && candidate.includes(text),
);

/** An unanchored search with regular expressions. A pattern that does not compile matches nothing. */
export const matches: Operator = (values, report) => {
  const tests: PatternTest[] = [];
  for (const pattern of values.filter(isString)) {
    const test = compilePattern(pattern);
    if (test === null) report(`The pattern ${pattern} is not supported, so it matches nothing.`);
    else tests.push(test);
  }
  return (candidate) => isString(candidate) && someMatches(tests, candidate, search);
};

const search = (candidate: string, test: PatternTest): boolean => test(candidate);

type PatternTest = (candidate: string) => boolean;

/**
 * Time stays linear in the text's length whatever the pattern: RE2 semantics, like LaunchDarkly's Go SDK, with
 * JavaScript's notation. Look-around and back-references do not exist there. Null when the pattern is not usable.
 */
function compilePattern(pattern: string): PatternTest | null {
  if (plain.test(pattern)) return (candidate) => candidate.includes(pattern);
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return (candidate) => expression.test(candidate);
  } catch {
    return null; // reported by the caller
  }
}

/** Whether a pattern can be used: supported, and small enough that a list of them compiles in no time. */
export const isPattern = (value: unknown): boolean =>
  isString(value) && value.length <= patternLengthMax && compilePattern(value) !== null;

const patternLengthMax = 500;

/** A pattern without special characters is a plain search, which needs no automaton. */
const plain = /^[\w\s@:,;/#%&=<>!"'`~-]*$/;
