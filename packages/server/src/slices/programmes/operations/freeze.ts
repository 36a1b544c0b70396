import { type Hold, type Instant, programmeSource, type Subscription } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** A freeze stops everything of a customer, so it is for those who have nothing but the programme. */
export function refuseFreeze(
  subscriptions: readonly Subscription[],
  own: string | null,
  at: Instant,
): Refusal | null {
  const bought = subscriptions.find(
    ({ eId, state, source, items }) =>
      eId !== own &&
      state === 'active' &&
      source.system !== programmeSource &&
      items.some((item) => item.state === 'active' && (item.to === null || item.to > at)),
  );
  if (!bought) return null;
  const detail = 'The customer has bought something that would be frozen too. Let it revert instead.';
  return refuse('freeze_blocks_purchases', detail, { field: 'endAction/does', subscription: bought.eId });
}

/** Nothing can be used, and nothing used up, until somebody decides. What is there stays. */
export const freezeOf = (
  said: Pick<Hold, 'id' | 'customer' | 'placedBy'>,
  reason: string,
  at: Instant,
): Hold => ({
  ...said,
  blocks: ['access', 'metering'],
  reason,
  from: at,
  to: null,
  placedAt: at,
  lifted: null,
});
