import {
  type Activation,
  type AnyMutation,
  accessEnd,
  type Grant,
  type Instant,
  type Programme,
  type Subscription,
  type SubscriptionItem,
} from '@latchkey/model';
import { type Circumstances, mutate } from '../../../kernel/changes/operation.ts';

type Here = Pick<Circumstances, 'place' | 'actor' | 'newId'>;

/** The item that it issued, as long as nobody closed it. */
export function itemOf(
  { subscription: issued }: Programme,
  subscription: Subscription | null,
): SubscriptionItem | null {
  if (!issued || !subscription || subscription.state === 'closed') return null;
  return subscription.items.find(({ pkId, state }) => pkId === issued.pkId && state !== 'closed') ?? null;
}

export const withItem = (subscription: Subscription, item: SubscriptionItem, at: Instant): Subscription => ({
  ...subscription,
  items: subscription.items.map((one) => (one.pkId === item.pkId ? item : one)),
  changedAt: at,
});

/** Everything that it issued ends with it: the item moves its end, grants are superseded within their lineage. */
export function moveAccess(
  before: Programme,
  after: Programme,
  { subscription, grants }: { readonly subscription: Subscription | null; readonly grants: readonly Grant[] },
  at: Instant,
  { place, actor, newId }: Here,
): readonly AnyMutation[] {
  const to = accessEnd(after);
  const item = itemOf(before, subscription);
  const later = grants.map((grant): Grant => {
    const from = grant.from > at ? grant.from : at;
    return { ...grant, id: newId('g'), from, to, grantedBy: actor.name.slice(0, 200), grantedAt: at };
  });
  return [
    ...(item && subscription
      ? [mutate('subscription', place, subscription, withItem(subscription, { ...item, to }, at))]
      : []),
    ...grants.map((grant) => mutate('grant', place, grant, { ...grant, revokedAt: at })),
    ...later.map((grant) => mutate('grant', place, null, grant)),
    mutate('programme', place, before, { ...after, grants: later.map(({ id }) => id) }),
  ];
}

/** Everything that it issued ends now. What had not begun is closed. */
export function endAccess(
  programme: Programme,
  { subscription, grants }: { readonly subscription: Subscription | null; readonly grants: readonly Grant[] },
  at: Instant,
  { place }: Pick<Here, 'place'>,
): readonly AnyMutation[] {
  const item = itemOf(programme, subscription);
  const ended: SubscriptionItem | null =
    item && (item.from >= at ? { ...item, state: 'closed' } : { ...item, to: earlier(item.to, at) });
  return [
    ...(ended && subscription
      ? [mutate('subscription', place, subscription, withItem(subscription, ended, at))]
      : []),
    ...grants
      .filter(({ to }) => to === null || to > at)
      .map((grant) => mutate('grant', place, grant, { ...grant, revokedAt: at })),
  ];
}

const earlier = (to: Instant | null, at: Instant): Instant => (to !== null && to < at ? to : at);

/** Who sits keeps the seat, now in what was bought. */
export const movedSeats = (
  activations: readonly Activation[],
  { eId, pkId }: { readonly eId: string; readonly pkId: string },
  at: Instant,
): readonly { readonly before: Activation; readonly after: Activation }[] =>
  activations.map((before) => ({ before, after: { ...before, eId, pkId, changedAt: at } }));
