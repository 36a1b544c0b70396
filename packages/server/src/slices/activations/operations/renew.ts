import { holdsSeat } from '@latchkey/engine';
import { Instant, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, isRefusal, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { ofCustomer, pathOf, refuseSeats, refuseTwice, remember, seatsOf, standing } from './seats.ts';

/** Moves the end of a seat; null lets it live as long as what was bought. One that has ended needs a free seat again. */
export const renewActivation = operation({
  kind: 'activation.renew',
  scope: 'environment',
  input: z.strictObject({ ...ofCustomer, to: Instant.nullable() }),
  resource: pathOf,
  setup: ({ customer, activation }) => ({
    customer: one('customer', customer),
    activation: one('activation', activation),
  }),
  follow: (_, { activation }) => ({
    subscription: activation ? one('subscription', activation.eId) : null,
    others: activation ? all('activation', { secondary: activation.pkId }) : null,
  }),
  compute({ to, ...input }, { activation, subscription, others }, { actor, place, now }) {
    const at = toInstant(now);
    const before = standing(input, activation);
    if (isRefusal(before)) return before;
    const item = seatsOf(subscription, before, at);
    if (isRefusal(item)) return item;
    if (to !== null && to <= at)
      return refuse('end_in_past', 'The end must be in the future.', { field: 'to' });
    if (to === before.to) return [];
    if (!holdsSeat(before, now)) {
      const refusal =
        refuseTwice(before.subject, others ?? [], now) ??
        refuseSeats(item, others ?? [], before.quantity, now);
      if (refusal) return refusal;
    }
    const step = { at, what: 'renewed', by: actor.name.slice(0, 200), subject: before.subject } as const;
    const history = remember(before.history, step);
    return [mutate('activation', place, before, { ...before, to, history, changedAt: at })];
  },
});
