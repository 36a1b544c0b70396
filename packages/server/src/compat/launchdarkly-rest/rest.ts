import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isRefusal } from '@latchkey/model';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawHandler } from '../../delivery/raw-reply.ts';
import { type Authenticator, credentialOf } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import { routerUrl } from '../../kernel/http/declared.ts';
import type { OwnRoutes } from '../../kernel/http/own-routes.ts';
import type { Method } from '../../kernel/http/routes.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { endpoints } from './all.ts';
import type { Endpoint, Query, Rest, Token } from './endpoint.ts';
import { failureOf, RestFailure } from './failure.ts';
import { missing } from './missing.ts';
import { RateLimit } from './rate-limit.ts';

interface LaunchDarklyRestDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly authenticator: Authenticator;
  readonly submit: Submit;
  readonly newChangeId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

const prefix = '/ld/api/v2';
const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Whether an address belongs to this API rather than to SDKs. */
const isRestAddress = (url: string): boolean => /^\/ld\/api\/v2(?:[/?]|$)/.test(url);

/** LaunchDarkly's management API below `/ld/api/v2`, for its unmodified clients. Translation only; see the README. */
export function launchDarklyRest(deps: LaunchDarklyRestDeps): OwnRoutes {
  const { authenticator, now, log } = deps;
  const limit = new RateLimit();
  const rest: Rest = { ...deps, newClientSideId: () => randomBytes(12).toString('hex') };

  const identify = async (request: FastifyRequest): Promise<Token> => {
    const value = credentialOf({ authorization: request.headers.authorization });
    if (value === null) throw unauthorised('Send an access token in the Authorization header.');
    const principal = await authenticator.secret(value, now());
    if (isRefusal(principal))
      throw unauthorised('The access token is not valid, was revoked or has expired.');
    if (principal.kind !== 'token') throw unauthorised('This key is for applications. Use an access token.');
    return principal;
  };

  const count = (token: Token, request: FastifyRequest, reply: FastifyReply): void => {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const { globalRemaining, routeRemaining, reset, isExceeded } = limit.take(token.id, route, now());
    reply.header('x-ratelimit-global-remaining', String(globalRemaining));
    reply.header('x-ratelimit-route-remaining', String(routeRemaining));
    reply.header('x-ratelimit-reset', String(reset));
    if (!isExceeded) return;
    const retryAfterSeconds = (reset - now()) / 1000;
    throw new ProblemError('too_many_requests', 'Wait for the end of the window.', { retryAfterSeconds });
  };

  const principals = new WeakMap<FastifyRequest, Token>();

  const handle =
    ({ answer }: Pick<Endpoint, 'answer'>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const principal = principals.get(request);
      if (!principal) throw new Error('a request was answered before its sender was known');
      const { params, query, body, headers } = request;
      const { status, body: answered } = await answer(
        {
          params: params as Readonly<Record<string, string>>,
          query: query as Query,
          body,
          headers,
          principal,
          now: now(),
        },
        rest,
      );
      if (answered === undefined) return reply.status(status).send();
      return reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(answered));
    };

  const everything = methods.map((method) => ({ method, path: '/*', answer: missing }));
  const served = [...endpoints, ...everything];
  return {
    declares: served.map(({ method, path }) => ({ method, url: routerUrl(prefix + path) })),
    mount(app: FastifyInstance) {
      app.setErrorHandler((error, request, reply) => {
        const { status, body, retryAfter } = failureOf(error, request.id);
        if (status >= 500 && !(error instanceof RestFailure)) log(error);
        if (retryAfter !== null) reply.header('retry-after', String(Math.ceil(retryAfter)));
        return reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
      });
      // Clients announce a form where they send nothing at all.
      app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => {
        if (body.length > 0)
          throw new ProblemError('unsupported_media_type', 'Send the body as application/json.');
      });
      // Known before the body is read, so that strangers cannot make us parse.
      app.addHook('onRequest', async (request, reply) => {
        reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
        const principal = await identify(request);
        count(principal, request, reply);
        principals.set(request, principal);
      });
      for (const one of served) {
        app.route({ method: one.method, url: routerUrl(prefix + one.path), handler: handle(one) });
      }
    },
  };
}

const unauthorised = (message: string): RestFailure => new RestFailure(401, 'unauthorized', message);

const overridden: ReadonlySet<string> = new Set(['PATCH', 'PUT', 'DELETE']);

/**
 * Before the framework: pages of every origin may ask first whether they may ask, since a token is all that counts; and
 * clients behind proxies that let only GET and POST through say in a header what they mean.
 */
export const beforeRest: RawHandler = (request, response) => {
  if (!isRestAddress(request.url ?? '')) return false;
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'OPTIONS, GET, POST, PUT, DELETE, PATCH',
      'access-control-allow-headers': 'Accept, Content-Type, Content-Length, Accept-Encoding, Authorization',
      'access-control-max-age': '300',
    });
    response.end();
    return true;
  }
  const meant = overrideOf(request);
  if (meant !== null) request.method = meant;
  return false;
};

function overrideOf({ method, headers }: IncomingMessage): string | null {
  const written = headers['x-http-method-override'];
  if (method !== 'POST' || typeof written !== 'string') return null;
  const meant = written.toUpperCase();
  return overridden.has(meant) ? meant : null;
}

/** SDKs ask below `/ld` as well; what belongs to this API is not theirs to answer. */
export const exceptRest =
  (handler: RawHandler): RawHandler =>
  (request, response) =>
    !isRestAddress(request.url ?? '') && handler(request, response);
