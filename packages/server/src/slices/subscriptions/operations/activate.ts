import { CustomerKey, Id } from '@latchkey/model';
import { z } from 'zod';
import { one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { keep, pathOf, unknown } from './held.ts';
import { plansOf, refuseDates, refusePlan } from './items.ts';

/** Puts a draft into force, for the customer that it has or for the one named now. */
export const activateSubscription = operation({
  kind: 'subscription.activate',
  scope: 'environment',
  input: z.strictObject({ subscription: Id, customer: CustomerKey.nullable() }),
  resource: pathOf,
  setup: ({ subscription, customer }) => ({
    subscription: one('subscription', subscription),
    customer: customer === null ? null : one('customer', customer),
  }),
  follow: (_, { subscription }) => plansOf(subscription?.items ?? []),
  compute({ subscription: eId, customer: key }, seen, { place, now }) {
    const { subscription, customer } = seen;
    if (!subscription || (subscription.customer !== null && subscription.customer !== key))
      return unknown(eId);
    if (key === null) return refuse('customer_required', 'Say whose it is.', { field: 'customer' });
    if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`, { field: 'customer' });
    if (customer.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
    if (subscription.state === 'active') return [];
    if (subscription.state !== 'draft') {
      return refuse('subscription_not_active', `The subscription is ${subscription.state}.`, {
        state: subscription.state,
      });
    }
    for (const [index, item] of subscription.items.entries()) {
      if (item.state === 'closed') continue;
      const field = `items/${index}`;
      const refusal = refusePlan(item, seen, { field, draft: false }) ?? refuseDates(item, now, field);
      if (refusal) return refusal;
    }
    return keep(subscription, { state: 'active', customer: key }, { place, now });
  },
});
