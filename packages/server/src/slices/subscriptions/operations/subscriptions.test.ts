import type { Subscription } from '@latchkey/model';
import {
  aCustomer,
  anActivation,
  anItem,
  aPlan,
  aPlanVersion,
  aPublication,
  aSubscription,
  at,
  on,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { activateSubscription } from './activate.ts';
import { changeQuantity } from './change-quantity.ts';
import { createSubscription } from './create.ts';
import { editSubscription } from './edit.ts';
import { closeSubscription, resumeSubscription, suspendSubscription } from './lifecycle.ts';
import { splitSubscription } from './split.ts';

const now = at('2026-03-15');
const circumstances = () => {
  let count = 0;
  return {
    actor: { kind: 'member', id: 'sam', name: 'Sam' },
    now,
    comment: '',
    newId: (prefix: string) => `${prefix}_new${++count}`,
    place: { project: 'shop', environment: 'production' },
  } as const;
};
const gold = {
  'plan gold': aPlan(),
  'publication gold': aPublication(),
  'version gold@1': aPlanVersion(),
};
type Wanted = Parameters<typeof createSubscription.compute>[0];
const buy = (said: Partial<Wanted>, seen: object = {}) =>
  createSubscription.compute(
    { customer: 'acme', state: 'active', items: [{ plan: 'gold', quantity: 10 }], ...said },
    { customer: aCustomer(), ...gold, ...seen },
    circumstances(),
  );

test('what is bought without dates runs from now on, without an end, and follows what is published', () => {
  expect(buy({})).toMatchObject([
    {
      after: {
        eId: 'e_new1',
        customer: 'acme',
        state: 'active',
        items: [
          {
            pkId: 'pk_new2',
            plan: 'gold',
            version: 'current',
            quantity: 10,
            from: on('2026-03-15'),
            to: null,
          },
        ],
      },
    },
  ]);
});

test('an active subscription needs a customer, a draft does not', () => {
  expect(buy({ customer: null }, { customer: null })).toMatchObject({ refused: 'customer_required' });
  expect(buy({ customer: null, state: 'draft' }, { customer: null })).toMatchObject([
    { after: { customer: null, state: 'draft' } },
  ]);
  expect(buy({}, { customer: null })).toMatchObject({ refused: 'customer_unknown' });
  expect(buy({}, { customer: aCustomer({ state: 'archived' }) })).toMatchObject({
    refused: 'customer_archived',
  });
});

test('a plan is sold if it exists, is not retired, and is published here or pinned', () => {
  const field = 'items/0/plan';
  expect(buy({}, { 'plan gold': null })).toMatchObject({ refused: 'plan_unknown', facts: { field } });
  expect(buy({}, { 'plan gold': aPlan({ state: 'retired' }) })).toMatchObject({ refused: 'plan_retired' });
  const unpublished = { 'publication gold': null };
  expect(buy({}, unpublished)).toMatchObject({ refused: 'plan_not_published', facts: { field } });
  expect(buy({ state: 'draft' }, unpublished)).toMatchObject([{ after: { state: 'draft' } }]);
  const pinned = (version: number) => buy({ items: [{ plan: 'gold', version, quantity: 1 }] }, unpublished);
  expect(pinned(1)).toMatchObject([{ after: { items: [{ version: 1 }] } }]);
  expect(pinned(2)).toMatchObject({ refused: 'plan_version_unknown', facts: { field: 'items/0/version' } });
});

test('an end lies in the future and after the start', () => {
  const until = (to: string, from?: string) =>
    buy({ items: [{ plan: 'gold', quantity: 1, to: on(to), ...(from && { from: on(from) }) }] });
  expect(until('2026-03-15')).toMatchObject({ refused: 'end_in_past', facts: { field: 'items/0/to' } });
  expect(until('2026-03-16')).toMatchObject([{ after: { items: [{ to: on('2026-03-16') }] } }]);
  expect(until('2026-03-16', '2026-03-16')).toMatchObject({ refused: 'interval_empty' });
});

test('two items of a plan may follow each other but not overlap', () => {
  const twice = (end: string, start: string) =>
    buy({
      items: [
        { plan: 'gold', quantity: 1, to: on(end) },
        { plan: 'gold', quantity: 1, from: on(start) },
      ],
    });
  expect(twice('2026-04-01', '2026-04-01')).toHaveLength(1);
  expect(twice('2026-04-01', '2026-03-31')).toMatchObject({
    refused: 'items_overlap',
    facts: { field: 'items/1/plan' },
  });
});

const bought = aSubscription({ items: [anItem({ quantity: 10 })] });
const held = { subscription: 'e_1', customer: 'acme' };
const seats = (taken: number) =>
  Array.from({ length: taken }, (_, seat) =>
    anActivation({ aId: `a_${seat}`, subject: { kind: 'user', key: `${seat}` } }),
  );
const setQuantity = (quantity: number, taken: number, subscription: Subscription = bought) =>
  changeQuantity.compute(
    { ...held, items: [{ pkId: 'pk_1', quantity }] },
    { subscription, customer: aCustomer(), 'activations pk_1': seats(taken) },
    circumstances(),
  );

test('seats can be added, and taken back down to those in use', () => {
  expect(setQuantity(25, 9)).toMatchObject([
    { after: { items: [{ quantity: 25 }], changedAt: on('2026-03-15') } },
  ]);
  expect(setQuantity(9, 9)).toMatchObject([{ after: { items: [{ quantity: 9 }] } }]);
  expect(setQuantity(8, 9)).toMatchObject({
    refused: 'quantity_below_consumed',
    facts: { field: 'items/0/quantity', consumed: 9 },
  });
  expect(setQuantity(10, 9)).toEqual([]);
});

test('seats that were given back or have ended are not in use', () => {
  const free = [anActivation({ state: 'revoked' }), anActivation({ to: on('2026-03-15') })];
  const seen = { subscription: bought, customer: aCustomer(), 'activations pk_1': [...free, ...seats(1)] };
  const input = { ...held, items: [{ pkId: 'pk_1', quantity: 1 }] };
  expect(changeQuantity.compute(input, seen, circumstances())).toMatchObject([
    { after: { items: [{ quantity: 1 }] } },
  ]);
});

test('a subscription is edited in the name of its own customer only', () => {
  const input = { subscription: 'e_1', customer: 'other', items: [{ pkId: 'pk_1', quantity: 5 }] };
  const seen = { subscription: bought, customer: aCustomer({ key: 'other' }) };
  expect(changeQuantity.compute(input, seen, circumstances())).toMatchObject({
    refused: 'subscription_unknown',
  });
  expect(suspendSubscription.compute(input, seen, circumstances())).toMatchObject({
    refused: 'subscription_unknown',
  });
});

const edit = (said: object, subscription: Subscription = bought) =>
  editSubscription.compute(
    { ...held, ...said },
    { subscription, customer: aCustomer(), ...gold },
    circumstances(),
  );

test('an item is extended, pinned and ended, another is added', () => {
  expect(edit({ items: [{ pkId: 'pk_1', to: on('2027-01-01'), version: 1 }] })).toMatchObject([
    { after: { items: [{ pkId: 'pk_1', to: on('2027-01-01'), version: 1, quantity: 10 }] } },
  ]);
  expect(edit({ items: [{ pkId: 'pk_1', to: on('2026-03-14') }] })).toMatchObject({ refused: 'end_in_past' });
  expect(edit({ items: [{ pkId: 'pk_2', to: null }] })).toMatchObject({
    refused: 'subscription_item_unknown',
    facts: { field: 'items/0/pkId' },
  });
  const added = { addItems: [{ plan: 'gold', quantity: 3, from: on('2026-06-01') }] };
  expect(edit(added)).toMatchObject({ refused: 'items_overlap', facts: { field: 'addItems/0/plan' } });
  expect(edit({ items: [{ pkId: 'pk_1', to: on('2026-06-01') }], ...added })).toMatchObject([
    { after: { items: [{ pkId: 'pk_1' }, { pkId: 'pk_new1', quantity: 3 }] } },
  ]);
  expect(edit({ items: [{ pkId: 'pk_1', version: 'current' }] })).toEqual([]);
});

test('a closed item stays closed, and makes room for another of its plan', () => {
  const closed = aSubscription({ items: [anItem({ state: 'closed' })] });
  expect(edit({ items: [{ pkId: 'pk_1', state: 'active' }] }, closed)).toMatchObject({
    refused: 'subscription_closed',
  });
  expect(edit({ addItems: [{ plan: 'gold', quantity: 3 }] }, closed)).toHaveLength(1);
});

test('suspended and resumed as often as need be, closed once', () => {
  const inState = (state: Subscription['state']) => ({
    subscription: aSubscription({ state }),
    customer: aCustomer(),
  });
  expect(suspendSubscription.compute(held, inState('active'), circumstances())).toMatchObject([
    { after: { state: 'suspended' } },
  ]);
  expect(resumeSubscription.compute(held, inState('suspended'), circumstances())).toMatchObject([
    { after: { state: 'active' } },
  ]);
  expect(resumeSubscription.compute(held, inState('draft'), circumstances())).toMatchObject({
    refused: 'subscription_not_active',
  });
  expect(closeSubscription.compute(held, inState('suspended'), circumstances())).toMatchObject([
    { after: { state: 'closed' } },
  ]);
  expect(closeSubscription.compute(held, inState('closed'), circumstances())).toEqual([]);
  expect(resumeSubscription.compute(held, inState('closed'), circumstances())).toMatchObject({
    refused: 'subscription_closed',
  });
});

test('a draft comes into force with a customer and with plans that are sold', () => {
  const draft = aSubscription({ state: 'draft', customer: null, items: [anItem()] });
  const activate = (customer: string | null, seen: object = {}) =>
    activateSubscription.compute(
      { subscription: 'e_1', customer },
      { subscription: draft, customer: customer === null ? null : aCustomer(), ...gold, ...seen },
      circumstances(),
    );
  expect(activate('acme')).toMatchObject([{ after: { state: 'active', customer: 'acme' } }]);
  expect(activate(null)).toMatchObject({ refused: 'customer_required' });
  expect(activate('acme', { 'publication gold': null })).toMatchObject({ refused: 'plan_not_published' });
  expect(activate('acme', { subscription: { ...draft, customer: 'other' } })).toMatchObject({
    refused: 'subscription_unknown',
  });
});

const split = (quantity: number, taken: number) =>
  splitSubscription.compute(
    { ...held, pkId: 'pk_1', quantity, receiver: 'acme-labs' },
    {
      subscription: bought,
      customer: aCustomer(),
      receiver: aCustomer({ key: 'acme-labs' }),
      activations: seats(taken),
    },
    circumstances(),
  );

test('seats that nobody uses move into a subscription of their own', () => {
  expect(split(4, 6)).toMatchObject([
    {
      before: null,
      after: {
        eId: 'e_new1',
        customer: 'acme-labs',
        parentEId: 'e_1',
        items: [{ pkId: 'pk_new2', plan: 'gold', quantity: 4, from: on('2026-03-15') }],
      },
    },
    { after: { eId: 'e_1', items: [{ pkId: 'pk_1', quantity: 6 }] } },
  ]);
});

test('seats in use stay, and so does at least one', () => {
  expect(split(5, 6)).toMatchObject({
    refused: 'quantity_below_consumed',
    facts: { available: 4, consumed: 6 },
  });
  expect(split(10, 0)).toMatchObject({ refused: 'invalid_request', facts: { field: 'quantity' } });
});
