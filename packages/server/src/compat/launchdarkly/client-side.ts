import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendBytes } from '../../delivery/raw-reply.ts';
import type { Asker } from './asker.ts';
import { ClientStreams, type ClientStreamsDeps } from './client-streams.ts';
import { withEtag } from './edition.ts';
import { type Asked, bodyOfAnswers, evaluateAll, valuesOfAnswers } from './evaluate-all.ts';

/** Polls and streams of browsers and phones, for which the server evaluates. */
export class ClientSide {
  readonly #deps: ClientStreamsDeps;
  readonly streams: ClientStreams;

  constructor(deps: ClientStreamsDeps) {
    this.#deps = deps;
    this.streams = new ClientStreams(deps);
  }

  async evaluate(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    form: 'results' | 'values',
  ): Promise<void> {
    const { delivery, editions, now } = this.#deps;
    const edition = await editions.of(asked.place);
    const answers = await evaluateAll(delivery, edition, asked, now());
    const body = form === 'values' ? valuesOfAnswers(answers) : bodyOfAnswers(answers, edition, asked);
    const { bytes, etag } = withEtag(body);
    sendBytes(request, response, bytes, etag);
  }

  stream(
    request: IncomingMessage,
    response: ServerResponse,
    asker: Asker,
    asked: Asked | null,
  ): Promise<void> {
    return this.streams.open(request, response, asker, asked);
  }
}

/** What a path of client-side SDKs asks for; null when it is none of theirs. */
export interface ClientQuestion {
  readonly what: 'results' | 'values' | 'stream' | 'ping' | 'goals' | 'events';
  /** The environment's public id, or null where a key in a header says it. */
  readonly clientSideId: string | null;
  /** Null where the body has it, or nobody is asked about. */
  readonly context: string | null;
}

/** The paths, with the words that may stand in them. `users` and `user` are the older words. */
export function clientQuestionOf(method: string, parts: readonly string[]): ClientQuestion | null {
  const isReport = method === 'REPORT';
  const isPost = method === 'POST';
  const [first = '', second = '', ...rest] = parts;
  const question = (
    what: ClientQuestion['what'],
    clientSideId: string | null,
    context: string | null = null,
  ): ClientQuestion => ({ what, clientSideId, context });

  if ((first === 'sdk' || first === 'msdk') && (second === 'evalx' || second === 'eval')) {
    const what = second === 'evalx' ? 'results' : 'values';
    const isNamed = rest.length === (isReport ? 2 : 3) && first === 'sdk';
    const [word = '', context = null, ...more] = isNamed ? rest.slice(1) : rest;
    const words = isReport ? ['context', 'user'] : ['contexts', 'users'];
    if (isPost || !words.includes(word) || more.length > 0 || isReport !== (context === null)) return null;
    return question(what, isNamed ? (rest[0] ?? '') : null, context);
  }
  const isEvents = ['events', 'mobile'].includes(first);
  if (isEvents !== isPost) return null;
  const path = parts.join('/');
  if (first === 'events' && ['bulk', 'diagnostic'].includes(second) && rest.length === 1)
    return question('events', rest[0] ?? '');
  if (['mobile', 'mobile/events', 'mobile/events/bulk', 'mobile/events/diagnostic'].includes(path))
    return question('events', null);
  if (first === 'sdk' && second === 'goals' && rest.length === 1) return question('goals', rest[0] ?? '');
  if (first === 'ping' && parts.length === 2) return question('ping', second);
  if (path === 'mping') return question('ping', null);
  if (first === 'eval' && parts.length === (isReport ? 2 : 3))
    return question('stream', second, rest[0] ?? null);
  if (first === 'meval' && parts.length === (isReport ? 1 : 2))
    return question('stream', null, parts[1] ?? null);
  return null;
}

const allowedHeaders = [
  'Cache-Control,Content-Type,Content-Length,Accept-Encoding,Authorization,If-None-Match',
  'X-LaunchDarkly-User-Agent,X-LaunchDarkly-Payload-ID,X-LaunchDarkly-Wrapper',
  'X-LaunchDarkly-Event-Schema,X-LaunchDarkly-Tags,X-LaunchDarkly-Instance-Id',
].join(',');

/** Pages of any origin may ask: what they are told is public to whoever has the page. Refusals must be readable too. */
export function openToAllOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-methods', 'GET,POST,REPORT,OPTIONS');
  response.setHeader('access-control-allow-headers', allowedHeaders);
  response.setHeader('access-control-expose-headers', 'Date,ETag');
  response.setHeader('access-control-max-age', '300');
  response.setHeader('vary', 'Origin');
}

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204);
  response.end();
}
