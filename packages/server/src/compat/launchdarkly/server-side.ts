import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendBytes } from '../../delivery/raw-reply.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Stream, Streams } from '../../kernel/http/stream.ts';
import type { Asker } from './asker.ts';
import { withEtag } from './edition.ts';
import type { Editions } from './editions.ts';
import { bodyOf, bodyOfMap } from './items.ts';

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
  async stream(request: IncomingMessage, response: ServerResponse, { place, keyId }: Asker): Promise<void> {
    let edition = await this.#editions.of(place);
    if (response.destroyed) return;
    const stream = this.#streams.open(request, response, {
      owner: keyId,
      catchUp: () => edition.put,
      onClose: () => {
        this.#readers.delete(stream);
        stopFollowing();
      },
    });
    stream.send(edition.put);
    const stopFollowing = this.#editions.follow(place, (next, isNewEpoch) => {
      edition = next;
      if (isNewEpoch) stream.send(next.put);
      else if (next.patches !== null) stream.send(next.patches);
    });
    this.#readers.add(stream);
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
