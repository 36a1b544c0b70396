import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { Place } from './replies.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How far back one looks, and in which steps: never more points than a chart can show. */
export const ranges = {
  '24h': { milliseconds: day, every: 'hour' },
  '7d': { milliseconds: 7 * day, every: 'hour' },
  '30d': { milliseconds: 30 * day, every: 'day' },
  '90d': { milliseconds: 90 * day, every: 'day' },
  '12m': { milliseconds: 365 * day, every: 'day' },
} as const;
export type Range = keyof typeof ranges;

/** Applications report every ten seconds. */
const reportedMilliseconds = 10_000;

export const insightsOfFlag = (place: Place, flag: string, range: Range) =>
  queryOptions({
    queryKey: ['insights', place, flag, range],
    queryFn: ({ signal }) => {
      const { milliseconds, every } = ranges[range];
      const from = new Date(Date.now() - milliseconds).toISOString();
      return answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/flags/{flag}/insights', {
          params: { path: { ...place, flag }, query: { from, every } },
          signal,
        }),
      );
    },
    refetchInterval: reportedMilliseconds,
  });

export const staleFlags = (project: string, days: number) =>
  queryOptions({
    queryKey: ['stale-flags', project, days],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/stale-flags', {
          params: { path: { project }, query: { days } },
          signal,
        }),
      ),
  });

type Answered<Query extends { queryFn?: unknown }> =
  NonNullable<Query['queryFn']> extends (...asked: never[]) => infer Answer ? Awaited<Answer> : never;

export type FlagInsightsReply = Answered<ReturnType<typeof insightsOfFlag>>;
export type StaleReply = Answered<ReturnType<typeof staleFlags>>;
export type StaleFlag = StaleReply['items'][number];
export type SparedFlag = StaleReply['leftAlone'][number];
