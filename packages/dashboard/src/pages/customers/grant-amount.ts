import type { Feature, GrantEffect, JsonValue } from '@latchkey/model';
import { type MeterTerms, termsOf } from '../usage/meter-terms.ts';

/** What a form holds about how much a grant gives; which part counts depends on the feature's kind. */
export interface GrantAmount {
  readonly number: number | string;
  readonly unlimited: boolean;
  readonly word: string | null;
  readonly words: readonly string[];
}

type Effects = readonly [EffectChoice, ...EffectChoice[]];
interface EffectChoice {
  readonly value: GrantEffect;
  readonly label: string;
}

const deny: EffectChoice = { value: 'deny', label: 'Forbid it' };

/** What a grant can do to a feature of this kind, the commonest first. */
export function effectsFor({ kind }: Pick<Feature, 'kind'>): Effects {
  switch (kind) {
    case 'switch':
      return [{ value: 'allow', label: 'Include it' }, deny];
    case 'number':
    case 'meter':
      return [
        { value: 'add', label: 'Add' },
        { value: 'set', label: 'At least' },
        { value: 'cap', label: 'At most' },
        deny,
      ];
    case 'level':
      return [{ value: 'set', label: 'At least' }, { value: 'cap', label: 'At most' }, deny];
    case 'set':
    case 'config':
      return [{ value: 'set', label: 'Include' }, deny];
  }
}

/** The part of the request that says how much; null while it is missing. */
export function grantValue(
  { kind }: Pick<Feature, 'kind'>,
  effect: GrantEffect,
  { number, unlimited, word, words }: GrantAmount,
): { readonly value?: JsonValue; readonly unlimited?: true } | null {
  if (effect === 'deny' || effect === 'allow') return {};
  switch (kind) {
    case 'switch':
      return {};
    case 'number':
    case 'meter':
      if (unlimited && effect === 'set') return { unlimited: true };
      return typeof number === 'number' ? { value: number } : null;
    case 'level':
      return word === null ? null : { value: word };
    case 'set':
      return words.length === 0 ? null : { value: [...words] };
    case 'config':
      return null;
  }
}

/** When an allowance or a cap of a meter starts again; and what an allowance does with the rest and beyond its end. */
export const meterPart = (effect: GrantEffect, terms: MeterTerms) => ({
  ...(terms.every === null || effect === 'deny' ? {} : { reset: { every: terms.every } }),
  ...(effect === 'set' || effect === 'add' ? termsOf(terms, terms.every) : {}),
});
