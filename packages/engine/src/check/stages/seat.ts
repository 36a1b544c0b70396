import { exceeds, remainder } from '../../quantity.ts';
import { seatSubjectsOf } from '../../snapshot/customer-context.ts';
import { seatsOf } from '../seats.ts';
import { deny, pass, type Stage } from '../stage.ts';

/**
 * Whoever is named needs a seat: a user or device in the context that sits, or else that could still sit down. Without
 * anybody named the question is whether that many seats are free.
 */
export const seatIsHad: Stage = ({ context, quantity }, world) => {
  const seats = seatsOf(world);
  if (seats === null || seats.limit === null) return pass();
  const left = remainder(seats.limit, seats.used);
  const warning = exceeds(seats.used, seats.limit) ? 'over_limit' : null;

  const subjects = seatSubjectsOf(context);
  if (subjects.length > 0) {
    const { seatsByItem } = world.customer;
    const sits = seats.pkIds.some((pkId) =>
      subjects.some((subject) => seatsByItem.get(pkId)?.sits(subject, world.now)),
    );
    if (sits) return pass(warning);
    return deny(left === 0 ? 'seat_limit_reached' : 'no_seat');
  }
  if (quantity === undefined) return pass(warning);
  return exceeds(quantity, left) ? deny('seat_limit_reached') : pass(warning);
};
