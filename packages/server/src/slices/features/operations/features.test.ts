import type { AnyMutation, Feature } from '@latchkey/model';
import { isRefusal } from '@latchkey/model';
import { aFlag, anEnvironment, aTargeting } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { advanceFeature, retireFeature } from './advance.ts';
import { createFeature } from './create.ts';
import { describeFeature } from './describe.ts';
import { guardFeature } from './guard.ts';
import { requireFeatures } from './require.ts';

const here = {
  actor: { kind: 'member', id: 'mira', name: 'Mira' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: '' },
} as const;
type Asked = Parameters<typeof createFeature.compute>[0];
const seats = { key: 'seats', name: 'Seats', kind: 'number', unit: 'seats' } as const;
const nothing = { features: [], flag: null, environments: [] };
const create = (asked: Asked, features: readonly Feature[] = []) =>
  createFeature.compute(asked, { features, flag: null, environments: [] }, here);

function made(asked: Asked): Feature {
  const answer = create(asked);
  const [mutation] = isRefusal(answer) ? [] : (answer as readonly AnyMutation[]);
  if (mutation?.resource !== 'feature' || !mutation.after) throw new Error('no feature was made');
  return mutation.after;
}

test('a hand-made feature is gated, not born of a flag, and merges as its kind does', () => {
  expect(create(seats)).toMatchObject([
    { after: { ...seats, access: 'gated', merge: 'max', sentinel: { isFeatureFlag: 'No' }, flagKey: null } },
  ]);
  expect(made({ key: 'sso', name: 'SSO', kind: 'switch' }).merge).toBe('any');
  expect(made({ key: 'calls', name: 'Calls', kind: 'meter', unit: 'calls' }).merge).toBe('pooled');
});

test('the parts of a feature go together', () => {
  const misfit = (field: string) => ({ refused: 'value_not_for_kind', facts: { field } });
  expect(create({ key: 'x', name: 'X', kind: 'level' })).toMatchObject(misfit('levels'));
  expect(create({ key: 'x', name: 'X', kind: 'switch', levels: ['a'] })).toMatchObject(misfit('levels'));
  expect(create({ key: 'x', name: 'X', kind: 'level', levels: ['a', 'a'] })).toMatchObject(misfit('levels'));
  expect(create({ key: 'x', name: 'X', kind: 'switch', unit: 'seats' })).toMatchObject(misfit('unit'));
  expect(create({ key: 'x', name: 'X', kind: 'switch', merge: 'sum' })).toMatchObject(misfit('merge'));
});

test('a key is used once, and a guarding flag exists', () => {
  expect(create(seats, [made(seats)])).toMatchObject({ refused: 'key_taken', facts: { field: 'key' } });
  expect(createFeature.compute({ ...seats, flagKey: 'gone' }, nothing, here)).toMatchObject({
    refused: 'flag_unknown',
    facts: { field: 'flagKey' },
  });
  const seen = { feature: made(seats), flag: null, environments: [] };
  expect(guardFeature.compute({ feature: 'seats', flag: 'gone' }, seen, here)).toMatchObject({
    refused: 'flag_unknown',
  });
  expect(guardFeature.compute({ feature: 'seats', flag: null }, seen, here)).toMatchObject([
    { after: { flagKey: null } },
  ]);
});

test('the kind of a feature stays, and what is not mentioned stays too', () => {
  const feature = made({ ...seats, description: 'People who may sign in' });
  const describe = (said: object) =>
    describeFeature.compute({ feature: 'seats', ...said }, { feature }, here);
  expect(describe({ kind: 'meter' })).toMatchObject({
    refused: 'feature_kind_fixed',
    facts: { field: 'kind' },
  });
  expect(describe({ kind: 'number', name: 'Users', sentinel: { version: '2' } })).toMatchObject([
    { after: { ...feature, name: 'Users', sentinel: { ...feature.sentinel, version: '2' } } },
  ]);
});

test('levels can be added anywhere, but those that were sold stay', () => {
  const feature = made({ key: 'support', name: 'Support', kind: 'level', levels: ['e-mail', 'phone'] });
  const describe = (levels: string[]) =>
    describeFeature.compute({ feature: 'support', levels }, { feature }, here);
  expect(describe(['none', 'e-mail', 'chat', 'phone'])).toHaveLength(1);
  expect(describe(['e-mail'])).toMatchObject({ refused: 'feature_in_use', facts: { lost: ['phone'] } });
});

test('requirements never lead back to the feature, however long the way round', () => {
  const needs = (key: string, ...requires: string[]): Feature => ({
    ...made(seats),
    key,
    name: key,
    requires,
  });
  const features = [needs('a'), needs('b', 'c'), needs('c', 'a'), needs('d', 'e'), needs('e')];
  const [feature = null] = features;
  const demand = (...requires: string[]) =>
    requireFeatures.compute({ feature: 'a', requires }, { feature, features }, here);
  expect(demand('a')).toMatchObject({ refused: 'feature_cycle', facts: { field: 'requires/0' } });
  expect(demand('d', 'b')).toMatchObject({ refused: 'feature_cycle', facts: { field: 'requires/1' } });
  expect(demand('nobody')).toMatchObject({ refused: 'feature_unknown' });
  expect(demand('d')).toMatchObject([{ after: { requires: ['d'] } }]);
});

test('a feature goes through its life step by step, may go a step back, and retires for good', () => {
  const at = (state: Feature['state']) => ({ ...made(seats), state });
  const advance = (from: Feature['state'], state: Exclude<Feature['state'], 'retired'>) =>
    advanceFeature.compute({ feature: 'seats', state }, { feature: at(from) }, here);
  expect(advance('draft', 'beta')).toMatchObject([{ after: { state: 'beta' } }]);
  expect(advance('deprecated', 'general')).toMatchObject([{ after: { state: 'general' } }]);
  expect(advance('draft', 'sunset')).toMatchObject({ refused: 'invalid_request', facts: { field: 'state' } });
  expect(advance('retired', 'general')).toMatchObject({ refused: 'feature_retired' });
});

test('what another feature cannot do without is not retired before it', () => {
  const feature = made(seats);
  const dependant = { ...made({ key: 'teams', name: 'Teams', kind: 'switch' }), requires: ['seats'] };
  const retire = (features: Feature[]) =>
    retireFeature.compute({ feature: 'seats' }, { feature, features }, here);
  expect(retire([feature, dependant])).toMatchObject({
    refused: 'feature_in_use',
    facts: { requiredBy: ['Teams'] },
  });
  expect(retire([feature, { ...dependant, state: 'retired' }])).toMatchObject([
    { after: { state: 'retired' } },
  ]);
});

test('a flag that answers true when it is off guards nothing: it would hand the feature to everybody without a right', () => {
  const flag = aFlag({ key: 'seats-flag' });
  const seen = (offVariation: number) => ({
    feature: made(seats),
    flag,
    environments: [anEnvironment()],
    'targeting in production': aTargeting({ flag: 'seats-flag', offVariation }),
  });
  const guard = { feature: 'seats', flag: 'seats-flag' };
  expect(guardFeature.compute(guard, seen(0), here)).toMatchObject([{ after: { flagKey: 'seats-flag' } }]);
  expect(guardFeature.compute(guard, seen(1), here)).toMatchObject({
    refused: 'guarded_answers_yes',
    facts: { field: 'flagKey', environment: 'production' },
  });
});
