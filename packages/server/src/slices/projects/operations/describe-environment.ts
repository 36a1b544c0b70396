import { Environment, Key, Name } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

export const EnvironmentWords = z.strictObject({
  environment: Key,
  name: Name.exactOptional(),
  color: Environment.shape.color.exactOptional(),
  protected: z.boolean().exactOptional(),
  defaultPlan: Key.nullable().exactOptional(),
  secureMode: z.boolean().exactOptional(),
});

/** Name, colour, protection, secure mode, and the plan of customers that have no subscription. */
export const describeEnvironment = operation({
  kind: 'environment.describe',
  scope: 'environment',
  input: EnvironmentWords,
  resource: ({ environment }) => `environment/${environment}`,
  setup: ({ environment, defaultPlan }) => ({
    environment: one('environment', environment),
    plan: defaultPlan ? one('plan', defaultPlan) : null,
  }),
  compute({ environment: key, ...words }, { environment, plan }, { place }) {
    if (!environment || key !== place.environment) {
      return refuse('environment_unknown', `There is no environment ${key} here.`);
    }
    const { defaultPlan } = words;
    if (defaultPlan && !plan) {
      return refuse('plan_unknown', `There is no plan ${defaultPlan}.`, { field: 'defaultPlan' });
    }
    if (plan?.state === 'retired') {
      return refuse('plan_retired', `${plan.name} is retired.`, { field: 'defaultPlan' });
    }
    return [mutate('environment', place, environment, { ...environment, ...words })];
  },
});
