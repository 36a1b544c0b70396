import type { Configuration } from '@latchkey/model';
import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSegment,
  aSnapshot,
  aTargeting,
  at,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';

const now = at('2026-03-15');
const ada = { kind: 'user', key: 'ada' };

/** The flag `sso` guards single sign-on; `exports-flag` guards nothing. */
const shop = aConfiguration({
  features: [aFeature({ key: 'sso', flagKey: 'sso' })],
  flags: [aFlag({ key: 'sso' }), aFlag()],
  targeting: [aTargeting({ flag: 'sso' }), aTargeting()],
});
const holder = aSnapshot({ grants: [aGrant({ feature: 'sso' })] });

function answer(flag: string, snapshot = aSnapshot(), said: Partial<Configuration> = {}, context = ada) {
  const configuration = compileConfiguration({ ...shop, ...said });
  return evaluateGuardedFlag(configuration, compileCustomer(configuration, snapshot), flag, context, now);
}

test('a plain flag is for everybody, as flags are', () => {
  expect(answer('exports-flag')).toMatchObject({ value: true, reason: { kind: 'FALLTHROUGH' } });
});

test('a guarding flag is on for who is entitled and off for others', () => {
  expect(answer('sso', holder)).toMatchObject({ value: true });
  expect(answer('sso')).toEqual({ value: false, variationIndex: 0, reason: { kind: 'OFF' } });
});

test('what builds on a withheld flag is withheld', () => {
  const onTop = aTargeting({ prerequisites: [{ flag: 'sso', variation: 1 }] });
  const targeting = [aTargeting({ flag: 'sso' }), onTop];
  expect(answer('exports-flag', aSnapshot(), { targeting })).toMatchObject({ value: false });
  expect(answer('exports-flag', holder, { targeting })).toMatchObject({ value: true });
});

test('a flag that guards a bundle is on for who has any of it', () => {
  const features = [aFeature({ key: 'sso', flagKey: 'sso' }), aFeature({ key: 'scim', flagKey: 'sso' })];
  expect(answer('sso', holder, { features })).toMatchObject({ value: true });
  expect(answer('sso', aSnapshot(), { features })).toMatchObject({ value: false });
});

test('rules see the customer, and an application cannot talk it into another country', () => {
  const germansOnly = aTargeting({
    fallthrough: { variation: 0 },
    rules: [
      {
        id: 'r1',
        clauses: [{ contextKind: 'customer', attribute: 'country', op: 'in', values: ['DE'] }],
        variation: 1,
      },
    ],
  });
  const from = (country: string) => aSnapshot({ customer: aCustomer({ attributes: { country } }) });
  const pretender = { kind: 'customer', key: 'somebody', country: 'DE' };
  const targeting = [germansOnly];
  expect(answer('exports-flag', from('DE'), { targeting })).toMatchObject({ value: true });
  expect(answer('exports-flag', from('FR'), { targeting })).toMatchObject({ value: false });
  expect(answer('exports-flag', from('FR'), { targeting }, pretender)).toMatchObject({ value: false });
});

test('who is listed in a segment is known by the snapshot', () => {
  const pilots = aTargeting({
    fallthrough: { variation: 0 },
    rules: [{ id: 'r1', clauses: [{ attribute: '', op: 'segmentMatch', values: ['pilots'] }], variation: 1 }],
  });
  const said = { targeting: [pilots], segments: [aSegment()] };
  expect(answer('exports-flag', aSnapshot({ segments: { pilots: true } }), said)).toMatchObject({
    value: true,
  });
  expect(answer('exports-flag', aSnapshot(), said)).toMatchObject({ value: false });
});

test('without a customer a guarding flag is asked for nobody in particular', () => {
  const withoutPlan = compileConfiguration(shop);
  expect(evaluateGuardedFlag(withoutPlan, null, 'sso', ada, now)).toMatchObject({ value: false });
  expect(evaluateGuardedFlag(withoutPlan, null, 'exports-flag', ada, now)).toMatchObject({ value: true });
  const withPlan = compileConfiguration({
    ...shop,
    defaultPlan: 'gold',
    plans: [aPlan()],
    planVersions: [aPlanVersion({ items: [aPlanItem({ feature: 'sso' })] })],
    publications: [aPublication()],
  });
  expect(evaluateGuardedFlag(withPlan, null, 'sso', ada, now)).toMatchObject({ value: true });
});

test('a flag that is not there is not found', () => {
  expect(answer('teleport')).toMatchObject({ reason: { kind: 'ERROR', errorKind: 'FLAG_NOT_FOUND' } });
});
