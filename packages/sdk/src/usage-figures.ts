import { type CompiledCustomer, nothingCounted, withMeters } from '@latchkey/engine';
import type { MeterReading, MeterState } from '@latchkey/model';

/**
 * What was counted of one customer's meters, as far as this process knows: what the server said last, and on top of it
 * what it has not been told yet.
 */
export class Figures {
  epoch = '';
  readonly #readings = new Map<string, MeterReading>();
  readonly #states = new Map<string, MeterState>();
  #compiled: { readonly of: CompiledCustomer; readonly customer: CompiledCustomer } | null = null;

  get isEmpty(): boolean {
    return this.#states.size === 0;
  }

  /** What the server said of each meter. */
  get readings(): Readonly<Record<string, MeterReading>> {
    return Object.fromEntries(this.#readings);
  }

  /** Keeps the newer of two readings, and begins again from it. */
  read(feature: string, reading: MeterReading): void {
    const held = this.#readings.get(feature);
    if (held === undefined || held.version <= reading.version) this.#readings.set(feature, reading);
    this.restart(feature);
  }

  /** Forgets what was counted on top of what the server said. */
  restart(feature: string): void {
    this.#states.set(feature, this.#readings.get(feature) ?? nothingCounted);
  }

  put(feature: string, state: MeterState): void {
    this.#states.set(feature, state);
  }

  /** After the server was restored, versions begin anew. */
  clear(epoch: string): void {
    this.epoch = epoch;
    this.#readings.clear();
    this.#states.clear();
  }

  /** The customer by these figures; it follows them from then on. */
  of(customer: CompiledCustomer): CompiledCustomer {
    if (this.isEmpty) return customer;
    if (this.#compiled?.of !== customer)
      this.#compiled = { of: customer, customer: withMeters(customer, this.#states) };
    return this.#compiled.customer;
  }
}
