import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OwnRoutes } from './own-routes.ts';
import { apiHeaders } from './page-headers.ts';
import type { JsonSchema } from './schema-to-json.ts';

/** The reference page loads everything from here; its widgets write inline styles and images. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** `/openapi.json` for programs and `/docs` for people. Works without any network but ours. */
export function documentRoutes(document: JsonSchema): OwnRoutes {
  const text = JSON.stringify(document);
  return {
    declares: [{ method: 'GET', url: '/openapi.json' }],
    async mount(app) {
      app.get('/openapi.json', async (_, reply) =>
        reply.headers(apiHeaders).type('application/json; charset=utf-8').send(text),
      );
      await mountPage(app, document);
    },
  };
}

async function mountPage(app: FastifyInstance, document: JsonSchema): Promise<void> {
  await app.register(fastifySwagger, { mode: 'static', specification: { document: document as never } });
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    staticCSP: docsPolicy,
    uiConfig: { deepLinking: true, docExpansion: 'none', tryItOutEnabled: true },
    theme: { title: 'Latchkey API' },
  });
}
