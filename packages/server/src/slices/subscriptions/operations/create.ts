import { CustomerKey, Subscription, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { NewItem, plansOf, refuseDates, refuseOverlap, refusePlan, toItem } from './items.ts';

export const NewSubscription = z.strictObject({
  customer: CustomerKey.nullable(),
  state: z.enum(['active', 'draft']),
  items: z.array(NewItem).min(1).max(200),
  /** The system that bought it, and its name there; ours unless said. */
  source: Subscription.shape.source.exactOptional(),
});

/** What a customer buys. A draft gives nothing yet and may still be without a customer. */
export const createSubscription = operation({
  kind: 'subscription.create',
  scope: 'environment',
  input: NewSubscription,
  resource: ({ customer }) => (customer === null ? 'subscription/draft' : `customer/${customer}`),
  setup: ({ customer }) => ({ customer: customer === null ? null : one('customer', customer) }),
  follow: ({ items }) => plansOf(items),
  compute({ customer: key, state, items: wanted, source = ours }, seen, { place, now, newId }) {
    const draft = state === 'draft';
    const { customer } = seen;
    if (key === null && !draft) {
      return refuse('customer_required', 'Say whose it is, or make a draft.', { field: 'customer' });
    }
    if (key !== null && !customer) return refuse('customer_unknown', `There is no customer ${key}.`);
    if (customer?.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
    const eId = newId('e');
    const items = wanted.map((item) => toItem(item, newId('pk'), now));
    for (const [index, item] of items.entries()) {
      const field = `items/${index}`;
      const refusal = refusePlan(item, seen, { field, draft }) ?? refuseDates(item, now, field);
      if (refusal) return refusal;
    }
    const refusal = refuseOverlap(
      items,
      (pkId) => `items/${items.findIndex((item) => item.pkId === pkId)}/plan`,
    );
    if (refusal) return refusal;
    const at = toInstant(now);
    const subscription: Subscription = {
      eId,
      customer: key,
      state,
      source,
      items,
      parentEId: null,
      createdAt: at,
      changedAt: at,
    };
    return [mutate('subscription', place, null, subscription)];
  },
});

const ours: Subscription['source'] = { system: 'latchkey', ref: '' };
