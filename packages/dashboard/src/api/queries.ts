import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import { Problem } from './problem.ts';
import type { CustomerRow, FeatureReply, Place } from './replies.ts';

/**
 * Every question the dashboard asks. Keys begin with the noun, then the place, so that an edit can let go of a whole
 * noun. Answers count as fresh for ten seconds: people move between pages faster than that.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only an unreachable or failing server is asked again, twice.
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

/** A page of a list that is shown whole: as many rows as one reply may carry. */
const whole = 200;

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me', { signal })),
  staleTime: 60_000,
});

/** Who is signed in, and what their roles allow in a place. */
export const meIn = ({ project, environment }: Place) =>
  queryOptions({
    queryKey: ['me', project, environment],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/me', { params: { query: { project, environment } }, signal })),
    staleTime: 60_000,
  });

export const projects = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/projects', { params: { query: { limit: whole } }, signal })),
  staleTime: 60_000,
});

export const environmentsOf = (project: string) =>
  queryOptions({
    queryKey: ['environments', project],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/projects/{project}/environments', { params: { path: { project } }, signal })),
    staleTime: 60_000,
  });

export interface CustomerFilter {
  readonly query?: string | undefined;
  readonly plan?: string | undefined;
  readonly feature?: string | undefined;
  readonly state?: CustomerRow['state'] | undefined;
}

export const customersIn = (place: Place, filter: CustomerFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['customers', place, filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers', {
          params: { path: place, query: given({ ...filter, limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The few customers that a search box offers. */
export const customersLike = (place: Place, query: string) =>
  queryOptions({
    queryKey: ['customers', place, 'like', query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers', {
          params: { path: place, query: given({ query, limit: 8 }) },
          signal,
        }),
      ),
  });

export const oneCustomer = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['customer', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}', {
          params: { path: { ...place, customer } },
          signal,
        }),
      ),
  });

export const entitlementsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['entitlements', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}/entitlements', {
          params: { path: { ...place, customer }, query: { explain: '1' } },
          signal,
        }),
      ),
  });

export const subscriptionsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['subscriptions', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}/subscriptions', {
          params: { path: { ...place, customer }, query: { limit: whole } },
          signal,
        }),
      ),
  });

export const activationsOf = (place: Place, eId: string) =>
  queryOptions({
    queryKey: ['activations', place, eId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/activations', {
          params: { path: { ...place, eId }, query: { limit: whole } },
          signal,
        }),
      ),
  });

export const grantsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['grants', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}/grants', {
          params: { path: { ...place, customer }, query: { limit: whole } },
          signal,
        }),
      ),
  });

export interface LedgerFilter {
  readonly customer?: string | undefined;
  readonly feature?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const ledgerOf = (place: Place, filter: LedgerFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['ledger', place, filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/ledger', {
          params: { path: place, query: given({ ...filter, limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The newest entries: what happens to a customer appears while one looks. `follow.ts` says when to ask again. */
export const liveHistory = (place: Place, filter: LedgerFilter, limit = 20) =>
  queryOptions({
    queryKey: ['ledger', place, 'live', filter, limit],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/ledger', {
          params: { path: place, query: given({ ...filter, limit }) },
          signal,
        }),
      ),
  });

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

export const keysIn = (place: Place) =>
  queryOptions({
    queryKey: ['keys', place],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/keys', {
          params: { path: place },
          signal,
        }),
      ),
  });

export const consoleIn = (place: Place) =>
  queryOptions({
    queryKey: ['keys', place, 'console'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/console', {
          params: { path: place },
          signal,
        }),
      ),
  });

export const connectionsOf = (place: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['connections', place.project],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/connections', {
          params: { path: { project: place.project } },
          signal,
        }),
      ),
  });

export const oneConnection = (place: Pick<Place, 'project'>, id: string) =>
  queryOptions({
    queryKey: ['connection', place.project, id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/connections/{id}', {
          params: { path: { project: place.project, id } },
          signal,
        }),
      ),
    // Events come from outside: nobody here knows when.
    refetchInterval: 5_000,
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

export const members = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/members', { params: { query: { limit: whole } }, signal })),
});

export const roles = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/roles', { signal })),
});

export const tokens = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tokens', { signal })),
});
