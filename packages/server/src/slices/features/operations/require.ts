import { FeatureKey } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseRequirements } from './requirements.ts';

/** The features without which this one is of no use: whoever lacks one of them is denied this one too. */
export const requireFeatures = operation({
  kind: 'feature.require',
  scope: 'project',
  input: z.strictObject({ feature: FeatureKey, requires: z.array(FeatureKey).max(20) }),
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature }) => ({ feature: one('feature', feature), features: all('feature') }),
  compute({ feature: key, requires }, { feature, features }, { place }) {
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    const refusal = refuseRequirements(key, requires, features);
    return refusal ?? [mutate('feature', place, feature, { ...feature, requires })];
  },
});
