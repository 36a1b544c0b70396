import type { Subscription } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { heldBy, keep, open, pathOf } from './held.ts';

const stateChange = (
  kind: `subscription.${string}`,
  state: Subscription['state'],
  from: readonly Subscription['state'][],
) =>
  operation({
    kind,
    scope: 'environment',
    input: z.strictObject(heldBy),
    resource: pathOf,
    setup: ({ subscription, customer }) => ({
      subscription: one('subscription', subscription),
      customer: customer === null ? null : one('customer', customer),
    }),
    compute(input, seen, here) {
      const { customer } = input;
      if (seen.subscription?.state === state && seen.subscription.customer === customer) return [];
      const subscription = open(input, seen.subscription);
      if (isRefusal(subscription)) return subscription;
      if (!from.includes(subscription.state)) {
        const facts = { state: subscription.state };
        return refuse('subscription_not_active', `The subscription is ${subscription.state}.`, facts);
      }
      return keep(subscription, { state }, here);
    },
  });

/** Stops everything that it gives, until resumed. */
export const suspendSubscription = stateChange('subscription.suspend', 'suspended', ['active']);

/** Gives back what a suspended subscription gave. */
export const resumeSubscription = stateChange('subscription.resume', 'active', ['suspended']);

/** Ends it now and for good; its history stays. */
export const closeSubscription = stateChange('subscription.close', 'closed', [
  'draft',
  'active',
  'suspended',
]);
