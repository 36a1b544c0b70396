import { holdsSeat, seatsTaken } from '@latchkey/engine';
import {
  type Activation,
  type ActivationSubject,
  CustomerKey,
  Id,
  type Instant,
  type Milliseconds,
  type Subscription,
  type SubscriptionItem,
} from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Edits of an activation name its customer, because policies speak of customers. */
export const ofCustomer = { customer: CustomerKey, activation: Id };

export const pathOf = ({ customer }: { readonly customer: string }): string => `customer/${customer}`;

const isSame = (one: ActivationSubject, other: ActivationSubject): boolean =>
  one.kind === other.kind && one.key === other.key;

/** The item whose seats are asked for, if it can seat anybody. */
export function seatsOf(
  subscription: Subscription | null,
  wanted: { readonly eId: string; readonly customer: string; readonly pkId: string },
  at: Instant,
): SubscriptionItem | Refusal {
  const { eId, customer, pkId } = wanted;
  if (!subscription || subscription.customer !== customer) {
    return refuse('subscription_unknown', `There is no subscription ${eId}.`);
  }
  if (subscription.state === 'closed') return refuse('subscription_closed', 'It was closed for good.');
  if (subscription.state !== 'active') {
    const facts = { state: subscription.state };
    return refuse('subscription_not_active', `The subscription is ${subscription.state}.`, facts);
  }
  const item = subscription.items.find((one) => one.pkId === pkId);
  if (!item) {
    return refuse('subscription_item_unknown', `The subscription has no item ${pkId}.`, { field: 'pkId' });
  }
  const facts = { field: 'pkId', state: item.state, to: item.to };
  if (item.state !== 'active') {
    return refuse('subscription_not_active', `This item is ${item.state}.`, facts);
  }
  if (item.to !== null && item.to <= at)
    return refuse('subscription_not_active', 'This item is over.', facts);
  return item;
}

/** Why the seats cannot be had beside those that are taken already. */
export function refuseSeats(
  { quantity: bought }: SubscriptionItem,
  others: readonly Activation[],
  wanted: number,
  now: Milliseconds,
): Refusal | null {
  const used = seatsTaken(others, now);
  if (used + wanted <= bought) return null;
  const detail = `${used} of ${bought} seats are taken. Free one, or buy more.`;
  return refuse('seat_limit_reached', detail, { quantity: bought, used, wanted });
}

/** A user or device sits once. */
export function refuseTwice(
  subject: ActivationSubject,
  others: readonly Activation[],
  now: Milliseconds,
): Refusal | null {
  const taken = others.find((one) => holdsSeat(one, now) && isSame(one.subject, subject));
  if (!taken) return null;
  return refuse('seat_taken', `This ${subject.kind} has a seat already.`, {
    field: 'subject',
    aId: taken.aId,
  });
}

/** The ledger keeps all of it; an activation remembers this much of its past. */
const historyMax = 1000;

type Step = Activation['history'][number];
export const remember = (history: readonly Step[], step: Step): Step[] =>
  [...history, step].slice(-historyMax);

/** The activation if it is this customer's and was not revoked. */
export function standing(
  { customer, activation: aId }: { readonly customer: string; readonly activation: string },
  activation: Activation | null,
): Activation | Refusal {
  if (!activation || activation.customer !== customer) {
    return refuse('activation_unknown', `There is no activation ${aId}.`);
  }
  return activation.state === 'revoked' ? refuse('activation_over', 'The seat was given back.') : activation;
}
