import type { IncomingMessage, ServerResponse } from 'node:http';
import { nextTransition } from '@latchkey/engine';
import { CustomerKey, type Patch, type Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { eventId } from '../../delivery/sdk-streams.ts';
import { type Stream, type Streams, toFrame } from '../../kernel/http/stream.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Ticket } from './tickets.ts';

interface Reader {
  readonly place: Place;
  readonly customer: string | null;
  readonly stream: Stream;
  /** The customer and those it inherits from: whose changes may change the answers. */
  concerns: ReadonlySet<string>;
  /** When the clock alone changes the answers, epoch milliseconds. */
  until: number;
}

interface EventStreamsDeps {
  readonly delivery: Delivery;
  readonly streams: Streams;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

/** How often it is looked whether the clock has changed somebody's rights. */
const clockMilliseconds = 1000;
/** After trouble with the database. */
const retryMilliseconds = 30_000;

/** Streams that say no more than that it is time to ask again: to those whose answers may have changed. */
export class EventStreams {
  readonly #deps: EventStreamsDeps;
  readonly #readers = new Set<Reader>();
  readonly #stopListening: () => void;
  readonly #clock: NodeJS.Timeout;

  constructor(deps: EventStreamsDeps) {
    this.#deps = deps;
    this.#stopListening = deps.delivery.listen({
      onPatch: (place, patch) => this.#tell(place, (reader) => isConcerned(reader, patch)),
      onReset: (place) => this.#tell(place, () => true),
      // Whom a segment lists besides customers is said by no patch.
      onCommit: ({ place, entries }) => {
        if (entries.some(({ resourceKind }) => resourceKind.startsWith('segment')))
          this.#tell(place, () => true);
      },
    });
    this.#clock = setInterval(() => this.#tick(), clockMilliseconds);
    this.#clock.unref();
  }

  count(): number {
    return this.#readers.size;
  }

  stop(): void {
    this.#stopListening();
    clearInterval(this.#clock);
  }

  async open(
    request: IncomingMessage,
    response: ServerResponse,
    { place, keyId, customer }: Ticket,
  ): Promise<void> {
    const { streams, delivery } = this.#deps;
    const known = CustomerKey.safeParse(customer);
    if (known.success) await delivery.world(place, known.data);
    if (response.destroyed) return;
    const stream = streams.open(request, response, {
      owner: keyId,
      catchUp: () => this.#frame(place),
      onClose: () => this.#readers.delete(reader),
    });
    const reader: Reader = { place, customer, stream, concerns: new Set(), until: Number.POSITIVE_INFINITY };
    this.#readers.add(reader);
    this.#look(reader);
    // Between the answer and this stream something may have changed; who comes back knows up to where they heard.
    const configuration = delivery.configuration(place);
    const present = configuration && eventId(configuration.epoch, configuration.revision);
    if (request.headers['last-event-id'] !== present) stream.send(this.#frame(place));
  }

  #tick(): void {
    const now = this.#deps.now();
    for (const reader of this.#readers) {
      if (reader.until > now) continue;
      reader.stream.send(this.#frame(reader.place));
      this.#look(reader);
    }
  }

  #tell(place: Place, isMeant: (reader: Reader) => boolean): void {
    if (this.#readers.size === 0) return;
    const key = placeKey(place);
    const frame = this.#frame(place);
    for (const reader of this.#readers) {
      if (placeKey(reader.place) !== key || !isMeant(reader)) continue;
      reader.stream.send(frame);
      this.#look(reader);
    }
  }

  /** Who else matters to the reader's answers, and until when they hold; again after everything that may change it. */
  #look(reader: Reader): void {
    const { delivery, now, log } = this.#deps;
    const { place, customer } = reader;
    reader.concerns = new Set([...reader.concerns, ...(customer === null ? [] : [customer])]);
    const known = CustomerKey.safeParse(customer);
    if (!known.success) return;
    reader.until = Number.POSITIVE_INFINITY;
    delivery
      .world(place, known.data)
      .then((world) => {
        if (world === null) return;
        reader.concerns = new Set([known.data, ...world.snapshot.ancestors]);
        reader.until = nextTransition(world.configuration, world.customer, now());
      })
      .catch((error: unknown) => {
        log(error);
        // What will change is not known now, so the reader is asked to look again after a while.
        reader.until = now() + retryMilliseconds;
      });
  }

  #frame(place: Place): Buffer {
    const { epoch = '', revision = 0 } = this.#deps.delivery.configuration(place) ?? {};
    const etag = eventId(epoch, revision);
    return toFrame({
      event: 'message',
      id: etag,
      body: JSON.stringify({ type: 'refetchEvaluation', etag }),
    });
  }
}

const isConcerned = ({ concerns }: Reader, { changes, customers }: Patch): boolean =>
  changes.length > 0 || customers === 'all' || customers.some((customer) => concerns.has(customer));
