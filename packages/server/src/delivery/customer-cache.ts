import type { CustomerSnapshot } from '@latchkey/model';

/** How many customers one environment keeps in memory: about 3 KB each. */
const customersMax = 20_000;

interface Held<Compiled> {
  readonly snapshot: CustomerSnapshot;
  compiled: { readonly of: object; readonly customer: Compiled } | null;
}

/**
 * The customers that were asked about lately, least recently used last out. A snapshot that was read before a change of
 * its customer, but arrives after the change was announced, is not kept.
 */
export class CustomerCache<Compiled> {
  readonly #held = new Map<string, Held<Compiled>>();
  readonly #loading = new Map<string, Promise<Held<Compiled>>>();
  /** The newest change of customers that are being loaded just now. */
  readonly #touched = new Map<string, number>();
  #touchedAll = 0;
  /** Held customers that inherit from others: the only ones that somebody else's change can concern. */
  readonly #heirs = new Set<string>();
  readonly #load: (key: string) => Promise<CustomerSnapshot>;

  constructor(load: (key: string) => Promise<CustomerSnapshot>) {
    this.#load = load;
  }

  get size(): number {
    return this.#held.size;
  }

  /** What is in memory, without waiting; null when it must be loaded. */
  peek(key: string): Held<Compiled> | null {
    const held = this.#held.get(key);
    if (!held) return null;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held;
  }

  /** From memory, or read once for all who ask at the same time. */
  get(key: string): Promise<Held<Compiled>> {
    const held = this.peek(key);
    if (held) return Promise.resolve(held);
    const loading = this.#loading.get(key);
    if (loading !== undefined) return loading;
    const started = this.#read(key).finally(() => {
      this.#loading.delete(key);
      this.#touched.delete(key);
    });
    this.#loading.set(key, started);
    return started;
  }

  async #read(key: string): Promise<Held<Compiled>> {
    for (;;) {
      const snapshot = await this.#load(key);
      const newest = Math.max(this.#touched.get(key) ?? 0, this.#touchedAll);
      // A revision of 0 is an environment that is gone: nothing newer will come.
      if (snapshot.revision < newest && snapshot.revision > 0) continue;
      const held: Held<Compiled> = { snapshot, compiled: null };
      this.#held.set(key, held);
      if (snapshot.ancestors.length > 0) this.#heirs.add(key);
      if (this.#held.size > customersMax) {
        const oldest = this.#held.keys().next();
        if (!oldest.done) this.#forget(oldest.value);
      }
      return held;
    }
  }

  /** Forgets customers that a commit changed, and those below them, whose rights may be inherited. */
  drop(keys: readonly string[] | 'all', revision: number): void {
    if (keys === 'all') {
      this.#held.clear();
      this.#heirs.clear();
      this.#touchedAll = revision;
      return;
    }
    if (keys.length === 0) return;
    for (const key of keys) this.#forget(key);
    const dropped = new Set(keys);
    for (const key of this.#heirs) {
      if (this.#held.get(key)?.snapshot.ancestors.some((ancestor) => dropped.has(ancestor)))
        this.#forget(key);
    }
    // Whose heir a customer is shows only once it is loaded, so all that are being loaded must be at least this new.
    for (const key of this.#loading.keys()) this.#touched.set(key, revision);
  }

  #forget(key: string): void {
    this.#held.delete(key);
    this.#heirs.delete(key);
  }

  /** After a restore of the database revisions start over. */
  clear(): void {
    this.#held.clear();
    this.#heirs.clear();
    this.#touched.clear();
    this.#touchedAll = 0;
  }
}
