import type { PlanItem } from '@latchkey/model';
import { expect, test } from 'vitest';
import { changedFeatures, draftOf, itemsOf } from './plan-draft.ts';

const features = [
  { key: 'sso', kind: 'switch', name: 'Single sign-on' },
  { key: 'seats', kind: 'number', name: 'Seats' },
  { key: 'calls', kind: 'meter', name: 'API calls' },
  { key: 'branding', kind: 'config', name: 'Branding' },
  { key: 'sla', kind: 'level', name: 'Service level' },
] as const;

const gold: readonly PlanItem[] = [
  { feature: 'sso', effect: 'allow' },
  { feature: 'seats', effect: 'set', unlimited: true },
  {
    feature: 'calls',
    effect: 'set',
    value: 1000,
    reset: { every: 'month', anchor: '2026-01-05T00:00:00.000Z' },
    rollover: 200,
    overage: 'unlimited',
  },
  { feature: 'branding', effect: 'set', value: { logo: true } },
  { feature: 'sla', effect: 'set', value: '99.9 %' },
];

test('a version that nobody edits comes out as it went in', () => {
  expect(itemsOf(draftOf(gold, features), features)).toEqual({ items: gold, lacking: null });
});

test('a feature that is taken out is gone, the others stay', () => {
  const draft = draftOf(gold, features);
  const without = { ...draft, sso: { ...draft['sso'], included: false } } as typeof draft;
  expect(itemsOf(without, features).items.map(({ feature }) => feature)).toEqual([
    'seats',
    'calls',
    'branding',
    'sla',
  ]);
});

test('a number that is still missing is named, and not sent as nothing', () => {
  const draft = draftOf([], features);
  const wanted = { ...draft, seats: { ...draft['seats'], included: true } } as typeof draft;
  expect(itemsOf(wanted, features)).toEqual({ items: [], lacking: 'Seats' });
});

test('another period drops the anchor of the old one', () => {
  const draft = draftOf(gold, features);
  const weekly = { ...draft, calls: { ...draft['calls'], every: 'week' } } as typeof draft;
  expect(itemsOf(weekly, features).items.find(({ feature }) => feature === 'calls')?.reset).toEqual({
    every: 'week',
  });
});

test('what differs between two versions is told by feature', () => {
  const next = gold
    .filter(({ feature }) => feature !== 'sso')
    .map((item) => (item.feature === 'sla' ? { ...item, value: '99 %' } : item));
  expect(changedFeatures(gold, next)).toEqual(['sso', 'sla']);
  expect(changedFeatures(gold, gold)).toEqual([]);
});
