import type { Plan, PlanPublication } from '@latchkey/model';
import { one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** What is asked about a plan before anybody is put on it. */
export const planNamed = (key: string) => ({
  plan: one('plan', key),
  publication: one('plan_publication', key),
});

/** Why nobody can be put on this plan here; null when they can. */
export function refusePlan(
  key: string,
  { plan, publication }: { readonly plan: Plan | null; readonly publication: PlanPublication | null },
  field: string,
): Refusal | null {
  if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`, { field });
  if (plan.state === 'retired') return refuse('plan_retired', `${plan.name} is retired.`, { field });
  if (!publication) {
    return refuse('plan_not_published', `${plan.name} is not published in this environment.`, { field });
  }
  return null;
}

/** The same for a plan that shall be bought. */
export const refusePurchase = (
  key: string,
  seen: { readonly plan: Plan | null; readonly publication: PlanPublication | null },
  field: string,
): Refusal | null =>
  refusePlan(key, seen, field) ??
  (seen.plan?.kind === 'trial'
    ? refuse('plan_is_trial', `${seen.plan.name} is for trials. Name a plan that is sold.`, { field })
    : null);
