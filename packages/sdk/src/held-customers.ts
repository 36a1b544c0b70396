import type { CompiledCustomer } from '@latchkey/engine';
import type { CustomerSnapshot } from '@latchkey/model';
import { Figures } from './usage-figures.ts';

/** A commit, as far as it concerns customers. */
interface Touch {
  readonly epoch: string;
  readonly revision: number;
  readonly customers: ReadonlySet<string> | 'all';
}

/** What is known of one customer. Handles keep it, so that it answers also after it had to make room for others. */
export class HeldCustomer {
  readonly key: string;
  snapshot: CustomerSnapshot | null = null;
  compiled: CompiledCustomer | null = null;
  readonly figures = new Figures();
  /** What the server called the snapshot's state, to be told when nothing has changed. */
  etag: string | null = null;
  /** False from the moment that a change is known of until its outcome has arrived. */
  isCurrent = false;
  /** How many want to hear of its changes; it is not let go while somebody does. */
  listeners = 0;
  /** Commits that arrived while its snapshot was on its way: the answer may be older than they are. */
  #meanwhile: Touch[] | null = null;

  constructor(key: string) {
    this.key = key;
  }

  isTouchedBy(touch: Touch): boolean {
    this.#meanwhile?.push(touch);
    return this.#isNamedBy(touch);
  }

  /** From here on commits are remembered, until `take`. */
  awaitSnapshot(): void {
    this.#meanwhile = [];
  }

  /** The answer will not come. */
  giveUp(): void {
    this.#meanwhile = null;
  }

  /** Keeps what arrived. False when it may be too old already, and must be asked for once more. */
  take(snapshot: CustomerSnapshot): boolean {
    const held = this.snapshot;
    const missed = this.#meanwhile ?? [];
    this.#meanwhile = null;
    if (held !== null && held.epoch === snapshot.epoch && snapshot.revision < held.revision) return false;
    // Counting makes no new revision.
    const isSame = held?.epoch === snapshot.epoch && held.revision === snapshot.revision;
    if (!isSame || snapshot.meters !== undefined) this.snapshot = snapshot;
    this.isCurrent = !missed.some(
      (touch) =>
        touch.epoch === snapshot.epoch && touch.revision > snapshot.revision && this.#isNamedBy(touch),
    );
    return this.isCurrent;
  }

  /** By its own name, or by that of one it inherits from. */
  #isNamedBy({ customers }: Touch): boolean {
    if (customers === 'all' || customers.has(this.key)) return true;
    return customers.size > 0 && (this.snapshot?.ancestors.some((key) => customers.has(key)) ?? false);
  }
}

/** About 3 KB each; beyond it the one that nobody asked about for the longest time goes. */
const defaultMax = 10_000;

/** The customers in memory, least recently used first. */
export class HeldCustomers {
  readonly #max: number;
  readonly #held = new Map<string, HeldCustomer>();
  #newest: HeldCustomer | null = null;

  constructor(max: number = defaultMax) {
    this.#max = max;
  }

  get size(): number {
    return this.#held.size;
  }

  [Symbol.iterator](): IterableIterator<HeldCustomer> {
    return this.#held.values();
  }

  peek(key: string): HeldCustomer | null {
    return this.#held.get(key) ?? null;
  }

  hold(key: string): HeldCustomer {
    return this.touch(this.#held.get(key) ?? new HeldCustomer(key));
  }

  /**
   * Marks as just used. One that had to make room comes back with what it knows, which may be old: nobody kept it
   * current. Where the same customer was loaded anew meanwhile, that one counts.
   */
  touch(held: HeldCustomer): HeldCustomer {
    if (this.#newest === held) return held;
    const current = this.#held.get(held.key);
    if (current === undefined) held.isCurrent = false;
    else this.#held.delete(held.key);
    const kept = current ?? held;
    this.#held.set(kept.key, kept);
    this.#newest = kept;
    if (this.#held.size > this.#max) this.#letGo();
    return kept;
  }

  #letGo(): void {
    for (const [key, held] of this.#held) {
      if (held.listeners > 0 || held === this.#newest) continue;
      this.#held.delete(key);
      return;
    }
  }
}
