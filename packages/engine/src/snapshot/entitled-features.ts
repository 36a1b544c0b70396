import type { Milliseconds, PlanItem, Subscription, SubscriptionItem } from '@latchkey/model';
import { worldOf } from '../check/check.ts';
import { groundStages } from '../check/ground-stages.ts';
import { pairUp } from '../check/guarded-flag.ts';
import { requirementsAreMet } from '../check/stages/requirements.ts';
import { dayOf, lastMomentBefore, minuteOf } from '../explain/days.ts';
import { compareText } from '../grants/dated-grant.ts';
import { endOf, forever, fromInstant } from '../time.ts';
import type { CompiledConfiguration } from './compile-configuration.ts';
import type { CompiledCustomer } from './compile-customer.ts';

/** A row of the Sentinel-style look-up, its fields in the order that its clients know. */
export interface EntitledFeature {
  readonly name: string;
  /** `YYYY-MM-DD` in the customer's time zone; the last day is included, and no end is `2500-12-31`. */
  readonly startDate: string;
  readonly endDate: string;
  readonly product: string;
  readonly totalQuantity: number;
  readonly availableQuantity: number;
  readonly consumedQuantity: number;
  readonly eId: string;
  readonly enabled: boolean;
  /** `YYYY-MM-DD HH:mm` in UTC. */
  readonly lastModifiedDate: string;
  /** These three only when they were asked for. */
  readonly pkId?: string;
  readonly reason?: EntitledFeatureReason;
  readonly source?: 'order' | 'trial';
}

export type EntitledFeatureReason =
  | 'OK'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'DISABLED'
  | 'CLOSED'
  | 'EXCLUDED'
  | 'CUSTOMER_DISABLED'
  | 'FEATURE_DISABLED'
  | 'DENIED'
  | 'MISSING_DEPENDENCY';

const never = '2500-12-31';

/** One row for each feature of each item of every subscription that is not a draft. */
export function entitledFeatures(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: Milliseconds,
  { extras = false }: { readonly extras?: boolean } = {},
): readonly EntitledFeature[] {
  const subject = pairUp(configuration, customer);
  return subject.snapshot.subscriptions
    .filter(({ state }) => state !== 'draft')
    .flatMap((subscription) =>
      subscription.items.flatMap((item) => rowsOf(configuration, subject, subscription, item, now, extras)),
    );
}

function rowsOf(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  subscription: Subscription,
  item: SubscriptionItem,
  now: Milliseconds,
  extras: boolean,
): readonly EntitledFeature[] {
  const from = fromInstant(item.from);
  const to = endOf(item.to);
  const plan = configuration.plans.get(item.plan);
  // Before it starts and after it has ended an item shows what it will be, or was, at that edge.
  const moment = Math.max(from, Math.min(now, lastMomentBefore(to)));
  const edition =
    item.version === 'current'
      ? configuration.currentVersion(item.plan, moment)
      : configuration.planVersion(item.plan, item.version);
  if (edition === undefined) return [];

  const timeZone = customer.snapshot.customer?.timeZone ?? 'UTC';
  const seats = customer.seatsByItem.get(item.pkId);
  const consumed = seats?.takenAt(now) ?? 0;
  const changedAt = [subscription.changedAt, seats?.changedAt ?? ''].reduce((a, b) => (a > b ? a : b));
  const startDate = dayOf(from, timeZone);
  const endDate = to === forever ? never : dayOf(lastMomentBefore(to), timeZone);
  const product = `${plan?.name ?? item.plan} ${edition.version}.0`;
  const lastModifiedDate = minuteOf(fromInstant(changedAt));
  const source = plan?.kind === 'trial' ? 'trial' : 'order';
  return featuresOf(edition.resolvedItems).flatMap((planItem) => {
    if (!configuration.features.has(planItem.feature)) return [];
    const reason =
      whyItemGivesNothing(subscription, item, planItem, now) ??
      whyCustomerHasNot(configuration, customer, planItem.feature, now);
    return {
      name: planItem.feature,
      startDate,
      endDate,
      product,
      totalQuantity: item.quantity,
      availableQuantity: item.quantity - consumed,
      consumedQuantity: consumed,
      eId: subscription.eId,
      enabled: reason === null,
      lastModifiedDate,
      ...(extras && { pkId: item.pkId, reason: reason ?? 'OK', source }),
    };
  });
}

/** One row a feature, in the order of their names, also where a plan sets and adds to the same one. */
function featuresOf(items: readonly PlanItem[]): readonly PlanItem[] {
  const byFeature = new Map<string, PlanItem>();
  for (const item of items) {
    if (byFeature.get(item.feature)?.value !== false && byFeature.has(item.feature)) continue;
    byFeature.set(item.feature, item);
  }
  return [...byFeature.values()].sort((a, b) => compareText(a.feature, b.feature));
}

function whyItemGivesNothing(
  subscription: Subscription,
  item: SubscriptionItem,
  { value }: PlanItem,
  now: Milliseconds,
): EntitledFeatureReason | null {
  if (subscription.state === 'closed' || item.state === 'closed') return 'CLOSED';
  if (subscription.state !== 'active' || item.state !== 'active') return 'DISABLED';
  if (value === false) return 'EXCLUDED';
  if (now < fromInstant(item.from)) return 'NOT_STARTED';
  return now < endOf(item.to) ? null : 'EXPIRED';
}

/** The stages of the check that ask about the customer; whether the flag is rolled out is asked of the flag, next. */
function whyCustomerHasNot(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  key: string,
  now: Milliseconds,
): EntitledFeatureReason | null {
  const feature = configuration.features.get(key);
  if (feature === undefined) return 'EXCLUDED';
  const world = worldOf(configuration, customer, feature, now);
  for (const [name, stage] of [...groundStages, ['requirements', requirementsAreMet] as const]) {
    if (!stage({ feature: key }, world).denied) continue;
    switch (name) {
      case 'guarding_flag':
        return 'FEATURE_DISABLED';
      case 'customer_status':
        return 'CUSTOMER_DISABLED';
      case 'requirements':
        return 'MISSING_DEPENDENCY';
      default:
        return 'DENIED';
    }
  }
  return null;
}
