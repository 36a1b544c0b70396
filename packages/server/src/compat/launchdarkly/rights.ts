import { setImmediate } from 'node:timers/promises';
import {
  type CompiledConfiguration,
  type CompiledCustomer,
  compileCustomer,
  type FactClause,
  flagsOpenTo,
  isTrueOf,
  unknownCustomer,
} from '@latchkey/engine';
import type { Configuration, CustomerSnapshot, Place } from '@latchkey/model';
import { loadCustomerRows, snapshotOf } from '../../delivery/load-customers.ts';
import type { Database } from '../../kernel/store/database.ts';
import { transact } from '../../kernel/store/transact.ts';
import { type Gates, openEverywhere } from './gates.ts';
import { RightsLists } from './rights-lists.ts';
import { rowsOfEach } from './rows-of-each.ts';

/** Of how many customers, in the order of their keys, the rights are sent to every application. README says what of the rest. */
const customersMax = 100_000;
/** Up to so many are kept as they were read; of more, a change of plans or features reads them again, a page at a time. */
const snapshotsMax = 20_000;
/** Customers read and decided at a time: bounds memory, and gives other requests their turn in between. */
const pageSize = 200;
/** Longer than this nothing else waits for the deciding: a switched-off flag least of all. */
const sliceMilliseconds = 40;

interface Held {
  readonly has: ReadonlySet<string>;
  /** When the clock alone changes it, epoch milliseconds. */
  readonly until: number;
  readonly ancestors: readonly string[];
  readonly snapshot: CustomerSnapshot | null;
}

/**
 * Who in one environment is entitled to what the flags guard, and of whom the facts are true that rules ask for, kept
 * from one change to the next.
 */
export class Rights {
  readonly #db: Database;
  readonly #place: Place;
  readonly #held = new Map<string, Held>();
  readonly #heirs = new Map<string, Set<string>>();
  readonly #lists = new RightsLists();
  /** To be read again, and so decided again. */
  readonly #unread = new Set<string>();
  readonly #undecided = new Set<string>();
  /** All that the rights rest on but for the customers themselves. */
  #basis: readonly unknown[] = [];
  #flags: readonly string[] = [];
  #facts: readonly FactClause[] = [];
  #knowsWhoIsThere = false;
  #mustRegroup = false;
  /** When the clock alone changes somebody's rights, epoch milliseconds. */
  until = Number.POSITIVE_INFINITY;

  constructor(db: Database, place: Place) {
    this.#db = db;
    this.#place = place;
  }

  /** As far as they are decided; a flag that was switched on just now is closed to all until it is. */
  get gates(): Gates {
    return this.#isAnythingAsked ? this.#lists.gates(this.#flags, this.#facts.map(nameOf)) : openEverywhere;
  }

  /** These customers changed, and with them those who may inherit from them. */
  note(customers: readonly string[] | 'all'): void {
    if (customers === 'all') {
      this.#knowsWhoIsThere = false;
      return;
    }
    for (const key of customers) {
      this.#unread.add(key);
      for (const heir of this.#heirs.get(key) ?? []) this.#unread.add(heir);
    }
  }

  /**
   * Under other plans, features, switches or questions for facts everybody has to be decided again; rollouts and other rules
   * of flags give no rights. `source` is the configuration as it was given, of which each part is the same value as long as
   * it says the same, and so are the facts.
   */
  face(configuration: CompiledConfiguration, source: Configuration, facts: readonly FactClause[]): void {
    const { features, plans, planVersions, publications, grants, segments, defaultPlan } = source;
    const isOn = (flag: string) => configuration.flagsByKey.get(flag)?.targeting?.on === true;
    const guarded = [...configuration.guardedByFlag]
      .map(([flag, groups]) => [flag, isOn(flag), groups.map((group) => group.map(({ key }) => key))])
      .toSorted();
    const switches = JSON.stringify(guarded);
    const basis = [
      features,
      plans,
      planVersions,
      publications,
      grants,
      segments,
      defaultPlan,
      switches,
      facts,
    ];
    if (basis.every((part, at) => part === this.#basis[at])) return;
    this.#basis = basis;
    this.#flags = [...configuration.guardedByFlag.keys()].filter(isOn).toSorted();
    this.#facts = facts;
    for (const key of this.#held.keys()) this.#undecided.add(key);
    this.#mustRegroup = true;
  }

  /** So many are to be decided that whatever else a change says should be told before. */
  get isBehind(): boolean {
    return this.#unread.size + this.#undecided.size > pageSize;
  }

  /** Decides for a moment under the configuration that was faced last, and says whether all is decided. */
  async advance(configuration: CompiledConfiguration, now: number): Promise<boolean> {
    if (!this.#isAnythingAsked) {
      this.until = Number.POSITIVE_INFINITY;
      return true;
    }
    if (!this.#knowsWhoIsThere) await this.#findOut();
    this.#renewWhoIsOver(now);
    const end = performance.now() + sliceMilliseconds;
    while (this.#unread.size + this.#undecided.size > 0) {
      if (performance.now() > end) return false;
      await this.#decidePage(configuration, now);
    }
    this.#publish(configuration, now);
    return true;
  }

  get #isAnythingAsked(): boolean {
    return this.#flags.length + this.#facts.length > 0;
  }

  /** What the lists are told apart by. */
  get #names(): readonly string[] {
    return [...this.#flags, ...this.#facts.map(nameOf)];
  }

  #renewWhoIsOver(now: number): void {
    if (this.until > now) return;
    for (const [key, { until }] of this.#held) if (until <= now) this.#undecided.add(key);
  }

  async #findOut(): Promise<void> {
    this.#knowsWhoIsThere = true;
    try {
      const keys = await this.#allKeys();
      for (const key of [...keys, ...this.#held.keys()]) this.#unread.add(key);
    } catch (error) {
      this.#knowsWhoIsThere = false;
      throw error;
    }
  }

  /** What fails to be read is still to be read; what changes while it is read is read again. */
  async #decidePage(configuration: CompiledConfiguration, now: number): Promise<void> {
    const page = first(pageSize, this.#unread.size > 0 ? this.#unread : this.#undecided);
    const toRead = page.filter((key) => this.#unread.delete(key) || !this.#held.get(key)?.snapshot);
    try {
      if (toRead.length > 0) await this.#decideRead(toRead, configuration, now);
    } catch (error) {
      for (const key of toRead) this.#unread.add(key);
      throw error;
    }
    for (const key of page) {
      const snapshot = this.#undecided.has(key) ? this.#held.get(key)?.snapshot : null;
      if (snapshot) this.#decide(key, snapshot, configuration, now);
      this.#undecided.delete(key);
    }
    await setImmediate();
  }

  async #decideRead(keys: readonly string[], configuration: CompiledConfiguration, now: number) {
    const rows = await transact(this.#db, (reader) => loadCustomerRows(reader, this.#place, keys), {
      readOnly: true,
    });
    const rowsOf = rowsOfEach(rows);
    for (const key of keys) {
      const snapshot = snapshotOf(rowsOf(key), key);
      if (snapshot.customer === null) this.#forget(key);
      else if (this.#held.has(key) || this.#held.size < customersMax)
        this.#decide(key, snapshot, configuration, now);
      this.#undecided.delete(key);
    }
  }

  #decide(key: string, snapshot: CustomerSnapshot, configuration: CompiledConfiguration, now: number): void {
    const customer = compileCustomer(configuration, snapshot);
    const { has, until } = this.#rightsOf(configuration, customer, now);
    const { ancestors } = snapshot;
    for (const ancestor of ancestors) {
      const heirs = this.#heirs.get(ancestor);
      if (heirs) heirs.add(key);
      else this.#heirs.set(ancestor, new Set([key]));
    }
    const isKept = this.#held.get(key)?.snapshot != null || this.#held.size < snapshotsMax;
    this.#held.set(key, { has, until, ancestors, snapshot: isKept ? snapshot : null });
    if (!this.#mustRegroup) this.#lists.place(key, has);
  }

  /** A clause on a fact counts also where no flag asks for it yet: then it is known when one does. */
  #rightsOf(configuration: CompiledConfiguration, customer: CompiledCustomer, now: number) {
    const { flags, until } = flagsOpenTo(configuration, customer, this.#flags, now);
    if (this.#facts.length === 0) return { has: this.#lists.combination(flags), until };
    const facts = this.#facts.filter((fact) => isTrueOf(fact, customer, now)).map(nameOf);
    const { cuts } = customer.facts;
    const nextFact = cuts[customer.facts.stretchOf(now)] ?? Number.POSITIVE_INFINITY;
    return { has: this.#lists.combination([...flags, ...facts]), until: Math.min(until, nextFact) };
  }

  #publish(configuration: CompiledConfiguration, now: number): void {
    const stranger = this.#rightsOf(configuration, unknownCustomer(configuration, 'anybody'), now);
    if (this.#mustRegroup) {
      const hasByCustomer = new Map<string, ReadonlySet<string>>();
      for (const [key, { has }] of this.#held) hasByCustomer.set(key, has);
      this.#lists.regroup(this.#names, hasByCustomer);
      this.#mustRegroup = false;
    }
    this.#lists.nobodyHas = stranger.has;
    this.until = stranger.until;
    for (const { until } of this.#held.values()) if (until < this.until) this.until = until;
  }

  #forget(key: string): void {
    for (const ancestor of this.#held.get(key)?.ancestors ?? []) this.#heirs.get(ancestor)?.delete(key);
    this.#held.delete(key);
    if (!this.#mustRegroup) this.#lists.place(key, null);
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

function first(count: number, keys: ReadonlySet<string>): readonly string[] {
  const page: string[] = [];
  for (const key of keys) {
    if (page.length === count) break;
    page.push(key);
  }
  return page;
}

const nameOf = ({ segment }: FactClause): string => segment;
