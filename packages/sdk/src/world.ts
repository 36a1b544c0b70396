import {
  applyPatch,
  type CompiledConfiguration,
  type CompiledCustomer,
  compileConfiguration,
  compileCustomer,
} from '@latchkey/engine';
import type { Configuration, CustomerSnapshot, Patch } from '@latchkey/model';
import { type HeldCustomer, HeldCustomers } from './held-customers.ts';
import type { Log } from './log.ts';

/** A customer under the configuration, ready for the engine. */
interface Subject {
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
}

/**
 * All that this process knows of its environment: the configuration, and the customers it was asked about. Nothing
 * here waits. Within an epoch its revision never goes back; another epoch replaces everything, also by a lower number.
 */
export class World {
  readonly customers: HeldCustomers;
  /** Whether the server would have told us of every change by now. */
  isConnected = false;
  readonly #log: Log;
  #configuration: Configuration | null = null;
  #compiled: CompiledConfiguration | null = null;
  /** Compiled at the first question after a change, not at each of a burst of changes. */
  #needsCompiling = false;

  constructor(log: Log, customersMax?: number) {
    this.#log = log;
    this.customers = new HeldCustomers(customersMax);
  }

  get configuration(): Configuration | null {
    return this.#configuration;
  }

  /** False when it is older than what is held. Held customers must be asked for again: what happened to them is unknown. */
  put(configuration: Configuration): boolean {
    const held = this.#configuration;
    if (held !== null && held.epoch === configuration.epoch && configuration.revision < held.revision)
      return false;
    this.#configuration = configuration;
    this.#needsCompiling = true;
    for (const customer of this.customers) customer.isCurrent = false;
    return true;
  }

  /**
   * Applies one commit. `gap`: something before it was missed, so nothing was applied. Customers whose snapshots it
   * made old are returned, those that inherit from a named one among them.
   */
  patch(patch: Patch): 'gap' | 'known' | readonly HeldCustomer[] {
    const held = this.#configuration;
    if (held === null || held.epoch !== patch.epoch || patch.revision > held.revision + 1) return 'gap';
    if (patch.revision <= held.revision) return 'known';
    this.#configuration = applyPatch(held, patch);
    if (patch.changes.length > 0) this.#needsCompiling = true;
    const { epoch, revision, customers } = patch;
    const touch = { epoch, revision, customers: customers === 'all' ? customers : new Set(customers) };
    const touched = [...this.customers].filter((customer) => customer.isTouchedBy(touch));
    for (const customer of touched) customer.isCurrent = false;
    return touched;
  }

  /** Null while there is no configuration. What cannot be read of it degrades itself alone, and is told to the log. */
  compiled(): CompiledConfiguration | null {
    if (this.#needsCompiling && this.#configuration !== null) {
      this.#needsCompiling = false;
      this.#compiled = compileConfiguration(this.#configuration);
      const [first] = this.#compiled.problems;
      if (first !== undefined) {
        const error = `${first.kind} ${first.id}: ${first.detail}`;
        this.#log.once({ level: 'warn', event: 'configuration is malformed', error });
      }
    }
    return this.#compiled;
  }

  /** Null while there is no data to decide by. */
  subject(held: HeldCustomer): Subject | null {
    const configuration = this.compiled();
    const { snapshot } = held;
    if (configuration === null || snapshot === null) return null;
    let customer = held.compiled;
    if (customer === null || customer.configuration !== configuration || customer.source !== snapshot) {
      customer = compileCustomer(configuration, snapshot);
      held.compiled = customer;
    }
    return { configuration, customer: held.figures.of(customer) };
  }

  freshness(held: HeldCustomer): 'live' | 'stale' {
    return this.isConnected && held.isCurrent ? 'live' : 'stale';
  }
}

/** A customer that the server does not know and never will by this key: the default plan decides, if there is one. */
export const emptySnapshot = (
  key: string,
  { epoch, revision }: Pick<CustomerSnapshot, 'epoch' | 'revision'>,
): CustomerSnapshot => ({
  epoch,
  revision,
  customer: null,
  key,
  ancestors: [],
  segments: {},
  subscriptions: [],
  grants: [],
  seats: [],
});
