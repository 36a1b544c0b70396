import type { JsonValue, Milliseconds, PlanItem } from '@latchkey/model';
import { isLimit, times } from '../quantity.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { always, forever } from '../time.ts';
import { closeness, type DatedGrant, type Provenance } from './dated-grant.ts';
import type { Holding } from './holdings.ts';
import { stableHash, stableHashAfter } from './stable-hash.ts';

const derivedPrefix = 'plan_';

/** The id, and lineage, of the grant that a product key implies for a feature: known without looking anything up. */
export const derivedGrantId = (pkId: string, feature: string): string =>
  `${derivedPrefix}${stableHash(`${pkId} ${feature}`)}`;

/** The same for many features of one owner. */
const derivedGrantIdsOf = (pkId: string): ((feature: string) => string) => {
  const hash = stableHashAfter(`${pkId} `);
  return (feature) => derivedPrefix + hash(feature);
};

export const isDerivedGrantId = (id: string): boolean => id.startsWith(derivedPrefix);

/** The grants that a holding implies: what its plan gives, cut to the time of the holding. */
export function deriveGrants(
  configuration: CompiledConfiguration,
  holding: Holding,
  customerKey: string,
): readonly DatedGrant[] {
  const idOf = derivedGrantIdsOf(holding.pkId ?? `default ${holding.planKey} ${customerKey}`);
  const provenance = provenanceOf(holding);
  const grants: DatedGrant[] = [];
  for (const { item, from: since, to: until } of stretchesOf(configuration, holding)) {
    const from = Math.max(since, holding.from);
    const to = Math.min(until, holding.to);
    if (from < to) grants.push(derive(item, holding, provenance, idOf(item.feature), from, to));
  }
  return grants;
}

/** An item of a plan for as long as it stays as it is. */
interface Stretch {
  readonly item: PlanItem;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** By version and plan: worked out once for all customers. */
const stretches = new WeakMap<CompiledConfiguration, Map<string, readonly Stretch[]>>();

/**
 * What a plan gives whoever holds a version of it. Who follows the current one has it change where another edition takes
 * over; what an edition leaves as it was goes on without a seam.
 */
function stretchesOf(
  configuration: CompiledConfiguration,
  { planKey, version }: Pick<Holding, 'planKey' | 'version'>,
): readonly Stretch[] {
  const known = stretches.get(configuration) ?? new Map<string, readonly Stretch[]>();
  const name = `${version} ${planKey}`;
  const found = known.get(name) ?? findStretches(configuration, planKey, version);
  stretches.set(configuration, known.set(name, found));
  return found;
}

function findStretches(
  configuration: CompiledConfiguration,
  planKey: string,
  pinned: Holding['version'],
): readonly Stretch[] {
  const editions =
    pinned === 'current' ? configuration.editions(planKey) : [{ version: pinned, from: always, to: forever }];
  const found: Stretch[] = [];
  const running = new Map<string, number>();
  for (const { version, from, to } of editions) {
    const items = configuration.planVersion(planKey, version)?.resolvedItems ?? [];
    for (const item of items) {
      const same = JSON.stringify(item);
      const at = running.get(same);
      const before = at === undefined ? undefined : found[at];
      if (at !== undefined && before?.to === from) found[at] = { ...before, to };
      else {
        running.set(same, found.length);
        found.push({ item, from, to });
      }
    }
  }
  return found;
}

function derive(
  item: PlanItem,
  { plan, planKey, pkId, quantity, from: heldSince }: Holding,
  provenance: Provenance,
  id: string,
  from: Milliseconds,
  to: Milliseconds,
): DatedGrant {
  return {
    id,
    lineageId: id,
    feature: item.feature,
    origin: pkId === null ? 'default_plan' : plan?.kind === 'addon' ? 'addon' : 'subscription',
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
    grantedAt: pkId === null ? always : heldSince,
    label: plan?.name ?? planKey,
    provenance,
  };
}

const provenanceOf = ({ planKey, pkId, quantity, trial }: Holding): Provenance => ({
  plan: planKey,
  trial,
  pkId,
  quantity,
});

function grantedValue(item: PlanItem, quantity: number): JsonValue {
  const value = item.unlimited ? 'unlimited' : (item.value ?? null);
  return item.perQuantity && isLimit(value) ? times(value, quantity) : value;
}
