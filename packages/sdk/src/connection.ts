import type { EventSourceMessage } from 'eventsource-parser';
import { waitMilliseconds } from './backoff.ts';
import { readEventStream } from './event-stream.ts';
import type { Follower, FollowerEvents } from './follower.ts';
import { type Door, headersOf, isKeyRefused, RefusedRequest, refusalOf, urlOf } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import { isConfiguration, isPatch, readJson } from './wire-check.ts';

/** The server sends something at least every 15 seconds; after two and a half of them in silence it is gone. */
const silenceMilliseconds = 37_500;
/** To connect and be answered. */
const answerMilliseconds = 10_000;
/** A stream that lasted this long was a success; a shorter one counts as one more failure in a row. */
const lastingMilliseconds = 10_000;

/** How one stream came to its end. */
interface Ending {
  readonly error: unknown;
  readonly lasted: boolean;
  readonly retryMilliseconds: number | null;
}

/** Follows the environment by one event stream at a time, for as long as it is not closed. It never gives up. */
export class Connection implements Follower {
  readonly #door: Door;
  readonly #runtime: Runtime;
  readonly #events: FollowerEvents;
  #failures = 0;
  #isClosed = false;
  #stream: AbortController | null = null;
  #cancelWait: Cancel = () => undefined;

  constructor(door: Door, runtime: Runtime, events: FollowerEvents) {
    this.#door = door;
    this.#runtime = runtime;
    this.#events = events;
  }

  start(): void {
    void this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelWait();
    this.#stream?.abort();
  }

  async #connect(): Promise<void> {
    const { error, lasted, retryMilliseconds } = await this.#follow();
    if (this.#isClosed) return;
    this.#failures = lasted ? 1 : this.#failures + 1;
    this.#events.onLost(error);
    const refusal = error instanceof RefusedRequest ? error.retryAfterMilliseconds : null;
    const wait = waitMilliseconds(
      {
        count: this.#failures,
        refused: isKeyRefused(error),
        retryAfterMilliseconds: retryMilliseconds ?? refusal,
      },
      this.#runtime.random,
    );
    this.#cancelWait = this.#runtime.after(wait, () => void this.#connect());
  }

  /** One stream from its beginning to its end. Never rejects. */
  async #follow(): Promise<Ending> {
    const stream = new AbortController();
    this.#stream = stream;
    let cancelSilence: Cancel = () => undefined;
    const expectWithin = (milliseconds: number, because: string) => {
      cancelSilence();
      cancelSilence = this.#runtime.after(milliseconds, () => stream.abort(new Error(because)));
    };
    let openedAt: number | null = null;
    let retryMilliseconds: number | null = null;
    const ending = (error: unknown): Ending => ({
      error,
      lasted: openedAt !== null && this.#runtime.now() - openedAt >= lastingMilliseconds,
      retryMilliseconds,
    });
    try {
      expectWithin(answerMilliseconds, 'The server did not answer.');
      const response = await this.#open(stream.signal);
      openedAt = this.#runtime.now();
      await readEventStream(response, {
        onHeard: () => {
          expectWithin(silenceMilliseconds, 'The server fell silent.');
          this.#events.onHeard();
        },
        onEvent: (event) => this.#take(event),
        onRetry: (milliseconds) => {
          retryMilliseconds = milliseconds;
        },
      });
      return ending(new Error('The server ended the stream.'));
    } catch (error) {
      return ending(stream.signal.aborted ? stream.signal.reason : error);
    } finally {
      cancelSilence();
      stream.abort();
    }
  }

  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#runtime.fetch(urlOf(this.#door, 'stream'), {
      headers: headersOf(this.#door, {
        accept: 'text/event-stream',
        'last-event-id': this.#events.lastEventId(),
      }),
      redirect: 'error',
      signal,
    });
    if (response.status !== 200) throw await refusalOf(response);
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || response.body === null)
      throw new Error('The answer is no event stream; is the address that of a Latchkey server?');
    return response.body;
  }

  /** Throws to end a stream that cannot be followed any further. */
  #take({ event, data }: EventSourceMessage): void {
    if (event === 'put') {
      const configuration = readJson(data);
      if (!isConfiguration(configuration)) throw new Error('The server sent a configuration that is none.');
      this.#events.onConfiguration(configuration);
    } else if (event === 'patch') {
      const patch = readJson(data);
      if (!isPatch(patch)) {
        this.#events.onGap();
        throw new Error('The server sent a change that is none.');
      }
      if (!this.#events.onPatch(patch)) {
        this.#events.onGap();
        throw new Error('A change was missed; everything is asked for again.');
      }
    } else if (event === 'gone') {
      throw new Error('The environment is not there any more.');
    }
  }
}
