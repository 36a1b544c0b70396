import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../../delivery/delivery.ts';
import { type RawHandler, sendRawProblem } from '../../delivery/raw-reply.ts';
import type { Authenticator } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Streams } from '../../kernel/http/stream.ts';
import type { Database } from '../../kernel/store/database.ts';
import { askerByKey } from './asker.ts';
import { Editions } from './editions.ts';
import { takeEvents } from './events.ts';
import { ServerSide } from './server-side.ts';

const prefix = '/ld/';

export interface LaunchDarklyDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly authenticator: Authenticator;
  readonly streams: Streams;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

export interface LaunchDarklyWire {
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

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = partsOf(request.url ?? '');
    const path = parts.join('/');
    if (request.method === 'POST') {
      if (path !== 'bulk' && path !== 'diagnostic') throw nothingHere();
      await askerByKey(authenticator, request, 'sdk', now());
      takeEvents(request, response);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new ProblemError('method_not_allowed', 'Ask with GET.');
    const [first, second, third, ...more] = parts;
    if (path === 'all') {
      await serverSide.stream(request, response, await askerByKey(authenticator, request, 'sdk', now()));
    } else if (path === 'sdk/latest-all') {
      await serverSide.all(request, response, await askerByKey(authenticator, request, 'sdk', now()));
    } else if (
      first === 'sdk' &&
      (second === 'flags' || (second === 'segments' && third !== undefined)) &&
      more.length === 0
    ) {
      const asker = await askerByKey(authenticator, request, 'sdk', now());
      await serverSide.some(request, response, asker, second, third ?? null);
    } else throw nothingHere();
  };

  return {
    handler(request, response) {
      if (!(request.url ?? '').startsWith(prefix)) return false;
      answer(request, response).catch((error: unknown) => sendRawProblem(response, error, log));
      return true;
    },
    count: () => serverSide.count(),
    stop: () => editions.stop(),
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

const nothingHere = (): ProblemError => new ProblemError('not_found', 'There is nothing here.');
