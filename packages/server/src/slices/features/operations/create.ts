import {
  Feature,
  FeatureKey,
  FeatureKind,
  FeatureSource,
  FlagKey,
  SentinelAttributes,
} from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseGuard, targetingIn } from './guarding-flag.ts';
import { mergePolicies, refuseMisfit } from './kinds.ts';
import { refuseRequirements } from './requirements.ts';

const { shape } = Feature;
const sentinel = SentinelAttributes.shape;

/** What can be said about a feature when it is made, and altered at any time. */
export const featureWords = {
  description: shape.description.exactOptional(),
  unit: shape.unit.exactOptional(),
  levels: shape.levels.exactOptional(),
  access: shape.access.exactOptional(),
  merge: shape.merge.exactOptional(),
  enforcement: shape.enforcement.exactOptional(),
  failMode: shape.failMode.exactOptional(),
  seatBound: shape.seatBound.exactOptional(),
  essential: shape.essential.exactOptional(),
  exclusiveTo: shape.exclusiveTo.exactOptional(),
  owner: shape.owner.exactOptional(),
  tags: shape.tags.exactOptional(),
  sentinel: z
    .strictObject({
      namespace: sentinel.namespace.exactOptional(),
      enforcement: sentinel.enforcement.exactOptional(),
      licenceModels: sentinel.licenceModels.exactOptional(),
      isFeatureFlag: sentinel.isFeatureFlag.exactOptional(),
      version: sentinel.version.exactOptional(),
    })
    .exactOptional(),
};

export const NewFeature = z.strictObject({
  key: FeatureKey,
  name: shape.name,
  kind: FeatureKind,
  flagKey: FlagKey.nullable().exactOptional(),
  requires: z.array(FeatureKey).max(20).exactOptional(),
  state: z.enum(['draft', 'beta', 'general']).exactOptional(),
  source: FeatureSource.exactOptional(),
  ...featureWords,
});

/** A capability to sell, limit or withhold. Nobody has it until it is granted, unless it is open. */
export const createFeature = operation({
  kind: 'feature.create',
  scope: 'project',
  input: NewFeature,
  resource: ({ key }) => `feature/${key}`,
  setup: ({ flagKey }) => ({
    features: all('feature'),
    flag: flagKey ? one('flag', flagKey) : null,
    environments: all('environment'),
  }),
  follow: ({ flagKey }, { environments }) => targetingIn(environments, flagKey),
  compute({ sentinel, ...said }, seen, { place }) {
    const { features, flag, environments } = seen;
    if (features.some(({ key }) => key === said.key)) {
      return refuse('key_taken', `There is a feature ${said.key} already.`, { field: 'key' });
    }
    const feature: Feature = {
      description: '',
      unit: null,
      levels: null,
      flagKey: null,
      requires: [],
      access: 'gated',
      merge: mergePolicies[said.kind][0],
      enforcement: 'hard',
      failMode: 'last_known',
      seatBound: false,
      essential: false,
      exclusiveTo: null,
      owner: null,
      tags: [],
      state: 'general',
      source: { platform: 'latchkey', ref: '' },
      ...said,
      sentinel: { ...madeByHand, ...sentinel },
    };
    const refusal =
      refuseGuard(said.flagKey, flag, environments, seen) ??
      refuseMisfit(feature) ??
      refuseRequirements(feature.key, feature.requires, features);
    return refusal ?? [mutate('feature', place, null, feature)];
  },
});

const madeByHand: SentinelAttributes = {
  namespace: '',
  enforcement: 'Services 1.0',
  licenceModels: ['Services'],
  isFeatureFlag: 'No',
  version: '',
};
