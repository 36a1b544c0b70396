import { describe, expect, test } from 'vitest';
import { fromOpenFeature, UnusableContext } from './context.ts';

const understood = (given: unknown) => {
  const translated = fromOpenFeature(given);
  return translated instanceof UnusableContext
    ? translated.errorCode
    : { context: translated.context, customer: translated.customer };
};
const adaOfAcme = {
  context: { kind: 'multi', user: { key: 'ada', plan: 'x' }, customer: { key: 'acme' } },
  customer: 'acme',
};

describe('a flat context', () => {
  test.each([
    [
      'is a user by its targeting key',
      { targetingKey: 'ada' },
      { context: { kind: 'user', key: 'ada' }, customer: null },
    ],
    ['names the customer beside', { targetingKey: 'ada', plan: 'x', customer: 'acme' }, adaOfAcme],
    ['or at length', { targetingKey: 'ada', plan: 'x', customer: { targetingKey: 'acme' } }, adaOfAcme],
    [
      'or alone',
      { customer: { key: 'acme', size: 5 }, plan: 'x' },
      { context: { kind: 'customer', key: 'acme', size: 5 }, customer: 'acme' },
    ],
    [
      'or as what its kind says',
      { kind: 'customer', targetingKey: 'acme' },
      { context: { kind: 'customer', key: 'acme' }, customer: 'acme' },
    ],
    [
      'may be a device',
      { kind: 'device', targetingKey: 'd1', customer: 'acme' },
      { context: { kind: 'multi', device: { key: 'd1' }, customer: { key: 'acme' } }, customer: 'acme' },
    ],
    [
      'may name every kind',
      { kind: 'multi', user: { targetingKey: 'ada', plan: 'x' }, customer: { key: 'acme' } },
      adaOfAcme,
    ],
    [
      'may have attributes of any name',
      { targetingKey: 'ada', errorCode: 'mine', detail: 1 },
      { context: { kind: 'user', key: 'ada', errorCode: 'mine', detail: 1 }, customer: null },
    ],
  ])('%s', (_, given, expected) => {
    expect(understood(given)).toEqual(expected);
  });

  test.each([
    ['names nobody', {}, 'TARGETING_KEY_MISSING'],
    ['has an empty key', { targetingKey: '' }, 'TARGETING_KEY_MISSING'],
    ['names a customer without a key', { targetingKey: 'ada', customer: {} }, 'TARGETING_KEY_MISSING'],
    ['has no kinds where it promises many', { kind: 'multi' }, 'TARGETING_KEY_MISSING'],
    ['has a key that is no text', { targetingKey: 7 }, 'INVALID_CONTEXT'],
    ['names a customer by a number', { targetingKey: 'ada', customer: 7 }, 'INVALID_CONTEXT'],
    ['is no object', ['ada'], 'INVALID_CONTEXT'],
    ['has a kind that is no name', { targetingKey: 'ada', kind: 'a b' }, 'INVALID_CONTEXT'],
    ['is of kind `kind`', { targetingKey: 'ada', kind: 'kind' }, 'INVALID_CONTEXT'],
  ])('that %s is refused', (_, given, expected) => {
    expect(understood(given)).toBe(expected);
  });
});
