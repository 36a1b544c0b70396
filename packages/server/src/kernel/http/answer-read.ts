import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKnown, toEtag } from './etag.ts';
import { contextOf, parsePart } from './request-context.ts';
import type { RouteDeps } from './route-deps.ts';
import type { ReadRoute, Route } from './routes.ts';

/** Answers a question. The reply is read through its schema, so that nothing undeclared leaves the server. */
export async function answerRead(
  route: Route & ReadRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: RouteDeps,
): Promise<FastifyReply> {
  const context = await contextOf(route, request, deps);
  const body = route.body ? parsePart('body', route.body, request.body ?? {}) : undefined;
  const answer = await route.answer({ ...context, body }, deps.reader);
  const version = route.version?.(answer) ?? null;
  if (version !== null) {
    const etag = toEtag(version);
    reply.header('etag', etag);
    if (request.method === 'GET' && isKnown(request.headers['if-none-match'], etag))
      return reply.status(304).send();
  }
  return reply.send(allowed(route.reply, answer));
}

/** A reply that does not fit its own schema is a fault of ours, not of the request. */
export function allowed(schema: z.ZodType, reply: unknown): unknown {
  const read = schema.safeParse(reply);
  if (read.success) return read.data;
  throw new Error(`the reply does not fit its schema: ${z.prettifyError(read.error)}`);
}
