import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import type { Place } from './replies.ts';
import type { paths } from './schema.gen.ts';

const environment = '/api/v1/projects/{project}/environments/{environment}' as const;
type Row<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': { items: (infer One)[] } } } } };
}
  ? One
  : never;
export type ProgrammeReply = Row<'/api/v1/projects/{project}/environments/{environment}/programmes'>;
export type HoldReply = Row<'/api/v1/projects/{project}/environments/{environment}/holds'>;

/** As many as a customer ever has. */
const whole = 200;

export const programmesOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['programmes', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET(`${environment}/customers/{customer}/programmes`, {
          params: { path: { ...place, customer }, query: { limit: whole } },
          signal,
        }),
      ),
  });

export const holdsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['holds', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET(`${environment}/customers/{customer}/holds`, {
          params: { path: { ...place, customer }, query: { limit: whole } },
          signal,
        }),
      ),
  });

export interface ProgrammeFilter {
  readonly state: 'open' | 'won' | 'lost' | 'expired' | 'cancelled';
  readonly kind?: 'trial' | 'poc' | undefined;
}

export const programmesIn = (place: Place, filter: ProgrammeFilter) =>
  infiniteQueryOptions({
    queryKey: ['programmes', place, filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET(`${environment}/programmes`, {
          params: { path: place, query: given({ ...filter, limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const programmeReport = (place: Place) =>
  queryOptions({
    queryKey: ['programmes', place, 'report'],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${environment}/programmes/report`, { params: { path: place }, signal })),
  });
