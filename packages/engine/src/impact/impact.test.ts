import type { Decision } from '@latchkey/model';
import { expect, test } from 'vitest';
import { compareDecisions } from './compare.ts';
import { tally } from './tally.ts';

const acme = { customer: 'acme', name: 'Acme' };

const decision = (feature: string, said: Partial<Decision> = {}): Decision => ({
  customer: 'acme',
  feature,
  allowed: true,
  reason: 'entitled',
  value: true,
  limit: null,
  used: null,
  reserved: null,
  remaining: null,
  resetAt: null,
  enforcement: 'hard',
  warnings: [],
  nextChangeAt: null,
  revision: 1,
  freshness: 'live',
  ...said,
});
const no = { allowed: false, reason: 'not_entitled', value: null } as const;

test('what is gained, lost and changed is told by feature', () => {
  const before = [decision('sso', no), decision('exports'), decision('projects', { value: 5, limit: 5 })];
  const after = [decision('sso'), decision('exports', no), decision('projects', { value: 8, limit: 8 })];
  expect(compareDecisions(acme, before, after)).toMatchObject({
    gains: ['sso'],
    loses: ['exports'],
    changes: ['projects'],
  });
});

test('a feature that comes into the catalogue is gained, one that leaves it is lost', () => {
  expect(compareDecisions(acme, [decision('old')], [decision('new')])).toMatchObject({
    gains: ['new'],
    loses: ['old'],
  });
  expect(compareDecisions(acme, [decision('old', no)], [])).toMatchObject({ loses: [] });
});

test('another reason, date or revision alone is no change', () => {
  const later = decision('sso', { revision: 2, nextChangeAt: '2027-01-01T00:00:00.000Z', reason: 'open' });
  expect(compareDecisions(acme, [decision('sso')], [later])).toMatchObject({
    gains: [],
    loses: [],
    changes: [],
  });
});

test('the same fields in another order are the same value', () => {
  const branded = (value: Decision['value']) => [decision('branding', { value })];
  const changes = (a: Decision['value'], b: Decision['value']) =>
    compareDecisions(acme, branded(a), branded(b)).changes;
  expect(changes({ colour: 'red', logo: ['a'] }, { logo: ['a'], colour: 'red' })).toEqual([]);
  expect(changes({ colour: 'red', logo: ['a'] }, { colour: 'red', logo: ['b'] })).toEqual(['branding']);
  expect(changes({ colour: 'red' }, { colour: 'red', logo: null })).toEqual(['branding']);
  expect(changes(['csv'], { 0: 'csv' })).toEqual(['branding']);
});

test('only who newly uses more than they may is over the limit', () => {
  const seats = (limit: Decision['limit'], used: number) => [decision('seats', { limit, used })];
  const overLimit = (before: readonly Decision[], after: readonly Decision[]) =>
    compareDecisions(acme, before, after).overLimit;
  expect(overLimit(seats(10, 8), seats(5, 8))).toEqual(['seats']);
  expect(overLimit(seats(10, 8), seats(8, 8))).toEqual([]);
  expect(overLimit(seats(6, 8), seats(5, 8))).toEqual([]);
  expect(overLimit(seats(10, 8), seats('unlimited', 8))).toEqual([]);
});

test('the figures count customers once, and features most moved first', () => {
  const movement = { gains: [], loses: [], changes: [], overLimit: [] };
  const impact = tally([
    { ...movement, customer: 'a', name: 'A', gains: ['sso', 'exports'] },
    { ...movement, customer: 'b', name: 'B', gains: ['sso'], loses: ['old'] },
    { ...movement, customer: 'c', name: 'C', changes: ['sso'], overLimit: ['seats'] },
    { ...movement, customer: 'd', name: 'D' },
  ]);
  expect(impact).toEqual({
    customers: { touched: 3, gain: 2, lose: 1, overLimit: 1 },
    features: [
      { feature: 'sso', gain: 2, lose: 0, changed: 1 },
      { feature: 'exports', gain: 1, lose: 0, changed: 0 },
      { feature: 'old', gain: 0, lose: 1, changed: 0 },
    ],
    examples: [
      { customer: 'a', name: 'A', gains: ['sso', 'exports'], loses: [] },
      { customer: 'b', name: 'B', gains: ['sso'], loses: ['old'] },
      { customer: 'c', name: 'C', gains: [], loses: [] },
    ],
    complete: true,
  });
});

test('of many customers twenty are examples, of many features fifty are listed', () => {
  const movements = Array.from({ length: 60 }, (_, index) => ({
    customer: `c${index}`,
    name: `C${index}`,
    gains: [`f${index}`],
    loses: [],
    changes: [],
    overLimit: [],
  }));
  const impact = tally(movements);
  expect(impact.customers.gain).toBe(60);
  expect(impact.examples).toHaveLength(20);
  expect(impact.features).toHaveLength(50);
});
