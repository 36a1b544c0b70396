import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, CustomerSnapshot, Patch } from '@latchkey/model';

interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** The other end of the SDK's protocol over real HTTP, doing what a test says, also what a healthy server never would. */
export interface ScriptedServer extends AsyncDisposable {
  readonly address: string;
  readonly seen: SeenRequest[];
  configuration: Configuration;
  readonly customers: Map<string, CustomerSnapshot>;
  /** Answers everything with this status while it is set. */
  refusal: { readonly status: number; readonly code: string; readonly retryAfter?: string } | null;
  /** Customers asked about are answered only once this is resolved. */
  hold: Promise<void> | null;
  /** The most customers that were asked about at the same time. */
  mostAtOnce: number;
  /** Streams that are open now, oldest first. */
  readonly streams: readonly ServerResponse[];
  send(text: string): void;
  patch(patch: Partial<Patch> & Pick<Patch, 'revision'>): void;
  /** Ends all streams from this side. */
  hangUp(): void;
  paths(prefix: string): readonly string[];
}

export async function scriptedServer(configuration: Configuration): Promise<ScriptedServer> {
  const streams = new Set<ServerResponse>();
  let asked = 0;
  const http = createServer(async (request, response) => {
    const path = request.url ?? '';
    script.seen.push({ path, headers: request.headers });
    const { refusal } = script;
    if (refusal !== null) {
      const retry = refusal.retryAfter === undefined ? {} : { 'retry-after': refusal.retryAfter };
      response.writeHead(refusal.status, { 'content-type': 'application/problem+json', ...retry });
      response.end(JSON.stringify({ code: refusal.code }));
      return;
    }
    if (path === '/sdk/v1/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      streams.add(response);
      response.once('close', () => streams.delete(response));
      const { epoch, revision } = script.configuration;
      const isCurrent = request.headers['last-event-id'] === `${epoch}:${revision}`;
      response.write(isCurrent ? ':\n\n' : `:\n\n${frame('put', script.configuration)}`);
      return;
    }
    if (path === '/sdk/v1/configuration') return reply(request.headers, response, script.configuration);
    const key = decodeURIComponent(path.replace('/sdk/v1/customers/', ''));
    asked += 1;
    script.mostAtOnce = Math.max(script.mostAtOnce, asked);
    const snapshot = script.customers.get(key);
    await script.hold;
    asked -= 1;
    if (snapshot) reply(request.headers, response, snapshot);
    else response.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  const script: ScriptedServer = {
    address: `http://127.0.0.1:${port}`,
    seen: [],
    configuration,
    customers: new Map(),
    refusal: null,
    hold: null,
    mostAtOnce: 0,
    get streams() {
      return [...streams];
    },
    send(text) {
      for (const stream of streams) stream.write(text);
    },
    patch({ epoch = script.configuration.epoch, revision, changes = [], customers = [] }) {
      script.configuration = { ...script.configuration, revision };
      script.send(frame('patch', { epoch, revision, changes, customers }));
    },
    hangUp() {
      for (const stream of streams) stream.end();
    },
    paths: (prefix) => script.seen.map(({ path }) => path).filter((path) => path.startsWith(prefix)),
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  return script;
}

const frame = (event: string, data: Configuration | Patch): string =>
  `event: ${event}\nid: ${data.epoch}:${data.revision}\ndata: ${JSON.stringify(data)}\n\n`;

function reply(
  headers: IncomingHttpHeaders,
  response: ServerResponse,
  body: { readonly epoch: string; readonly revision: number },
): void {
  const etag = `"${body.epoch}:${body.revision}"`;
  if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/json', etag }).end(JSON.stringify(body));
}
