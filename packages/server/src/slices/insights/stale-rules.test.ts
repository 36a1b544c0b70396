import type { Flag, FlagTargeting } from '@latchkey/model';
import { expect, test } from 'vitest';
import { type FlagFacts, type FlagInUse, judge, servesOnly } from './stale-rules.ts';

const now = Date.parse('2026-06-30T12:00:00Z');
const looking = { days: 30, countedSince: '2026-01-01T00:00:00.000Z', now };

const flag = (more: Partial<Flag> = {}): Flag => ({
  key: 'checkout',
  name: 'Checkout',
  description: '',
  kind: 'boolean',
  variations: [{ value: true }, { value: false }],
  tags: [],
  temporary: true,
  purpose: 'release',
  clientSide: false,
  owner: null,
  state: 'live',
  ...more,
});
const targeting = (more: Partial<FlagTargeting> = {}): FlagTargeting => ({
  flag: 'checkout',
  on: true,
  offVariation: 1,
  fallthrough: { variation: 0 },
  targets: [],
  rules: [],
  prerequisites: [],
  salt: 's',
  ...more,
});
const half = {
  rollout: {
    variations: [
      { variation: 0, weight: 50_000 },
      { variation: 1, weight: 50_000 },
    ],
  },
};
const inUse = (more: Partial<FlagInUse> = {}): FlagInUse => ({
  environment: 'production',
  targeting: targeting({ fallthrough: half }),
  lastEvaluatedAt: '2026-06-30T11:00:00.000Z',
  lastInBulkAt: null,
  counts: [
    { variation: 0, count: 10 },
    { variation: 1, count: 10 },
  ],
  ...more,
});
const facts = (more: Partial<FlagFacts> = {}): FlagFacts => ({
  flag: flag(),
  createdAt: '2026-01-01T00:00:00.000Z',
  guards: [],
  prerequisiteOf: [],
  environments: [inUse()],
  ...more,
});
const silent = inUse({ lastEvaluatedAt: '2026-05-31T11:59:59.999Z', counts: [] });

test('a flag that people get different answers from is in use', () => {
  expect(judge(facts(), looking)).toEqual({ kind: 'in_use' });
});

test('a flag that nobody asked for in thirty days can be archived; a moment less and it cannot', () => {
  expect(judge(facts({ environments: [silent] }), looking)).toMatchObject({
    kind: 'stale',
    isReady: true,
    findings: [{ kind: 'unused' }],
  });
  const heard = { ...silent, lastEvaluatedAt: '2026-05-31T12:00:00.000Z' };
  expect(judge(facts({ environments: [heard] }), looking)).toEqual({ kind: 'in_use' });
});

test('one environment that still asks keeps a flag in use', () => {
  expect(judge(facts({ environments: [silent, inUse()] }), looking)).toEqual({ kind: 'in_use' });
});

test('silence says nothing while nothing is counted, or not for long enough', () => {
  const quiet = facts({ environments: [silent] });
  expect(judge(quiet, { ...looking, countedSince: null })).toEqual({ kind: 'in_use' });
  expect(judge(quiet, { ...looking, countedSince: '2026-06-01T00:00:00.000Z' })).toEqual({ kind: 'in_use' });
});

test('a flag that may be read together with all others is not called unused', () => {
  const read = { ...silent, lastInBulkAt: '2026-06-20T12:00:00.000Z' };
  expect(judge(facts({ environments: [read] }), looking)).toEqual({ kind: 'in_use' });
  const before = { ...silent, lastInBulkAt: '2026-05-20T12:00:00.000Z' };
  expect(judge(facts({ environments: [before] }), looking)).toMatchObject({ kind: 'stale', isReady: true });
});

test('a young flag is not asked about', () => {
  const young = facts({ createdAt: '2026-06-01T00:00:00.000Z', environments: [silent] });
  expect(judge(young, looking)).toEqual({ kind: 'in_use' });
});

test('a flag that everybody gets the same answer from is rolled out, but not ready while it is asked for', () => {
  const done = inUse({ targeting: targeting(), counts: [{ variation: 0, count: 42 }] });
  expect(judge(facts({ environments: [done, { ...done, environment: 'staging' }] }), looking)).toEqual({
    kind: 'stale',
    isReady: false,
    findings: [
      { kind: 'one_variation', variation: 0, count: 84 },
      { kind: 'rolled_out', variation: 0 },
    ],
  });
});

test('a flag that another one stands on is not ready', () => {
  const under = facts({ environments: [silent], prerequisiteOf: ['invoice-download'] });
  expect(judge(under, looking)).toMatchObject({ kind: 'stale', isReady: false });
});

test('what is sold, or is meant to stay, is left alone however quiet it is', () => {
  const quiet = { environments: [silent] };
  expect(judge(facts({ ...quiet, guards: ['Exports'] }), looking)).toEqual({
    kind: 'left_alone',
    because: 'guards_feature',
  });
  const sold = flag({ purpose: 'entitlement' });
  expect(judge(facts({ ...quiet, flag: sold }), looking)).toMatchObject({ because: 'entitlement' });
  const permanent = flag({ temporary: false, purpose: 'operational' });
  expect(judge(facts({ ...quiet, flag: permanent }), looking)).toMatchObject({ because: 'permanent' });
  expect(judge(facts({ ...quiet, flag: flag({ state: 'archived' }) }), looking)).toEqual({ kind: 'in_use' });
});

test('what everybody gets is known from the targeting alone only where every way leads to the same', () => {
  expect(servesOnly(targeting())).toBe(0);
  expect(servesOnly(targeting({ on: false }))).toBe(1);
  expect(servesOnly(targeting({ on: false, offVariation: null }))).toBe(null);
  expect(servesOnly(targeting({ fallthrough: half }))).toBe('several');
  expect(servesOnly(targeting({ targets: [{ variation: 0, values: ['ada'] }] }))).toBe(0);
  expect(servesOnly(targeting({ targets: [{ variation: 1, values: ['ada'] }] }))).toBe('several');
  expect(servesOnly(targeting({ rules: [{ id: 'r', clauses: [], ...half }] }))).toBe('several');
  expect(servesOnly(targeting({ prerequisites: [{ flag: 'search', variation: 0 }] }))).toBe('several');
  const all = {
    rollout: {
      variations: [
        { variation: 0, weight: 100_000 },
        { variation: 1, weight: 0 },
      ],
    },
  };
  expect(servesOnly(targeting({ fallthrough: all }))).toBe(0);
  expect(servesOnly(null)).toBe('several');
});
