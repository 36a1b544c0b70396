import type { Segment } from '@latchkey/model';
import { aFlag, aSegment, aTargeting } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { setFallthrough, setOffVariation } from './set-fallthrough.ts';
import { setPrerequisites } from './set-prerequisites.ts';
import { setRules } from './set-rules.ts';
import { targetFlag } from './target.ts';
import { turnFlag } from './turn.ts';

const here = {
  actor: { kind: 'member', id: 'eve', name: 'Eve' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: 'production' },
} as const;
const seen = { flag: aFlag({ key: 'a' }), targeting: aTargeting({ flag: 'a', on: false }) };
const unguarding = { ...seen, guarded: [] };

test('turning a flag on touches this environment only, and nothing else of its targeting', () => {
  expect(turnFlag.compute({ flag: 'a', on: true }, seen, here)).toMatchObject([
    {
      resource: 'flag_targeting',
      place: here.place,
      before: seen.targeting,
      after: { ...seen.targeting, on: true },
    },
  ]);
});

test('an archived or unknown flag is not retargeted', () => {
  const archived = { ...seen, flag: { ...seen.flag, state: 'archived' as const } };
  expect(turnFlag.compute({ flag: 'a', on: true }, archived, here)).toMatchObject({
    refused: 'flag_archived',
  });
  const unknown = { flag: null, targeting: null };
  expect(turnFlag.compute({ flag: 'a', on: true }, unknown, here)).toMatchObject({ refused: 'flag_unknown' });
});

test('no target, rule, rollout, fallthrough or off variation points past the variations', () => {
  const past = { refused: 'variation_unknown', facts: { count: 2 } };
  const rollout = {
    variations: [
      { variation: 0, weight: 50_000 },
      { variation: 2, weight: 50_000 },
    ],
  };
  const clauses = [{ attribute: 'country', op: 'in' as const, values: ['CH'] }];
  expect(setOffVariation.compute({ flag: 'a', offVariation: 2 }, unguarding, here)).toMatchObject(past);
  expect(setFallthrough.compute({ flag: 'a', fallthrough: { rollout } }, seen, here)).toMatchObject(past);
  expect(
    targetFlag.compute({ flag: 'a', targets: [{ variation: 2, values: ['x'] }] }, seen, here),
  ).toMatchObject(past);
  const rules = [
    { clauses, variation: 1 },
    { clauses, rollout },
  ];
  expect(setRules.compute({ flag: 'a', rules }, seen, here)).toMatchObject({
    ...past,
    facts: { field: 'rules/1' },
  });
  expect(setOffVariation.compute({ flag: 'a', offVariation: 1 }, unguarding, here)).toHaveLength(1);
  expect(setOffVariation.compute({ flag: 'a', offVariation: null }, unguarding, here)).toMatchObject([
    { after: { offVariation: null } },
  ]);
});

test('a rule keeps the id it has and gets one if it has none', () => {
  const clauses = [{ attribute: 'key', op: 'in' as const, values: ['ada'] }];
  const rules = [
    { id: 'old', clauses, variation: 0 },
    { clauses, variation: 1 },
  ];
  expect(setRules.compute({ flag: 'a', rules }, seen, here)).toMatchObject([
    { after: { rules: [{ id: 'old' }, { id: 'rule_1' }] } },
  ]);
});

test('a rule that names a segment needs the segment to exist', () => {
  const segment = aSegment({ key: 'swiss' });
  const clauses = [{ attribute: '', op: 'segmentMatch' as const, values: ['swiss'] }];
  const rules = [{ clauses, variation: 0 }];
  const set = (found: Segment | null) => {
    const withSegment = { ...seen, 'segment swiss': found };
    return setRules.compute({ flag: 'a', rules }, withSegment, here);
  };
  expect(setRules.setup({ flag: 'a', rules }, here.place)).toMatchObject({
    'segment swiss': { kind: 'segment', id: 'swiss' },
  });
  expect(set(segment)).toHaveLength(1);
  expect(set(null)).toMatchObject({
    refused: 'segment_unknown',
    facts: { field: 'rules/0/clauses/0/values/0' },
  });
});

test('prerequisites never lead back to the flag, however long the way round', () => {
  const waitsFor = (flag: string) => ({ prerequisites: [{ flag, variation: 0 }] });
  const world = {
    ...seen,
    flags: ['a', 'b', 'c', 'd'].map((key) => aFlag({ key })),
    targetings: [
      aTargeting({ flag: 'a', on: false }),
      aTargeting({ flag: 'b', ...waitsFor('c') }),
      aTargeting({ flag: 'c', ...waitsFor('a') }),
      aTargeting({ flag: 'd', ...waitsFor('d2') }),
    ],
  };
  const wait = (flag: string, variation = 0) =>
    setPrerequisites.compute({ flag: 'a', prerequisites: [{ flag, variation }] }, world, here);
  expect(wait('a')).toMatchObject({ refused: 'prerequisite_cycle' });
  expect(wait('b')).toMatchObject({
    refused: 'prerequisite_cycle',
    facts: { field: 'prerequisites/0/flag' },
  });
  expect(wait('d')).toMatchObject([{ after: waitsFor('d') }]);
  expect(wait('nobody')).toMatchObject({ refused: 'flag_unknown' });
  expect(wait('d', 2)).toMatchObject({
    refused: 'variation_unknown',
    facts: { field: 'prerequisites/0/variation' },
  });
});
