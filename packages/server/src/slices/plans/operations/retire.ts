import { Key } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Nobody new can be put on it, and no version of it is published any more. Customers who are on it stay on it. */
export const retirePlan = operation({
  kind: 'plan.retire',
  scope: 'project',
  input: z.strictObject({ plan: Key }),
  resource: ({ plan }) => `plan/${plan}`,
  setup: ({ plan }) => ({ plan: one('plan', plan) }),
  compute({ plan: key }, { plan }, { place }) {
    if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`);
    return [mutate('plan', place, plan, { ...plan, state: 'retired' })];
  },
});
