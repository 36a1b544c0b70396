import { expect, test } from 'vitest';
import { effectsFor, grantValue, meterPart } from './grant-amount.ts';

const empty = { number: '', unlimited: false, word: null, words: [] };

test('a switch is included or forbidden, and needs no amount', () => {
  expect(effectsFor({ kind: 'switch' }).map(({ value }) => value)).toEqual(['allow', 'deny']);
  expect(grantValue({ kind: 'switch' }, 'allow', empty)).toEqual({});
});

test('a number is asked for until it is there', () => {
  expect(grantValue({ kind: 'number' }, 'add', empty)).toBeNull();
  expect(grantValue({ kind: 'number' }, 'add', { ...empty, number: 5 })).toEqual({ value: 5 });
});

test('unlimited is written out, and only where something is set', () => {
  expect(grantValue({ kind: 'meter' }, 'set', { ...empty, unlimited: true })).toEqual({ unlimited: true });
  expect(grantValue({ kind: 'meter' }, 'cap', { ...empty, unlimited: true })).toBeNull();
});

test('forbidding needs no amount whatever the kind', () => {
  expect(grantValue({ kind: 'level' }, 'deny', empty)).toEqual({});
  expect(grantValue({ kind: 'set' }, 'deny', empty)).toEqual({});
});

test('a meter starts again, carries over and goes beyond as it is said to, and a cap does neither', () => {
  const terms = { every: 'month', rollover: 500, overage: '' } as const;
  expect(meterPart('add', terms)).toEqual({ reset: { every: 'month' }, rollover: 500 });
  expect(meterPart('set', { ...terms, every: null, overage: 20 })).toEqual({ overage: 20 });
  expect(meterPart('cap', { ...terms, overage: 20 })).toEqual({ reset: { every: 'month' } });
});
