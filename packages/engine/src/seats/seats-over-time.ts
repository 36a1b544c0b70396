import type { Instant, Milliseconds, SeatUse } from '@latchkey/model';
import { always, endOf, forever } from '../time.ts';
import { seatsTaken } from './live-seat.ts';

/** The seats of one subscription item at any moment, counted once between two ends. */
export class SeatsOverTime {
  readonly changedAt: Instant | null;
  /** When seats become free by the clock; ascending. */
  readonly ends: readonly Milliseconds[];
  readonly #seats: readonly (SeatUse['seats'][number] & { readonly state: 'active' })[];
  readonly #taken: (number | undefined)[] = [];
  #lastEnds: ReadonlyMap<string, Milliseconds> | null = null;

  constructor({ seats, changedAt }: SeatUse) {
    this.#seats = seats.map((seat) => ({ ...seat, state: 'active' }));
    this.changedAt = changedAt;
    const ends = new Set(seats.map(({ to }) => endOf(to)));
    ends.delete(forever);
    this.ends = [...ends].sort((a, b) => a - b);
  }

  takenAt(now: Milliseconds): number {
    let index = 0;
    while ((this.ends[index] ?? forever) <= now) index += 1;
    const taken = this.#taken[index] ?? seatsTaken(this.#seats, this.ends[index - 1] ?? always);
    this.#taken[index] = taken;
    return taken;
  }

  /** Whether the user or device, named as `user/ada`, holds a seat. */
  sits(subject: string, now: Milliseconds): boolean {
    return now < (this.#lastEndOf().get(subject) ?? always);
  }

  nextEnd(now: Milliseconds): Milliseconds {
    return this.ends.find((end) => end > now) ?? forever;
  }

  #lastEndOf(): ReadonlyMap<string, Milliseconds> {
    if (this.#lastEnds !== null) return this.#lastEnds;
    const lastEnds = new Map<string, Milliseconds>();
    for (const { subject, to } of this.#seats)
      lastEnds.set(subject, Math.max(lastEnds.get(subject) ?? always, endOf(to)));
    this.#lastEnds = lastEnds;
    return lastEnds;
  }
}
