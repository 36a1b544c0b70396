import { Count, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { itemOf, withItem } from './access.ts';
import { issuedBy, itself, ofProgramme, pathOf, standing } from './held.ts';

/** Lets more people sit. Who sits already stays where they are. */
export const addSeats = operation({
  kind: 'programme.add-seats',
  scope: 'environment',
  /** How many there are then, all told. */
  input: z.strictObject({ ...ofProgramme, seats: Count }),
  resource: pathOf,
  setup: itself,
  follow: (_, { programme }) => issuedBy(programme),
  compute({ seats, ...input }, seen, { place, now }) {
    const at = toInstant(now);
    const before = standing(input, seen.programme, at);
    if (isRefusal(before)) return before;
    const { subscription } = seen;
    const item = itemOf(before, subscription);
    if (!item || !subscription) {
      return refuse('programme_without_seats', 'It tries features, not a plan with seats.', {
        field: 'seats',
      });
    }
    if (seats === item.quantity) return [];
    if (seats < item.quantity) {
      const detail = `It has ${item.quantity} seats. Seats of a programme are added, not taken away.`;
      return refuse('invalid_request', detail, { field: 'seats', seats: item.quantity });
    }
    return [
      mutate('programme', place, before, { ...before, seats }),
      mutate('subscription', place, subscription, withItem(subscription, { ...item, quantity: seats }, at)),
    ];
  },
});
