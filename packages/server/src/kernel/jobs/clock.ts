/** The one place that reads the wall clock; everything else is handed `now`. Tests shift it. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export const systemClock = (offsetSeconds: number): Clock => ({
  now: () => Date.now() + offsetSeconds * 1000,
});
