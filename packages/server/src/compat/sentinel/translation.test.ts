import { fc, test as law } from '@fast-check/vitest';
import type { CatalogueEntity, Feature, Subscription } from '@latchkey/model';
import { describe, expect, test } from 'vitest';
import { subjectOf } from './activation-form.ts';
import { endOf, endShown, startOfDay, startShown } from './calendar.ts';
import { editCalls } from './entitlement-edits.ts';
import { featureWords } from './feature-form.ts';
import { itemOf, keyOf } from './product-form.ts';

const zones = [
  'UTC',
  'Europe/Zurich',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const aDay = fc
  .integer({ min: Date.parse('1990-01-01') / 86_400_000, max: Date.parse('2490-01-01') / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('days', () => {
  law.prop([aDay, fc.constantFrom(...zones)])('are written as they were read, in every zone', (day, zone) => {
    expect(startShown(startOfDay(day, zone), zone)).toBe(day);
    const end = endOf({ endDate: day }, '1990-01-01T00:00:00.000Z', zone);
    expect(endShown(end ?? null, zone)).toBe(day);
  });

  test.each([
    [{ neverExpires: true }, 'UTC', null],
    [{ endDate: '2500-12-31' }, 'UTC', null],
    [
      { neverExpires: false, endDate: '2027-02-28', expiryInDays: '' as const },
      'UTC',
      '2027-03-01T00:00:00.000Z',
    ],
    [{ endDate: '2026-03-28' }, 'Europe/Zurich', '2026-03-28T23:00:00.000Z'],
    [{ endDate: '2026-03-29' }, 'Europe/Zurich', '2026-03-29T22:00:00.000Z'],
    [{ expiryInDays: 30 }, 'UTC', '2026-03-31T00:00:00.000Z'],
    [{}, 'UTC', undefined],
  ])('%j in %s ends at %s', (expiry, zone, end) => {
    expect(endOf(expiry, '2026-03-01T00:00:00.000Z', zone)).toBe(end);
  });
});

const entity = (type: CatalogueEntity['type'], name: string, more: Partial<CatalogueEntity> = {}) => ({
  id: `${type}-${name}`.toLowerCase(),
  type,
  name,
  version: '',
  belongsTo: null,
  description: '',
  ...more,
});
const catalogue: readonly CatalogueEntity[] = [
  entity('namespace', 'Tools'),
  entity('enforcement', 'Services', { version: '1.0' }),
  entity('enforcement', 'RMS', { version: '9.7' }),
  entity('licence_model', 'Services', { belongsTo: 'enforcement-services' }),
  entity('licence_model', 'Training', { belongsTo: 'enforcement-services' }),
  entity('licence_model', 'Leased', { belongsTo: 'enforcement-rms' }),
];
const models = (...names: string[]) => ({
  featureLicenseModel: names.map((name) => ({ licenseModel: { name } })),
});

describe('features', () => {
  test.each([
    [{}, { sentinel: {} }],
    [
      { namespace: { id: 'namespace-tools' }, description: 'Cuts' },
      { description: 'Cuts', sentinel: { namespace: 'Tools' } },
    ],
    [
      { displayName: 'Saw', featureLicenseModels: models('Services', 'Training') },
      { name: 'Saw', sentinel: { enforcement: 'Services 1.0', licenceModels: ['Services', 'Training'] } },
    ],
    [
      { customAttributes: { customAttribute: [{ name: 'isFeatureFlag', value: 'Yes' }] } },
      { sentinel: { isFeatureFlag: 'Yes' } },
    ],
  ])('%j says %j', (said, words) => {
    expect(featureWords(said, catalogue)).toEqual(words);
  });

  test.each([
    [{ namespace: { name: 'Toys' } }, /no namespace Toys/],
    [{ featureLicenseModels: models('Rented') }, /no licence model Rented/],
    [{ featureLicenseModels: models('Services', 'Leased') }, /one enforcement/],
    [{ customAttributes: { customAttribute: [{ name: 'colour', value: 'red' }] } }, /no attribute colour/],
    [
      {
        nameVersion: { name: 'saw', version: '1.0' },
        customAttributes: { customAttribute: [{ name: 'isFeatureFlag', value: 'Yes' }] },
      },
      /no version/,
    ],
  ])('%j is refused', (said, why) => {
    expect(() => featureWords(said, catalogue)).toThrow(why);
  });
});

describe('products', () => {
  test.each([
    ['TestProduct', 'test-product'],
    ['Gold Plus (2026)', 'gold-plus-2026'],
    ['Crème brûlée', 'creme-brulee'],
  ])('%s is known as %s', (name, key) => {
    expect(keyOf({ nameVersion: { name, version: '' } })).toBe(key);
  });

  test('a name without letters needs an identifier', () => {
    expect(() => keyOf({ nameVersion: { name: '＊＊', version: '' } })).toThrow(/identifier/);
  });

  const feature = { key: 'seats', kind: 'number' } as Feature;
  test('a switch is included, and a number has a value', () => {
    expect(itemOf({ feature: {} }, { ...feature, kind: 'switch' })).toEqual({
      feature: 'seats',
      effect: 'allow',
    });
    expect(itemOf({ feature: {}, value: 5 }, feature)).toEqual({ feature: 'seats', effect: 'set', value: 5 });
    expect(() => itemOf({ feature: {}, value: 5 }, { ...feature, kind: 'switch' })).toThrow(/no value/);
  });
});

describe('edits of product keys', () => {
  const subscription = (state: Subscription['state']): Subscription => ({
    eId: 'e_1',
    customer: 'acme',
    state,
    source: { system: 'latchkey', ref: '' },
    items: [
      {
        pkId: 'pk_1',
        plan: 'gold',
        version: 1,
        quantity: 5,
        from: '2026-03-01T00:00:00.000Z',
        to: null,
        state: 'active',
      },
    ],
    parentEId: null,
    createdAt: '2026-03-01T00:00:00.000Z',
    changedAt: '2026-03-01T00:00:00.000Z',
  });
  const held = { subscription: 'e_1', customer: 'acme' };
  const quantityCall = (quantity: number) => ({
    kind: 'subscription.change-quantity',
    input: { ...held, items: [{ pkId: 'pk_1', quantity }] },
  });

  test.each([
    ['draft', 7, [quantityCall(7)]],
    ['active', 2, [quantityCall(7)]],
    ['active', -2, [quantityCall(3)]],
    ['active', 0, []],
  ] as const)('in %s a quantity of %i means %j', (state, totalQuantity, calls) => {
    expect(editCalls(subscription(state), [{ pkId: 'pk_1', totalQuantity }], [], 'UTC')).toEqual(calls);
  });

  test('an end and a state go in one edit', () => {
    const edit = { pkId: 'pk_1', expiry: { endDate: '2026-12-31' }, state: 'DISABLE' } as const;
    expect(editCalls(subscription('active'), [edit], [], 'UTC')).toEqual([
      {
        kind: 'subscription.edit',
        input: {
          ...held,
          items: [{ pkId: 'pk_1', to: '2027-01-01T00:00:00.000Z', state: 'disabled' }],
          addItems: [],
        },
      },
    ]);
  });

  test.each([
    ['draft', { totalQuantity: 0 }, /At least one/],
    ['active', { totalQuantity: -5 }, /At least one/],
    ['active', { startDate: '2026-04-01' }, /keeps its start/],
    ['suspended', { totalQuantity: 1 }, /enable it first/],
  ] as const)('in %s %j is refused', (state, edit, why) => {
    expect(() => editCalls(subscription(state), [{ pkId: 'pk_1', ...edit }], [], 'UTC')).toThrow(why);
  });
});

describe('who activates', () => {
  const people = (...emails: string[]) => ({
    activatees: { activatee: emails.map((activateeEmailId) => ({ activateeEmailId })) },
  });
  const devices = (...prints: string[]) => ({
    fingerprints: { fingerprint: prints.map((fingerprint) => ({ fingerprint })) },
  });

  test('a device by its fingerprint, or else a user', () => {
    expect(subjectOf(people('u@acme.test'))).toEqual({ kind: 'user', key: 'u@acme.test' });
    expect(subjectOf({ ...people('u@acme.test'), ...devices('f1') })).toEqual({ kind: 'device', key: 'f1' });
  });

  test('one of them, neither none nor several', () => {
    expect(() => subjectOf({})).toThrow(/who activates/);
    expect(() => subjectOf(people('u@acme.test', 'v@acme.test'))).toThrow(/one user or one device/);
    expect(() => subjectOf(devices('f1', 'f2'))).toThrow(/one user or one device/);
  });
});
