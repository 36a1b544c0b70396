import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageHeaders } from './page-headers.ts';

/** First steps of addresses that belong to programs. A person's address that nothing answers is a screen of the dashboard. */
const forPrograms: ReadonlySet<string> = new Set([
  ...['api', 'sdk', 'ems', 'ld', 'ofrep', 'split', 'hooks', 'assets'],
  ...['healthz', 'readyz', 'metrics', 'openapi.json', 'docs', 'problems', 'requests'],
]);

export interface Dashboard {
  readonly mount: (app: FastifyInstance) => Promise<void>;
  /** Answers with the application where a browser asks for one of its screens. */
  readonly answerScreen: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;
}

/** The built dashboard, from its folder. Without one (a server built alone) there are no screens. */
export function createDashboard(folder: string | null): Dashboard {
  const start = folder === null ? '' : join(folder, 'index.html');
  if (folder === null || !existsSync(start)) return { mount: async () => undefined, answerScreen: () => null };
  const application = readFileSync(start);
  return {
    async mount(app) {
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
    answerScreen(request, reply) {
      const [path = ''] = request.url.split('?');
      const isScreen = !forPrograms.has(path.split('/')[1] ?? '');
      const isBrowser = request.headers.accept?.includes('text/html') ?? false;
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
