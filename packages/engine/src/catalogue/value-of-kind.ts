import type { Feature, FeatureKind, GrantEffect, JsonValue } from '@latchkey/model';

/** What is said of a feature, in a plan item or in a grant. */
export interface Said {
  readonly effect: GrantEffect;
  readonly value?: JsonValue | undefined;
  readonly unlimited?: boolean | undefined;
}

/** Whether it has a number that can be added to, and be unlimited. */
export const isCounted = (kind: FeatureKind): boolean => kind === 'number' || kind === 'meter';

/**
 * What the value should have been, in words; null when it fits the kind of feature. One rule for plan items and grants,
 * so that a grant can say whatever a plan can.
 */
export function valueMissing({ kind, levels }: Pick<Feature, 'kind' | 'levels'>, said: Said): string | null {
  const { effect, value, unlimited } = said;
  if (effect === 'deny' && kind !== 'set') return value === undefined ? null : 'a denial takes no value.';
  switch (kind) {
    case 'switch':
      return value === undefined || value === true ? null : 'a switch takes no value.';
    case 'number':
    case 'meter':
      if (unlimited) {
        return value === undefined || value === 'unlimited' ? null : 'say an amount or unlimited, not both.';
      }
      return value === 'unlimited' || isAmount(value) ? null : 'the value must be an amount, or unlimited.';
    case 'level':
      return typeof value === 'string' && levels?.includes(value)
        ? null
        : `the value must be one of ${levels?.join(', ')}.`;
    case 'set':
      // A denial without words is a denial of the whole feature.
      return (effect === 'deny' && value === undefined) || isListOfWords(value)
        ? null
        : 'the value must be a list of words, each once.';
    case 'config':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? null
        : 'the value must be an object.';
  }
}

/** `unlimited` has one form, whichever way it was said. */
export function inOneForm<S extends Said>({
  value,
  ...said
}: S): Omit<S, 'value'> & Pick<Said, 'value' | 'unlimited'> {
  if (value === 'unlimited') return { ...said, unlimited: true };
  return value === undefined ? said : { ...said, value };
}

/** The bounds of the model's `Amount`: a safe integer, or up to 10^9 with at most six decimals. */
const isAmount = (value: JsonValue | undefined): boolean =>
  typeof value === 'number' &&
  value >= 0 &&
  (Number.isSafeInteger(value) || (value <= 1e9 && Number.isInteger(Math.round(value * 1e12) / 1e6)));

const isListOfWords = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((word) => typeof word === 'string' && word.length > 0) &&
  new Set(value).size === value.length;
