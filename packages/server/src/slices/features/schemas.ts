import { CatalogueEntity, Feature, FeatureKey, FeatureState, FlagKey, Key, Plan } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { counters, EntityWords, NewEntity, searchQuery } from '../projects/index.ts';
import { NewFeature } from './operations/create.ts';
import { FeatureWords } from './operations/describe.ts';

export const OneFeature = z.strictObject({ feature: FeatureKey });
export const Asked = z.strictObject({
  ...searchQuery,
  isFeatureFlag: z.enum(['Yes', 'No']).exactOptional(),
  state: FeatureState.exactOptional(),
  unassigned: z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] }).exactOptional(),
});

export const FeatureView = Feature.extend(counters);
export const FeaturePage = pageOf(FeatureView);
export const FeatureShown = FeatureView.extend({
  associatedLicenceModels: z.array(CatalogueEntity),
  attributes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  plans: z.array(
    z.strictObject({
      plan: Key,
      name: z.string(),
      state: Plan.shape.state,
      versions: z.array(z.int()),
      latestVersion: z.int(),
    }),
  ),
});

export const CreateFeature = NewFeature;
/** Words, and the parts that are operations of their own: the guarding flag, what it requires, and its state. */
export const DescribeFeature = FeatureWords.omit({ feature: true }).extend({
  flagKey: FlagKey.nullable().exactOptional(),
  requires: Feature.shape.requires.exactOptional(),
  state: FeatureState.exactOptional(),
});
export type DescribeFeature = z.infer<typeof DescribeFeature>;

export const AddEntity = NewEntity;
export const ChangeEntity = EntityWords.omit({ id: true });
export const OneEntity = z.strictObject({ id: Key });
/** `missing`: the entries without which no flag becomes a feature. */
export const EntityPage = pageOf(CatalogueEntity).extend({ missing: z.array(z.string()) });
/** `warnings`: what the edit stopped. */
export const EntityReply = CatalogueEntity.extend({ revision: z.int(), warnings: z.array(z.string()) });
export const EntityRemoved = z.object({ id: Key, warnings: z.array(z.string()), revision: z.int() });
export const Restored = z.object({
  restored: z.array(CatalogueEntity),
  features: z.array(FeatureKey),
  revision: z.int(),
});
