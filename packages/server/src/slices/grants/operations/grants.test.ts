import { derivedGrantId } from '@latchkey/engine';
import type { Feature, Grant } from '@latchkey/model';
import { aCustomer, aFeature, aGrant, aPlan, at, on } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createGrant } from './create.ts';
import { revokeGrant } from './revoke.ts';
import { supersedeGrant } from './supersede.ts';

const now = at('2026-03-15');
const here = {
  actor: { kind: 'member', id: 'm_1', name: 'Sam' },
  now,
  comment: '',
  newId: (prefix: string) => `${prefix}_new`,
  place: { project: 'shop', environment: 'production' },
} as const;
const acme = { kind: 'customer', key: 'acme' } as const;
const nobody = { customer: null, plan: null, segment: null };
const seenAcme = { ...nobody, customer: aCustomer() };

type Wanted = Parameters<typeof createGrant.compute>[0];
const grant = (said: Partial<Wanted>, feature: Feature | null = aFeature(), seen: object = {}) =>
  createGrant.compute(
    { subject: acme, feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'Outage', ...said },
    { ...seenAcme, feature, above: null, ...seen },
    here,
  );

test('goodwill begins now, has no end unless one is given, and says who gave it', () => {
  expect(grant({})).toMatchObject([
    {
      before: null,
      after: {
        id: 'g_new',
        lineageId: 'g_new',
        subject: acme,
        from: on('2026-03-15'),
        to: null,
        grantedBy: 'Sam',
        reason: 'Outage',
      },
    },
  ]);
});

test('what people give by hand needs a reason, an import does not', () => {
  for (const reason of ['', '  ']) {
    expect(grant({ reason })).toMatchObject({ refused: 'reason_required', facts: { field: 'reason' } });
  }
  expect(grant({ origin: 'import', reason: '' })).toHaveLength(1);
});

test('what plans imply is not granted by hand', () => {
  const read = createGrant.input.safeParse({
    subject: acme,
    feature: 'exports',
    effect: 'allow',
    origin: 'subscription',
    reason: 'x',
  });
  expect(read.success).toBe(false);
});

test('an end lies in the future and after the start', () => {
  expect(grant({ to: on('2026-03-15') })).toMatchObject({ refused: 'end_in_past', facts: { field: 'to' } });
  expect(grant({ to: on('2026-03-16') })).toHaveLength(1);
  expect(grant({ from: on('2026-03-17'), to: on('2026-03-16') })).toMatchObject({
    refused: 'interval_empty',
  });
});

const kinds = {
  switch: aFeature(),
  number: aFeature({ kind: 'number', unit: 'seats' }),
  level: aFeature({ kind: 'level', levels: ['basic', 'full'] }),
  set: aFeature({ kind: 'set' }),
  config: aFeature({ kind: 'config' }),
  meter: aFeature({ kind: 'meter', unit: 'calls' }),
};

test.each<[keyof typeof kinds, Partial<Wanted>]>([
  ['switch', { effect: 'allow' }],
  ['switch', { effect: 'deny' }],
  ['number', { effect: 'set', value: 5 }],
  ['number', { effect: 'add', unlimited: true }],
  ['number', { effect: 'cap', value: 0 }],
  ['level', { effect: 'set', value: 'full' }],
  ['level', { effect: 'cap', value: 'basic' }],
  ['set', { effect: 'set', value: ['eu', 'us'] }],
  ['set', { effect: 'deny', value: ['us'] }],
  ['set', { effect: 'deny' }],
  ['config', { effect: 'set', value: { color: 'red' } }],
  ['meter', { effect: 'add', value: 2.5, reset: { every: 'month' } }],
])('a %s takes %j', (kind, said) => {
  expect(grant(said, kinds[kind])).toHaveLength(1);
});

test.each<[keyof typeof kinds, Partial<Wanted>, string]>([
  ['switch', { effect: 'set', value: true }, 'effect_not_for_kind'],
  ['switch', { effect: 'allow', value: 'yes' }, 'value_not_for_kind'],
  ['number', { effect: 'allow' }, 'effect_not_for_kind'],
  ['number', { effect: 'set' }, 'value_not_for_kind'],
  ['number', { effect: 'set', value: -1 }, 'value_not_for_kind'],
  ['number', { effect: 'set', value: 5, unlimited: true }, 'value_not_for_kind'],
  ['number', { effect: 'cap', unlimited: true }, 'value_not_for_kind'],
  ['number', { effect: 'add', value: 1, reset: { every: 'day' } }, 'value_not_for_kind'],
  ['level', { effect: 'set', value: 'huge' }, 'value_not_for_kind'],
  ['level', { effect: 'add', value: 'full' }, 'effect_not_for_kind'],
  ['set', { effect: 'set', value: ['eu', 'eu'] }, 'value_not_for_kind'],
  ['config', { effect: 'set', value: ['red'] }, 'value_not_for_kind'],
  ['config', { effect: 'cap', value: {} }, 'effect_not_for_kind'],
  ['meter', { effect: 'deny', value: 3 }, 'value_not_for_kind'],
])('a %s does not take %j', (kind, said, refused) => {
  expect(grant(said, kinds[kind])).toMatchObject({ refused });
});

test('unlimited has one form, whichever way it is said', () => {
  const [said] = grant({ effect: 'set', value: 'unlimited' }, kinds.number) as readonly { after: Grant }[];
  expect(said?.after).toMatchObject({ unlimited: true });
  expect(said?.after).not.toHaveProperty('value');
});

test('a retired feature cannot be granted', () => {
  expect(grant({}, aFeature({ state: 'retired' }))).toMatchObject({ refused: 'feature_retired' });
  expect(grant({}, null)).toMatchObject({ refused: 'feature_unknown', facts: { field: 'feature' } });
});

test('what was made for one customer goes to it and its departments; others may only be denied it', () => {
  const exclusive = aFeature({ exclusiveTo: 'bank' });
  expect(grant({}, exclusive)).toMatchObject({ refused: 'feature_exclusive' });
  expect(grant({ effect: 'deny' }, exclusive)).toHaveLength(1);
  expect(grant({}, aFeature({ exclusiveTo: 'acme' }))).toHaveLength(1);
  const department = aCustomer({ parent: 'branch' });
  const above = [aCustomer({ key: 'branch', parent: 'bank' })];
  expect(grant({}, exclusive, { customer: department, above })).toHaveLength(1);
  const promotion = { subject: { kind: 'everyone' } } as const;
  expect(grant(promotion, exclusive, nobody)).toMatchObject({ refused: 'feature_exclusive' });
});

test('a promotion is for a plan that exists', () => {
  const toGold = { subject: { kind: 'plan', key: 'gold' }, origin: 'promotion' } as const;
  expect(grant(toGold, aFeature(), nobody)).toMatchObject({ refused: 'plan_unknown' });
  expect(grant(toGold, aFeature(), { ...nobody, plan: aPlan() })).toMatchObject([
    { after: { subject: { kind: 'plan', key: 'gold' }, inherit: false } },
  ]);
  expect(createGrant.resource({ ...toGold, feature: 'exports', effect: 'allow' })).toBe('plan/gold');
});

const supersede = (said: object, before: Partial<Grant> = {}, feature: Feature = kinds.number) =>
  supersedeGrant.compute(
    { grant: 'g_1', subject: acme, ...said },
    { ...seenAcme, grant: aGrant({ effect: 'add', value: 5, ...before }), feature },
    here,
  );

test('an edited grant is a new one of the same lineage; the old one ends where it begins', () => {
  expect(supersede({ value: 8, to: on('2026-04-01') })).toMatchObject([
    { before: { id: 'g_1', revokedAt: null }, after: { id: 'g_1', revokedAt: on('2026-03-15') } },
    {
      before: null,
      after: {
        id: 'g_new',
        lineageId: 'g_1',
        effect: 'add',
        value: 8,
        from: on('2026-03-15'),
        to: on('2026-04-01'),
        reason: 'Outage of 3 March',
        revokedAt: null,
      },
    },
  ]);
});

test('a grant that is still to come keeps its start', () => {
  const [, after] = supersede({ value: 8 }, { from: on('2026-05-01') }) as readonly { after: Grant }[];
  expect(after?.after.from).toBe(on('2026-05-01'));
});

test('a value and unlimited push each other out', () => {
  const [, unlimited] = supersede({ unlimited: true }) as readonly { after: Grant }[];
  expect(unlimited?.after).not.toHaveProperty('value');
  expect(supersede({ value: 3 }, { unlimited: true })).toMatchObject([{}, { after: { value: 3 } }]);
});

test('a grant is ended once, by whom it belongs to', () => {
  const revoke = (said: Partial<Grant>, subject: { kind: 'customer'; key: string } = acme) =>
    revokeGrant.compute({ grant: 'g_1', subject }, { ...seenAcme, grant: aGrant(said) }, here);
  expect(revoke({})).toMatchObject([{ after: { revokedAt: on('2026-03-15') } }]);
  expect(revoke({ revokedAt: on('2026-03-01') })).toMatchObject({ refused: 'grant_over' });
  expect(revoke({ to: on('2026-03-15') })).toMatchObject({ refused: 'grant_over' });
  expect(revoke({}, { kind: 'customer', key: 'other' })).toMatchObject({ refused: 'grant_unknown' });
});

test('what comes from a plan changes with the plan', () => {
  const derived = derivedGrantId('pk_1', 'exports');
  expect(
    revokeGrant.compute({ grant: derived, subject: acme }, { ...seenAcme, grant: null }, here),
  ).toMatchObject({
    refused: 'grant_derived',
  });
});
