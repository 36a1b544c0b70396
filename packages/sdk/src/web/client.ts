import type { JsonValue } from '@latchkey/model';
import { waitMilliseconds } from '../backoff.ts';
import type { Widened } from '../decide.ts';
import type { FlagDetails } from '../flag-details.ts';
import { isKeyRefused, messageOf, RefusedRequest, refusalOf } from '../requests.ts';
import type { Cancel, Runtime } from '../runtime.ts';
import type { LastError } from '../standing.ts';
import { answersIn, changedFlags, detailsOf, type FlagAnswer } from './answers.ts';
import { listenForNotices } from './notices.ts';
import type { SavedAnswers } from './storage.ts';

/** OpenFeature's context: `targetingKey` and attributes; `customer` names the customer whose rights count. */
export type BrowserContext = { readonly [attribute: string]: unknown };

export interface BrowserStatus {
  /** `starting`: nothing known yet. `live`: current. `stale`: the last known answers. `fallback`: nothing, and no server. */
  readonly state: 'starting' | 'live' | 'stale' | 'fallback';
  readonly lastError: LastError | null;
}

/** Gets the keys of flags that answer otherwise than before. */
export type FlagListener = (flags: readonly string[]) => void;

/** What flags answer for one context, kept current; asked without waiting. No method throws or rejects. */
export interface BrowserClient {
  /** Until the answers are current, or the last known ones have to do, or `timeoutSeconds` (5) are over. */
  ready(options?: { readonly timeoutSeconds?: number }): Promise<BrowserStatus>;
  status(): BrowserStatus;
  /** The flag's value; `otherwise` where it is unknown or of another type. */
  flag<Value extends JsonValue>(flag: string, otherwise: Value): Widened<Value>;
  /** The same with its variant, reason and details in OpenFeature's words. */
  flagDetails(flag: string): FlagDetails;
  /** The keys of all flags that this context is answered. */
  flags(): readonly string[];
  /** Somebody else is asked about from now on: after a sign-in, say. Waits as `ready` does. */
  identify(context: BrowserContext, contextHash?: string): Promise<BrowserStatus>;
  onChange(listener: FlagListener): () => void;
  onStatus(listener: (status: BrowserStatus) => void): () => void;
  /** Ends the connection. Questions are still answered, by what is known. */
  close(): void;
}

interface BrowserSetup {
  readonly address: string;
  readonly key: string;
  readonly context: BrowserContext;
  readonly contextHash: string | null;
  readonly runtime: Runtime;
  readonly saved: SavedAnswers;
}

const readySeconds = 5;
/** A timer cannot hold much more than 24 days. */
const readySecondsMax = 86_400;
/** Notices that come together are answered together. */
const gatherMilliseconds = 50;

export class ConnectedBrowserClient implements BrowserClient {
  readonly #setup: BrowserSetup;
  readonly #waiting = new Set<() => void>();
  readonly #changeListeners = new Set<FlagListener>();
  readonly #statusListeners = new Set<(status: BrowserStatus) => void>();
  #context = '';
  #contextHash: string | null = null;
  #answers: ReadonlyMap<string, FlagAnswer> = new Map();
  #hasAnswers = false;
  #isLive = false;
  #etag: string | null = null;
  #streamUri: string | null = null;
  #lastError: LastError | null = null;
  #toldState: BrowserStatus['state'] = 'starting';
  #connection = new AbortController();
  #wakeUp: () => void = () => undefined;

  constructor(setup: BrowserSetup) {
    this.#setup = setup;
    this.#askAbout(setup.context, setup.contextHash);
  }

  async ready({ timeoutSeconds = readySeconds } = {}): Promise<BrowserStatus> {
    const isDecided = this.#isLive || (this.#hasAnswers && this.#lastError !== null);
    if (!isDecided && !this.#connection.signal.aborted) {
      await new Promise<void>((resolve) => {
        let cancel: Cancel = () => undefined;
        const wake = (): void => {
          cancel();
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
        cancel = this.#setup.runtime.after(Math.min(timeoutSeconds, readySecondsMax) * 1000, wake);
      });
    }
    return this.status();
  }

  status(): BrowserStatus {
    const without = this.#lastError === null ? 'starting' : 'fallback';
    const state = this.#isLive ? 'live' : this.#hasAnswers ? 'stale' : without;
    return { state, lastError: this.#lastError };
  }

  flag<Value extends JsonValue>(flag: string, otherwise: Value): Widened<Value> {
    const { value } = this.flagDetails(flag);
    const isAlike = otherwise === null || typeof value === typeof otherwise;
    return (value !== undefined && isAlike ? value : otherwise) as Widened<Value>;
  }

  flagDetails(flag: string): FlagDetails {
    const answer = this.#answers.get(flag);
    if (answer !== undefined) return detailsOf(answer, this.#isLive);
    return this.#hasAnswers
      ? failed('FLAG_NOT_FOUND', 'There is no such flag for browsers in this environment.')
      : failed('PROVIDER_NOT_READY', 'No answers have arrived yet.');
  }

  flags(): readonly string[] {
    return [...this.#answers.keys()];
  }

  async identify(context: BrowserContext, contextHash?: string): Promise<BrowserStatus> {
    if (this.#connection.signal.aborted) return this.status();
    const hash = contextHash ?? null;
    if (JSON.stringify(context) !== this.#context || hash !== this.#contextHash)
      this.#askAbout(context, hash);
    return this.ready();
  }

  onChange(listener: FlagListener): () => void {
    this.#changeListeners.add(listener);
    return () => {
      this.#changeListeners.delete(listener);
    };
  }

  onStatus(listener: (status: BrowserStatus) => void): () => void {
    this.#statusListeners.add(listener);
    return () => {
      this.#statusListeners.delete(listener);
    };
  }

  /** Whatever was waited for is tried at once, as when a page is looked at again. */
  refresh(): void {
    this.#wakeUp();
  }

  close(): void {
    this.#connection.abort();
    this.#isLive = false;
    this.#wakeWaiting();
  }

  /** Nobody is shown what was answered about somebody else: what is not saved for the new one is unknown. */
  #askAbout(context: BrowserContext, contextHash: string | null): void {
    this.#connection.abort();
    this.#connection = new AbortController();
    this.#context = JSON.stringify(context);
    this.#contextHash = contextHash;
    const saved = this.#setup.saved.read(this.#context);
    this.#isLive = false;
    this.#lastError = null;
    this.#hasAnswers = saved !== null;
    this.#etag = saved?.etag ?? null;
    this.#streamUri = null;
    this.#take(saved?.flags ?? []);
    void this.#follow(this.#connection.signal);
  }

  /** Asks, listens, asks again when told to; after any trouble comes back by itself. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { runtime } = this.#setup;
    let failures = 0;
    while (!signal.aborted) {
      let failure: unknown = null;
      try {
        await this.#ask(signal);
        failures = 0;
        await this.#listen(signal);
      } catch (error) {
        failure = error;
      }
      if (signal.aborted) return;
      failures += 1;
      const retryAfterMilliseconds =
        failure instanceof RefusedRequest ? failure.retryAfterMilliseconds : null;
      this.#lost(failure ?? new Error('The stream has ended.'));
      const refused = isKeyRefused(failure);
      await this.#wait(
        waitMilliseconds({ count: failures, refused, retryAfterMilliseconds }, runtime.random),
        signal,
      );
    }
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { address, key, runtime } = this.#setup;
    const reply = await runtime.fetch(`${address}/ofrep/v1/evaluate/flags`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-api-key': key,
        ...(this.#contextHash !== null && { 'x-latchkey-context-hash': this.#contextHash }),
        // Without the address of a stream the reply is wanted whole.
        ...(this.#etag !== null && this.#streamUri !== null && { 'if-none-match': this.#etag }),
      },
      body: `{"context":${this.#context}}`,
      signal,
    });
    if (reply.status !== 304) {
      if (!reply.ok) throw await refusalOf(reply);
      const fetched = answersIn(await reply.json(), reply.headers.get('etag'));
      if (signal.aborted) return;
      this.#etag = fetched.etag;
      this.#streamUri = fetched.streamUri;
      this.#hasAnswers = true;
      this.#setup.saved.write(this.#context, fetched);
      this.#take(fetched.flags);
    }
    if (signal.aborted) return;
    this.#isLive = true;
    this.#lastError = null;
    this.#wakeWaiting();
    this.#tellStatus();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { address, runtime } = this.#setup;
    if (this.#streamUri === null) throw new Error('The server tells of no changes.');
    const round = new AbortController();
    const end = (): void => round.abort();
    signal.addEventListener('abort', end);
    let trouble: unknown = null;
    let isAsking = false;
    let isDue = false;
    const askAgain = async (): Promise<void> => {
      isDue = true;
      if (isAsking) return;
      isAsking = true;
      try {
        while (isDue && !signal.aborted) {
          await new Promise<void>((resolve) => runtime.after(gatherMilliseconds, resolve));
          isDue = false;
          await this.#ask(signal);
        }
      } catch (error) {
        trouble = error;
        round.abort();
      }
      isAsking = false;
    };
    this.#wakeUp = () => void askAgain();
    try {
      const url = new URL(this.#streamUri, address).href;
      await listenForNotices({
        fetch: runtime.fetch,
        url,
        after: runtime.after,
        signal: round.signal,
        onNotice: () => void askAgain(),
      });
    } catch (error) {
      throw trouble ?? error;
    } finally {
      this.#wakeUp = () => undefined;
      signal.removeEventListener('abort', end);
    }
  }

  async #wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#setup.runtime.after(milliseconds, resolve);
      this.#wakeUp = () => {
        cancel();
        resolve();
      };
      signal.addEventListener('abort', this.#wakeUp, { once: true });
    });
    this.#wakeUp = () => undefined;
  }

  #lost(error: unknown): void {
    const { now, log } = this.#setup.runtime;
    this.#isLive = false;
    const status = error instanceof RefusedRequest ? error.status : null;
    this.#lastError = { message: messageOf(error), status, at: new Date(now()).toISOString() };
    const event = 'the server cannot be followed; the last known answers count';
    log.once({ level: 'warn', event, status, error: this.#lastError.message });
    // A refusal is an answer too: another will not come soon.
    const isRefused = status !== null && status >= 400 && status < 500;
    if (this.#hasAnswers || isRefused) this.#wakeWaiting();
    this.#tellStatus();
  }

  #take(flags: readonly FlagAnswer[]): void {
    const before = this.#answers;
    this.#answers = new Map(flags.map((flag) => [flag.key, flag]));
    const changed = changedFlags(before, this.#answers);
    if (changed.length === 0) return;
    for (const listener of this.#changeListeners) this.#tell(() => listener(changed));
  }

  #tellStatus(): void {
    const status = this.status();
    if (status.state === this.#toldState) return;
    this.#toldState = status.state;
    for (const listener of this.#statusListeners) this.#tell(() => listener(status));
  }

  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#setup.runtime.log.once({ level: 'warn', event: 'a listener failed', error: String(error) });
    }
  }

  #wakeWaiting(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

const failed = (errorCode: NonNullable<FlagDetails['errorCode']>, errorMessage: string): FlagDetails => ({
  reason: 'ERROR',
  metadata: {},
  errorCode,
  errorMessage,
});
