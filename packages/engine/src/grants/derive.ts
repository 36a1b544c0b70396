import type { JsonValue, PlanItem } from '@latchkey/model';
import { isLimit, times } from '../quantity.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { always } from '../time.ts';
import { closeness, type DatedGrant } from './dated-grant.ts';
import type { Holding } from './holdings.ts';
import { stableHash } from './stable-hash.ts';

const derivedPrefix = 'plan_';

/** The id, and lineage, of the grant that a product key implies for a feature: known without looking anything up. */
export const derivedGrantId = (pkId: string, feature: string): string =>
  `${derivedPrefix}${stableHash(`${pkId} ${feature}`)}`;

export const isDerivedGrantId = (id: string): boolean => id.startsWith(derivedPrefix);

/**
 * The grants that a holding implies. One that follows the current version changes where another edition takes over;
 * what an edition leaves as it was goes on without a seam.
 */
export function deriveGrants(
  configuration: CompiledConfiguration,
  holding: Holding,
  customerKey: string,
): readonly DatedGrant[] {
  const owner = holding.pkId ?? `default ${holding.planKey} ${customerKey}`;
  const grants: DatedGrant[] = [];
  const running = new Map<string, number>();
  for (const { version, from, to } of editionsOf(configuration, holding)) {
    const items = configuration.planVersion(holding.planKey, version)?.resolvedItems ?? [];
    for (const item of items) {
      const same = JSON.stringify(item);
      const at = running.get(same);
      const before = at === undefined ? undefined : grants[at];
      if (at !== undefined && before?.to === from) grants[at] = { ...before, to };
      else {
        running.set(same, grants.length);
        grants.push(derive(item, holding, owner, from, to));
      }
    }
  }
  return grants;
}

/** Which version counts when, cut to the time of the holding. */
function editionsOf(configuration: CompiledConfiguration, { planKey, version, from, to }: Holding) {
  if (version !== 'current') return [{ version, from, to }];
  return configuration
    .editions(planKey)
    .map((edition) => ({
      version: edition.version,
      from: Math.max(edition.from, from),
      to: Math.min(edition.to, to),
    }))
    .filter((edition) => edition.from < edition.to);
}

function derive(item: PlanItem, holding: Holding, owner: string, from: number, to: number): DatedGrant {
  const id = derivedGrantId(owner, item.feature);
  const { plan, planKey, pkId, quantity, trial } = holding;
  const origin = pkId === null ? 'default_plan' : plan?.kind === 'addon' ? 'addon' : 'subscription';
  return {
    id,
    lineageId: id,
    feature: item.feature,
    origin,
    effect: item.effect,
    value: grantedValue(item, quantity),
    reset: item.reset ?? null,
    rollover: item.rollover ?? null,
    overage: item.overage ?? null,
    priority: 0,
    closeness: pkId === null ? closeness.default_plan : closeness.item,
    from,
    to,
    revoked: false,
    grantedAt: pkId === null ? always : holding.from,
    label: plan?.name ?? planKey,
    provenance: { plan: planKey, trial, pkId, quantity },
  };
}

function grantedValue(item: PlanItem, quantity: number): JsonValue {
  const value = item.unlimited ? 'unlimited' : (item.value ?? null);
  return item.perQuantity && isLimit(value) ? times(value, quantity) : value;
}
