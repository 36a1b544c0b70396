import { expect, test } from 'vitest';
import { needsNext, standingInWords } from './words.ts';

const licence = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-04-01T00:00:00.000Z',
  graceDays: 14,
  revoked: null,
};
const on = (date: string, said: object = {}) =>
  standingInWords({ ...licence, ...said }, Date.parse(date), 'UTC');

test('a file is valid until its last day, then in grace, then expired', () => {
  expect(on('2026-02-28')).toMatchObject({ word: 'not yet valid', until: 'from 1 Mar 2026' });
  expect(on('2026-03-31')).toMatchObject({ word: 'valid', until: 'until 31 Mar 2026' });
  expect(on('2026-04-01')).toMatchObject({ word: 'in grace', until: 'until 14 Apr 2026' });
  expect(on('2026-04-15')).toMatchObject({ word: 'expired', until: 'since 31 Mar 2026' });
});

test('a revoked file is revoked, whatever its dates', () => {
  const revoked = { at: '2026-03-05T10:00:00.000Z', by: 'Sam', reason: 'Stolen' };
  expect(on('2026-03-10', { revoked })).toMatchObject({ word: 'revoked', until: 'on 5 Mar 2026' });
});

test('the next file is due in the last quarter of its life', () => {
  expect(needsNext(licence, Date.parse('2026-03-20'))).toBe(false);
  expect(needsNext(licence, Date.parse('2026-03-26'))).toBe(true);
  expect(
    needsNext({ ...licence, revoked: { at: licence.from, by: '', reason: '' } }, Date.parse('2026-03-26')),
  ).toBe(false);
});
