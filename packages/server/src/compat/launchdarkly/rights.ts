import { setImmediate } from 'node:timers/promises';
import {
  type CompiledConfiguration,
  type CompiledCustomer,
  compileCustomer,
  evaluateGuardedFlag,
  nextTransition,
} from '@latchkey/engine';
import type { CustomerSnapshot, Place } from '@latchkey/model';
import { loadCustomerRows, snapshotOf } from '../../delivery/load-customers.ts';
import type { Database } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';
import type { Gates } from './gates.ts';

/** Of how many customers, in the order of their keys, the rights are sent to every application. README says what of the rest. */
const customersMax = 10_000;
/** Customers read and decided at a time: bounds memory, and gives other requests their turn in between. */
const pageSize = 250;

interface Held {
  readonly snapshot: CustomerSnapshot;
  decided: {
    readonly customer: CompiledCustomer;
    readonly has: ReadonlySet<string>;
    readonly until: number;
  } | null;
}

type Stale = Set<string> | 'all';

/** Who in one environment is entitled to what the flags guard, kept from one change to the next. */
export class Rights {
  readonly #db: Database;
  readonly #place: Place;
  readonly #held = new Map<string, Held>();
  #stale: Stale = 'all';
  #gates: Gates = new Map();
  /** When the clock alone changes somebody's rights, epoch milliseconds. */
  until = Number.POSITIVE_INFINITY;

  constructor(db: Database, place: Place) {
    this.#db = db;
    this.#place = place;
  }

  /** These customers changed, and with them those who may inherit from them. */
  note(customers: readonly string[] | 'all'): void {
    if (customers === 'all') this.#stale = 'all';
    if (customers === 'all' || this.#stale === 'all') return;
    const named = new Set(customers);
    for (const key of named) this.#stale.add(key);
    for (const [key, { snapshot }] of this.#held) {
      if (snapshot.ancestors.some((ancestor) => named.has(ancestor))) this.#stale.add(key);
    }
  }

  /** The gates as they are now; the same value as before when nothing differs. */
  async gates(configuration: CompiledConfiguration, now: number): Promise<Gates> {
    const flags = [...configuration.guardedByFlag.keys()].filter(
      (flag) => configuration.flagsByKey.get(flag)?.targeting?.on === true,
    );
    if (flags.length > 0) await this.#read();
    const has = (customer: CompiledCustomer | null, flag: string): boolean => {
      const { reason } = evaluateGuardedFlag(
        configuration,
        customer,
        flag,
        customer ? undefined : anybody,
        now,
      );
      return reason.kind !== 'OFF' && reason.kind !== 'ERROR';
    };
    const nobodyHas = new Set(flags.filter((flag) => has(null, flag)));
    const differing = new Map<string, string[]>(flags.map((flag) => [flag, []]));
    this.until = Number.POSITIVE_INFINITY;
    let decidedNow = 0;
    for (const [key, held] of flags.length > 0 ? this.#held : []) {
      if (held.decided?.customer.configuration !== configuration || held.decided.until <= now) {
        const customer = compileCustomer(configuration, held.snapshot);
        held.decided = {
          customer,
          has: new Set(flags.filter((flag) => has(customer, flag))),
          until: nextTransition(configuration, customer, now),
        };
        decidedNow += 1;
        if (decidedNow % pageSize === 0) await setImmediate();
      }
      this.until = Math.min(this.until, held.decided.until);
      for (const flag of flags)
        if (held.decided.has.has(flag) !== nobodyHas.has(flag)) differing.get(flag)?.push(key);
    }
    const gates: Gates = new Map(
      flags.map((flag) => [flag, { unlistedPass: nobodyHas.has(flag), listed: differing.get(flag) ?? [] }]),
    );
    if (JSON.stringify([...gates]) !== JSON.stringify([...this.#gates])) this.#gates = gates;
    return this.#gates;
  }

  async #read(): Promise<void> {
    const stale = this.#stale;
    this.#stale = new Set();
    try {
      const keys = stale === 'all' ? await this.#allKeys() : [...stale];
      if (stale === 'all') this.#held.clear();
      for (let at = 0; at < keys.length; at += pageSize) await this.#readPage(keys.slice(at, at + pageSize));
    } catch (error) {
      this.#stale = 'all';
      throw error;
    }
  }

  async #readPage(keys: readonly string[]): Promise<void> {
    const rows = await transact(this.#db, (reader) => loadCustomerRows(reader, this.#place, keys), {
      readOnly: true,
    });
    for (const key of keys) {
      const snapshot = snapshotOf(rows, key);
      if (snapshot.customer === null) this.#held.delete(key);
      else if (this.#held.has(key) || this.#held.size < customersMax)
        this.#held.set(key, { snapshot, decided: null });
    }
  }

  async #allKeys(): Promise<readonly string[]> {
    const rows = await this.#db.reader
      .selectFrom('resource')
      .select('id')
      .where('project', '=', this.#place.project)
      .where('environment', '=', this.#place.environment)
      .where('kind', '=', 'customer')
      .orderBy('id')
      .limit(customersMax)
      .execute();
    return rows.map(({ id }) => id);
  }
}

/** A context that names no customer; of whom else it speaks does not matter to rights. */
const anybody = { kind: 'user', key: 'anybody' };
