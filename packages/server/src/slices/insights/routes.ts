import { type Route, read } from '../../kernel/http/routes.ts';
import { featureInsights } from './checks.ts';
import { lastEvaluated } from './last-evaluated.ts';
import {
  AskedChecks,
  AskedSeries,
  AskedStale,
  FeatureInsights,
  FlagInsights,
  LastEvaluated,
  OneFeature,
  OneFlag,
  StaleFlags,
} from './schemas.ts';
import { flagInsights } from './series.ts';
import { staleFlags } from './stale.ts';

const tag = 'Insights';
const action = 'insight.read';

export const insightRoutes: readonly Route[] = [
  read({
    scope: 'environment',
    path: '/flags/{flag}/insights',
    summary: 'How often a flag answered each of its variations, hour by hour or day by day',
    tag,
    params: OneFlag,
    query: AskedSeries,
    action,
    resource: ({ flag }) => `flag/${flag}`,
    reply: FlagInsights,
    answer: ({ place, params: { flag }, query, now }, db) => flagInsights(db, place, flag, query, now),
  }),
  read({
    scope: 'environment',
    path: '/insights/flags',
    summary: 'When applications last asked for each flag, of those that they ever asked for',
    tag,
    action,
    resource: () => 'flag/*',
    reply: LastEvaluated,
    async answer({ place }, db) {
      const moments = await lastEvaluated(db, place);
      return { items: [...moments].map(([flag, lastEvaluatedAt]) => ({ flag, lastEvaluatedAt })) };
    },
  }),
  read({
    scope: 'project',
    path: '/stale-flags',
    summary: 'Flags that have done their work, and why; flags that are sold or meant to stay are left alone',
    tag,
    query: AskedStale,
    action,
    resource: () => 'flag/*',
    reply: StaleFlags,
    answer: ({ place, query: { days }, now }, db) => staleFlags(db, place, days, now),
  }),
  read({
    scope: 'environment',
    path: '/features/{feature}/insights',
    summary: 'How checks of a feature ended, and when each customer last used it',
    tag,
    params: OneFeature,
    query: AskedChecks,
    action,
    resource: ({ feature }) => `feature/${feature}`,
    reply: FeatureInsights,
    answer: ({ place, params: { feature }, query, now }, db) =>
      featureInsights(db, place, feature, query, now),
  }),
];
