import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowed } from './answer-read.ts';
import { contextOf, parsePart } from './request-context.ts';
import type { RouteDeps } from './route-deps.ts';
import type { CountRoute, Route } from './routes.ts';

/** Has something counted, and tells what it came to. */
export async function answerCount(
  route: Route & CountRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: RouteDeps,
): Promise<FastifyReply> {
  const context = await contextOf(route, request, deps);
  const body = parsePart('body', route.body, request.body ?? {});
  return reply.status(route.status).send(allowed(route.reply, await route.answer({ ...context, body })));
}
