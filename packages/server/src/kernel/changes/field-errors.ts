import type { z } from 'zod';
import { toPointer } from './pointer.ts';
import type { FieldError } from './problem-error.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More complaints than a form has fields help nobody. */
const complaintsMax = 50;

/** What a schema found wrong, by field: where, and what was expected. Says nothing of what was sent but its type. */
export function fieldErrors(issues: readonly Issue[], prefix: Path = []): readonly FieldError[] {
  return issues.flatMap((issue) => complaints(issue, [...prefix, ...issue.path])).slice(0, complaintsMax);
}

function complaints(issue: Issue, path: Path): readonly FieldError[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: toPointer([...path, key]),
        detail: 'is not a known field',
      }));
    case 'invalid_union':
      return unionComplaints(issue.errors, path);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.map(({ message }) => ({ pointer: toPointer(path), detail: message }));
    case 'invalid_type':
      return [{ pointer: toPointer(path), detail: inWords(issue) }];
    case 'too_big':
    case 'too_small':
      return [{ pointer: toPointer(path), detail: boundInWords(issue) }];
    case 'invalid_value':
      return [{ pointer: toPointer(path), detail: choiceInWords(issue) }];
    default:
      return [{ pointer: toPointer(path), detail: issue.message }];
  }
}

/** Of the alternatives, the one that came closest speaks: it got furthest into the value, or has the least to say. */
function unionComplaints(alternatives: readonly (readonly Issue[])[], path: Path): readonly FieldError[] {
  const [closest] = alternatives.toSorted(
    (one, other) => depthOf(other) - depthOf(one) || one.length - other.length,
  );
  if (!closest) return [{ pointer: toPointer(path), detail: 'must be one of the known kinds' }];
  if (depthOf(closest) > 0) return fieldErrors(closest, path);
  const expected = alternatives.flatMap((issues) => issues.map(({ message }) => lowerFirst(message)));
  return [{ pointer: toPointer(path), detail: [...new Set(expected)].slice(0, 5).join(', or ') }];
}

const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

/** “Invalid input: expected string, received undefined” is what a missing field sounds like in the schema library. */
function inWords({ message }: Issue): string {
  const said = /^Invalid input: expected (.+), received (.+)$/.exec(message);
  if (!said) return message;
  const [, expected = '', received] = said;
  return received === 'undefined' ? `is required: ${expected}` : `must be ${expected}, not ${received}`;
}

/** “Too big: expected array to have <=500 items” is what a bound sounds like in the schema library. */
function boundInWords({ message }: Issue): string {
  const said = /^Too (?:big|small): expected \w+ to (?:have|be) ([<>]=?)(\S+)(?: (\w+))?$/.exec(message);
  if (!said) return message;
  const [, sign = '', bound, unit] = said;
  const words = boundWords[sign] ?? sign;
  return unit ? `must have ${words} ${bound} ${unit}` : `must be ${words} ${bound}`;
}

const boundWords: Readonly<Record<string, string>> = {
  '<=': 'at most',
  '>=': 'at least',
  '<': 'less than',
  '>': 'more than',
};

/** “Invalid option: expected one of "a"|"b"” likewise. */
const choiceInWords = ({ message }: Issue): string =>
  message
    .replace(/^Invalid (?:option: expected one of|input: expected) /, 'must be ')
    .replace(/^(?=must be .*\|)must be /, 'must be one of ')
    .replaceAll('|', ', ');

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
