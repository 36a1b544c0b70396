import { FeatureKey, FlagKey } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Puts a feature behind a flag, or, with null, takes it out again. While the flag is off, nobody has the feature. */
export const guardFeature = operation({
  kind: 'feature.guard',
  scope: 'project',
  input: z.strictObject({ feature: FeatureKey, flag: FlagKey.nullable() }),
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature, flag }) => ({
    feature: one('feature', feature),
    flag: flag === null ? null : one('flag', flag),
  }),
  compute({ feature: key, flag: flagKey }, { feature, flag }, { place }) {
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    if (flagKey !== null && !flag) {
      return refuse('flag_unknown', `There is no flag ${flagKey}.`, { field: 'flagKey' });
    }
    if (flag?.state === 'archived') {
      return refuse('flag_archived', `${flag.name} is archived.`, { field: 'flagKey' });
    }
    return [mutate('feature', place, feature, { ...feature, flagKey })];
  },
});
