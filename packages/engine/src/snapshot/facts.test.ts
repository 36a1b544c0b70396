import type { CustomerSnapshot } from '@latchkey/model';
import {
  aConfiguration,
  aCustomer,
  aGrant,
  anItem,
  aPlan,
  aSnapshot,
  aSubscription,
  at,
  on,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { compileConfiguration } from './compile-configuration.ts';
import { compileCustomer } from './compile-customer.ts';

const configuration = compileConfiguration(
  aConfiguration({
    defaultPlan: 'free',
    plans: [
      aPlan({ key: 'free', rank: 0 }),
      aPlan({ key: 'gold', rank: 2 }),
      aPlan({ key: 'silver', rank: 1 }),
      aPlan({ key: 'boost', kind: 'addon', rank: 9 }),
      aPlan({ key: 'try-gold', kind: 'trial', rank: 2 }),
    ],
  }),
);
const factsOf = (snapshot: Partial<CustomerSnapshot>, day = '2026-03-15') =>
  compileCustomer(configuration, aSnapshot(snapshot)).facts.at(at(day));
const withItems = (...items: Parameters<typeof anItem>[0][]) => ({
  subscriptions: [
    aSubscription({ items: items.map((item, index) => anItem({ pkId: `pk_${index}`, ...item })) }),
  ],
});

test('who has bought nothing has the default plan, no order and no trial', () => {
  expect(factsOf({})).toEqual({
    'latchkey.customerState': 'active',
    'latchkey.planType': 'free',
    'latchkey.plans': ['free'],
    'latchkey.subscriptionStatus': 'none',
    'latchkey.orderQuantity': 0,
    'latchkey.trial': 'none',
  });
  expect(factsOf({ customer: null })).not.toHaveProperty(['latchkey.customerState']);
});

test('the plan type is the highest plan that runs; add-ons are held, and neither a type nor an order', () => {
  const bought = withItems(
    { plan: 'silver', quantity: 20 },
    { plan: 'gold', quantity: 35 },
    { plan: 'boost', quantity: 7 },
    { plan: 'gold', quantity: 100, state: 'disabled' },
  );
  expect(factsOf(bought)).toMatchObject({
    'latchkey.planType': 'gold',
    'latchkey.plans': ['boost', 'gold', 'silver'],
    'latchkey.orderQuantity': 55,
  });
});

test.each([
  ['2026-01-31', 'scheduled', 'free', 0],
  ['2026-02-01', 'active', 'gold', 5],
  ['2026-03-31T23:59:59.999Z', 'active', 'gold', 5],
  ['2026-04-01', 'ended', 'free', 0],
])('by %s what is bought for February and March is %s', (day, status, plan, quantity) => {
  const bought = withItems({ plan: 'gold', quantity: 5, from: on('2026-02-01'), to: on('2026-04-01') });
  expect(factsOf(bought, day)).toMatchObject({
    'latchkey.subscriptionStatus': status,
    'latchkey.planType': plan,
    'latchkey.orderQuantity': quantity,
  });
});

test.each(['draft', 'suspended', 'closed'] as const)(
  'a %s subscription says so and gives no plan',
  (state) => {
    const subscriptions = [aSubscription({ state, items: [anItem({ plan: 'gold' })] })];
    expect(factsOf({ subscriptions })).toMatchObject({
      'latchkey.subscriptionStatus': state,
      'latchkey.planType': 'free',
    });
  },
);

test('of several subscriptions the most alive one counts', () => {
  const subscriptions = [
    aSubscription({ eId: 'e_1', state: 'closed' }),
    aSubscription({ eId: 'e_2', items: [anItem({ plan: 'gold' })] }),
    aSubscription({ eId: 'e_3', state: 'suspended' }),
  ];
  expect(factsOf({ subscriptions })).toMatchObject({ 'latchkey.subscriptionStatus': 'active' });
});

test.each([
  ['2026-02-28', 'planned'],
  ['2026-03-01', 'running'],
  ['2026-03-14T23:59:59.999Z', 'running'],
  ['2026-03-15', 'ended'],
])('by %s a trial of two weeks is %s, given as a grant or as a plan', (day, state) => {
  const when = { from: on('2026-03-01'), to: on('2026-03-15') };
  const given = { grants: [aGrant({ origin: 'trial', ...when })] };
  expect(factsOf(given, day)).toMatchObject({ 'latchkey.trial': state });
  expect(factsOf(withItems({ plan: 'try-gold', ...when }), day)).toMatchObject({ 'latchkey.trial': state });
});

test('a parent’s trial is the child’s too where it is inherited, and goodwill is no trial', () => {
  const ofParent = { origin: 'poc', subject: { kind: 'customer', key: 'group' } } as const;
  const ancestors = ['group'];
  expect(factsOf({ ancestors, grants: [aGrant({ ...ofParent, inherit: true })] })).toMatchObject({
    'latchkey.trial': 'running',
  });
  expect(factsOf({ ancestors, grants: [aGrant(ofParent), aGrant({ id: 'g_2' })] })).toMatchObject({
    'latchkey.trial': 'none',
  });
  expect(factsOf({ customer: aCustomer({ state: 'suspended' }) })).toMatchObject({
    'latchkey.customerState': 'suspended',
  });
});
