import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendBytes } from '../../delivery/raw-reply.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Stream, Streams } from '../../kernel/http/stream.ts';
import type { Asker } from './asker.ts';
import { type Edition, withEtag } from './edition.ts';
import type { Editions } from './editions.ts';
import { bodyOf, bodyOfMap } from './items.ts';
import { changesOf, framesOf, pollOf, transferOf } from './second-protocol.ts';

/** What a stream says of an edition: to whom it is the first, after the one before, and to whom all must be told again. */
interface Telling {
  readonly first: (edition: Edition) => Buffer;
  readonly next: (edition: Edition) => Buffer | null;
  readonly all: (edition: Edition) => Buffer;
}

/** Streams and polls of server-side SDKs, which hold all flags and evaluate by themselves. */
export class ServerSide {
  readonly #editions: Editions;
  readonly #streams: Streams;
  readonly #readers = new Set<Stream>();

  constructor(editions: Editions, streams: Streams) {
    this.#editions = editions;
    this.#streams = streams;
  }

  count(): number {
    return this.#readers.size;
  }

  /** Everything once, then what changes. There are no event ids: who comes back is given everything again. */
  stream(request: IncomingMessage, response: ServerResponse, asker: Asker): Promise<void> {
    return this.#follow(request, response, asker, {
      first: ({ put }) => put,
      next: ({ patches }) => patches,
      all: ({ put }) => put,
    });
  }

  /** The same in the second protocol, in which who comes back says what it has, and is given the rest. */
  transfers(
    request: IncomingMessage,
    response: ServerResponse,
    asker: Asker,
    basis: string | null,
  ): Promise<void> {
    return this.#follow(request, response, asker, {
      first: (edition) => framesOf(transferOf(edition, basis)),
      next: (edition) => (edition.changes.length > 0 ? framesOf(changesOf(edition, edition.changes)) : null),
      all: (edition) => framesOf(transferOf(edition, null)),
    });
  }

  async #follow(
    request: IncomingMessage,
    response: ServerResponse,
    { place, keyId }: Asker,
    { first, next, all }: Telling,
  ): Promise<void> {
    let edition = await this.#editions.of(place);
    if (response.destroyed) return;
    const stream = this.#streams.open(request, response, {
      owner: keyId,
      catchUp: () => all(edition),
      onClose: () => {
        this.#readers.delete(stream);
        stopFollowing();
      },
    });
    stream.send(first(edition));
    const stopFollowing = this.#editions.follow(place, (newest, isNewEpoch) => {
      edition = newest;
      const frame = isNewEpoch ? all(newest) : next(newest);
      if (frame !== null) stream.send(frame);
    });
    this.#readers.add(stream);
  }

  async transfer(
    request: IncomingMessage,
    response: ServerResponse,
    { place }: Asker,
    basis: string | null,
  ): Promise<void> {
    const { bytes, etag } = withEtag(pollOf(transferOf(await this.#editions.of(place), basis)));
    sendBytes(request, response, bytes, etag);
  }

  async all(request: IncomingMessage, response: ServerResponse, { place }: Asker): Promise<void> {
    const { bytes, etag } = (await this.#editions.of(place)).body;
    sendBytes(request, response, bytes, etag);
  }

  /** All flags, or one flag or segment, as SDKs for short-lived processes read them. */
  async some(
    request: IncomingMessage,
    response: ServerResponse,
    { place }: Asker,
    kind: 'flags' | 'segments',
    key: string | null,
  ): Promise<void> {
    const items = (await this.#editions.of(place)).items[kind];
    const item = key === null ? null : items.get(key);
    if (item === undefined)
      throw new ProblemError('not_found', 'There is no such thing in this environment.');
    const { bytes, etag } = withEtag(item === null ? bodyOfMap(items) : bodyOf(item));
    sendBytes(request, response, bytes, etag);
  }
}
