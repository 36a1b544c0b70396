import { FeatureKey, FeatureState } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Where a feature can go from each state of its life. Retiring is an operation of its own, and final. */
const nextStates: { readonly [S in FeatureState]: readonly FeatureState[] } = {
  draft: ['beta', 'general'],
  beta: ['draft', 'general', 'deprecated'],
  general: ['deprecated'],
  deprecated: ['general', 'sunset'],
  sunset: ['deprecated'],
  retired: [],
};

/** One step in the life of a feature, or the step back. */
export const advanceFeature = operation({
  kind: 'feature.advance',
  scope: 'project',
  input: z.strictObject({ feature: FeatureKey, state: FeatureState.exclude(['retired']) }),
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature }) => ({ feature: one('feature', feature) }),
  compute({ feature: key, state }, { feature }, { place }) {
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    if (feature.state === 'retired') return refuse('feature_retired', `${feature.name} is retired for good.`);
    const possible = nextStates[feature.state];
    if (state !== feature.state && !possible.includes(state)) {
      const detail = `From ${feature.state} a feature goes to ${possible.join(' or ')}.`;
      return refuse('invalid_request', detail, { field: 'state', state: feature.state, possible });
    }
    return [mutate('feature', place, feature, { ...feature, state })];
  },
});

/** The end of a feature: nobody can be given it any more. Those who have it keep it until their grants end. */
export const retireFeature = operation({
  kind: 'feature.retire',
  scope: 'project',
  input: z.strictObject({ feature: FeatureKey }),
  resource: ({ feature }) => `feature/${feature}`,
  setup: ({ feature }) => ({ feature: one('feature', feature), features: all('feature') }),
  compute({ feature: key }, { feature, features }, { place }) {
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`);
    const dependants = features.filter(
      ({ state, requires }) => state !== 'retired' && requires.includes(key),
    );
    if (dependants.length > 0) {
      const names = dependants.slice(0, 20).map(({ name }) => name);
      return refuse('feature_in_use', `${names.join(', ')} cannot do without it.`, { requiredBy: names });
    }
    return [mutate('feature', place, feature, { ...feature, state: 'retired' })];
  },
});
