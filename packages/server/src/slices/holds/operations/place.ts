import { CustomerKey, Hold, isEmpty, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const { shape } = Hold;

export const NewHold = z.strictObject({
  customer: CustomerKey,
  blocks: shape.blocks,
  reason: shape.reason,
  from: shape.from.exactOptional(),
  to: shape.to.exactOptional(),
});

/** Blocks something of a customer, from now or later, until its end or until it is lifted. Nothing else is touched. */
export const placeHold = operation({
  kind: 'hold.place',
  scope: 'environment',
  input: NewHold,
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ customer }) => ({ customer: one('customer', customer) }),
  compute({ customer: key, blocks, reason, from, to = null }, { customer }, { actor, place, now, newId }) {
    if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`);
    if (reason.trim() === '') {
      return refuse('reason_required', 'Say why: whoever meets it will ask.', { field: 'reason' });
    }
    const at = toInstant(now);
    if (to !== null && to <= at)
      return refuse('end_in_past', 'The end must be in the future.', { field: 'to', now: at });
    // What is over cannot be blocked any more.
    const begin = from === undefined || from < at ? at : from;
    if (isEmpty({ from: begin, to })) {
      return refuse('interval_empty', 'The end must be after the start.', { field: 'to', from: begin });
    }
    const hold: Hold = {
      id: newId('h'),
      customer: key,
      blocks,
      reason: reason.trim(),
      from: begin,
      to,
      placedBy: actor.name.slice(0, 200),
      placedAt: at,
      lifted: null,
    };
    return [mutate('hold', place, null, hold)];
  },
});
