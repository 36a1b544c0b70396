import type { Decision, DecisionSource } from '@latchkey/model';
import { expect, test } from 'vitest';
import {
  byAttention,
  effectInWords,
  phaseOfGrant,
  seatsInWords,
  shareUsed,
  sourceInWords,
  usedInWords,
  valueInWords,
} from './words.ts';

const source = (part: Partial<DecisionSource>): DecisionSource => ({
  grant: 'g_1',
  origin: 'subscription',
  effect: 'allow',
  label: 'Gold',
  plan: 'gold',
  pkId: 'pk_1',
  contribution: true,
  from: '2026-01-01T00:00:00.000Z',
  to: null,
  kept: true,
  because: null,
  ...part,
});

test('a source from a plan is called by the plan, one given by hand by its origin', () => {
  expect(sourceInWords(source({}))).toBe('Gold');
  expect(sourceInWords(source({ origin: 'goodwill', plan: null, label: 'Outage on 3 March' }))).toBe(
    'Goodwill',
  );
});

test('a right is said with its unit', () => {
  expect(valueInWords(10_000, { kind: 'number', unit: 'seats' }, true)).toBe('10,000 seats');
  expect(valueInWords('unlimited', { kind: 'number', unit: 'seats' }, true)).toBe('Unlimited seats');
  expect(valueInWords(true, { kind: 'switch', unit: null }, true)).toBe('Included');
  expect(valueInWords(['eu', 'us'], { kind: 'set', unit: null }, true)).toBe('eu and us');
  expect(valueInWords(null, { kind: 'switch', unit: null }, false)).toBe('Not included');
});

test('use is counted against a limit, and an unlimited right has no bar', () => {
  expect(usedInWords({ used: 9, limit: 10 })).toBe('9 of 10 used');
  expect(shareUsed({ used: 9, limit: 10 })).toBe(0.9);
  expect(shareUsed({ used: 12, limit: 10 })).toBe(1);
  expect(shareUsed({ used: 9, limit: 'unlimited' })).toBeNull();
  expect(usedInWords({ used: null, limit: null })).toBeNull();
  expect(usedInWords({ used: null, limit: 10 }), 'what nobody counted is not zero').toBeNull();
});

test('grants say what they give, take or cap', () => {
  expect(effectInWords({ effect: 'allow' })).toBe('Included');
  expect(effectInWords({ effect: 'deny' })).toBe('Forbidden');
  expect(effectInWords({ effect: 'add', value: 250_000 })).toBe('250,000 more');
  expect(effectInWords({ effect: 'cap', value: 5 })).toBe('at most 5');
  expect(effectInWords({ effect: 'add', value: 5 }, { unit: 'seats' })).toBe('5 more seats');
  expect(effectInWords({ effect: 'set', unlimited: true })).toBe('Unlimited');
});

test('a grant is scheduled before its start, over at its end, and revoked whenever it was', () => {
  const interval = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z', revokedAt: null };
  expect(phaseOfGrant(interval, Date.parse('2026-02-28T23:59:59.999Z'))).toBe('scheduled');
  expect(phaseOfGrant(interval, Date.parse('2026-03-01T00:00:00.000Z'))).toBe('active');
  expect(phaseOfGrant(interval, Date.parse('2026-04-01T00:00:00.000Z'))).toBe('expired');
  expect(phaseOfGrant({ ...interval, revokedAt: interval.from }, Date.parse(interval.from))).toBe('revoked');
});

test('what they have comes first, and of that what ends soonest', () => {
  const decision = (feature: string, allowed: boolean, nextChangeAt: string | null) =>
    ({ feature, allowed, nextChangeAt }) as Decision;
  const sorted = [
    decision('sso', false, null),
    decision('exports', true, null),
    decision('reports', true, '2026-04-01T00:00:00.000Z'),
  ].sort(byAttention);
  expect(sorted.map(({ feature }) => feature)).toEqual(['reports', 'exports', 'sso']);
});

test('seats are said with their use', () => {
  expect(seatsInWords(9, 10)).toBe('9 of 10 seats used');
  expect(seatsInWords(0, 1)).toBe('0 of 1 seat used');
});
