import { messageOf, RefusedRequest } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import type { World } from './world.ts';

/** How the client stands with its server. Decisions are made in every state. */
export interface Status {
  /**
   * `starting`: nothing known yet, the first attempt is under way. `live`: connected and current. `stale`: decides by
   * the last known state. `fallback`: nothing known and no server; fail modes decide.
   */
  readonly state: 'starting' | 'live' | 'stale' | 'fallback';
  /** Of the configuration that decides; null without one. */
  readonly revision: number | null;
  readonly epoch: string | null;
  /** How long ago the data was last known to be what the server has, in seconds; null without data. */
  readonly ageSeconds: number | null;
  /** Why the last attempt failed or the last stream ended; null once the client is live again. */
  readonly lastError: LastError | null;
}

export interface LastError {
  readonly message: string;
  /** The HTTP status, where the server answered; 401 and 403 mean that the key is not accepted. */
  readonly status: number | null;
  readonly at: string;
}

/** Keeps account of the connection, and of those who wait for it. */
export class Standing {
  readonly #world: World;
  readonly #runtime: Runtime;
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Set<(status: Status) => void>();
  #toldState: Status['state'] = 'starting';
  #confirmedAt = 0;
  #hasFailed = false;
  #lastError: LastError | null = null;

  constructor(world: World, runtime: Runtime) {
    this.#world = world;
    this.#runtime = runtime;
  }

  /** Whether an attempt has failed and none succeeded since. */
  get isAway(): boolean {
    return this.#lastError !== null;
  }

  restored(confirmedAt: number): void {
    this.#confirmedAt = confirmedAt;
    this.#tell();
  }

  /** Told when the state is another; returns what ends it. */
  onStatus(listener: (status: Status) => void): Cancel {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  live(): void {
    this.#confirmedAt = this.#runtime.now();
    this.#lastError = null;
    this.#wake();
    this.#tell();
  }

  lost(error: unknown): void {
    this.#hasFailed = true;
    this.#lastError = {
      message: messageOf(error),
      status: error instanceof RefusedRequest ? error.status : null,
      at: new Date(this.#runtime.now()).toISOString(),
    };
    if (this.#world.configuration !== null) this.#wake();
    this.#tell();
  }

  status(): Status {
    const { configuration, isConnected } = this.#world;
    const age = Math.max(0, Math.round((this.#runtime.now() - this.#confirmedAt) / 1000));
    const without = this.#hasFailed ? 'fallback' : 'starting';
    return {
      state: configuration === null ? without : isConnected ? 'live' : 'stale',
      revision: configuration?.revision ?? null,
      epoch: configuration?.epoch ?? null,
      ageSeconds: configuration === null ? null : age,
      lastError: this.#lastError,
    };
  }

  /** Until there is something to decide by that will not be better soon, or the time is over. */
  ready(timeoutMilliseconds: number): Promise<void> {
    const { configuration, isConnected } = this.#world;
    if (configuration !== null && (isConnected || this.isAway)) return Promise.resolve();
    return new Promise((resolve) => {
      let cancel: Cancel = () => undefined;
      const wake = () => {
        cancel();
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      cancel = this.#runtime.after(timeoutMilliseconds, wake);
    });
  }

  close(): void {
    this.#wake();
  }

  #tell(): void {
    const status = this.status();
    if (status.state === this.#toldState) return;
    this.#toldState = status.state;
    for (const listener of this.#listeners) {
      try {
        listener(status);
      } catch (error) {
        const event = 'a listener failed';
        this.#runtime.log.once({ level: 'warn', event, error: String(error) });
      }
    }
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
