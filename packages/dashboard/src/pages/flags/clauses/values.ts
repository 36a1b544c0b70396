import type { JsonValue } from '@latchkey/model';
import type { Clause } from './clause.ts';
import { type ValueKind, valueKindOf } from './operators.ts';

/** As what the values of “is” are taken: 1 and “1” are not the same to an application. */
export type ValueForm = 'text' | 'number' | 'boolean';

export const formOf = (values: readonly JsonValue[]): ValueForm => {
  if (values.length > 0 && values.every((value) => typeof value === 'number')) return 'number';
  return values.length > 0 && values.every((value) => typeof value === 'boolean') ? 'boolean' : 'text';
};

export const asText = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What was typed, as the value that is sent; what cannot be read stays text, and `problemOf` says so. */
export function readValue(text: string, form: ValueForm): JsonValue {
  if (form === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (form === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** When another comparison is chosen: what still means something is kept. */
export function valuesFor(
  { op: now }: Pick<Clause, 'op'>,
  before: Pick<Clause, 'op' | 'values'>,
): JsonValue[] {
  const [kind, was] = [valueKindOf(now), valueKindOf(before.op)];
  if (kind === was) return [...before.values];
  if (kind === 'segment' || was === 'segment') return [];
  if (kind === 'number')
    return before.values.filter((value) => Number.isFinite(Number(asText(value)))).map(Number);
  if (kind === 'any') return [...before.values];
  return before.values.map(asText).filter((text) => problemWith(kind, text) === null);
}

const version = /^\d+(\.\d+){0,2}([-+][0-9A-Za-z.+-]+)?$/;

/** Why one value does not go with a comparison, in words; null when it does. */
function problemWith(kind: ValueKind, value: JsonValue): string | null {
  const text = asText(value);
  if (kind === 'number' && typeof value !== 'number') return `“${text}” is not a number.`;
  if (kind === 'time' && typeof value !== 'number' && Number.isNaN(Date.parse(text)))
    return `“${text}” is not a date.`;
  if (kind === 'version' && !version.test(text)) return `“${text}” is not a version such as 2.1.0.`;
  return null;
}

/** What a clause lacks, in words; null when it is whole. Whether a pattern is one is for the server to say. */
export function problemOf({ attribute, op, values }: Clause): string | null {
  if (op === 'segmentMatch') return values.length === 0 ? 'Choose a segment.' : null;
  if (attribute.trim() === '') return 'Say which attribute is looked at.';
  if (values.length === 0) return 'Say what it is compared with.';
  const kind = valueKindOf(op);
  for (const value of values) {
    const problem = problemWith(kind, value);
    if (problem !== null) return problem;
  }
  return null;
}
