import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from './request-context.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Route, StreamRoute } from './routes.ts';
import type { Stream } from './stream.ts';

/** Opens a stream once everything is checked: until then a refusal is an ordinary reply, afterwards the stream ends. */
export async function answerStream(
  route: Route & StreamRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: RouteDeps,
): Promise<void> {
  const context = await contextOf(route, request, deps);
  const lastEventId = request.headers['last-event-id'];
  let opened: Stream | null = null;
  try {
    await route.open(
      { ...context, lastEventId: typeof lastEventId === 'string' ? lastEventId : null },
      (options = {}) => {
        reply.hijack();
        opened = deps.streams.open(request.raw, reply.raw, { owner: context.principal.id, ...options });
        return opened;
      },
      deps.reader,
    );
  } catch (error) {
    if (opened === null) throw error;
    request.log.error({ err: error }, 'a stream could not go on');
    (opened as Stream).close();
  }
}
