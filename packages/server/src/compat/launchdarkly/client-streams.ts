import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Patch, Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { type Stream, type Streams, toFrame } from '../../kernel/http/stream.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Asker } from './asker.ts';
import { type Edition, withEtag } from './edition.ts';
import type { Editions } from './editions.ts';
import { type Answers, type Asked, bodyOfAnswers, evaluateAll } from './evaluate-all.ts';
import { framesOf, transferOfAnswers } from './second-protocol.ts';

export interface ClientStreamsDeps {
  readonly delivery: Delivery;
  readonly editions: Editions;
  readonly streams: Streams;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

interface Reader {
  /** Null for a reader who only wants to hear that something changed. */
  readonly asked: Asked | null;
  readonly place: Place;
  readonly stream: Stream;
  body: string;
  /** All that it has been told, in the protocol that it speaks. */
  frame: Buffer;
  answers: Answers | null;
  isDue: boolean;
}

/** How often it is looked whether the clock has changed somebody's rights. */
const clockMilliseconds = 1000;
const ping = toFrame({ event: 'ping', body: ' ' });

/** The streams of browsers and phones: each is sent its own answers, anew when they have changed. */
export class ClientStreams {
  readonly #deps: ClientStreamsDeps;
  readonly #readers = new Set<Reader>();
  readonly #followed = new Map<string, () => void>();
  readonly #stopListening: () => void;
  readonly #clock: NodeJS.Timeout;
  #isWorking = false;

  constructor(deps: ClientStreamsDeps) {
    this.#deps = deps;
    this.#stopListening = deps.delivery.listen({ onPatch: (place, patch) => this.#patched(place, patch) });
    this.#clock = setInterval(() => {
      const now = deps.now();
      this.#renewWhere(({ answers }) => answers !== null && answers.until <= now);
    }, clockMilliseconds);
    this.#clock.unref();
  }

  count(): number {
    return this.#readers.size;
  }

  stop(): void {
    this.#stopListening();
    clearInterval(this.#clock);
    for (const stopFollowing of this.#followed.values()) stopFollowing();
  }

  async open(
    request: IncomingMessage,
    response: ServerResponse,
    { place, keyId }: Asker,
    asked: Asked | null,
  ): Promise<void> {
    const { delivery, editions, streams, now } = this.#deps;
    const edition = await editions.of(place);
    const answers = asked && (await evaluateAll(delivery, edition, asked, now()));
    const told = asked && answers ? tell(answers, edition, asked) : { body: '', frame: ping };
    if (response.destroyed) return;
    const stream = streams.open(request, response, {
      owner: keyId,
      catchUp: () => reader.frame,
      onClose: () => this.#readers.delete(reader),
    });
    // What changed between the evaluation and now is worked in at once.
    const reader: Reader = { asked, place, stream, ...told, answers, isDue: false };
    this.#readers.add(reader);
    this.#follow(place);
    stream.send(asked?.basis && answers ? tell(answers, edition, asked, asked.basis).frame : told.frame);
    this.#renewWhere((each) => each === reader && asked !== null);
  }

  #follow(place: Place): void {
    const key = placeKey(place);
    if (this.#followed.has(key)) return;
    const stopFollowing = this.#deps.editions.follow(place, () =>
      this.#renewWhere((reader) => placeKey(reader.place) === key),
    );
    this.#followed.set(key, stopFollowing);
  }

  #patched(place: Place, { changes, customers }: Patch): void {
    const key = placeKey(place);
    const named = customers === 'all' ? null : new Set(customers);
    this.#renewWhere(
      (reader) =>
        placeKey(reader.place) === key &&
        (changes.length > 0 ||
          named === null ||
          (reader.answers?.customers.some((customer) => named.has(customer)) ?? named.size > 0)),
    );
  }

  #renewWhere(isMeant: (reader: Reader) => boolean): void {
    for (const reader of this.#readers) if (isMeant(reader)) reader.isDue = true;
    if (!this.#isWorking) void this.#work();
  }

  /** One reader after the other, with room between them for everybody else's questions. */
  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      for (let due = this.#due(); due.length > 0; due = this.#due()) {
        for (const reader of due) {
          await this.#renew(reader);
          await setImmediate();
        }
      }
    } finally {
      this.#isWorking = false;
    }
  }

  #due(): readonly Reader[] {
    return [...this.#readers].filter(({ isDue }) => isDue);
  }

  async #renew(reader: Reader): Promise<void> {
    reader.isDue = false;
    const { delivery, editions, now, log } = this.#deps;
    if (reader.asked === null) {
      reader.stream.send(ping);
      return;
    }
    try {
      const edition = await editions.of(reader.place);
      reader.answers = await evaluateAll(delivery, edition, reader.asked, now());
      const { body, frame } = tell(reader.answers, edition, reader.asked);
      if (body === reader.body) return;
      reader.body = body;
      reader.frame = frame;
      reader.stream.send(frame);
    } catch (error) {
      log(error);
      // What was said stays said until the trouble is over; the clock asks again.
      if (reader.answers !== null) reader.answers = { ...reader.answers, until: now() };
    }
  }
}

/** Answers in the protocol of who asked; in the second, who has just these already is told so. */
function tell(
  answers: Answers,
  edition: Edition,
  asked: Asked,
  basis: string | null = null,
): { readonly body: string; readonly frame: Buffer } {
  const body = bodyOfAnswers(answers, asked);
  if (asked.protocol === 'first') return { body, frame: toFrame({ event: 'put', body }) };
  return { body, frame: framesOf(transferOfAnswers(answers, edition, asked, stateOf(body), basis)) };
}

/** Named by what it says, and safe in an address. */
export const stateOf = (body: string): string => withEtag(body).etag.slice(1, -1);
