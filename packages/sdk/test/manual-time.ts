interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** Time that passes only when a test says so. */
export class ManualTime {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now: number) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, action: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** How many milliseconds from now each timer is set to, soonest first. */
  get waits(): readonly number[] {
    return [...this.#timers].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Lets everything that is due on the way happen, in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next !== null; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.action();
    }
    this.#now = end;
  }

  /** As when a clock is set or a machine sleeps: the time is another, and no timer noticed. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
    const timers = [...this.#timers];
    this.#timers.clear();
    for (const { at, action } of timers) this.#timers.add({ at: at + milliseconds, action });
  }

  #next(end: number): Timer | null {
    let soonest: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.at <= end && (soonest === null || timer.at < soonest.at)) soonest = timer;
    }
    return soonest;
  }
}
