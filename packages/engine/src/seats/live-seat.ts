import type { Activation, Milliseconds, SeatUse } from '@latchkey/model';
import { endOf } from '../time.ts';

/** The one rule: whether an activation holds its seat at that moment. */
export const holdsSeat = ({ state, to }: Pick<Activation, 'state' | 'to'>, now: Milliseconds): boolean =>
  state === 'active' && now < endOf(to);

/** How many seats these take at that moment. */
export const seatsTaken = (
  activations: readonly Pick<Activation, 'state' | 'to' | 'quantity'>[],
  now: Milliseconds,
): number =>
  activations.reduce((sum, activation) => sum + (holdsSeat(activation, now) ? activation.quantity : 0), 0);

/** The seats of each item as decisions need them, for any moment: those that were given back are over for good. */
export function seatUseOf(activations: readonly Activation[]): readonly SeatUse[] {
  const byItem = new Map<string, { seats: SeatUse['seats'][number][]; changedAt: string | null }>();
  for (const { pkId, quantity, state, subject, to, changedAt } of activations) {
    const use = byItem.get(pkId) ?? { seats: [], changedAt: null };
    if (state === 'active') use.seats.push({ subject: `${subject.kind}/${subject.key}`, quantity, to });
    if (use.changedAt === null || changedAt > use.changedAt) use.changedAt = changedAt;
    byItem.set(pkId, use);
  }
  return [...byItem].map(([pkId, use]) => ({ pkId, ...use }));
}
