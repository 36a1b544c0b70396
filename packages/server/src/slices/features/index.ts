import { catalogueRoutes } from './catalogue-routes.ts';
import { advanceFeature, retireFeature } from './operations/advance.ts';
import { createFeature } from './operations/create.ts';
import { describeFeature } from './operations/describe.ts';
import { guardFeature } from './operations/guard.ts';
import { requireFeatures } from './operations/require.ts';
import { featureRoutes } from './routes.ts';

export const operations = [
  createFeature,
  describeFeature,
  guardFeature,
  requireFeatures,
  advanceFeature,
  retireFeature,
];
export const routes = [...featureRoutes, ...catalogueRoutes];

export { advanceFeature, createFeature, describeFeature, guardFeature, requireFeatures, retireFeature };
