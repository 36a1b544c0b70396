import { holdsSeat, seatsTaken } from '@latchkey/engine';
import {
  type Activation,
  type AnyMutation,
  Count,
  type Grant,
  type Instant,
  Key,
  type Programme,
  Programme as ProgrammeSchema,
  type Subscription,
  toInstant,
} from '@latchkey/model';
import { z } from 'zod';
import {
  type Circumstances,
  isRefusal,
  mutate,
  one,
  operation,
  type Refusal,
  refuse,
} from '../../../kernel/changes/operation.ts';
import { endAccess, movedSeats } from './access.ts';
import { grantsIn, issuedBy, itself, ofProgramme, pathOf, standing } from './held.ts';
import { refusePurchase } from './plans.ts';

export const Purchase = z.strictObject({
  plan: Key,
  /** As many as sit, or as could sit, unless said. */
  quantity: Count.exactOptional(),
  to: ProgrammeSchema.shape.to.nullable().exactOptional(),
  reason: z.string().max(2000).exactOptional(),
});
export type Purchase = z.infer<typeof Purchase>;

/** From trial to purchase in one step: what was tried closes where what is bought opens, and who sits stays. */
export const convertProgramme = operation({
  kind: 'programme.convert',
  scope: 'environment',
  input: z.strictObject({ ...ofProgramme, purchase: Purchase }),
  resource: pathOf,
  setup: ({ purchase: { plan }, ...input }) => ({
    ...itself(input),
    plan: one('plan', plan),
    publication: one('plan_publication', plan),
  }),
  follow: (_, { programme }) => issuedBy(programme),
  compute({ purchase, ...input }, seen, here) {
    const at = toInstant(here.now);
    const programme = standing(input, seen.programme, at);
    if (isRefusal(programme)) return programme;
    const refusal = refusePurchase(purchase.plan, seen, 'plan');
    if (refusal) return refusal;
    if (purchase.to && purchase.to <= at)
      return refuse('end_in_past', 'The end must be in the future.', { field: 'to', now: at });
    const grants = grantsIn(programme, seen);
    return bought(programme, purchase, { ...seen, grants, activations: seen.activations ?? [] }, here, at);
  },
});

interface Tried {
  readonly subscription: Subscription | null;
  readonly activations: readonly Activation[];
  readonly grants: readonly Grant[];
}

/** Closes what was tried and opens what is bought, in the same instant: no gap, and no seat counted twice. */
export function bought(
  programme: Programme,
  { plan, quantity, to = null, reason = '' }: Purchase,
  { subscription, activations, grants }: Tried,
  { place, newId, actor, now }: Circumstances,
  at: Instant,
): readonly AnyMutation[] | Refusal {
  const seated = activations.filter((activation) => holdsSeat(activation, now));
  const taken = seatsTaken(seated, now);
  const wanted = quantity ?? Math.max(programme.seats ?? 1, taken);
  if (wanted < taken) {
    const detail = `${taken} people sit already. Free some seats first, or buy at least ${taken}.`;
    return refuse('quantity_below_consumed', detail, {
      field: 'quantity',
      quantity: wanted,
      consumed: taken,
    });
  }
  const order: Subscription = {
    eId: newId('e'),
    customer: programme.customer,
    state: 'active',
    source: { system: 'latchkey', ref: '' },
    items: [{ pkId: newId('pk'), plan, version: 'current', quantity: wanted, from: at, to, state: 'active' }],
    parentEId: subscription?.eId ?? null,
    createdAt: at,
    changedAt: at,
  };
  const [item] = order.items;
  const outcome = {
    result: 'won',
    at,
    by: actor.name.slice(0, 200),
    reason: reason.trim(),
    subscription: order.eId,
  } as const;
  return [
    mutate('programme', place, programme, { ...programme, outcome }),
    ...endAccess(programme, { subscription, grants }, at, { place }).map(closing),
    mutate('subscription', place, null, order),
    ...movedSeats(seated, { eId: order.eId, pkId: item?.pkId ?? '' }, at).map(({ before, after }) =>
      mutate('activation', place, before, after),
    ),
  ];
}

/** A trial that was won is closed, not only over. */
const closing = (mutation: AnyMutation): AnyMutation =>
  mutation.resource === 'subscription' && mutation.after
    ? { ...mutation, after: { ...mutation.after, state: 'closed' } }
    : mutation;
