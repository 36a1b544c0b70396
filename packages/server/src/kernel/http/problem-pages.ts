import { problems } from '@latchkey/model';
import { ProblemError } from '../changes/problem-error.ts';
import type { OwnRoutes } from './own-routes.ts';
import { pageHeaders } from './page-headers.ts';

/** The addresses that problem documents point to: what a code means, and where to look up one occurrence. */
export const problemPages: OwnRoutes = {
  declares: [
    { method: 'GET', url: '/problems' },
    { method: 'GET', url: '/problems/:code' },
    { method: 'GET', url: '/requests/:id' },
  ],
  mount(app) {
    app.get('/problems', async (_, reply) => reply.send({ items: Object.keys(problems).map(describe) }));
    app.get<{ Params: { code: string } }>('/problems/:code', async ({ params, headers }, reply) => {
      if (!Object.hasOwn(problems, params.code))
        throw new ProblemError('not_found', 'There is no such problem code.');
      const problem = describe(params.code);
      if (!headers.accept?.includes('text/html')) return reply.send(problem);
      return reply.headers(pageHeaders).type('text/html; charset=utf-8').send(page(problem));
    });
    app.get('/requests/:id', async (_, reply) =>
      reply.send({
        detail: 'Requests are described in the log of the server, under this address’s last part.',
      }),
    );
  },
};

function describe(code: string) {
  const { status, title } = problems[code as keyof typeof problems];
  return { code, status, title, type: `/problems/${code}` };
}

/** Codes, titles and statuses are our own words; nothing in them needs escaping. */
const page = ({ code, status, title }: ReturnType<typeof describe>): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title} · Latchkey</title>` +
  `<h1>${title}</h1><p><code>${code}</code>, HTTP status ${status}.</p><p><a href="/problems">All problem codes</a></p></html>`;
