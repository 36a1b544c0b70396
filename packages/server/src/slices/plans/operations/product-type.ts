import type { Feature, Plan, PlanItem } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Features born of a flag go into Default products only. */
export function refuseProductType(
  plan: Plan,
  items: readonly PlanItem[],
  features: readonly Feature[],
  field: string,
): Refusal | null {
  if (plan.productType === 'default') return null;
  const contained = new Set(items.map(({ feature }) => feature));
  const born = features.find(({ key, sentinel }) => contained.has(key) && sentinel.isFeatureFlag === 'Yes');
  if (!born) return null;
  const detail = `${born.name} was born of a flag, and ${plan.name} is a ${plan.productType} product. Use a default product.`;
  return refuse('feature_default_products_only', detail, { field, feature: born.key });
}
