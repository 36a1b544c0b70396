import { seatsTaken } from '@latchkey/engine';
import { Count, CustomerKey, Id, type Subscription, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, isRefusal, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { heldBy, keep, open, openItem, pathOf } from './held.ts';

/** Takes seats that nobody uses out of an item, into a subscription of their own: for a department, or another customer. */
export const splitSubscription = operation({
  kind: 'subscription.split',
  scope: 'environment',
  input: z.strictObject({ ...heldBy, pkId: Id, quantity: Count, receiver: CustomerKey }),
  resource: pathOf,
  setup: ({ subscription, customer, pkId, receiver }) => ({
    subscription: one('subscription', subscription),
    customer: customer === null ? null : one('customer', customer),
    receiver: one('customer', receiver),
    activations: all('activation', { secondary: pkId }),
  }),
  compute({ pkId, quantity, receiver: key, ...input }, { receiver, activations, ...seen }, here) {
    const { place, now, newId } = here;
    const subscription = open(input, seen.subscription);
    if (isRefusal(subscription)) return subscription;
    const item = openItem(subscription, pkId, 'pkId');
    if (isRefusal(item)) return item;
    if (!receiver) return refuse('customer_unknown', `There is no customer ${key}.`, { field: 'customer' });
    if (receiver.state === 'archived') {
      return refuse('customer_archived', `${receiver.name} is archived.`, { field: 'customer' });
    }
    const consumed = seatsTaken(activations, now);
    const available = item.quantity - consumed;
    if (quantity > available) {
      const facts = { field: 'quantity', quantity: item.quantity, consumed, available };
      return refuse(
        'quantity_below_consumed',
        `Only ${available} of ${item.quantity} are not in use.`,
        facts,
      );
    }
    if (quantity === item.quantity) {
      return refuse('invalid_request', 'At least one must stay behind.', { field: 'quantity', available });
    }
    const at = toInstant(now);
    if (item.to !== null && item.to <= at) {
      return refuse('end_in_past', 'This item is over.', { field: 'pkId', to: item.to });
    }
    const child: Subscription = {
      ...subscription,
      eId: newId('e'),
      customer: key,
      source: { system: 'latchkey', ref: '' },
      items: [{ ...item, pkId: newId('pk'), quantity, from: item.from > at ? item.from : at }],
      parentEId: subscription.eId,
      createdAt: at,
      changedAt: at,
    };
    const items = subscription.items.map((one) =>
      one.pkId === pkId ? { ...one, quantity: one.quantity - quantity } : one,
    );
    return [mutate('subscription', place, null, child), ...keep(subscription, { items }, here)];
  },
});
