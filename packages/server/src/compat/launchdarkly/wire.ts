import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../../delivery/delivery.ts';
import { type RawHandler, sendBytes, sendRawProblem } from '../../delivery/raw-reply.ts';
import type { Authenticator } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Streams } from '../../kernel/http/stream.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import type { Recorder } from '../../slices/insights/index.ts';
import { type Asker, askerByClientSideId, askerByKey } from './asker.ts';
import { type ClientQuestion, clientQuestionOf } from './client-paths.ts';
import { answerPreflight, ClientSide, openToAllOrigins } from './client-side.ts';
import { contextIn, contextInBody } from './contexts.ts';
import { Editions } from './editions.ts';
import { takeEvents } from './events.ts';
import { SecureMode } from './secure-mode.ts';
import { ServerSide } from './server-side.ts';

const prefix = '/ld/';

interface LaunchDarklyDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly delivery: Delivery;
  readonly recorder: Recorder;
  readonly authenticator: Authenticator;
  readonly streams: Streams;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

interface LaunchDarklyWire {
  readonly handler: RawHandler;
  /** Open streams of LaunchDarkly's SDKs. */
  readonly count: () => number;
  readonly stop: () => void;
}

/** What unmodified SDKs of LaunchDarkly ask for, when their three addresses are this server's with `/ld` behind it. */
export function launchDarklyWire(deps: LaunchDarklyDeps): LaunchDarklyWire {
  const { authenticator, streams, now, log } = deps;
  const editions = new Editions(deps);
  const serverSide = new ServerSide(editions, streams);
  const clientSide = new ClientSide({ ...deps, editions });
  const secureMode = new SecureMode(deps);

  const bySdkKey = (request: IncomingMessage): Promise<Asker> =>
    askerByKey(authenticator, request, ['sdk'], now());

  const answerClient = async (
    request: IncomingMessage,
    response: ServerResponse,
    { what, protocol, clientSideId, context }: ClientQuestion,
    parameters: URLSearchParams,
  ): Promise<void> => {
    const asker =
      clientSideId === null
        ? await askerByKey(authenticator, request, ['mobile', 'sdk'], now())
        : await askerByClientSideId(authenticator, clientSideId, now());
    if (what === 'events') await takeEvents(request, response, asker.place, deps);
    else if (what === 'goals') sendNoGoals(request, response);
    else if (what === 'image') sendImage(response);
    else if (what === 'ping') await clientSide.stream(request, response, asker, null);
    else {
      const asked = {
        place: asker.place,
        context: context === null ? await contextInBody(request) : contextIn(context),
        withReasons: ['true', '1'].includes(parameters.get('withReasons') ?? ''),
        protocol,
        basis: parameters.get('basis'),
      };
      if (clientSideId !== null) await secureMode.verify(asker.place, asked.context, parameters.get('h'));
      if (what === 'stream') await clientSide.stream(request, response, asker, asked);
      else await clientSide.evaluate(request, response, asked, what);
    }
  };

  const answerServer = async (
    request: IncomingMessage,
    response: ServerResponse,
    parts: readonly string[],
    parameters: URLSearchParams,
  ): Promise<void> => {
    const path = parts.join('/');
    if (request.method === 'POST') {
      if (path !== 'bulk' && path !== 'diagnostic') throw nothingHere();
      const { place } = await bySdkKey(request);
      await takeEvents(request, response, place, deps);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new ProblemError('method_not_allowed', 'Ask with GET.');
    const [first, kind, key, ...more] = parts;
    if (path === 'all') await serverSide.stream(request, response, await bySdkKey(request));
    else if (path === 'sdk/latest-all') await serverSide.all(request, response, await bySdkKey(request));
    else if (path === 'sdk/poll')
      await serverSide.transfer(request, response, await bySdkKey(request), parameters.get('basis'));
    else if (path === 'sdk/stream')
      await serverSide.transfers(request, response, await bySdkKey(request), parameters.get('basis'));
    else if (
      first === 'sdk' &&
      (kind === 'flags' || (kind === 'segments' && key !== undefined)) &&
      more.length === 0
    )
      await serverSide.some(request, response, await bySdkKey(request), kind, key ?? null);
    else throw nothingHere();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path, query] = (request.url ?? '').split('?', 2);
    const parts = partsOf(path ?? '');
    const parameters = new URLSearchParams(query);
    if (request.method === 'OPTIONS') {
      openToAllOrigins(request, response);
      answerPreflight(response);
      return;
    }
    const question = clientQuestionOf(request.method ?? '', parts, parameters);
    if (question === null) await answerServer(request, response, parts, parameters);
    else {
      openToAllOrigins(request, response);
      await answerClient(request, response, question, parameters);
    }
  };

  return {
    handler(request, response) {
      if (!(request.url ?? '').startsWith(prefix)) return false;
      answer(request, response).catch((error: unknown) => sendRawProblem(response, error, log));
      return true;
    },
    count: () => serverSide.count() + clientSide.streams.count(),
    stop() {
      clientSide.streams.stop();
      secureMode.stop();
      editions.stop();
    },
  };
}

/** The parts of the path behind `/ld`. Some SDKs write two slashes where a configured address ends in one. */
const partsOf = (path: string): readonly string[] =>
  path
    .slice(prefix.length)
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that begins no character stands for itself.
    return part;
  }
}

/** Clicks and views that the page should report: none are kept here. */
const sendNoGoals = (request: IncomingMessage, response: ServerResponse): void =>
  sendBytes(request, response, Buffer.from('[]'), '"none"');

/** Very old browsers report within the address of an image. They are answered, and what they report is not counted. */
function sendImage(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'image/gif',
    'content-length': onePixel.length,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
  });
  response.end(onePixel);
}

const onePixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const nothingHere = (): ProblemError => new ProblemError('not_found', 'There is nothing here.');
