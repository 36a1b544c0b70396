import {
  applyPatch,
  type CompiledConfiguration,
  type CompiledCustomer,
  compileConfiguration,
  compileCustomer,
} from '@latchkey/engine';
import type { Configuration, CustomerSnapshot, LedgerEntry, Patch, Place } from '@latchkey/model';
import { placeKey } from '../kernel/ledger/append.ts';
import { type Commit, followLedger, type Head, readHeads, type Tail } from '../kernel/ledger/tail.ts';
import type { Database } from '../kernel/store/database.ts';
import type { StoreLog } from '../kernel/store/store-event.ts';
import { transact } from '../kernel/store/transact.ts';
import { CustomerCache } from './customer-cache.ts';
import { loadConfiguration } from './load-configuration.ts';
import { loadCustomerRows, snapshotOf } from './load-customers.ts';
import { patchOf } from './patch.ts';

/** Everything a decision about one customer needs, at one revision, ready for the engine. */
export interface World {
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
  readonly source: Configuration;
  readonly snapshot: CustomerSnapshot;
}

export interface DeliveryEvents {
  /** After a patch was applied here: whoever is told may ask and is answered at this revision. */
  readonly onPatch: (place: Place, patch: Patch) => void;
  /** The environment starts over, after a restore or as a new one. */
  readonly onReset: (place: Place) => void;
  /** Every commit of every place, also of those that are no environment. */
  readonly onCommit: (commit: Commit) => void;
}

interface Environment {
  configuration: Configuration;
  compiled: CompiledConfiguration | null;
  readonly customers: CustomerCache<CompiledCustomer>;
}

/** A broken import can break thousands; a log needs some of them and the number. */
const problemsLogged = 20;

/** How long a writer waits for its own change to be visible on this node before it is answered regardless. */
const settleMilliseconds = 2000;

/**
 * The one way out: holds the configuration of every environment and the customers that are asked about, follows the
 * ledger, and answers from memory. Also while the database is away: what is held stays held.
 */
export class Delivery {
  readonly #db: Database;
  readonly #log: StoreLog;
  readonly #environments = new Map<string, Environment>();
  readonly #listeners = new Set<Partial<DeliveryEvents>>();
  #tail: Tail | null = null;

  constructor(db: Database, log: StoreLog) {
    this.#db = db;
    this.#log = log;
  }

  /** Loads every environment, then follows the ledger from just there. */
  async start(): Promise<void> {
    const heads = await readHeads(this.#db.reader);
    const from: Head[] = [];
    for (const head of heads) {
      if (head.place.environment === '') from.push(head);
      else from.push((await this.#load(head.place)) ?? head);
    }
    this.#tail = followLedger({
      db: this.#db,
      log: this.#log,
      from,
      onCommit: (commit) => this.#apply(commit),
      onNewEpoch: async ({ place }) => {
        if (place.environment !== '') await this.#load(place);
        this.#tell('onReset', place);
      },
    });
  }

  async stop(): Promise<void> {
    await this.#tail?.stop();
  }

  listen(events: Partial<DeliveryEvents>): () => void {
    this.#listeners.add(events);
    return () => this.#listeners.delete(events);
  }

  /** Tells a listener the entries behind every revision of a place from now on, until stopped. */
  followEntries(place: Place, listener: (entries: readonly LedgerEntry[]) => void): () => void {
    const key = placeKey(place);
    return this.listen({
      onCommit: (commit) => {
        if (placeKey(commit.place) === key) listener(commit.entries);
      },
    });
  }

  /** Waits until this node shows a revision, so that whoever wrote it reads it. */
  async settle(place: Place, revision: number): Promise<void> {
    await this.#tail?.reached(place, revision, settleMilliseconds);
  }

  /** Milliseconds since the database last answered; how stale an answer may be. */
  age(now: number): number {
    return now - (this.#tail?.lastReadAt() ?? now);
  }

  places(): readonly Place[] {
    return [...this.#environments.values()].map(({ configuration: { project, environment } }) => ({
      project,
      environment,
    }));
  }

  /** The configuration as SDKs receive it; null for an environment that is not there. */
  configuration(place: Place): Configuration | null {
    return this.#environments.get(placeKey(place))?.configuration ?? null;
  }

  compiled(place: Place): CompiledConfiguration | null {
    const environment = this.#environments.get(placeKey(place));
    return environment ? this.#compiledOf(environment) : null;
  }

  /** One customer with the configuration, loaded if it is not held. Null for an environment that is not there. */
  async world(place: Place, customer: string): Promise<World | null> {
    const environment = this.#environments.get(placeKey(place));
    if (!environment) return null;
    await environment.customers.get(customer);
    return this.heldWorld(place, customer) ?? this.world(place, customer);
  }

  /** The same without waiting, for the hot path; null also when the customer is not in memory. */
  heldWorld(place: Place, key: string): World | null {
    const environment = this.#environments.get(placeKey(place));
    const held = environment?.customers.peek(key);
    if (!environment || !held) return null;
    const configuration = this.#compiledOf(environment);
    if (held.compiled?.of !== configuration)
      held.compiled = { of: configuration, customer: compileCustomer(configuration, held.snapshot) };
    return {
      configuration,
      customer: held.compiled.customer,
      source: environment.configuration,
      snapshot: held.snapshot,
    };
  }

  /** How many resources cannot be read as what they should be, counted in every environment that they are missed in. */
  malformedResources(): number {
    let count = 0;
    for (const environment of this.#environments.values())
      count += this.#compiledOf(environment).problems.length;
    return count;
  }

  /** Compiled at the first question after a change, not at each of a burst of changes. */
  #compiledOf(environment: Environment): CompiledConfiguration {
    if (environment.compiled !== null) return environment.compiled;
    const compiled = compileConfiguration(environment.configuration);
    environment.compiled = compiled;
    this.#logProblems(compiled);
    return compiled;
  }

  /** By kind and id only: what is in them belongs to customers. */
  #logProblems({ source: { project, environment, revision }, problems }: CompiledConfiguration): void {
    for (const { kind, id } of problems.slice(0, problemsLogged)) {
      const facts = { project, environment, revision, kind, id, problems: problems.length };
      this.#log({ level: 'warn', message: 'malformed_resource', facts });
    }
  }

  async #load(place: Place): Promise<Head | null> {
    const configuration = await transact(this.#db, (reader) => loadConfiguration(reader, place), {
      readOnly: true,
    });
    if (!configuration) return null;
    const known = this.#environments.get(placeKey(place));
    known?.customers.clear();
    const customers =
      known?.customers ?? new CustomerCache<CompiledCustomer>((key) => this.#loadCustomer(place, key));
    this.#environments.set(placeKey(place), { configuration, compiled: null, customers });
    return { place, epoch: configuration.epoch, revision: configuration.revision };
  }

  async #loadCustomer(place: Place, key: string): Promise<CustomerSnapshot> {
    return snapshotOf(await loadCustomerRows(this.#db.reader, place, [key]), key);
  }

  async #apply(commit: Commit): Promise<void> {
    const { place } = commit;
    if (place.environment !== '') {
      const environment = this.#environments.get(placeKey(place));
      if (!environment) {
        await this.#load(place);
        this.#tell('onReset', place);
      } else if (commit.revision > environment.configuration.revision) {
        const patch = patchOf(commit);
        environment.configuration = applyPatch(environment.configuration, patch);
        if (patch.changes.length > 0) environment.compiled = null;
        environment.customers.drop(patch.customers, patch.revision);
        this.#tell('onPatch', place, patch);
      }
    }
    this.#tell('onCommit', commit);
  }

  #tell<E extends keyof DeliveryEvents>(event: E, ...told: Parameters<DeliveryEvents[E]>): void {
    for (const listener of this.#listeners)
      (listener[event] as ((...told: Parameters<DeliveryEvents[E]>) => void) | undefined)?.(...told);
  }
}
