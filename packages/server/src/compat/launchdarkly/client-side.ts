import type { IncomingMessage, ServerResponse } from 'node:http';
import { Footing, KeptReplies } from '../../delivery/kept-replies.ts';
import { sendBytes } from '../../delivery/raw-reply.ts';
import type { Asker } from './asker.ts';
import { ClientStreams, type ClientStreamsDeps, stateOf } from './client-streams.ts';
import { type Edition, withEtag } from './edition.ts';
import {
  type Answers,
  type Asked,
  bodyOfAnswers,
  bytesOfAnswers,
  evaluateAll,
  valuesOfAnswers,
} from './evaluate-all.ts';
import { pollOf, transferOfAnswers } from './second-protocol.ts';

interface Reply {
  readonly edition: WeakRef<Edition>;
  readonly footing: Footing;
  readonly until: number;
  readonly body: Buffer;
  readonly etag: string;
}

/** Polls and streams of browsers and phones, for which the server evaluates. */
export class ClientSide {
  readonly #deps: ClientStreamsDeps;
  readonly streams: ClientStreams;
  readonly #kept = new KeptReplies<Reply>();

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
    const at = now();
    const question = JSON.stringify({ ...asked, form });
    const ready = this.#kept.find(
      question,
      at,
      (reply) => reply.edition.deref() === edition && reply.footing.isCurrent(delivery),
    );
    const reply = ready ?? (await this.#make(edition, asked, form, at));
    if (ready === null) this.#kept.offer(question, reply);
    sendBytes(request, response, reply.body, reply.etag);
  }

  async #make(edition: Edition, asked: Asked, form: 'results' | 'values', now: number): Promise<Reply> {
    const answers = await evaluateAll(this.#deps.delivery, edition, asked, now);
    const { bytes, etag } = written(answers, edition, asked, form);
    const footing = new Footing(asked.place, answers.flags.configuration, answers.customer);
    return { edition: new WeakRef(edition), footing, until: answers.until, body: bytes, etag };
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

function written(answers: Answers, edition: Edition, asked: Asked, form: 'results' | 'values') {
  if (asked.protocol === 'second') {
    const state = stateOf(bodyOfAnswers(answers, asked));
    return withEtag(pollOf(transferOfAnswers(answers, edition, asked, state, asked.basis)));
  }
  return form === 'values' ? withEtag(valuesOfAnswers(answers)) : bytesOfAnswers(answers, asked);
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
