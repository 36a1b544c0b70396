import type { Patch, Place } from '@latchkey/model';
import { type Stream, toFrame } from '../kernel/http/stream.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import type { Delivery } from './delivery.ts';

/** Frames kept per environment for readers who come back; a reader who missed more gets everything again. */
const remembered = { frames: 1000, bytes: 4 * 1_048_576 };

interface Feed {
  readonly streams: Set<Stream>;
  readonly recent: { readonly revision: number; readonly epoch: string; readonly frame: Buffer }[];
  recentBytes: number;
  put: { readonly revision: number; readonly epoch: string; readonly frame: Buffer } | null;
}

export const eventId = (epoch: string, revision: number): string => `${epoch}:${revision}`;

/** The event streams of our own SDKs: everything once, then one patch a commit. Each frame is made once for all readers. */
export class SdkStreams {
  readonly #delivery: Delivery;
  readonly #feeds = new Map<string, Feed>();
  readonly #stop: () => void;

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
    this.#stop = delivery.listen({
      onPatch: (place, patch) => this.#broadcast(place, patch),
      onReset: (place) => this.#startOver(place),
    });
  }

  /** Adds a reader. `start` opens the stream; what the reader misses is sent first. */
  add(
    place: Place,
    lastEventId: string | null,
    start: (catchUp: () => Buffer, onClose: () => void) => Stream,
  ): void {
    const feed = this.#feed(place);
    let stream: Stream | null = null;
    stream = start(
      () => this.#putFrame(place, feed),
      () => {
        if (stream) feed.streams.delete(stream);
      },
    );
    for (const frame of this.#missed(place, feed, lastEventId)) stream.send(frame);
    feed.streams.add(stream);
  }

  count(): number {
    let count = 0;
    for (const { streams } of this.#feeds.values()) count += streams.size;
    return count;
  }

  stop(): void {
    this.#stop();
  }

  #feed(place: Place): Feed {
    const key = placeKey(place);
    const feed = this.#feeds.get(key) ?? { streams: new Set(), recent: [], recentBytes: 0, put: null };
    this.#feeds.set(key, feed);
    return feed;
  }

  #broadcast(place: Place, patch: Patch): void {
    const feed = this.#feed(place);
    const { epoch, revision } = patch;
    const frame = toFrame({ event: 'patch', id: eventId(epoch, revision), body: JSON.stringify(patch) });
    feed.recent.push({ epoch, revision, frame });
    feed.recentBytes += frame.length;
    while (feed.recent.length > remembered.frames || feed.recentBytes > remembered.bytes) {
      feed.recentBytes -= feed.recent.shift()?.frame.length ?? 0;
    }
    for (const stream of feed.streams) stream.send(frame);
  }

  #startOver(place: Place): void {
    const feed = this.#feed(place);
    feed.recent.length = 0;
    feed.recentBytes = 0;
    feed.put = null;
    if (feed.streams.size === 0 || !this.#delivery.configuration(place)) return;
    const frame = this.#putFrame(place, feed);
    for (const stream of feed.streams) stream.send(frame);
  }

  /** What to send first: nothing but the patches since, where they are all remembered, otherwise everything. */
  #missed(place: Place, feed: Feed, lastEventId: string | null): readonly Buffer[] {
    const now = this.#delivery.configuration(place);
    if (!now) return [];
    if (lastEventId === eventId(now.epoch, now.revision)) return [];
    const next = feed.recent.findIndex(({ epoch, revision }) => lastEventId === eventId(epoch, revision - 1));
    if (next === -1) return [this.#putFrame(place, feed)];
    return feed.recent.slice(next).map(({ frame }) => frame);
  }

  #putFrame(place: Place, feed: Feed): Buffer {
    const configuration = this.#delivery.configuration(place);
    if (!configuration) return toFrame({ event: 'gone', body: '{}' });
    const { epoch, revision } = configuration;
    if (feed.put?.epoch !== epoch || feed.put.revision !== revision) {
      feed.put = {
        epoch,
        revision,
        frame: toFrame({ event: 'put', id: eventId(epoch, revision), body: JSON.stringify(configuration) }),
      };
    }
    return feed.put.frame;
  }
}
