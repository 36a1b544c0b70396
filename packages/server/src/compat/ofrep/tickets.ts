import type { Place } from '@latchkey/model';
import type { SecretBox } from '../../kernel/store/secret-box.ts';

/** Whose changes a stream tells of, and on whose key. */
export interface Ticket {
  readonly place: Place;
  readonly keyId: string;
  readonly customer: string | null;
}

/**
 * Browsers cannot send a key with an event stream, so its address carries a ticket instead of one: locked, of use for
 * nothing else, and for no longer than an hour. All that ask within half an hour are given tickets of the same period, so
 * that a client that asks again keeps the stream that it has.
 */
const periodMilliseconds = 30 * 60_000;
const purpose = 'ofrep event stream';
/** Written tickets of the present period that are kept, a few hundred bytes each. */
const keptMax = 10_000;

/** The number of the period in which tickets are written now; they are good until the end of the next. */
export const periodOf = (now: number): number => Math.floor(now / periodMilliseconds);
export const endOfPeriod = (period: number): number => (period + 1) * periodMilliseconds;
const isOver = (period: number, now: number): boolean => endOfPeriod(period + 1) <= now;

/** Whether a client that was given its ticket in that period may go on without a new one. */
export const isFresh = (period: number, now: number): boolean =>
  period <= periodOf(now) && !isOver(period, now);

export class Tickets {
  readonly #box: SecretBox;
  #period = 0;
  readonly #kept = new Map<string, string>();

  constructor(box: SecretBox) {
    this.#box = box;
  }

  write({ place: { project, environment }, keyId, customer }: Ticket, now: number): string {
    const period = periodOf(now);
    if (period !== this.#period || this.#kept.size >= keptMax) this.#kept.clear();
    this.#period = period;
    const text = JSON.stringify([project, environment, keyId, customer, period]);
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const written = this.#box.lock(text, purpose).toString('base64url');
    this.#kept.set(text, written);
    return written;
  }

  /** Null for what is no ticket of ours, and for one whose time is over. */
  read(written: string, now: number): Ticket | null {
    let text: string;
    try {
      text = this.#box.open(Buffer.from(written, 'base64url'), purpose);
    } catch {
      // Made up, damaged, or of an installation with another secret: it opens nothing.
      return null;
    }
    const [project, environment, keyId, customer, period] = JSON.parse(text) as [
      string,
      string,
      string,
      string | null,
      number,
    ];
    return isFresh(period, now) ? { place: { project, environment }, keyId, customer } : null;
  }
}
