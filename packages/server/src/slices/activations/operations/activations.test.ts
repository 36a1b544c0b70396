import type { Activation, Subscription } from '@latchkey/model';
import { aCustomer, anActivation, anItem, aSubscription, at, on } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { activate } from './activate.ts';
import { rehostActivation } from './rehost.ts';
import { renewActivation } from './renew.ts';
import { revokeActivation } from './revoke.ts';

const here = {
  actor: { kind: 'member', id: 'm_1', name: 'Sam' },
  now: at('2026-03-15'),
  comment: '',
  newId: (prefix: string) => `${prefix}_new`,
  place: { project: 'shop', environment: 'production' },
} as const;
const ten = aSubscription({ items: [anItem({ quantity: 10 })] });
const seated = (count: number) =>
  Array.from({ length: count }, (_, seat) =>
    anActivation({ aId: `a_${seat}`, subject: { kind: 'user', key: `${seat}` } }),
  );
const bob = { kind: 'user', key: 'bob' } as const;

const sit = (others: readonly Activation[], said: object = {}, subscription: Subscription | null = ten) =>
  activate.compute(
    { customer: 'acme', subscription: 'e_1', pkId: 'pk_1', subject: bob, ...said },
    { customer: aCustomer(), subscription, others },
    here,
  );

test('the last seat is given, the one after it is not', () => {
  expect(sit(seated(9))).toMatchObject([
    {
      before: null,
      after: {
        aId: 'a_new',
        pkId: 'pk_1',
        subject: bob,
        quantity: 1,
        history: [{ what: 'activated', by: 'Sam' }],
      },
    },
  ]);
  expect(sit(seated(10))).toMatchObject({ refused: 'seat_limit_reached', facts: { quantity: 10, used: 10 } });
  expect(sit(seated(8), { quantity: 2 })).toHaveLength(1);
  expect(sit(seated(8), { quantity: 3 })).toMatchObject({ refused: 'seat_limit_reached' });
});

test('a seat that was given back or has ended is free', () => {
  const free = [anActivation({ state: 'revoked' }), anActivation({ aId: 'a_2', to: on('2026-03-15') })];
  expect(sit([...free, ...seated(9)])).toHaveLength(1);
});

test('a user sits once, unless a quantity is asked for', () => {
  const others = [anActivation({ subject: bob })];
  expect(sit(others)).toMatchObject({ refused: 'seat_taken', facts: { aId: 'a_1' } });
  expect(sit(others, { subject: { kind: 'device', key: 'bob' } })).toHaveLength(1);
  expect(sit(others, { quantity: 1 })).toHaveLength(1);
});

test('seats are given by what runs or is to come, not by what is over', () => {
  const from = (said: Partial<Subscription>) =>
    sit([], {}, aSubscription({ items: [anItem({ quantity: 10 })], ...said }));
  expect(from({ state: 'suspended' })).toMatchObject({ refused: 'subscription_not_active' });
  expect(from({ state: 'closed' })).toMatchObject({ refused: 'subscription_closed' });
  expect(from({ customer: 'other' })).toMatchObject({ refused: 'subscription_unknown' });
  expect(from({ items: [] })).toMatchObject({ refused: 'subscription_item_unknown' });
  expect(from({ items: [anItem({ state: 'disabled' })] })).toMatchObject({
    refused: 'subscription_not_active',
  });
  expect(from({ items: [anItem({ to: on('2026-03-15') })] })).toMatchObject({
    refused: 'subscription_not_active',
  });
  expect(from({ items: [anItem({ from: on('2026-04-01') })] })).toHaveLength(1);
  expect(sit([], { to: on('2026-03-15') })).toMatchObject({ refused: 'end_in_past' });
});

const named = { customer: 'acme', activation: 'a_1' };
const seen = (said: Partial<Activation>, others: readonly Activation[] = []) => {
  const activation = anActivation(said);
  return { customer: aCustomer(), activation, subscription: ten, others: [activation, ...others] };
};

test('a seat that runs is extended; one that has ended needs a free seat', () => {
  const renew = (said: Partial<Activation>, others: readonly Activation[] = []) =>
    renewActivation.compute({ ...named, to: on('2026-06-01') }, seen(said, others), here);
  expect(renew({ to: on('2026-04-01') }, seated(9))).toMatchObject([
    { after: { to: on('2026-06-01'), history: [{ what: 'renewed' }] } },
  ]);
  expect(renew({ to: on('2026-03-01') }, seated(9))).toHaveLength(1);
  expect(renew({ to: on('2026-03-01') }, seated(10))).toMatchObject({ refused: 'seat_limit_reached' });
  expect(renew({ state: 'revoked' })).toMatchObject({ refused: 'activation_over' });
  expect(renew({ customer: 'other' })).toMatchObject({ refused: 'activation_unknown' });
});

test('a seat is handed on to somebody who has none', () => {
  const rehost = (others: readonly Activation[]) =>
    rehostActivation.compute({ ...named, subject: bob }, seen({}, others), here);
  expect(rehost([])).toMatchObject([
    { after: { subject: bob, history: [{ what: 'rehosted', subject: bob }] } },
  ]);
  expect(rehost([anActivation({ aId: 'a_2', subject: bob })])).toMatchObject({ refused: 'seat_taken' });
});

test('a seat is given back once, also when what was bought is over', () => {
  expect(revokeActivation.compute(named, seen({}), here)).toMatchObject([
    { after: { state: 'revoked', history: [{ what: 'revoked' }] } },
  ]);
  expect(revokeActivation.compute(named, seen({ state: 'revoked' }), here)).toMatchObject({
    refused: 'activation_over',
  });
});
