import type { Segment, SegmentMember } from '@latchkey/model';
import { aSegment } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createSegment } from './create.ts';
import { describeSegment, setSegmentRules } from './describe.ts';
import { addMembers, membersMax, removeMembers } from './list-members.ts';

const here = {
  actor: { kind: 'member', id: 'eve', name: 'Eve' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: 'production' },
} as const;
const naming = (key: string, ...named: string[]): Segment =>
  aSegment({
    key,
    rules:
      named.length === 0
        ? []
        : [{ id: 'r', clauses: [{ attribute: '', op: 'segmentMatch', values: named }] }],
  });
const member = (contextKey: string, included = true): SegmentMember => ({
  segment: 'pilots',
  contextKind: 'customer',
  contextKey,
  included,
});
const pilots = { segment: 'pilots', contextKind: 'customer' };

test('a segment that moves here keeps the salt that it brings', () => {
  const moved = createSegment.compute(
    { key: 'swiss', name: 'Swiss', salt: 'of-old' },
    { segments: [] },
    here,
  );
  expect(moved).toMatchObject([{ after: { salt: 'of-old' } }]);
});

test('a segment starts with its rules, each with an id, and a salt that stays', () => {
  const clauses = [{ attribute: 'country', op: 'in' as const, values: ['CH'] }];
  const asked = { key: 'swiss', name: 'Swiss', rules: [{ clauses }] };
  expect(createSegment.compute(asked, { segments: [] }, here)).toMatchObject([
    { after: { key: 'swiss', rules: [{ id: 'rule_1', clauses }], salt: 'salt_1' } },
  ]);
  expect(createSegment.compute(asked, { segments: [naming('swiss')] }, here)).toMatchObject({
    refused: 'key_taken',
  });
});

test('rules name segments that exist and never lead back', () => {
  const segments = [naming('a'), naming('b', 'c'), naming('c', 'a'), naming('d')];
  const [segment = null] = segments;
  const set = (name: string) => {
    const clauses = [{ attribute: '', op: 'segmentMatch' as const, values: [name] }];
    return setSegmentRules.compute(
      { segment: 'a', rules: [{ id: 'r', clauses }] },
      { segment, segments },
      here,
    );
  };
  expect(set('b')).toMatchObject({
    refused: 'segment_cycle',
    facts: { field: 'rules/0/clauses/0/values/0', circle: ['a', 'b', 'c', 'a'] },
  });
  expect(set('a')).toMatchObject({ refused: 'segment_cycle' });
  expect(set('nobody')).toMatchObject({ refused: 'segment_unknown' });
  expect(set('d')).toHaveLength(1);
});

test('words that are not mentioned stay, and so do the rules', () => {
  const segment = naming('a', 'b');
  expect(describeSegment.compute({ segment: 'a', name: 'New' }, { segment }, here)).toMatchObject([
    { after: { ...segment, name: 'New' } },
  ]);
});

test('members are listed once each, and a former exclusion becomes a membership', () => {
  const seen = { segment: naming('pilots'), 'member acme': null, 'member blue': member('blue', false) };
  const asked = { ...pilots, contextKeys: ['acme', 'blue', 'acme'] };
  expect(addMembers.compute(asked, seen, here)).toMatchObject([
    { id: 'pilots/customer/acme', place: here.place, before: null, after: member('acme') },
    { before: member('blue', false), after: member('blue') },
  ]);
  expect(addMembers.compute({ ...asked, included: false }, seen, here)).toMatchObject([
    { after: member('acme', false) },
    { after: member('blue', false) },
  ]);
});

test('striking off passes over those that are not on the list', () => {
  const seen = { segment: naming('pilots'), 'member acme': null, 'member blue': member('blue') };
  expect(removeMembers.compute({ ...pilots, contextKeys: ['acme', 'blue'] }, seen, here)).toMatchObject([
    { before: member('blue'), after: null },
  ]);
});

test('the rows that are looked at are those that are named, also where a key contains a slash', () => {
  const asked = { ...pilots, contextKind: 'user', contextKeys: ['a/b'] };
  expect(addMembers.follow?.(asked, { segment: null })).toEqual({
    'member a/b': { want: 'one', kind: 'segment_member', id: 'pilots/user/a/b' },
  });
});

test('one request lists at most a thousand', () => {
  const keys = (count: number) => ({
    ...pilots,
    contextKeys: Array.from({ length: count }, (_, at) => `c${at}`),
  });
  expect(addMembers.input.safeParse(keys(membersMax)).success).toBe(true);
  expect(addMembers.input.safeParse(keys(membersMax + 1)).success).toBe(false);
});
