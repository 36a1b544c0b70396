import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  aSnapshot,
  aTargeting,
  at,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { explainFlag } from './flag-steps.ts';

const now = at('2026-03-15');
const clause = (attribute: string, value: string) => ({ attribute, op: 'in' as const, values: [value] });

const shop = aConfiguration({
  features: [aFeature({ key: 'sso', flagKey: 'sso' })],
  flags: [aFlag({ key: 'sso' }), aFlag({ key: 'theme' })],
  targeting: [
    aTargeting({ flag: 'sso', on: true }),
    aTargeting({
      flag: 'theme',
      targets: [{ variation: 1, values: ['tom'] }],
      rules: [
        { id: 'swiss-staff', clauses: [clause('country', 'CH'), clause('role', 'staff')], variation: 0 },
        { id: 'german', clauses: [clause('country', 'DE')], variation: 0 },
        { id: 'late', clauses: [clause('country', 'CH')], variation: 1 },
      ],
    }),
  ],
});

function explained(flag: string, context: Record<string, unknown>, holds = false) {
  const configuration = compileConfiguration(shop);
  const snapshot = aSnapshot({
    customer: aCustomer(),
    grants: holds ? [aGrant({ feature: 'sso' })] : [],
  });
  const customer = compileCustomer(configuration, snapshot);
  return explainFlag(configuration, { customer, context }, flag, now);
}

test('every rule says whether it matched, which clause settled it, and what the context said there', () => {
  const { evaluation, steps } = explained('theme', { kind: 'user', key: 'ada', country: 'DE' });
  expect(evaluation).toMatchObject({ variationIndex: 0, reason: { kind: 'RULE_MATCH', ruleId: 'german' } });
  expect(steps).toMatchObject([
    { kind: 'on', passed: true, decided: false },
    { kind: 'target', passed: false, decided: false },
    {
      kind: 'rule',
      id: 'swiss-staff',
      passed: false,
      clauses: [
        { outcome: 'not_matched', found: 'DE' },
        { outcome: 'not_asked', found: null },
      ],
    },
    { kind: 'rule', id: 'german', passed: true, decided: true, clauses: [{ outcome: 'matched' }] },
    { kind: 'rule', id: 'late', asked: false, clauses: [{ outcome: 'not_asked' }] },
    { kind: 'fallthrough', passed: false, decided: false },
  ]);
});

test('a target is asked before any rule', () => {
  const { steps } = explained('theme', { kind: 'user', key: 'tom', country: 'DE' });
  expect(steps.find(({ decided }) => decided)).toMatchObject({ kind: 'target' });
  expect(steps.filter((step) => step.kind === 'rule' && step.asked)).toEqual([]);
});

test('a flag that guards a feature says which right is missing', () => {
  expect(explained('sso', { kind: 'user', key: 'ada' }).steps).toMatchObject([
    { kind: 'on', passed: true },
    { kind: 'right', passed: false, feature: 'sso', reason: 'not_entitled', decided: true },
    { kind: 'target' },
    { kind: 'fallthrough' },
  ]);
  const { steps } = explained('sso', { kind: 'user', key: 'ada' }, true);
  expect(steps.find(({ decided }) => decided)).toMatchObject({ kind: 'fallthrough', passed: true });
});

test('nothing is explained of a flag that is not there, or for what is no context', () => {
  expect(explained('nothing', { kind: 'user', key: 'ada' })).toMatchObject({
    evaluation: { reason: { kind: 'ERROR', errorKind: 'FLAG_NOT_FOUND' } },
    steps: [],
  });
  expect(explained('theme', { kind: 'user' }).steps).toEqual([]);
});
