import type { JsonValue } from '@latchkey/model';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { Place } from './replies.ts';

/** Whom one asks for: a customer, or a context as applications write it, or a customer with a context. */
export interface Asked {
  readonly customer?: string;
  readonly context?: Readonly<Record<string, JsonValue>>;
}

const bodyOf = ({ customer, context }: Asked) => ({
  ...(customer === undefined ? {} : { customer }),
  ...(context === undefined ? {} : { context: { ...context } }),
});

/** What one flag answers, and why. */
export const answerOfFlag = (place: Place, flag: string, asked: Asked) =>
  queryOptions({
    queryKey: ['playground', place, flag, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/projects/{project}/environments/{environment}/flags/{flag}/evaluate', {
          params: { path: { ...place, flag } },
          body: bodyOf(asked),
          signal,
        }),
      ),
    staleTime: 0,
  });

/** What all flags answer. */
export const answersOfFlags = (place: Place, asked: Asked) =>
  queryOptions({
    queryKey: ['playground', place, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/projects/{project}/environments/{environment}/evaluate', {
          params: { path: place },
          body: bodyOf(asked),
          signal,
        }),
      ),
    staleTime: 0,
  });
