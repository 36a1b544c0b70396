import type { OperationCall } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { wholeReply } from '../../kernel/http/etag.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { written } from '../projects/index.ts';
import { featureStore, listFeatures, showFeature } from './list.ts';
import { advanceFeature, retireFeature } from './operations/advance.ts';
import { createFeature } from './operations/create.ts';
import { describeFeature } from './operations/describe.ts';
import { guardFeature } from './operations/guard.ts';
import { requireFeatures } from './operations/require.ts';
import {
  Asked,
  CreateFeature,
  DescribeFeature,
  FeaturePage,
  FeatureShown,
  FeatureView,
  OneFeature,
} from './schemas.ts';

const tag = 'Features';
const ofFeature = ({ feature }: { readonly feature: string }) => `feature/${feature}`;
const anyFeature = () => 'feature/*';

export const featureRoutes: readonly Route[] = [
  read({
    scope: 'project',
    path: '/features',
    summary: 'What is sold, limited or withheld',
    tag,
    query: Asked,
    action: 'feature.read',
    resource: anyFeature,
    reply: FeaturePage,
    answer: ({ place, query }, db) => listFeatures(db, place, query),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/features',
    summary: 'Create a feature; nobody has it until it is granted, unless it is open',
    tag,
    body: CreateFeature,
    action: 'feature.create',
    resource: anyFeature,
    status: 201,
    reply: FeatureView,
    operations: ({ body }) => [createFeature(body)],
    answer: (applied, { body: { key } }) => written(applied, 'feature', key),
  }),
  read({
    scope: 'project',
    path: '/features/{feature}',
    summary: 'A feature with its licence models, attributes and plans',
    tag,
    params: OneFeature,
    action: 'feature.read',
    resource: ofFeature,
    reply: FeatureShown,
    version: wholeReply,
    async answer({ place, params: { feature } }, db) {
      const shown = await showFeature(db, place, feature);
      if (!shown) throw new ProblemError('feature_unknown', `There is no feature ${feature}.`);
      return shown;
    },
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '/features/{feature}',
    summary: 'Change words, settings, guarding flag, requirements or state of a feature',
    tag,
    params: OneFeature,
    body: DescribeFeature,
    action: 'feature.describe',
    resource: ofFeature,
    reply: FeatureView,
    edits: ({ feature }) => ({ kind: 'feature', id: feature }),
    prepare: ({ place, params: { feature } }, db) => featureStore.one(db, place, feature),
    operations: ({ params: { feature }, body }) => editsOf(feature, body),
    answer: (applied, { params: { feature } }, before) => written(applied, 'feature', feature, before),
  }),
];

/** One operation for each part that is named. */
function editsOf(feature: string, { flagKey, requires, state, ...words }: DescribeFeature): OperationCall[] {
  const calls: OperationCall[] = [];
  if (Object.keys(words).length > 0) calls.push(describeFeature({ feature, ...words }));
  if (flagKey !== undefined) calls.push(guardFeature({ feature, flag: flagKey }));
  if (requires) calls.push(requireFeatures({ feature, requires }));
  if (state === 'retired') calls.push(retireFeature({ feature }));
  else if (state) calls.push(advanceFeature({ feature, state }));
  return calls;
}
