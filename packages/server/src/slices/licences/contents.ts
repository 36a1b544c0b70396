import type { Configuration, CustomerSnapshot, FlagTargeting, Grant } from '@latchkey/model';

interface Contents {
  readonly configuration: Configuration;
  readonly customer: CustomerSnapshot;
}

/**
 * What a licence carries: all that decides about this one customer, and no more of the business than that. Other plans,
 * what belongs to other customers, and words that were meant for colleagues stay here.
 */
export function contentsFor(configuration: Configuration, customer: CustomerSnapshot): Contents {
  const plans = new Set(customer.subscriptions.flatMap(({ items }) => items.map(({ plan }) => plan))).add(
    configuration.defaultPlan ?? '',
  );
  const family = new Set([customer.key, ...customer.ancestors]);
  return {
    configuration: {
      ...configuration,
      flags: configuration.flags.map((flag) => ({ ...flag, description: '', tags: [] })),
      targeting: configuration.targeting.map((targeting) => withoutOthers(targeting, family)),
      segments: configuration.segments.map((segment) => ({ ...segment, description: '', tags: [] })),
      features: configuration.features
        .filter(({ exclusiveTo }) => exclusiveTo === null || family.has(exclusiveTo))
        .map((feature) => ({ ...feature, description: '', owner: null, tags: [] })),
      plans: configuration.plans
        .filter(({ key }) => plans.has(key))
        .map((plan) => ({ ...plan, description: '', tags: [] })),
      planVersions: configuration.planVersions
        .filter(({ plan }) => plans.has(plan))
        .map((version) => ({ ...version, items: [] })),
      publications: configuration.publications.filter(({ plan }) => plans.has(plan)),
      grants: configuration.grants
        .filter(({ subject }) => subject.kind !== 'plan' || plans.has(subject.key))
        .map(withoutWords),
    },
    customer: { ...customer, grants: customer.grants.map(withoutWords) },
  };
}

/** Single customers are named as targets; those that are not meant are none of this one's business. */
const withoutOthers = (
  { targetEnds: _, ...targeting }: FlagTargeting,
  family: ReadonlySet<string>,
): FlagTargeting => ({
  ...targeting,
  targets: targeting.targets.map((target) =>
    target.contextKind === 'customer'
      ? { ...target, values: target.values.filter((key) => family.has(key)) }
      : target,
  ),
});

const withoutWords = (grant: Grant): Grant => ({ ...grant, reason: '', links: [], grantedBy: '' });
