import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../../delivery/delivery.ts';
import { type RawHandler, sendBytes, sendRawProblem } from '../../delivery/raw-reply.ts';
import type { Authenticator } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Streams } from '../../kernel/http/stream.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { Recorder } from '../../slices/insights/index.ts';
import { type Asker, askerByClientSideId, askerByKey } from './asker.ts';
import {
  answerPreflight,
  type ClientQuestion,
  ClientSide,
  clientQuestionOf,
  openToAllOrigins,
} from './client-side.ts';
import { contextIn, contextInBody } from './contexts.ts';
import { Editions } from './editions.ts';
import { takeEvents } from './events.ts';
import { ServerSide } from './server-side.ts';

const prefix = '/ld/';

interface LaunchDarklyDeps {
  readonly db: Database;
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

  const bySdkKey = (request: IncomingMessage): Promise<Asker> =>
    askerByKey(authenticator, request, ['sdk'], now());

  const answerClient = async (
    request: IncomingMessage,
    response: ServerResponse,
    { what, clientSideId, context }: ClientQuestion,
  ): Promise<void> => {
    const asker =
      clientSideId === null
        ? await askerByKey(authenticator, request, ['mobile', 'sdk'], now())
        : await askerByClientSideId(authenticator, clientSideId, now());
    if (what === 'events') await takeEvents(request, response, asker.place, deps);
    else if (what === 'goals') sendNoGoals(request, response);
    else if (what === 'ping') await clientSide.stream(request, response, asker, null);
    else {
      const asked = {
        place: asker.place,
        context: context === null ? await contextInBody(request) : contextIn(context),
        withReasons: /[?&]withReasons=(true|1)(&|$)/.test(request.url ?? ''),
      };
      if (what === 'stream') await clientSide.stream(request, response, asker, asked);
      else await clientSide.evaluate(request, response, asked, what);
    }
  };

  const answerServer = async (
    request: IncomingMessage,
    response: ServerResponse,
    parts: readonly string[],
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
    // Their second protocol is not spoken here; so answered, an SDK that was told to try it goes back to the first.
    if (first === 'sdk' && (kind === 'poll' || kind === 'stream'))
      response.setHeader('x-ld-fd-fallback', 'true');
    if (path === 'all') await serverSide.stream(request, response, await bySdkKey(request));
    else if (path === 'sdk/latest-all') await serverSide.all(request, response, await bySdkKey(request));
    else if (
      first === 'sdk' &&
      (kind === 'flags' || (kind === 'segments' && key !== undefined)) &&
      more.length === 0
    )
      await serverSide.some(request, response, await bySdkKey(request), kind, key ?? null);
    else throw nothingHere();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = partsOf(request.url ?? '');
    if (request.method === 'OPTIONS') {
      openToAllOrigins(request, response);
      answerPreflight(response);
      return;
    }
    const question = clientQuestionOf(request.method ?? '', parts);
    if (question === null) await answerServer(request, response, parts);
    else {
      openToAllOrigins(request, response);
      await answerClient(request, response, question);
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
      editions.stop();
    },
  };
}

/** The parts of the path behind `/ld`. Some SDKs write two slashes where a configured address ends in one. */
function partsOf(url: string): readonly string[] {
  const end = url.indexOf('?');
  return url
    .slice(prefix.length, end === -1 ? undefined : end)
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
}

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

const nothingHere = (): ProblemError => new ProblemError('not_found', 'There is nothing here.');
