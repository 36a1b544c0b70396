import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, given } from './client.ts';
import type { paths } from './schema.gen.ts';

type Answered<P extends '/api/v1/webhooks' | '/api/v1/webhooks/{webhook}/deliveries'> =
  paths[P]['get']['responses'][200]['content']['application/json']['items'][number];
export type WebhookReply = Answered<'/api/v1/webhooks'>;
export type DeliveryReply = Answered<'/api/v1/webhooks/{webhook}/deliveries'>;

/** What becomes of messages happens outside: nobody here knows when. */
const refetchInterval = 5_000;

export const webhooks = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/webhooks', { signal })),
});

export const oneWebhook = (webhook: string) =>
  queryOptions({
    queryKey: ['webhooks', webhook],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/webhooks/{webhook}', { params: { path: { webhook } }, signal })),
  });

/** The newest messages: enough to say how a webhook does. */
export const lastDeliveries = (webhook: string) =>
  queryOptions({
    queryKey: ['webhooks', webhook, 'last'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/webhooks/{webhook}/deliveries', {
          params: { path: { webhook }, query: { limit: 50 } },
          signal,
        }),
      ),
    refetchInterval,
  });

export const deliveriesOf = (webhook: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhook, 'deliveries'],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/webhooks/{webhook}/deliveries', {
          params: { path: { webhook }, query: given({ limit: 50, cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval,
  });
