import {
  CustomerKey,
  Id,
  type Milliseconds,
  type Mutation,
  type Place,
  type Subscription,
  type SubscriptionItem,
  toInstant,
} from '@latchkey/model';
import { mutate, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/**
 * Every edit of a subscription names its customer, because policies speak of customers. A draft without one names null.
 */
export const heldBy = { subscription: Id, customer: CustomerKey.nullable() };
export interface HeldBy {
  readonly subscription: string;
  readonly customer: string | null;
}

export const pathOf = ({ subscription, customer }: HeldBy): string =>
  customer === null ? `subscription/${subscription}` : `customer/${customer}`;

/** The subscription if it is this customer's and can still be edited. Somebody else's is as good as none. */
export function open({ subscription: eId, customer }: HeldBy, subscription: Subscription | null) {
  if (!subscription || subscription.customer !== customer) return unknown(eId);
  if (subscription.state === 'closed') return refuse('subscription_closed', 'It was closed for good.');
  return subscription;
}

export const unknown = (eId: string): Refusal =>
  refuse('subscription_unknown', `There is no subscription ${eId}.`);

/** One of its items, if that can still be edited. `field` is where the request names it. */
export function openItem({ items }: Subscription, pkId: string, field: string): SubscriptionItem | Refusal {
  const item = items.find((one) => one.pkId === pkId);
  if (!item) {
    return refuse('subscription_item_unknown', `The subscription has no item ${pkId}.`, { field });
  }
  if (item.state === 'closed') {
    return refuse('subscription_closed', 'This item was closed for good.', { field });
  }
  return item;
}

/** Nothing happens when nothing differs, so that a sync that repeats itself leaves no trace. */
export function keep(
  before: Subscription,
  after: Pick<Subscription, 'items'> | Pick<Subscription, 'state' | 'customer'> | Pick<Subscription, 'state'>,
  { place, now }: { readonly place: Place; readonly now: Milliseconds },
): readonly Mutation<'subscription'>[] {
  const edited = { ...before, ...after };
  if (JSON.stringify(edited) === JSON.stringify(before)) return [];
  return [mutate('subscription', place, before, { ...edited, changedAt: toInstant(now) })];
}
