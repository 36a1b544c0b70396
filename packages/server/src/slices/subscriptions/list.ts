import { seatsTaken } from '@latchkey/engine';
import type { Activation, Milliseconds, Place, Subscription } from '@latchkey/model';
import { sql } from 'kysely';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Kept, tableStore } from '../../kernel/store/resources.ts';
import { newestOf } from '../customers/index.ts';

const subscriptions = tableStore('subscription');

type Taken = Pick<Activation, 'state' | 'to' | 'quantity'>;

/** How many seats of each item are taken, by product key. */
export type Consumed = ReadonlyMap<string, number>;

/** The subscription that an address names. */
export async function knownSubscription(
  db: Reader,
  place: Place,
  eId: string,
): Promise<Kept<'subscription'>> {
  const kept = await subscriptions.one(db, place, eId);
  if (kept) return kept;
  throw new ProblemError('subscription_unknown', `There is no subscription ${eId}.`);
}

/** Seats taken at a moment, of all items of these subscriptions with one statement. */
export async function consumedIn(
  db: Reader,
  { project, environment }: Place,
  held: readonly Pick<Subscription, 'items'>[],
  now: Milliseconds,
): Promise<Consumed> {
  const pkIds = held.flatMap(({ items }) => items.map(({ pkId }) => pkId));
  if (pkIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select([
      'secondary',
      sql<Taken>`jsonb_build_object('state', body -> 'state', 'to', body -> 'to', 'quantity', body -> 'quantity')`.as(
        'seat',
      ),
    ])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'activation')
    .where('secondary', 'in', pkIds)
    .execute();
  const byItem = new Map<string, Taken[]>(pkIds.map((pkId) => [pkId, []]));
  for (const { secondary, seat } of rows) byItem.get(secondary ?? '')?.push(seat);
  return new Map([...byItem].map(([pkId, seats]) => [pkId, seatsTaken(seats, now)]));
}

/** A subscription with the seats that are taken and left of each item. */
export function withUse<S extends Subscription>(subscription: S, consumed: Consumed) {
  const items = subscription.items.map((item) => {
    const taken = consumed.get(item.pkId) ?? 0;
    return { ...item, consumed: taken, available: Math.max(0, item.quantity - taken) };
  });
  return { ...subscription, items };
}

/** Subscriptions, newest first; of one customer or of all. */
export async function listSubscriptions(
  db: Reader,
  place: Place,
  asked: Parameters<typeof newestOf>[3],
  now: Milliseconds,
) {
  const { items, nextCursor } = await newestOf(db, 'subscription', place, asked);
  const consumed = await consumedIn(db, place, items, now);
  return { items: items.map((item) => withUse(item, consumed)), nextCursor };
}
