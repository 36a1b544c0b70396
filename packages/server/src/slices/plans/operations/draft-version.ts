import { inOneForm } from '@latchkey/engine';
import { type Feature, Key, PlanItem, type PlanVersion, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import { refuseItem } from './fits-kind.ts';
import { refuseProductType } from './product-type.ts';

type Base = NonNullable<PlanVersion['base']>;

export const NewPlanVersion = z.strictObject({
  plan: Key,
  items: z.array(PlanItem).max(1000),
  /** A plan stands for its latest version. */
  base: z
    .union([Key, z.strictObject({ plan: Key, version: z.int().min(1) })])
    .nullable()
    .exactOptional(),
});

/**
 * A new edition of a plan. It can stand on a version of another plan, whose items it has as well; where both speak of a
 * feature, its own win. Both are written down now, so that later editions of the base change nothing here.
 */
export const draftVersion = operation({
  kind: 'plan.draft-version',
  scope: 'project',
  input: NewPlanVersion,
  resource: ({ plan }) => `plan/${plan}`,
  setup: ({ plan }) => ({ plan: one('plan', plan), versions: all('plan_version'), features: all('feature') }),
  compute({ plan: key, items: said, base: wanted = null }, { plan, versions, features }, { place, now }) {
    if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`);
    if (plan.state === 'retired') return refuse('plan_retired', `${plan.name} is retired.`);
    const base = wanted === null ? null : baseVersion(wanted, versions);
    if (base && 'refused' in base) return base;
    if (base && standsOn(base, key, versions)) {
      return refuse('plan_cycle', `${base.plan} itself builds on ${plan.name}.`, { field: 'base' });
    }
    const items = said.map(inOneForm);
    const resolvedItems = withInherited(items, base?.resolvedItems ?? []);
    if (resolvedItems.length > 5000) {
      return refuse('invalid_request', 'A version has at most 5000 items with those of its base.', {
        field: 'items',
      });
    }
    const refusal = refuseItems(items, features) ?? refuseProductType(plan, resolvedItems, features, 'items');
    if (refusal) return refusal;
    const version = plan.latestVersion + 1;
    const drafted: PlanVersion = {
      plan: key,
      version,
      base: base && { plan: base.plan, version: base.version },
      items,
      resolvedItems,
      createdAt: toInstant(now),
    };
    return [
      mutate('plan', place, plan, { ...plan, latestVersion: version }),
      mutate('plan_version', place, null, drafted),
    ];
  },
});

function baseVersion(wanted: string | Base, versions: readonly PlanVersion[]): PlanVersion | Refusal {
  const key = typeof wanted === 'string' ? wanted : wanted.plan;
  const candidates = versions.filter(
    ({ plan, version }) => plan === key && (typeof wanted === 'string' || version === wanted.version),
  );
  const latest = candidates.sort((a, b) => b.version - a.version)[0];
  return (
    latest ??
    refuse('plan_version_unknown', `There is no such version of ${key} to build on.`, { field: 'base' })
  );
}

/** Whether a version is of the plan, or builds on one that is. */
function standsOn(start: PlanVersion, plan: string, versions: readonly PlanVersion[]): boolean {
  let current: PlanVersion | undefined = start;
  while (current) {
    if (current.plan === plan) return true;
    const { base }: PlanVersion = current;
    current = versions.find((other) => other.plan === base?.plan && other.version === base.version);
  }
  return false;
}

/** What a feature gets from the base ends where the version speaks of it itself. */
function withInherited(items: readonly PlanItem[], inherited: readonly PlanItem[]): PlanItem[] {
  const own = new Set(items.map(({ feature }) => feature));
  return [...inherited.filter(({ feature }) => !own.has(feature)), ...items];
}

function refuseItems(items: readonly PlanItem[], features: readonly Feature[]): Refusal | null {
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const field = `items/${index}`;
    const feature = byKey.get(item.feature);
    if (!feature)
      return refuse('feature_unknown', `There is no feature ${item.feature}.`, { field: `${field}/feature` });
    if (feature.state === 'retired') {
      return refuse('feature_retired', `${feature.name} is retired.`, { field: `${field}/feature` });
    }
    const twice = `${item.effect} ${item.feature}`;
    if (seen.has(twice)) {
      return refuse('invalid_request', `${feature.name} is named twice.`, { field: `${field}/feature` });
    }
    seen.add(twice);
    const refusal = refuseItem(feature, item, field);
    if (refusal) return refusal;
  }
  return null;
}
