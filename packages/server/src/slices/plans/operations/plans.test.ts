import type { Feature, FeatureKind, Plan, PlanItem, PlanPublication, PlanVersion } from '@latchkey/model';
import { aFeature, aPlan, aPlanVersion } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createPlan, describePlan } from './create.ts';
import { draftVersion } from './draft-version.ts';
import { publishPlan } from './publish.ts';
import { retirePlan } from './retire.ts';

const now = Date.parse('2026-03-01T00:00:00.000Z');
const circumstances = {
  actor: { kind: 'member', id: 'mira', name: 'Mira' },
  now,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
} as const;
const here = { ...circumstances, place: { project: 'demo', environment: '' } };
const inProduction = { ...circumstances, place: { project: 'demo', environment: 'production' } };

const ofKind = (kind: FeatureKind): Feature =>
  aFeature({ key: kind, kind, levels: kind === 'level' ? ['e-mail', 'phone'] : null });
const features = (['switch', 'number', 'level', 'set', 'config', 'meter'] as const).map(ofKind);
const gold = (said: Partial<Plan> = {}): Plan => aPlan({ rank: 3, latestVersion: 0, ...said });
const versionOf = (plan: string, version: number, items: PlanItem[], base: PlanVersion['base'] = null) =>
  aPlanVersion({ plan, version, items, base });
const nothing = { plan: gold(), versions: [], features };
const draft = (items: PlanItem[], seen: Parameters<typeof draftVersion.compute>[1] = nothing) =>
  draftVersion.compute({ plan: 'gold', items }, seen, here);

test('a plan starts live and empty, and its key is used once', () => {
  expect(createPlan.compute({ key: 'gold', name: 'Gold', rank: 3 }, { plan: null }, here)).toMatchObject([
    { after: gold() },
  ]);
  expect(createPlan.compute({ key: 'gold', name: 'Gold' }, { plan: gold() }, here)).toMatchObject({
    refused: 'key_taken',
  });
});

const fitting: PlanItem[] = [
  { feature: 'switch', effect: 'allow' },
  { feature: 'number', effect: 'set', value: 5, perQuantity: true },
  { feature: 'number', effect: 'add', value: 0.5 },
  { feature: 'level', effect: 'set', value: 'phone' },
  { feature: 'set', effect: 'add', value: ['de', 'fr'] },
  { feature: 'config', effect: 'set', value: { colour: 'red' } },
  { feature: 'meter', effect: 'set', unlimited: true, reset: { every: 'month' } },
];

test('a version holds every kind of feature, and the next number is its own', () => {
  expect(draft(fitting, { ...nothing, plan: gold({ latestVersion: 4 }) })).toMatchObject([
    { resource: 'plan', after: { latestVersion: 5 } },
    {
      resource: 'plan_version',
      before: null,
      after: {
        version: 5,
        base: null,
        items: fitting,
        resolvedItems: fitting,
        createdAt: '2026-03-01T00:00:00.000Z',
      },
    },
  ]);
});

test('unlimited has one form, whichever way it was said', () => {
  expect(draft([{ feature: 'number', effect: 'set', value: 'unlimited' }])).toMatchObject({
    1: { after: { items: [{ feature: 'number', effect: 'set', unlimited: true }] } },
  });
});

test.each<[PlanItem, string, string]>([
  [{ feature: 'switch', effect: 'set', value: true }, 'effect_not_for_kind', 'effect'],
  [{ feature: 'number', effect: 'allow' }, 'effect_not_for_kind', 'effect'],
  [{ feature: 'level', effect: 'add', value: 'phone' }, 'effect_not_for_kind', 'effect'],
  [{ feature: 'switch', effect: 'allow', value: 3 }, 'value_not_for_kind', 'value'],
  [{ feature: 'number', effect: 'set' }, 'value_not_for_kind', 'value'],
  [{ feature: 'number', effect: 'set', value: -1 }, 'value_not_for_kind', 'value'],
  [{ feature: 'number', effect: 'set', value: '5' }, 'value_not_for_kind', 'value'],
  [{ feature: 'number', effect: 'set', value: 5, unlimited: true }, 'value_not_for_kind', 'value'],
  [{ feature: 'number', effect: 'set', value: 5, reset: { every: 'day' } }, 'value_not_for_kind', 'reset'],
  [{ feature: 'level', effect: 'set', value: 'fax' }, 'value_not_for_kind', 'value'],
  [{ feature: 'level', effect: 'set', value: 'phone', unlimited: true }, 'value_not_for_kind', 'unlimited'],
  [{ feature: 'set', effect: 'set', value: ['de', 'de'] }, 'value_not_for_kind', 'value'],
  [{ feature: 'set', effect: 'set', value: 'de' }, 'value_not_for_kind', 'value'],
  [{ feature: 'config', effect: 'set', value: ['x'] }, 'value_not_for_kind', 'value'],
  [{ feature: 'config', effect: 'set', value: {}, perQuantity: true }, 'value_not_for_kind', 'perQuantity'],
  [{ feature: 'nobody', effect: 'allow' }, 'feature_unknown', 'feature'],
])('the item %j is refused', (item, code, part) => {
  const refusal = draft([{ feature: 'meter', effect: 'set', unlimited: true }, item]);
  expect(refusal).toMatchObject({ refused: code, facts: { field: `items/1/${part}` } });
});

test('a retired feature goes into no new version, and no item is said twice', () => {
  const retired = [aFeature({ key: 'old', state: 'retired' })];
  expect(draft([{ feature: 'old', effect: 'allow' }], { ...nothing, features: retired })).toMatchObject({
    refused: 'feature_retired',
  });
  const twice: PlanItem[] = [
    { feature: 'switch', effect: 'allow' },
    { feature: 'switch', effect: 'allow' },
  ];
  expect(draft(twice)).toMatchObject({ refused: 'invalid_request', facts: { field: 'items/1/feature' } });
});

test('a version has what its base has, except where it speaks of the feature itself', () => {
  const silver = [
    versionOf('silver', 1, [{ feature: 'number', effect: 'set', value: 1 }]),
    versionOf('silver', 2, [
      { feature: 'number', effect: 'set', value: 5 },
      { feature: 'switch', effect: 'allow' },
    ]),
  ];
  const own: PlanItem = { feature: 'number', effect: 'set', value: 50 };
  const on = (base: 'silver' | 'bronze' | { plan: string; version: number }) =>
    draftVersion.compute({ plan: 'gold', items: [own], base }, { ...nothing, versions: silver }, here);
  expect(on('silver')).toMatchObject({
    1: {
      after: {
        base: { plan: 'silver', version: 2 },
        items: [own],
        resolvedItems: [{ feature: 'switch', effect: 'allow' }, own],
      },
    },
  });
  expect(on({ plan: 'silver', version: 1 })).toMatchObject({ 1: { after: { resolvedItems: [own] } } });
  expect(on({ plan: 'silver', version: 3 })).toMatchObject({ refused: 'plan_version_unknown' });
  expect(on('bronze')).toMatchObject({ refused: 'plan_version_unknown', facts: { field: 'base' } });
});

test('no plan builds on itself, however long the way round', () => {
  const versions = [
    versionOf('gold', 1, []),
    versionOf('silver', 1, [], { plan: 'gold', version: 1 }),
    versionOf('bronze', 1, [], { plan: 'silver', version: 1 }),
  ];
  const on = (base: string) =>
    draftVersion.compute({ plan: 'gold', items: [], base }, { ...nothing, versions }, here);
  expect(on('gold')).toMatchObject({ refused: 'plan_cycle' });
  expect(on('bronze')).toMatchObject({ refused: 'plan_cycle', facts: { field: 'base' } });
});

test('a feature born of a flag goes into Default products only, also by inheritance and by renaming the product', () => {
  const { sentinel } = aFeature();
  const born = aFeature({ key: 'born', sentinel: { ...sentinel, isFeatureFlag: 'Yes' } });
  const item: PlanItem = { feature: 'born', effect: 'allow' };
  const child = gold({ productType: 'child' });
  const versions = [versionOf('base', 1, [item])];
  expect(draft([item], { plan: gold(), versions: [], features: [born] })).toHaveLength(2);
  expect(draft([item], { plan: child, versions: [], features: [born] })).toMatchObject({
    refused: 'feature_default_products_only',
  });
  expect(
    draftVersion.compute(
      { plan: 'gold', items: [], base: 'base' },
      { plan: child, versions, features: [born] },
      here,
    ),
  ).toMatchObject({ refused: 'feature_default_products_only' });
  const describe = (productType: Plan['productType']) =>
    describePlan.compute({ plan: 'gold', productType }, { plan: gold(), versions, features: [born] }, here);
  expect(describe('parent')).toMatchObject({
    refused: 'feature_default_products_only',
    facts: { field: 'productType' },
  });
  expect(describe('default')).toHaveLength(1);
});

const seen = (editions: PlanPublication['editions'], version: number) => ({
  plan: gold({ latestVersion: 3 }),
  version: versionOf('gold', version, []),
  publication: { plan: 'gold', editions },
});
const day = (written: string) => `2026-${written}T00:00:00.000Z`;
const publish = (version: number, effectiveAt: string | null, editions: PlanPublication['editions']) =>
  publishPlan.compute(
    { plan: 'gold', version, ...(effectiveAt !== null && { effectiveAt }) },
    seen(editions, version),
    inProduction,
  );

test('a version is current from now, or from the moment that is announced, in this environment', () => {
  const first = { version: 1, from: day('01-01') };
  expect(publish(2, null, [first])).toMatchObject([
    {
      resource: 'plan_publication',
      place: inProduction.place,
      after: { editions: [first, { version: 2, from: day('03-01') }] },
    },
  ]);
  const announced = { version: 3, from: day('06-01') };
  expect(publish(3, day('06-01'), [first])).toMatchObject([{ after: { editions: [first, announced] } }]);
  expect(publish(2, day('04-01'), [first, announced])).toMatchObject([
    { after: { editions: [first, { version: 2, from: day('04-01') }, announced] } },
  ]);
});

test('at one moment one version is current: announcing another for the same moment replaces it', () => {
  expect(publish(2, day('06-01'), [{ version: 3, from: day('06-01') }])).toMatchObject([
    { after: { editions: [{ version: 2, from: day('06-01') }] } },
  ]);
});

test('publishing what is current already changes nothing, and the past stays', () => {
  expect(publish(1, null, [{ version: 1, from: day('01-01') }])).toEqual([]);
  expect(publish(2, day('02-28'), [])).toMatchObject({
    refused: 'invalid_request',
    facts: { field: 'effectiveAt' },
  });
});

test('only a version that exists, of a plan that is sold, is published', () => {
  const asked = { plan: 'gold', version: 9 };
  const unknown = { plan: gold(), version: null, publication: null };
  expect(publishPlan.compute(asked, unknown, inProduction)).toMatchObject({
    refused: 'plan_version_unknown',
  });
  expect(retirePlan.compute({ plan: 'gold' }, { plan: gold() }, here)).toMatchObject([
    { after: { state: 'retired' } },
  ]);
  const retired = { ...unknown, plan: gold({ state: 'retired' }), version: versionOf('gold', 9, []) };
  expect(publishPlan.compute(asked, retired, inProduction)).toMatchObject({ refused: 'plan_retired' });
  expect(draft([], { ...nothing, plan: retired.plan })).toMatchObject({ refused: 'plan_retired' });
});
