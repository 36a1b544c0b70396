import { expect, test } from 'vitest';
import { changesInWords } from './changes.ts';
import { addRule, bodyOf, duplicateRule, moveRule, type Rule, removeRule, type Targeting } from './draft.ts';
import { problemsOf } from './problems.ts';
import { rebase } from './rebase.ts';
import { nameKeys, strikeOff } from './targets.ts';

const variations = [
  { value: true, name: 'On' },
  { value: false, name: 'Off' },
];
const rule = (id: string, industry: string): Rule => ({
  id,
  clauses: [{ id: `${id}-1`, contextKind: 'customer', attribute: 'industry', op: 'in', values: [industry] }],
  variation: 0,
});
const saved: Targeting = {
  on: true,
  offVariation: 1,
  fallthrough: { variation: 1 },
  targets: [{ contextKind: 'customer', variation: 0, values: ['acme', 'globex'] }],
  targetEnds: [],
  rules: [rule('a', 'Banking'), rule('b', 'Insurance'), rule('c', 'Retail')],
  prerequisites: [],
};
const told = (after: Targeting, before = saved) =>
  changesInWords(before, after, variations).map(({ how, what }) => `${how}: ${what}`);

test('only what differs is sent, and new rules and conditions go without a name of their own', () => {
  const added = addRule(saved, 0);
  const body = bodyOf(saved, added);
  expect(Object.keys(body)).toEqual(['rules']);
  expect(body.rules?.at(-1)).toEqual({
    clauses: [{ contextKind: 'customer', attribute: '', op: 'in', values: [] }],
    variation: 0,
  });
  expect(body.rules?.[0]).toEqual(saved.rules[0]);
  expect(bodyOf(saved, saved)).toEqual({});
});

test('a rule that is not whole is named before anything is sent', () => {
  expect(problemsOf(addRule(saved, 0))).toEqual(['Rule 4: Say which attribute is looked at.']);
  expect(problemsOf(saved)).toEqual([]);
  const half = { rollout: { variations: [{ variation: 0, weight: 50_000 }] } };
  expect(problemsOf({ ...saved, fallthrough: half })).toEqual([
    'Everybody else: The shares make 50 %; they must make 100 %.',
  ]);
});

test('moving one rule is told as one move, however many it passes', () => {
  expect(told(moveRule(saved, 2, 0))).toEqual([
    'moved: if customer’s industry is Retail, they get On is now rule 1',
  ]);
});

test('a duplicate stands after its original, and removing a rule says which', () => {
  const twice = duplicateRule(saved, 'a');
  expect(twice.rules.map(({ id }) => id)).toEqual(['a', 'new:1', 'b', 'c']);
  expect(told(twice)).toEqual(['added: Rule 2: if customer’s industry is Banking, they get On']);
  expect(told(removeRule(saved, 'b'))).toEqual([
    'removed: Rule: if customer’s industry is Insurance, they get On',
  ]);
});

test('whoever is named for another variation moves over, and takes no end along', () => {
  const until = '2026-04-01T00:00:00Z';
  const dated = nameKeys(saved, { contextKind: 'customer', variation: 0, keys: ['acme'], until });
  expect(dated.targetEnds).toEqual([{ contextKind: 'customer', variation: 0, key: 'acme', at: until }]);
  expect(told(dated)).toEqual(['changed: Until 31 Mar 2026 only: customer acme']);
  const fresh = nameKeys(saved, { contextKind: 'user', variation: 1, keys: ['ada', 'bob'], until });
  expect(told(fresh)).toEqual(['added: user ada, bob by name for Off, until 31 Mar 2026']);
  const moved = nameKeys(dated, { contextKind: 'customer', variation: 1, keys: ['acme'], until: null });
  expect(moved.targets).toEqual([
    { contextKind: 'customer', variation: 0, values: ['globex'] },
    { contextKind: 'customer', variation: 1, values: ['acme'] },
  ]);
  expect(moved.targetEnds).toEqual([]);
});

test('a user and a customer of the same key are two', () => {
  const both = nameKeys(saved, { contextKind: 'user', variation: 1, keys: ['acme'], until: null });
  const struck = strikeOff(both, { contextKind: 'user', keys: ['acme'] });
  expect(struck.targets).toEqual(saved.targets);
});

test('news of other parts are taken in, and the draft stays', () => {
  const theirs = { ...saved, on: false };
  const mine = removeRule(saved, 'a');
  expect(rebase(saved, theirs, mine)).toEqual({ draft: { ...mine, on: false }, conflicts: [] });
});

test('news of the same part are a conflict, unless both did the same', () => {
  const mine = removeRule(saved, 'a');
  expect(rebase(saved, removeRule(saved, 'b'), mine).conflicts).toEqual(['rules']);
  expect(rebase(saved, mine, mine).conflicts).toEqual([]);
});
