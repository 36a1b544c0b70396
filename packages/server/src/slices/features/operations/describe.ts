import { Feature, FeatureKey, FeatureKind } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { featureWords } from './create.ts';
import { refuseMisfit } from './kinds.ts';

export const FeatureWords = z.strictObject({
  feature: FeatureKey,
  name: Feature.shape.name.exactOptional(),
  kind: FeatureKind.exactOptional(),
  ...featureWords,
});

/**
 * The words and settings of a feature. Its kind stays for good, because plans and grants carry values of that kind;
 * levels can be added, but those that were sold stay.
 */
export const describeFeature = operation({
  kind: 'feature.describe',
  scope: 'project',
  input: FeatureWords,
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature }) => ({ feature: one('feature', feature) }),
  compute({ feature: key, sentinel, ...said }, { feature }, { place }) {
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    if (said.kind !== undefined && said.kind !== feature.kind) {
      const detail = `${feature.name} stays a ${feature.kind}. Make a new feature for another kind.`;
      return refuse('feature_kind_fixed', detail, { field: 'kind', kind: feature.kind });
    }
    const described: Feature = { ...feature, ...said, sentinel: { ...feature.sentinel, ...sentinel } };
    const lost = (feature.levels ?? []).filter((level) => !described.levels?.includes(level));
    if (lost.length > 0) {
      const detail = 'Levels can be added and reordered, but not taken away: customers may have them.';
      return refuse('feature_in_use', detail, { field: 'levels', lost });
    }
    return refuseMisfit(described) ?? [mutate('feature', place, feature, described)];
  },
});
