import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnRoutes } from './own-routes.ts';
import { pageHeaders } from './page-headers.ts';

/** First steps of addresses that belong to programs. A person's address that nothing answers is a screen of the dashboard. */
const forPrograms: ReadonlySet<string> = new Set([
  ...['api', 'sdk', 'ems', 'ld', 'ofrep', 'split', 'hooks', 'assets'],
  ...['healthz', 'readyz', 'metrics', 'openapi.json', 'docs', 'problems', 'requests'],
]);

export interface Dashboard {
  readonly routes: OwnRoutes;
  /** Answers with the application where a browser asks for one of its screens. */
  readonly answerScreen: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;
}

/** The built dashboard, from its folder. Without one (a server built alone) there are no screens. */
export function createDashboard(folder: string | null): Dashboard {
  const start = folder === null ? '' : join(folder, 'index.html');
  if (folder === null || !existsSync(start))
    return { routes: { declares: [], mount: () => undefined }, answerScreen: () => null };
  const application = readFileSync(start);
  return {
    routes: {
      declares: [
        { method: 'GET', url: '/' },
        { method: 'GET', url: '/*' },
      ],
      async mount(app) {
        // The file server takes the address of a folder for an error; this one is a screen.
        app.get('/', async (_, reply) => reply.callNotFound());
        await app.register(fastifyStatic, {
          root: folder,
          index: false,
          cacheControl: false,
          dotfiles: 'ignore',
          setHeaders(reply, path) {
            // Names of built files hold a digest of their content, so they never change under a name.
            const isBuilt = path.includes(`${sep}assets${sep}`);
            reply.header('cache-control', isBuilt ? 'public, max-age=31536000, immutable' : 'no-cache');
            reply.headers(pageHeaders);
          },
        });
      },
    },
    answerScreen(request, reply) {
      const [path = ''] = request.url.split('?');
      const isScreen = !forPrograms.has(path.split('/')[1] ?? '');
      // The address itself is the dashboard's, whoever asks; deeper ones are told apart from a program's mistakes.
      const isBrowser = path === '/' || (request.headers.accept?.includes('text/html') ?? false);
      if (!isScreen || !isBrowser || !['GET', 'HEAD'].includes(request.method)) return null;
      return reply
        .status(200)
        .headers(pageHeaders)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(application);
    },
  };
}
