import { FeatureKey, FlagKey } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseGuard, targetingIn } from './guarding-flag.ts';

/** Puts a feature behind a flag, or, with null, takes it out again. While the flag is off, nobody has the feature. */
export const guardFeature = operation({
  kind: 'feature.guard',
  scope: 'project',
  input: z.strictObject({ feature: FeatureKey, flag: FlagKey.nullable() }),
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature, flag }) => ({
    feature: one('feature', feature),
    flag: flag === null ? null : one('flag', flag),
    environments: all('environment'),
  }),
  follow: ({ flag }, { environments }) => targetingIn(environments, flag),
  compute({ feature: key, flag: flagKey }, seen, { place }) {
    const { feature, flag, environments } = seen;
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    const refusal = refuseGuard(flagKey, flag, environments, seen);
    return refusal ?? [mutate('feature', place, feature, { ...feature, flagKey })];
  },
});
