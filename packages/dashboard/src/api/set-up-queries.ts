import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { whole } from './query-client.ts';
import type { Place } from './replies.ts';

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
