import type { CustomerSnapshot, Milliseconds, Plan, Subscription, SubscriptionItem } from '@latchkey/model';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { always, endOf, forever, fromInstant } from '../time.ts';
import { type Span, union } from './span.ts';

/** One plan for one while: bought, or by default. */
export interface Holding {
  readonly planKey: string;
  readonly plan: Plan | null;
  readonly version: number | 'current';
  readonly pkId: string | null;
  readonly quantity: number;
  /** Tried, not bought: by the kind of plan, or because a programme issued it. */
  readonly trial: boolean;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Where a subscription says that it comes from when a programme issued it. */
const issuedByProgramme = 'programme';

/** Only what runs: drafts, suspended and closed subscriptions and disabled items give nothing. */
const isRunning = (subscription: Subscription, item: SubscriptionItem): boolean =>
  subscription.state === 'active' && item.state === 'active';

/** All that the customer has bought, and the default plan whenever no plan is running; add-ons alone are no plan. */
export function holdingsOf(
  configuration: CompiledConfiguration,
  snapshot: CustomerSnapshot,
): readonly Holding[] {
  const bought: Holding[] = [];
  for (const subscription of snapshot.subscriptions) {
    for (const item of subscription.items) {
      if (!isRunning(subscription, item)) continue;
      const plan = configuration.plans.get(item.plan) ?? null;
      const { plan: planKey, version, pkId, quantity } = item;
      bought.push({
        planKey,
        plan,
        version,
        pkId,
        quantity,
        trial: plan?.kind === 'trial' || subscription.source?.system === issuedByProgramme,
        from: fromInstant(item.from),
        to: endOf(item.to),
      });
    }
  }
  const { defaultPlan } = configuration.source;
  if (defaultPlan === null) return bought;
  const plan = configuration.plans.get(defaultPlan) ?? null;
  const byDefault = {
    planKey: defaultPlan,
    plan,
    version: 'current',
    pkId: null,
    quantity: 1,
    trial: false,
  } as const;
  const covered = bought.filter((holding) => holding.plan?.kind !== 'addon');
  return [...bought, ...gapsBetween(covered).map((gap) => ({ ...byDefault, ...gap }))];
}

/** All of time that the spans leave out. */
function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let from = always;
  for (const span of union(spans)) {
    if (from < span.from) gaps.push({ from, to: span.from });
    from = span.to;
  }
  if (from < forever) gaps.push({ from, to: forever });
  return gaps;
}
