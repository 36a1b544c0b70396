import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import type { About } from './follow.ts';
import { whole } from './query-client.ts';
import type { CustomerRow, Place } from './replies.ts';

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

export interface LedgerFilter extends About {
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
