import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accept } from '../changes/problem-error.ts';
import { answerCount } from './answer-count.ts';
import { answerRead } from './answer-read.ts';
import { answerStream } from './answer-stream.ts';
import { answerWrite } from './answer-write.ts';
import { declaredOf } from './declared.ts';
import { assertOwnOrigin } from './origin.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Route } from './routes.ts';

/** Puts the declared routes into the router. Whoever asks is known, and comes from our own pages, before anything is read. */
export function mountRoutes(app: FastifyInstance, routes: readonly Route[], deps: RouteDeps): void {
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request: FastifyRequest) => {
    assertOwnOrigin(request.method, request.headers, deps.ownOrigins());
    request.principal = accept(await deps.authenticate({ headers: request.headers, address: request.ip }));
  });
  for (const route of routes) {
    app.route({
      ...declaredOf(route),
      // Asked for its headers alone, a stream would never end.
      exposeHeadRoute: route.does !== 'stream',
      ...(route.bodyBytesMax !== undefined && { bodyLimit: route.bodyBytesMax }),
      handler: (request, reply) => {
        switch (route.does) {
          case 'read':
            return answerRead(route, request, reply, deps);
          case 'write':
            return answerWrite(route, request, reply, deps);
          case 'count':
            return answerCount(route, request, reply, deps);
          case 'stream':
            return answerStream(route, request, reply, deps);
        }
      },
    });
  }
}
