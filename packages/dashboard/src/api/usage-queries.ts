import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { Place } from './replies.ts';

const day = 86_400_000;

/** How far back use is looked at, and in which steps. */
export const usageRanges = {
  '48h': { milliseconds: 2 * day, every: 'hour' },
  '30d': { milliseconds: 30 * day, every: 'day' },
  '12m': { milliseconds: 365 * day, every: 'month' },
} as const;
export type UsageRange = keyof typeof usageRanges;

/** Use is counted without a change that would be told. */
const countedMilliseconds = 15_000;

export const usageOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['usage', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}/usage', {
          params: { path: { ...place, customer } },
          signal,
        }),
      ),
    refetchInterval: countedMilliseconds,
  });

export const usageOverTime = (place: Place, customer: string, feature: string, range: UsageRange) =>
  queryOptions({
    queryKey: ['usage', place, customer, feature, range],
    queryFn: ({ signal }) => {
      const { milliseconds, every } = usageRanges[range];
      const from = new Date(Date.now() - milliseconds).toISOString();
      return answerOf(
        api.GET(
          '/api/v1/projects/{project}/environments/{environment}/customers/{customer}/usage/{feature}',
          {
            params: { path: { ...place, customer, feature }, query: { from, every } },
            signal,
          },
        ),
      );
    },
  });

export const thresholdsIn = (place: Place, open: boolean) =>
  queryOptions({
    queryKey: ['thresholds', place, open],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/usage/thresholds', {
          params: { path: place, query: open ? { open: 'true' } : {} },
          signal,
        }),
      ),
    refetchInterval: countedMilliseconds,
  });

type Answered<Query extends { queryFn?: unknown }> =
  NonNullable<Query['queryFn']> extends (...asked: never[]) => infer Answer ? Awaited<Answer> : never;

export type MeterReply = Answered<ReturnType<typeof usageOf>>['items'][number];
export type BucketReply = MeterReply['buckets'][number];
export type UsagePointReply = Answered<ReturnType<typeof usageOverTime>>['items'][number];
export type ThresholdReply = Answered<ReturnType<typeof thresholdsIn>>['items'][number];
