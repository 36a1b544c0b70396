import { isRefusal } from '@latchkey/model';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Authenticator, credentialOf } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { routerUrl } from '../../kernel/http/declared.ts';
import type { OwnRoutes } from '../../kernel/http/own-routes.ts';
import type { Method } from '../../kernel/http/routes.ts';
import { endpoints } from './all.ts';
import type { Desk, Endpoint, Query, Token } from './endpoint.ts';
import { EmsFailure, failureOf } from './failure.ts';
import { missing } from './missing.ts';
import { basicOf, placeMeant } from './place.ts';

interface SentinelDeps extends Desk {
  readonly authenticator: Authenticator;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

const prefix = '/ems/api/v5';
const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const json = 'application/json; charset=utf-8';

/** The useful part of Sentinel EMS's API below `/ems/api/v5`. Translation only; see the README. */
export function sentinel(deps: SentinelDeps): OwnRoutes {
  const { authenticator, now, log } = deps;

  const identify = async ({ headers }: FastifyRequest): Promise<Token> => {
    const value = basicOf(headers.authorization)?.token ?? credentialOf(headers);
    if (value === null)
      throw new ProblemError('unauthenticated', 'Send an API token as X-API-Key, or in Authorization.');
    const principal = await authenticator.secret(value, now());
    if (isRefusal(principal))
      throw new ProblemError('unauthenticated', 'The token is not valid, was revoked or has expired.');
    if (principal.kind !== 'token')
      throw new ProblemError('wrong_key_kind', 'Keys of applications are for entitledFeatures only.');
    return principal;
  };

  const principals = new WeakMap<FastifyRequest, Token>();

  const handle =
    ({ answer }: Pick<Endpoint, 'answer'>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const principal = principals.get(request);
      if (!principal) throw new Error('a request was answered before its sender was known');
      const { params, query, body, headers } = request;
      const meant = await placeMeant(deps.db.reader, principal, headers);
      const { status, body: answered } = await answer(
        {
          params: params as Readonly<Record<string, string>>,
          query: query as Query,
          body,
          principal,
          ...meant,
          now: now(),
        },
        deps,
      );
      if (answered === undefined) return reply.status(status).send();
      return reply.status(status).type(json).send(JSON.stringify(answered));
    };

  const everything = methods.map((method) => ({ method, path: '/*', answer: missing }));
  const served = [...endpoints, ...everything];
  return {
    declares: served.map(({ method, path }) => ({ method, url: routerUrl(prefix + path) })),
    mount(app: FastifyInstance) {
      app.setErrorHandler((error, request, reply) => {
        const { status, body, retryAfter } = failureOf(error, request.id);
        if (status >= 500 && !(error instanceof EmsFailure)) log(error);
        if (retryAfter !== null) reply.header('retry-after', String(Math.ceil(retryAfter)));
        return reply.status(status).type(json).send(JSON.stringify(body));
      });
      // Clients announce a form where they send nothing at all.
      app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => {
        if (body.length > 0)
          throw new ProblemError('unsupported_media_type', 'Send the body as application/json.');
      });
      // Known before the body is read, so that strangers cannot make us parse.
      app.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        principals.set(request, await identify(request));
        assertTakesJson(request.headers.accept);
      });
      for (const one of served) {
        app.route({ method: one.method, url: routerUrl(prefix + one.path), handler: handle(one) });
      }
    },
  };
}

/** The protocol speaks XML as well; we do not. */
function assertTakesJson(accept: string | undefined): void {
  if (accept === undefined || accept === '' || /json|\*\/\*|application\/\*/i.test(accept)) return;
  throw new EmsFailure(406, 'not_acceptable', 'Replies are application/json.');
}
