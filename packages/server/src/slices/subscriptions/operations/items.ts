import {
  Count,
  Instant,
  isEmpty,
  Key,
  type Milliseconds,
  overlaps,
  type Plan,
  type PlanPublication,
  type PlanVersion,
  planVersionId,
  type SubscriptionItem,
  toInstant,
} from '@latchkey/model';
import { z } from 'zod';
import { type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

export const Version = z.union([z.int().min(1), z.literal('current')]);

/** One plan to buy: from now on unless said otherwise, following what is published unless pinned to a version. */
export const NewItem = z.strictObject({
  plan: Key,
  version: Version.exactOptional(),
  quantity: Count,
  from: Instant.exactOptional(),
  to: Instant.nullable().exactOptional(),
});
export type NewItem = z.infer<typeof NewItem>;

export const toItem = (
  { plan, version = 'current', quantity, from, to = null }: NewItem,
  pkId: string,
  now: Milliseconds,
): SubscriptionItem => ({ pkId, plan, version, quantity, from: from ?? toInstant(now), to, state: 'active' });

type Bought = Pick<NewItem, 'plan' | 'version'>;

/** What the rules about items look at, each under the plan's name behind a word that no other name begins with. */
export function plansOf(items: readonly Bought[]) {
  const wanted: Record<`plan ${string}`, One<'plan'>> &
    Record<`version ${string}`, One<'plan_version'>> &
    Record<`publication ${string}`, One<'plan_publication'>> = {};
  for (const { plan, version = 'current' } of items) {
    wanted[`plan ${plan}`] = one('plan', plan);
    if (version === 'current') wanted[`publication ${plan}`] = one('plan_publication', plan);
    else {
      const id = planVersionId(plan, version);
      wanted[`version ${id}`] = one('plan_version', id);
    }
  }
  return wanted;
}

export type SeenPlans = { readonly [name: `plan ${string}`]: Plan | null } & {
  readonly [name: `version ${string}`]: PlanVersion | null;
} & { readonly [name: `publication ${string}`]: PlanPublication | null };

/** Why this plan cannot be bought here; null when it can. Drafts may name what is not published yet. */
export function refusePlan(
  { plan: key, version = 'current' }: Bought,
  seen: SeenPlans,
  { field, draft }: { readonly field: string; readonly draft: boolean },
): Refusal | null {
  const plan = seen[`plan ${key}`];
  if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`, { field: `${field}/plan` });
  if (plan.state === 'retired') {
    return refuse('plan_retired', `${plan.name} is retired.`, { field: `${field}/plan` });
  }
  if (version !== 'current' && !seen[`version ${planVersionId(key, version)}`]) {
    const facts = { field: `${field}/version`, latestVersion: plan.latestVersion };
    return refuse('plan_version_unknown', `${plan.name} has no version ${version}.`, facts);
  }
  if (version === 'current' && !draft && !seen[`publication ${key}`]) {
    const detail = `${plan.name} is not published in this environment. Publish it, or name a version.`;
    return refuse('plan_not_published', detail, { field: `${field}/plan` });
  }
  return null;
}

/** Why an item cannot run from then to then. What ended long ago is history and cannot be bought. */
export function refuseDates(
  item: Pick<SubscriptionItem, 'from' | 'to'>,
  now: Milliseconds,
  field: string,
): Refusal | null {
  const at = toInstant(now);
  if (item.to !== null && item.to <= at) {
    return refuse('end_in_past', 'The end must be in the future.', { field: `${field}/to`, now: at });
  }
  if (isEmpty(item)) {
    return refuse('interval_empty', 'The end must be after the start.', { field: `${field}/to` });
  }
  return null;
}

/** Two items of one plan that run at the same time would count double.. */
export function refuseOverlap(
  items: readonly SubscriptionItem[],
  fieldOf: (pkId: string) => string,
): Refusal | null {
  const open = items.filter(({ state }) => state !== 'closed');
  for (const [index, item] of open.entries()) {
    const other = open.slice(0, index).find((before) => before.plan === item.plan && overlaps(before, item));
    if (!other) continue;
    const facts = { field: fieldOf(item.pkId), pkId: other.pkId };
    return refuse('items_overlap', `Two items of ${item.plan} overlap. Change the quantity instead.`, facts);
  }
  return null;
}
