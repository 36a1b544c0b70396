import type { Log } from './log.ts';

/** What the outside world gives the SDK. Handed in as one value, so that tests own time, chance and the network. */
export interface Runtime {
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Calls once after a while; never longer than what a timer can hold (about 24.8 days). */
  readonly after: (milliseconds: number, action: () => void) => Cancel;
  readonly log: Log;
}

export type Cancel = () => void;

export function afterWhile(milliseconds: number, action: () => void): Cancel {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}

/**
 * Sets off once the clock has reached a moment. It looks at the clock at least once a minute: a longer timer would
 * miss a clock that was set or a machine that slept, and one of more than 24.8 days would fire at once.
 */
export function atMoment(runtime: Runtime, moment: number, action: () => void): Cancel {
  let cancel: Cancel = () => undefined;
  const wait = (): void => {
    const left = moment - runtime.now();
    cancel = runtime.after(Math.min(Math.max(left, 1), longestWaitMilliseconds), () =>
      runtime.now() >= moment ? action() : wait(),
    );
  };
  wait();
  return () => cancel();
}

const longestWaitMilliseconds = 60_000;
