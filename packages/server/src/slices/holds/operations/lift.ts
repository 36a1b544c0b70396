import { CustomerKey, Hold, holdStateAt, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Ends a hold now, before its time. Others on the same customer stay. */
export const liftHold = operation({
  kind: 'hold.lift',
  scope: 'environment',
  input: z.strictObject({ customer: CustomerKey, hold: Hold.shape.id, reason: Hold.shape.reason }),
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ hold, customer }) => ({ hold: one('hold', hold), customer: one('customer', customer) }),
  compute({ hold: id, customer, reason }, seen, { actor, place, now }) {
    const { hold } = seen;
    if (!hold || hold.customer !== customer) return unknownHold(id);
    const at = toInstant(now);
    const state = holdStateAt(hold, at);
    if (state === 'lifted' || state === 'ended') {
      return refuse('hold_over', state === 'lifted' ? 'It was lifted.' : 'Its time is over.', { state });
    }
    const lifted = { at, by: actor.name.slice(0, 200), reason: reason.trim() };
    return [mutate('hold', place, hold, { ...hold, lifted })];
  },
});

export const unknownHold = (id: string): Refusal => refuse('hold_unknown', `There is no hold ${id}.`);
