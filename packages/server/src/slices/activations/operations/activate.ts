import {
  type Activation,
  ActivationSubject,
  Count,
  CustomerKey,
  Id,
  Instant,
  toInstant,
} from '@latchkey/model';
import { z } from 'zod';
import { all, isRefusal, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { pathOf, refuseSeats, refuseTwice, seatsOf } from './seats.ts';

/**
 * Takes a seat for a user or a device. The environment is locked when the taken seats are counted, so the last one is
 * given once, however many ask.
 */
export const activate = operation({
  kind: 'activation.activate',
  scope: 'environment',
  input: z.strictObject({
    customer: CustomerKey,
    subscription: Id,
    pkId: Id,
    subject: ActivationSubject,
    /** Says how many; a subject that sits already may then take more. */
    quantity: Count.exactOptional(),
    to: Instant.nullable().exactOptional(),
  }),
  resource: pathOf,
  setup: ({ customer, subscription, pkId }) => ({
    customer: one('customer', customer),
    subscription: one('subscription', subscription),
    others: all('activation', { secondary: pkId }),
  }),
  compute({ customer, subscription: eId, pkId, subject, quantity, to = null }, seen, here) {
    const { actor, place, now, newId } = here;
    const at = toInstant(now);
    const item = seatsOf(seen.subscription, { eId, customer, pkId }, at);
    if (isRefusal(item)) return item;
    if (to !== null && to <= at)
      return refuse('end_in_past', 'The end must be in the future.', { field: 'to' });
    const wanted = quantity ?? 1;
    const refusal =
      (quantity === undefined ? refuseTwice(subject, seen.others, now) : null) ??
      refuseSeats(item, seen.others, wanted, now);
    if (refusal) return refusal;
    const activation: Activation = {
      aId: newId('a'),
      eId,
      pkId,
      customer,
      subject,
      quantity: wanted,
      state: 'active',
      to,
      history: [{ at, what: 'activated', by: actor.name.slice(0, 200), subject }],
      createdAt: at,
      changedAt: at,
    };
    return [mutate('activation', place, null, activation)];
  },
});
