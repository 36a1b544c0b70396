import { Plan } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseProductType } from './product-type.ts';

const { shape } = Plan;
const words = {
  description: shape.description.exactOptional(),
  rank: shape.rank.exactOptional(),
  productType: shape.productType.exactOptional(),
  tags: shape.tags.exactOptional(),
};

export const NewPlan = z.strictObject({
  key: shape.key,
  name: shape.name,
  kind: shape.kind.exactOptional(),
  ...words,
});

/** A package without contents yet; those are drafted as versions. */
export const createPlan = operation({
  kind: 'plan.create',
  scope: 'project',
  input: NewPlan,
  resource: ({ key }) => `plan/${key}`,
  setup: ({ key }) => ({ plan: one('plan', key) }),
  compute(said, { plan: existing }, { place }) {
    if (existing) return refuse('key_taken', `There is a plan ${said.key} already.`, { field: 'key' });
    const plan: Plan = {
      description: '',
      kind: 'plan',
      rank: 0,
      productType: 'default',
      tags: [],
      ...said,
      state: 'live',
      latestVersion: 0,
    };
    return [mutate('plan', place, null, plan)];
  },
});

export const PlanWords = z.strictObject({ plan: shape.key, name: shape.name.exactOptional(), ...words });

/** The words about a plan, its rank and its product type. What it contains changes by a new version only. */
export const describePlan = operation({
  kind: 'plan.describe',
  scope: 'project',
  input: PlanWords,
  resource: ({ plan }) => `plan/${plan}`,
  setup: ({ plan, productType }) => ({
    plan: one('plan', plan),
    versions: productType ? all('plan_version', { parent: plan }) : null,
    features: productType ? all('feature') : null,
  }),
  compute({ plan: key, ...said }, { plan, versions, features }, { place }) {
    if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`);
    const described: Plan = { ...plan, ...said };
    const items = (versions ?? []).flatMap(({ resolvedItems }) => resolvedItems);
    const refusal = refuseProductType(described, items, features ?? [], 'productType');
    return refusal ?? [mutate('plan', place, plan, described)];
  },
});
