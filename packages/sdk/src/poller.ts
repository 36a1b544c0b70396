import { waitMilliseconds } from './backoff.ts';
import type { Follower, FollowerEvents } from './follower.ts';
import { type Door, headersOf, isKeyRefused, RefusedRequest, refusalOf, urlOf } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import { isConfiguration, readJson } from './wire-check.ts';

/** To connect, be answered and have read everything. */
const answerMilliseconds = 30_000;

/** Follows the environment by asking at regular times, for networks that let no stream pass. */
export class Poller implements Follower {
  readonly #door: Door;
  readonly #runtime: Runtime;
  readonly #events: FollowerEvents;
  readonly #pollMilliseconds: number;
  #failures = 0;
  #isClosed = false;
  #question: AbortController | null = null;
  #cancelWait: Cancel = () => undefined;

  constructor(door: Door, runtime: Runtime, events: FollowerEvents, pollSeconds: number) {
    this.#door = door;
    this.#runtime = runtime;
    this.#events = events;
    this.#pollMilliseconds = pollSeconds * 1000;
  }

  start(): void {
    void this.#poll();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelWait();
    this.#question?.abort();
  }

  async #poll(): Promise<void> {
    let wait = this.#pollMilliseconds;
    try {
      await this.#ask();
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const retryAfterMilliseconds = error instanceof RefusedRequest ? error.retryAfterMilliseconds : null;
      const failure = { count: this.#failures, refused: isKeyRefused(error), retryAfterMilliseconds };
      wait = Math.max(wait, waitMilliseconds(failure, this.#runtime.random));
      if (!this.#isClosed) this.#events.onLost(error);
    }
    if (!this.#isClosed) this.#cancelWait = this.#runtime.after(wait, () => void this.#poll());
  }

  async #ask(): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    const cancel = this.#runtime.after(answerMilliseconds, () =>
      question.abort(new Error('The server did not answer.')),
    );
    try {
      const held = this.#events.lastEventId();
      const response = await this.#runtime.fetch(urlOf(this.#door, 'configuration'), {
        headers: headersOf(this.#door, { 'if-none-match': held === null ? null : `"${held}"` }),
        redirect: 'error',
        signal: question.signal,
      });
      if (response.status !== 304) {
        if (response.status !== 200) throw await refusalOf(response);
        const configuration = readJson(await response.text());
        if (!isConfiguration(configuration)) throw new Error('The server sent a configuration that is none.');
        this.#events.onConfiguration(configuration);
      }
      this.#events.onHeard();
    } finally {
      cancel();
    }
  }
}
