import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import { ProblemError } from '../changes/problem-error.ts';
import { onClientError } from './client-error.ts';
import { createDashboard } from './dashboard.ts';
import { type DeclaredRoute, declaredOf, methodsAt, undeclaredRoutes } from './declared.ts';
import { documentRoutes } from './docs.ts';
import { healthRoutes, type ReadinessCheck } from './health.ts';
import { readJson, requestLimits } from './limits.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Measure } from './metrics.ts';
import { mountRoutes } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import { assertOwnOrigin } from './origin.ts';
import type { OwnRoutes } from './own-routes.ts';
import { apiHeaders, transportHeaders } from './page-headers.ts';
import { sendProblem } from './problem.ts';
import { problemPages } from './problem-pages.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Route } from './routes.ts';
import { mountWebhook, type Webhook } from './webhook.ts';

/** Answers before the framework does, where the framework would cost more than the answer. True when it did. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface HttpServerOptions extends Omit<RouteDeps, 'ownOrigins' | 'newChangeId'> {
  readonly routes: readonly Route[];
  readonly ownRoutes?: readonly OwnRoutes[];
  readonly webhooks?: readonly Webhook[];
  readonly rawHandlers?: readonly RawHandler[];
  readonly log: Logger;
  readonly version: string;
  /** What links begin with. Null: the listener's own address, reached under any of the loopback names. */
  readonly publicUrl: string | null;
  readonly readiness?: readonly ReadinessCheck[];
  /** What somebody should look into while everything goes on. */
  readonly warnings?: () => readonly string[];
  readonly measures?: readonly Measure[];
  readonly dashboardFolder?: string | null;
  /** Proxies whose forwarding headers are believed; none unless said. */
  readonly trustedProxies?: readonly string[];
  readonly newChangeId?: () => string;
}

export interface HttpServer {
  /** Answers the address it listens on, such as `http://127.0.0.1:4400`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** Not ready, goodbye to the streams, no new connections, and time for what is under way. */
  readonly stop: () => Promise<void>;
  /** Every route that answers, for the test that compares them with what was declared. */
  readonly liveRoutes: readonly DeclaredRoute[];
  readonly declaredRoutes: readonly DeclaredRoute[];
  readonly openApi: Readonly<Record<string, unknown>>;
}

/** Requests under way get this long to end; orchestrators kill after thirty seconds. */
const drainMilliseconds = 25_000;

/** The process's door: one listener for people, programs and platforms. Refuses to start with a route nobody declared. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { routes, log, streams, publicUrl, rawHandlers = [] } = options;
  let stopping = false;
  let ownOrigins: ReadonlySet<string> = new Set(publicUrl === null ? [] : [new URL(publicUrl).origin]);

  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => `req_${randomBytes(12).toString('base64url')}`,
    bodyLimit: requestLimits.bodyBytes,
    forceCloseConnections: 'idle',
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: requestLimits.addressPartCharacters },
    clientErrorHandler: onClientError,
    frameworkErrors: (error, request, reply) => {
      void sendProblem(error, request as never, reply as never);
    },
    serverFactory: (answer) => listenerOf(answer, rawHandlers, log),
  });
  app.setErrorHandler(sendProblem);
  readJsonBodies(app);

  const metrics = createMetrics([
    { name: 'latchkey_open_streams', help: 'Open event streams', read: streams.count },
    ...(options.measures ?? []),
  ]);
  metrics.observe(app);
  logRequests(app);

  const liveRoutes: DeclaredRoute[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) liveRoutes.push({ method: one as DeclaredRoute['method'], url });
  });

  const dashboard = createDashboard(options.dashboardFolder ?? null);
  const given = options.ownRoutes ?? [];
  const handMade = given.flatMap(({ declares }) => declares);
  const openApi = openApiDocument({ routes, handMade, version: options.version });
  const ownRoutes: readonly OwnRoutes[] = [
    healthRoutes(options.readiness ?? [], () => stopping, options.warnings ?? (() => [])),
    metrics.routes,
    problemPages,
    documentRoutes(openApi),
    dashboard.routes,
    ...given,
    ...(options.webhooks ?? []).map(mountWebhook),
  ];
  const declaredRoutes: readonly DeclaredRoute[] = [
    ...routes.map(declaredOf),
    ...ownRoutes.flatMap(({ declares }) => declares.map(({ method, url }) => ({ method, url }))),
  ];

  app.setNotFoundHandler((request, reply) => {
    const screen = dashboard.answerScreen(request, reply);
    if (screen !== null) return screen;
    const path = request.url.split('?')[0] ?? '';
    const methods = methodsAt(path, declaredRoutes);
    reply.headers(apiHeaders);
    const isTaken = methods.some((method) => method === request.method);
    if (methods.length === 0 || isTaken)
      return sendProblem(new ProblemError('not_found', ''), request, reply);
    const detail = `This address takes ${methods.join(', ')}.`;
    reply.header('allow', methods.join(', '));
    return sendProblem(new ProblemError('method_not_allowed', detail), request, reply);
  });

  const forBrowsers = { ...apiHeaders, ...transportHeaders(publicUrl) };
  const routeDeps: RouteDeps = {
    ...options,
    ownOrigins: () => ownOrigins,
    newChangeId: options.newChangeId ?? (() => `chg_${randomBytes(15).toString('base64url')}`),
  };
  const api: FastifyPluginAsync = async (scope) => {
    scope.addHook('onRequest', async (_, reply) => void reply.headers(forBrowsers));
    mountRoutes(scope, routes, routeDeps);
  };
  const others: FastifyPluginAsync[] = ownRoutes.map((own) => async (scope) => {
    if (own.forBrowsers) {
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers(forBrowsers);
        assertOwnOrigin(request.method, request.headers, ownOrigins);
      });
    }
    await own.mount(scope);
  });
  for (const plugin of [api, ...others]) await app.register(plugin);
  await app.ready();

  const undeclared = undeclaredRoutes(liveRoutes, declaredRoutes).filter((route) => route.includes(' /api/'));
  if (undeclared.length > 0) throw new Error(`these routes were not declared: ${undeclared.join(', ')}`);

  return {
    async listen({ host, port }) {
      await app.listen({ host, port });
      const address = app.server.address() as AddressInfo;
      if (publicUrl === null) ownOrigins = loopbackOrigins(address.port, host);
      return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      streams.stop();
      const tooLong = setTimeout(() => app.server.closeAllConnections(), drainMilliseconds);
      // Browsers keep a connection after its last answer; nothing else would end it before they do.
      const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
      await app.close();
      clearInterval(sweep);
      clearTimeout(tooLong);
      metrics.close();
    },
    liveRoutes,
    declaredRoutes,
    openApi,
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function listenerOf(answer: Answer, rawHandlers: readonly RawHandler[], log: Logger) {
  const server = createServer({ maxHeaderSize: requestLimits.headerBytes }, (request, response) => {
    try {
      if (rawHandlers.some((handler) => handler(request, response))) return;
    } catch (error) {
      // Nobody above would catch it, and one bad request must not end the process.
      log.error({ err: error }, 'unexpected failure');
      if (!response.headersSent) response.writeHead(500);
      response.end();
      return;
    }
    answer(request, response);
  });
  server.maxConnections = requestLimits.connections;
  server.headersTimeout = requestLimits.headersMilliseconds;
  server.requestTimeout = requestLimits.requestMilliseconds;
  server.keepAliveTimeout = requestLimits.keepAliveMilliseconds;
  return server;
}

/** JSON and nothing else, for every route that does not say otherwise. A body that is not there is `undefined`. */
function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const type = /^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i;
  app.addContentTypeParser(type, { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    body.length === 0 ? undefined : readJson(body),
  );
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? null : request.routeOptions.url;
    const facts = {
      method: request.is404 ? null : request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      by: request.principal ? `${request.principal.kind}/${request.principal.id}` : null,
    };
    const isQuestion = request.method === 'GET' && reply.statusCode < 400;
    request.log[isQuestion ? 'debug' : 'info'](facts, 'request answered');
  });
}

/** Without a public address the machine itself is the only place people come from, whatever they call it. */
function loopbackOrigins(port: number, host: string): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]', host.includes(':') ? `[${host}]` : host];
  return new Set(names.map((name) => new URL(`http://${name}:${port}`).origin));
}
