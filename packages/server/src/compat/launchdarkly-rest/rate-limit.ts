const windowMilliseconds = 10_000;
/** Requests of one token in ten seconds: far above what people and their tools need, and a bound for a loop gone wrong. */
const usualMax = { global: 3_000, route: 1_500 };
/** About 2 MB. When it is full, the oldest windows are forgotten first. */
const rememberedMax = 10_000;

export interface Allowance {
  readonly globalRemaining: number;
  readonly routeRemaining: number;
  /** Epoch milliseconds at which the window ends. */
  readonly reset: number;
  readonly isExceeded: boolean;
}

/** Counts the requests of each token in windows of ten seconds, in all and by route. Each node counts for itself. */
export class RateLimit {
  readonly #max: typeof usualMax;
  readonly #counts = new Map<string, number>();
  #reset = 0;

  constructor(max = usualMax) {
    this.#max = max;
  }

  take(token: string, route: string, now: number): Allowance {
    if (now >= this.#reset) {
      this.#counts.clear();
      this.#reset = (Math.floor(now / windowMilliseconds) + 1) * windowMilliseconds;
    }
    const globalRemaining = this.#max.global - this.#count(token);
    const routeRemaining = this.#max.route - this.#count(`${token} ${route}`);
    return {
      globalRemaining: Math.max(0, globalRemaining),
      routeRemaining: Math.max(0, routeRemaining),
      reset: this.#reset,
      isExceeded: globalRemaining < 0 || routeRemaining < 0,
    };
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= rememberedMax) break;
      this.#counts.delete(oldest);
    }
    return count;
  }
}
