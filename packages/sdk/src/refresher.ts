import type { CustomerSnapshot } from '@latchkey/model';
import { waitMilliseconds } from './backoff.ts';
import type { HeldCustomer } from './held-customers.ts';
import {
  type Door,
  headersOf,
  isKeyRefused,
  messageOf,
  RefusedRequest,
  refusalOf,
  urlOf,
} from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import { isCustomerSnapshot, readJson } from './wire-check.ts';
import { emptySnapshot, type World } from './world.ts';

/** Questions at once, of one process to one server. */
const concurrencyMax = 8;
/** To connect, be answered and have read everything. */
const answerMilliseconds = 5000;
/** One change may make the customers of every process old at once; more than this many are asked for at a random time. */
const atOnceMax = 32;
const spreadMilliseconds = 2000;

const failed = 'a customer could not be asked for';
/** Half a character: no URL can carry it, and no key has one. */
const halfCharacter = /\p{Surrogate}/u;

/** Asks the server for customers, each once at a time, and again until what is held is current. */
export class Refresher {
  readonly #door: Door;
  readonly #runtime: Runtime;
  readonly #world: World;
  readonly #onTaken: (held: HeldCustomer, snapshot: CustomerSnapshot) => void;
  readonly #waiting = new Map<HeldCustomer, () => void>();
  readonly #asked = new Map<HeldCustomer, Promise<void>>();
  readonly #stopping = new AbortController();
  #running = 0;
  #failures = 0;
  #cancelLater: Cancel | null = null;

  constructor(
    door: Door,
    runtime: Runtime,
    world: World,
    onTaken: (held: HeldCustomer, snapshot: CustomerSnapshot) => void,
  ) {
    this.#door = door;
    this.#runtime = runtime;
    this.#world = world;
    this.#onTaken = onTaken;
  }

  /** Resolves once the server was asked, whatever became of it. Who asks at the same time shares the answer. */
  ask(held: HeldCustomer): Promise<void> {
    const before = this.#asked.get(held);
    if (before !== undefined) return before;
    const asked = new Promise<void>((resolve) => this.#waiting.set(held, resolve));
    this.#asked.set(held, asked);
    this.#pump();
    return asked;
  }

  /** Brings customers up to date that a change made old. */
  refresh(customers: readonly HeldCustomer[]): void {
    if (customers.length > atOnceMax) this.#refreshLater(this.#runtime.random() * spreadMilliseconds);
    else for (const held of customers) void this.ask(held);
  }

  /** Brings everything up to date that is not, as when the server is back. */
  refreshAll(): void {
    this.#failures = 0;
    this.#cancelLater?.();
    this.#cancelLater = null;
    this.refresh([...this.#world.customers].filter(({ isCurrent }) => !isCurrent));
  }

  close(): void {
    this.#cancelLater?.();
    this.#stopping.abort();
    for (const resolve of this.#waiting.values()) resolve();
    this.#waiting.clear();
  }

  #refreshLater(milliseconds: number): void {
    this.#cancelLater ??= this.#runtime.after(milliseconds, () => {
      this.#cancelLater = null;
      // Without a connection the next one will do it.
      if (!this.#world.isConnected) return;
      for (const held of this.#world.customers) if (!held.isCurrent) void this.ask(held);
    });
  }

  #pump(): void {
    for (const [held, resolve] of this.#waiting) {
      if (this.#running >= concurrencyMax || this.#stopping.signal.aborted) return;
      this.#waiting.delete(held);
      this.#running += 1;
      void this.#bring(held).then(() => {
        this.#running -= 1;
        this.#asked.delete(held);
        resolve();
        this.#pump();
      });
    }
  }

  /** Asks, and once more at once where a change overtook the answer. Never rejects. */
  async #bring(held: HeldCustomer): Promise<void> {
    try {
      if ((await this.#take(held)) || (await this.#take(held))) {
        this.#failures = 0;
        this.#runtime.log.forget(failed);
        return;
      }
      throw new Error('The server answered with an older state than it told of.');
    } catch (error) {
      held.giveUp();
      if (this.#stopping.signal.aborted) return;
      this.#failures += 1;
      const { log, random } = this.#runtime;
      log.once({ level: 'warn', event: failed, error: messageOf(error) });
      const retryAfterMilliseconds = error instanceof RefusedRequest ? error.retryAfterMilliseconds : null;
      const failure = { count: this.#failures, refused: isKeyRefused(error), retryAfterMilliseconds };
      this.#refreshLater(waitMilliseconds(failure, random));
    }
  }

  async #take(held: HeldCustomer): Promise<boolean> {
    const before = held.snapshot;
    held.awaitSnapshot();
    const isCurrent = held.take(await this.#fetch(held));
    if (held.snapshot !== null && held.snapshot !== before) this.#onTaken(held, held.snapshot);
    return isCurrent;
  }

  async #fetch(held: HeldCustomer): Promise<CustomerSnapshot> {
    const { key, snapshot: known } = held;
    if (halfCharacter.test(key)) return this.#unknown(key);
    const question = new AbortController();
    const signal = AbortSignal.any([question.signal, this.#stopping.signal]);
    const cancel = this.#runtime.after(answerMilliseconds, () =>
      question.abort(new Error('The server did not answer.')),
    );
    try {
      const etag = known === null ? null : (held.etag ?? `"${known.epoch}:${known.revision}"`);
      const response = await this.#runtime.fetch(urlOf(this.#door, `customers/${encodeURIComponent(key)}`), {
        headers: headersOf(this.#door, { 'if-none-match': etag }),
        redirect: 'error',
        signal,
      });
      if (response.status === 304 && known !== null) return known;
      if (response.status !== 200) {
        const refusal = await refusalOf(response);
        if (isNoKey(refusal)) return this.#unknown(key);
        throw refusal;
      }
      const received = readJson(await response.text());
      if (!isCustomerSnapshot(received) || received.key !== key)
        throw new Error('The server sent a customer that is none.');
      held.etag = response.headers.get('etag');
      return received;
    } finally {
      cancel();
    }
  }

  #unknown(key: string): CustomerSnapshot {
    return emptySnapshot(key, this.#world.configuration ?? { epoch: '', revision: 0 });
  }
}

/** A text that can be no customer's key names one that nobody knows; any other refusal is a failure. */
const isNoKey = ({ code }: RefusedRequest): boolean => code === 'invalid_request' || code === 'not_found';
