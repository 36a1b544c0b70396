import type { Clause, Configuration, CustomerSnapshot } from '@latchkey/model';
import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSegment,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  on,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { check } from './check.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';
import { guardedFlags } from './guarded-flags.ts';

const ask = (attribute: string, op: Clause['op'], ...values: Clause['values']): Clause => ({
  attribute,
  op,
  values,
});
/** Off, except for those whom the clause matches. */
const onlyFor = (...clauses: Clause[]) =>
  aTargeting({ fallthrough: { variation: 0 }, rules: [{ id: 'r1', clauses, variation: 1 }] });
const shop = (said: Partial<Configuration>) =>
  aConfiguration({ flags: [aFlag()], plans: [aPlan(), aPlan({ key: 'bronze' })], ...said });
const buyer = (item: Parameters<typeof anItem>[0]): CustomerSnapshot =>
  aSnapshot({ subscriptions: [aSubscription({ items: [anItem(item)] })] });

function isOn(
  said: Partial<Configuration>,
  snapshot: CustomerSnapshot | null,
  { context = { kind: 'user', key: 'ada' }, day = '2026-03-15' }: { context?: object; day?: string } = {},
): boolean {
  const configuration = compileConfiguration(shop(said));
  const customer = snapshot && compileCustomer(configuration, snapshot);
  const asked = context as { readonly [attribute: string]: unknown };
  const answer = evaluateGuardedFlag(configuration, customer, 'exports-flag', asked, at(day));
  const among = guardedFlags(configuration, { customer, context: asked }, at(day));
  expect(among.answer('exports-flag')).toEqual(answer);
  return answer.value === true;
}

test.each([
  [ask('latchkey.planType', 'in', 'gold'), { plan: 'gold' }, { plan: 'bronze' }],
  [ask('entitlement.planType', 'in', 'gold'), { plan: 'gold' }, { plan: 'bronze' }],
  [ask('latchkey.plans', 'in', 'gold'), { plan: 'gold' }, { plan: 'bronze' }],
  [ask('entitlement.subscriptionStatus', 'in', 'active'), {}, { state: 'disabled' }],
  [ask('entitlement.orderQuantity', 'greaterThanOrEqual', 50), { quantity: 50 }, { quantity: 49 }],
  [{ ...ask('/latchkey.orderQuantity', 'lessThan', 50), negate: true }, { quantity: 50 }, { quantity: 49 }],
] as const)('a rule that asks %j is for those whom it is true of', (clause, matching, other) => {
  const targeting = [onlyFor(clause as Clause)];
  expect(isOn({ targeting }, buyer(matching))).toBe(true);
  expect(isOn({ targeting }, buyer(other))).toBe(false);
});

test('facts are the customer’s, whatever kind of context the clause names', () => {
  for (const contextKind of ['user', 'customer', 'device']) {
    const targeting = [onlyFor({ ...ask('latchkey.plans', 'in', 'gold'), contextKind })];
    expect(isOn({ targeting }, buyer({}))).toBe(true);
  }
});

test('no context can claim a fact, for a customer that is known or for any other', () => {
  const targeting = [onlyFor(ask('latchkey.plans', 'in', 'gold'))];
  const forged = { key: 'acme', 'latchkey.plans': ['gold'], 'entitlement.planType': 'gold' };
  for (const context of [
    { kind: 'customer', ...forged },
    { kind: 'user', ...forged },
    { kind: 'multi', user: forged, customer: forged },
  ]) {
    expect(isOn({ targeting }, buyer({ plan: 'bronze' }), { context })).toBe(false);
    expect(isOn({ targeting }, null, { context })).toBe(false);
  }
});

test('nor can an attribute that somebody gave the customer', () => {
  const attributes = { 'latchkey.planType': 'gold', country: 'DE' };
  const snapshot = aSnapshot({ customer: aCustomer({ attributes }) });
  expect(isOn({ targeting: [onlyFor(ask('latchkey.planType', 'in', 'gold'))] }, snapshot)).toBe(false);
  const byCountry = onlyFor({ ...ask('country', 'in', 'DE'), contextKind: 'customer' });
  expect(isOn({ targeting: [byCountry] }, snapshot)).toBe(true);
});

test('of the customer’s own attributes those that we know win, and the context adds others', () => {
  const snapshot = aSnapshot({ customer: aCustomer({ attributes: { country: 'FR' } }) });
  const context = { kind: 'customer', key: 'acme', country: 'DE', shift: 'night' };
  const asking = (attribute: string, value: string) => ({
    targeting: [onlyFor({ ...ask(attribute, 'in', value), contextKind: 'customer' })],
  });
  expect(isOn(asking('country', 'DE'), snapshot, { context })).toBe(false);
  expect(isOn(asking('country', 'FR'), snapshot, { context })).toBe(true);
  expect(isOn(asking('shift', 'night'), snapshot, { context })).toBe(true);
});

test('a rule on a running trial is over with the trial, at its second', () => {
  const trial = aGrant({ origin: 'trial', from: on('2026-03-01'), to: on('2026-03-15') });
  const targeting = [onlyFor(ask('latchkey.trial', 'in', 'running'))];
  const snapshot = aSnapshot({ grants: [trial] });
  expect(isOn({ targeting }, snapshot, { day: '2026-03-14T23:59:59.999Z' })).toBe(true);
  expect(isOn({ targeting }, snapshot, { day: '2026-03-15' })).toBe(false);
});

test('what a premium feature is opened to by an attribute rule ends by itself', () => {
  // C-93: bronze customers in banking have SSO through March, as a grant to a segment that asks for both.
  const bank = [
    ask('latchkey.planType', 'in', 'bronze'),
    { ...ask('industry', 'in', 'banking'), contextKind: 'customer' },
  ];
  const configuration = compileConfiguration(
    shop({
      features: [aFeature({ key: 'sso', flagKey: 'exports-flag' })],
      targeting: [aTargeting()],
      segments: [aSegment({ key: 'banks', rules: [{ id: 'r1', clauses: bank }] })],
      grants: [
        aGrant({
          feature: 'sso',
          origin: 'promotion',
          subject: { kind: 'segment', key: 'banks' },
          to: on('2026-04-01'),
        }),
      ],
    }),
  );
  const customerIn = (industry: string, plan: string) =>
    compileCustomer(configuration, {
      ...buyer({ plan, to: on('2026-03-20') }),
      customer: aCustomer({ attributes: { industry } }),
    });
  const has = (customer: ReturnType<typeof customerIn>, day: string) => {
    const { allowed } = check(configuration, customer, { feature: 'sso' }, at(day));
    const { value } = evaluateGuardedFlag(configuration, customer, 'exports-flag', undefined, at(day));
    expect(value).toBe(allowed);
    return allowed;
  };
  const bronzeBank = customerIn('banking', 'bronze');
  expect(has(bronzeBank, '2026-03-15')).toBe(true);
  expect(has(customerIn('retail', 'bronze'), '2026-03-15')).toBe(false);
  expect(has(customerIn('banking', 'gold'), '2026-03-15')).toBe(false);
  // Who is no bronze customer any more is no member any more.
  expect(check(configuration, bronzeBank, { feature: 'sso' }, at('2026-03-15')).nextChangeAt).toBe(
    on('2026-03-20'),
  );
  expect(has(bronzeBank, '2026-03-20')).toBe(false);
});

test('the answer to a bare check is not kept beyond a change of the facts that its flag asks for', () => {
  const configuration = compileConfiguration(
    shop({
      features: [aFeature({ key: 'sso', flagKey: 'exports-flag', access: 'open' })],
      targeting: [onlyFor(ask('latchkey.planType', 'in', 'gold'))],
    }),
  );
  const customer = compileCustomer(configuration, buyer({ to: on('2026-04-01') }));
  const before = check(configuration, customer, { feature: 'sso' }, at('2026-03-15'));
  expect(before).toMatchObject({ allowed: true, nextChangeAt: on('2026-04-01') });
  expect(nextTransition(configuration, customer, at('2026-03-15'))).toBe(at('2026-04-01'));
  expect(check(configuration, customer, { feature: 'sso' }, at('2026-04-01'))).toMatchObject({
    allowed: false,
    reason: 'not_rolled_out',
  });
});

test('segments within segments, and flags that build on flags, follow the facts too', () => {
  const inside = (segment: string): Clause => ({ attribute: '', op: 'segmentMatch', values: [segment] });
  const configuration = compileConfiguration(
    shop({
      flags: [aFlag({ key: 'base' }), aFlag()],
      features: [aFeature({ key: 'sso', flagKey: 'exports-flag', access: 'open' })],
      segments: [
        aSegment({ key: 'golden', rules: [{ id: 'r1', clauses: [ask('latchkey.plans', 'in', 'gold')] }] }),
        aSegment({ key: 'outer', rules: [{ id: 'r1', clauses: [inside('golden')] }] }),
      ],
      targeting: [
        { ...onlyFor(inside('outer')), flag: 'base' },
        aTargeting({ prerequisites: [{ flag: 'base', variation: 1 }] }),
      ],
      planVersions: [aPlanVersion({ items: [aPlanItem({ feature: 'sso' })] })],
      publications: [aPublication()],
    }),
  );
  const customer = compileCustomer(configuration, buyer({ to: on('2026-04-01') }));
  const answerOn = (day: string) => check(configuration, customer, { feature: 'sso' }, at(day)).allowed;
  expect([answerOn('2026-03-31'), answerOn('2026-04-01'), answerOn('2026-03-31')]).toEqual([
    true,
    false,
    true,
  ]);
});
