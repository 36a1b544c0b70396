import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import { everyPage } from './every-page.ts';
import { whole } from './query-client.ts';
import type { FeatureReply, FlagInEnvironment, Place } from './replies.ts';

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
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/projects/{project}/features', {
            params: { path: { project: place.project }, query: given({ ...filter, limit: whole, cursor }) },
            signal,
          }),
        ),
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

export interface FlagFilter {
  readonly query?: string | undefined;
  readonly state?: FlagInEnvironment['state'] | undefined;
  readonly tag?: string | undefined;
  readonly purpose?: FlagInEnvironment['purpose'] | undefined;
  readonly owner?: string | undefined;
  readonly temporary?: 'true' | 'false' | undefined;
  readonly on?: 'true' | 'false' | undefined;
  readonly guarding?: 'true' | 'false' | undefined;
  readonly sort?: 'key' | 'name' | 'created' | 'changed' | undefined;
}

/** The flags of a project with their part here, page by page. */
export const flagList = (place: Place, filter: FlagFilter) =>
  infiniteQueryOptions({
    queryKey: ['flags', place, 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/flags', {
          params: { path: place, query: given({ ...filter, limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** All flags of a project with their part here, for pickers. */
export const flagsIn = (place: Place) =>
  queryOptions({
    queryKey: ['flags', place],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/projects/{project}/environments/{environment}/flags', {
            params: { path: place, query: given({ limit: whole, cursor }) },
            signal,
          }),
        ),
      ),
  });

/** All segments of a project by name, for pickers. */
export const segmentNames = (place: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['segments', place.project, 'names'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/projects/{project}/segments', {
            params: { path: { project: place.project }, query: given({ limit: whole, cursor }) },
            signal,
          }),
        ),
      ),
    staleTime: 30_000,
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

/** The segments of a project with the number of their members here, page by page. */
export const segmentList = (place: Place, query = '') =>
  infiniteQueryOptions({
    queryKey: ['segments', place, 'list', query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments', {
          params: { path: place, query: given({ query, limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
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

export const membersOfSegment = (
  place: Place,
  segment: string,
  filter: { readonly query?: string; readonly kind?: string } = {},
) =>
  infiniteQueryOptions({
    queryKey: ['segment', place, segment, 'members', filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments/{segment}/members', {
          params: { path: { ...place, segment }, query: given({ ...filter, limit: 100, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The latest imports into a segment; asked for again while one of them is still going on. */
export const importsOf = (place: Place, segment: string) =>
  queryOptions({
    queryKey: ['segment', place, segment, 'imports'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/segments/{segment}/imports', {
          params: { path: { ...place, segment }, query: { limit: 5 } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'applying') ? 1_000 : false,
  });

/** What leans on a flag: features that it guards, plans that sell them, flags that ask it first. */
export const dependentsOfFlag = ({ project }: Pick<Place, 'project'>, flag: string) =>
  queryOptions({
    queryKey: ['flag', project, flag, 'dependents'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/flags/{flag}/dependents', {
          params: { path: { project, flag } },
          signal,
        }),
      ),
  });

/** What leans on a segment, in every environment. */
export const dependentsOfSegment = ({ project }: Pick<Place, 'project'>, segment: string) =>
  queryOptions({
    queryKey: ['segment', project, segment, 'dependents'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/segments/{segment}/dependents', {
          params: { path: { project, segment } },
          signal,
        }),
      ),
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
