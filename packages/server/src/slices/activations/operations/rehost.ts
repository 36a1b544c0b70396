import { holdsSeat } from '@latchkey/engine';
import { ActivationSubject, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, isRefusal, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { ofCustomer, pathOf, refuseTwice, remember, seatsOf, standing } from './seats.ts';

/** Hands a seat on to another user or device: a new laptop, a successor. */
export const rehostActivation = operation({
  kind: 'activation.rehost',
  scope: 'environment',
  input: z.strictObject({ ...ofCustomer, subject: ActivationSubject }),
  resource: pathOf,
  setup: ({ customer, activation }) => ({
    customer: one('customer', customer),
    activation: one('activation', activation),
  }),
  follow: (_, { activation }) => ({
    subscription: activation ? one('subscription', activation.eId) : null,
    others: activation ? all('activation', { secondary: activation.pkId }) : null,
  }),
  compute({ subject, ...input }, { activation, subscription, others }, { actor, place, now }) {
    const at = toInstant(now);
    const before = standing(input, activation);
    if (isRefusal(before)) return before;
    if (!holdsSeat(before, now))
      return refuse('activation_over', 'The seat has ended; renew it first.', { to: before.to });
    const item = seatsOf(subscription, before, at);
    if (isRefusal(item)) return item;
    const refusal = refuseTwice(subject, others ?? [], now);
    if (refusal) return refusal;
    const step = { at, what: 'rehosted', by: actor.name.slice(0, 200), subject } as const;
    const history = remember(before.history, step);
    return [mutate('activation', place, before, { ...before, subject, history, changedAt: at })];
  },
});
