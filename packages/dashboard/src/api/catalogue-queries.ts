import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import { whole } from './query-client.ts';
import type { FeatureReply, Place } from './replies.ts';

export interface FeatureFilter {
  readonly query?: string | undefined;
  readonly isFeatureFlag?: 'Yes' | 'No' | undefined;
  readonly state?: FeatureReply['state'] | undefined;
  readonly unassigned?: 'true' | undefined;
}

export const featuresIn = (place: Pick<Place, 'project'>, filter: FeatureFilter = {}) =>
  queryOptions({
    queryKey: ['features', place.project, filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/features', {
          params: { path: { project: place.project }, query: given({ ...filter, limit: whole }) },
          signal,
        }),
      ),
  });

export const oneFeature = (place: Place, feature: string) =>
  queryOptions({
    queryKey: ['feature', place.project, feature],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/features/{feature}', {
          params: { path: { project: place.project, feature } },
          signal,
        }),
      ),
  });

export const planMatrix = (place: Place) =>
  queryOptions({
    queryKey: ['plans', place],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/plans', {
          params: { path: place },
          signal,
        }),
      ),
  });

export const onePlan = (place: Place, plan: string) =>
  queryOptions({
    queryKey: ['plan', place.project, plan],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/plans/{plan}', {
          params: { path: { project: place.project, plan } },
          signal,
        }),
      ),
  });

export const flagsIn = (place: Place, query = '') =>
  queryOptions({
    queryKey: ['flags', place, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/flags', {
          params: { path: place, query: given({ query, limit: whole }) },
          signal,
        }),
      ),
  });

export const oneFlag = (place: Place, flag: string) =>
  queryOptions({
    queryKey: ['flag', place, flag],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/flags/{flag}', {
          params: { path: { ...place, flag } },
          signal,
        }),
      ),
  });

export const segmentsIn = (place: Place) =>
  queryOptions({
    queryKey: ['segments', place],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments', {
          params: { path: place, query: { limit: whole } },
          signal,
        }),
      ),
  });

export const oneSegment = (place: Place, segment: string) =>
  queryOptions({
    queryKey: ['segment', place, segment],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments/{segment}', {
          params: { path: { ...place, segment } },
          signal,
        }),
      ),
  });

export const membersOfSegment = (place: Place, segment: string) =>
  infiniteQueryOptions({
    queryKey: ['segment', place, segment, 'members'],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments/{segment}/members', {
          params: { path: { ...place, segment }, query: given({ limit: 100, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const catalogueOf = (place: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['catalogue', place.project],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/catalogue', {
          params: { path: { project: place.project } },
          signal,
        }),
      ),
  });
