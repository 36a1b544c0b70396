import type { BigSegmentsStatus } from './evaluation.ts';

/**
 * What one evaluation has to remember on its way, where a flag can reach a big segment or a cycle. All other flags are
 * evaluated without one.
 */
export class Trail {
  /** Keys of the prerequisites, and segments, being evaluated right now: meeting one again is a cycle. */
  readonly prerequisites: string[] = [];
  readonly segments: string[] = [];
  bigSegmentsStatus: BigSegmentsStatus | null = null;
  readonly #memberships = new Map<string, Readonly<Record<string, boolean>>>();
  #steps = 0;

  /** False once an evaluation has gone on for so long that only tangled cycles can be the reason. */
  mayGoOn(): boolean {
    this.#steps += 1;
    return this.#steps <= stepsMax && this.prerequisites.length + this.segments.length < depthMax;
  }

  /** The worst status wins. */
  noteBigSegments(status: BigSegmentsStatus): void {
    if (this.bigSegmentsStatus === null || severity[status] > severity[this.bigSegmentsStatus]) {
      this.bigSegmentsStatus = status;
    }
  }

  /** The store is asked once per key and evaluation, as long as it knows the key. */
  membershipOf(
    key: string,
    ask: (key: string) => Readonly<Record<string, boolean>> | null,
  ): Readonly<Record<string, boolean>> | null {
    const known = this.#memberships.get(key) ?? ask(key);
    if (known !== null) this.#memberships.set(key, known);
    return known;
  }
}

/** A chain of references as long as this would fill the call stack; real ones have a handful of links. */
export const depthMax = 250;

/** At about a third of a microsecond each: an answer within some 30 ms, however flags refer to one another. */
export const stepsMax = 100_000;

const severity: Readonly<Record<BigSegmentsStatus, number>> = {
  HEALTHY: 1,
  STALE: 2,
  STORE_ERROR: 3,
  NOT_CONFIGURED: 4,
};
