import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendBytes } from '../../delivery/raw-reply.ts';
import type { Asker } from './asker.ts';
import { ClientStreams, type ClientStreamsDeps, stateOf } from './client-streams.ts';
import { withEtag } from './edition.ts';
import { type Asked, bodyOfAnswers, evaluateAll, valuesOfAnswers } from './evaluate-all.ts';
import { pollOf, transferOfAnswers } from './second-protocol.ts';

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
    const results = bodyOfAnswers(answers, edition, asked);
    const transfer = () => pollOf(transferOfAnswers(answers, edition, asked, stateOf(results), asked.basis));
    const body =
      asked.protocol === 'second' ? transfer() : form === 'values' ? valuesOfAnswers(answers) : results;
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
  response.setHeader('access-control-expose-headers', 'Date,ETag,X-LD-FD-Fallback,X-LD-FD-Fallback-TTL');
  response.setHeader('access-control-max-age', '300');
  response.setHeader('vary', 'Origin');
}

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204);
  response.end();
}
