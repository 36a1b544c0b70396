import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { routerUrl } from './declared.ts';
import type { OwnRoutes } from './own-routes.ts';

export interface WebhookReply {
  readonly status: number;
  /** Sent as JSON; nothing when left out. */
  readonly body?: unknown;
}

export interface Webhook {
  /** `/hooks/launchdarkly/{connection}` */
  readonly path: string;
  /** Signatures are over the bytes as they came, so nothing may have read them before. */
  readonly receive: (
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    params: Readonly<Record<string, string>>,
  ) => Promise<WebhookReply>;
  readonly bodyBytesMax?: number;
}

/** An address for an outside platform's events. Any content type is taken; the platform chooses it. */
export function mountWebhook({ path, receive, bodyBytesMax }: Webhook): OwnRoutes {
  const url = routerUrl(path);
  return {
    declares: [{ method: 'POST', url }],
    mount(app: FastifyInstance) {
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
      app.route({
        method: 'POST',
        url,
        ...(bodyBytesMax !== undefined && { bodyLimit: bodyBytesMax }),
        async handler(request, reply) {
          const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          const { status, body } = await receive(
            raw,
            request.headers,
            request.params as Readonly<Record<string, string>>,
          );
          return reply.status(status).send(body);
        },
      });
    },
  };
}
