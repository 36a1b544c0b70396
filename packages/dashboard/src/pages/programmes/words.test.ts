import { expect, test } from 'vitest';
import { endActionInWords, endInWords, overlayInWords } from './words.ts';

const now = Date.parse('2026-03-15T00:00:00Z');
const names = { plan: (key: string) => `Plan ${key}`, feature: (key: string) => key.toUpperCase() };
const running = {
  state: 'running',
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-18T00:00:00.000Z',
  endsAt: '2026-03-20T00:00:00.000Z',
  outcome: null,
} as const;

test('what is tried is named, and many features are counted', () => {
  expect(overlayInWords({ overlays: { plan: 'gold' } }, names)).toBe('Plan gold');
  const features = ['sso', 'sla', 'audit'].map((feature) => ({ feature, effect: 'allow' as const }));
  expect(overlayInWords({ overlays: { features } }, names)).toBe('SSO and 2 more');
});

test('the date that matters is the next one', () => {
  expect(endInWords(running, now)).toBe('ends in 3 days');
  expect(endInWords({ ...running, to: '2026-09-01T00:00:00.000Z' }, now)).toBe('until 31 Aug 2026');
  expect(endInWords({ ...running, state: 'in_grace' }, now)).toBe('grace ends in 5 days');
  expect(endInWords({ ...running, state: 'planned', from: '2026-03-16T00:00:00.000Z' }, now)).toBe(
    'begins tomorrow',
  );
  const outcome = {
    result: 'won',
    at: '2026-03-10T00:00:00.000Z',
    by: 'Sam',
    reason: '',
    subscription: null,
  } as const;
  expect(endInWords({ ...running, state: 'won', outcome }, now)).toBe('on 10 Mar 2026');
});

test('what happens by itself is said before it does', () => {
  const plan = (key: string) => `Plan ${key}`;
  expect(endActionInWords({ endAction: { does: 'revert' } }, plan)).toBe('then everything is as before');
  expect(endActionInWords({ endAction: { does: 'convert', plan: 'gold' } }, plan)).toBe(
    'then Plan gold is bought',
  );
  expect(endActionInWords({ endAction: { does: 'freeze' } }, plan)).toBe('then the customer is on hold');
});
