import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { Place } from './replies.ts';
import type { paths } from './schema.gen.ts';

type OfCustomer = '/api/v1/projects/{project}/environments/{environment}/customers/{customer}/licences';
export type LicenceReply =
  paths[OfCustomer]['get']['responses'][200]['content']['application/json']['items'][number];

export const licencesOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['licences', place, customer],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/environments/{environment}/customers/{customer}/licences', {
          params: { path: { ...place, customer }, query: { limit: 200 } },
          signal,
        }),
      ),
  });

/** The file itself, with the name to save it under. */
export const licenceFile = (place: Place, licence: string) =>
  answerOf(
    api.GET('/api/v1/projects/{project}/environments/{environment}/licences/{licence}/file', {
      params: { path: { ...place, licence } },
    }),
  );
