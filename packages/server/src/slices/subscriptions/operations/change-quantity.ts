import { seatsTaken } from '@latchkey/engine';
import { Count, Id } from '@latchkey/model';
import { z } from 'zod';
import { type All, all, isRefusal, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { heldBy, keep, open, openItem, pathOf } from './held.ts';

/** Buys more seats of items, or fewer, but never fewer than are taken. */
export const changeQuantity = operation({
  kind: 'subscription.change-quantity',
  scope: 'environment',
  input: z.strictObject({
    ...heldBy,
    /** In the order of the request; items without a quantity stay as they are. */
    items: z
      .array(z.strictObject({ pkId: Id, quantity: Count.exactOptional() }))
      .min(1)
      .max(200),
  }),
  resource: pathOf,
  setup: ({ subscription, customer }) => ({
    subscription: one('subscription', subscription),
    customer: customer === null ? null : one('customer', customer),
  }),
  follow: ({ items }) => {
    const wanted: Record<`activations ${string}`, All<'activation'>> = {};
    for (const { pkId } of items) wanted[`activations ${pkId}`] = all('activation', { secondary: pkId });
    return wanted;
  },
  compute({ items: wanted, ...input }, seen, { place, now }) {
    const subscription = open(input, seen.subscription);
    if (isRefusal(subscription)) return subscription;
    const quantities = new Map<string, number>();
    for (const [index, { pkId, quantity }] of wanted.entries()) {
      if (quantity === undefined) continue;
      const item = openItem(subscription, pkId, `items/${index}/pkId`);
      if (isRefusal(item)) return item;
      const consumed = seatsTaken(seen[`activations ${pkId}`] ?? [], now);
      if (quantity < consumed) {
        const facts = { field: `items/${index}/quantity`, quantity, consumed };
        const detail = `${consumed} seats are in use. Free some first, or keep at least ${consumed}.`;
        return refuse('quantity_below_consumed', detail, facts);
      }
      quantities.set(pkId, quantity);
    }
    const items = subscription.items.map((item) => ({
      ...item,
      quantity: quantities.get(item.pkId) ?? item.quantity,
    }));
    return keep(subscription, { items }, { place, now });
  },
});
