import type { LedgerEntry, Place, SegmentMember } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Database } from '../../kernel/store/database.ts';
import { Edition } from './edition.ts';
import { type ListedMembers, loadListedMembers } from './listed-members.ts';
import { project } from './projection.ts';

export interface EditionsDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly log: (error: unknown) => void;
}

type Listener = (edition: Edition, isNewEpoch: boolean) => void;

/** After trouble with the database, the next try. */
const retryMilliseconds = 1000;

/** Keeps the newest edition of every environment that somebody asked for, and tells those who follow it. */
export class Editions {
  readonly #deps: EditionsDeps;
  readonly #environments = new Map<string, EnvironmentEditions>();
  readonly #stopListening: () => void;

  constructor(deps: EditionsDeps) {
    this.#deps = deps;
    this.#stopListening = deps.delivery.listen({
      onCommit: ({ place, entries }) => this.#environments.get(placeKey(place))?.note(entries),
      onReset: (place) => this.#environments.get(placeKey(place))?.startOver(),
    });
  }

  /** The newest edition. Refused as something that passes while there is none: SDKs never come back after a “not found”. */
  async of(place: Place): Promise<Edition> {
    return (await this.#environment(place)).current();
  }

  /** Told of every new edition, until the returned function is called. */
  follow(place: Place, listener: Listener): () => void {
    const { listeners } = this.#environment(place);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  stop(): void {
    this.#stopListening();
    for (const environment of this.#environments.values()) environment.stop();
  }

  #environment(place: Place): EnvironmentEditions {
    const key = placeKey(place);
    const known = this.#environments.get(key);
    if (known) return known;
    const started = new EnvironmentEditions(place, this.#deps);
    this.#environments.set(key, started);
    return started;
  }
}

type Stale = Set<string> | 'all';

const both = (one: Stale, other: Stale): Stale =>
  one === 'all' || other === 'all' ? 'all' : new Set([...one, ...other]);

const concerning: ReadonlySet<string> = new Set(['flag', 'flag_targeting', 'segment', 'segment_member']);

class EnvironmentEditions {
  readonly listeners = new Set<Listener>();
  readonly #place: Place;
  readonly #deps: EditionsDeps;
  #edition: Edition | null = null;
  #members = new Map<string, ListedMembers | null>();
  /** Whose members are to be read again. */
  #stale: Stale = 'all';
  #isNewEpoch = false;
  #isDue = false;
  #working: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(place: Place, deps: EditionsDeps) {
    this.#place = place;
    this.#deps = deps;
  }

  async current(): Promise<Edition> {
    if (this.#edition === null) await this.#renew();
    if (this.#edition !== null) return this.#edition;
    throw new ProblemError('unavailable', 'The environment is not ready yet.');
  }

  note(entries: readonly LedgerEntry[]): void {
    const here = entries.filter(
      ({ environment }) => environment === '' || environment === this.#place.environment,
    );
    if (this.#edition === null && this.#working === null) return;
    if (!here.some(({ resourceKind }) => concerning.has(resourceKind))) return;
    for (const { resourceKind, before, after } of here) {
      if (resourceKind === 'segment_member' && this.#stale !== 'all')
        this.#stale.add(((after ?? before) as SegmentMember).segment);
    }
    this.#renewSoon();
  }

  startOver(): void {
    this.#stale = 'all';
    this.#isNewEpoch = true;
    if (this.#edition !== null) this.#renewSoon();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
  }

  #renewSoon(): void {
    this.#isDue = true;
    if (this.#stopped || this.#working !== null) return;
    this.#renew().catch((error: unknown) => {
      this.#deps.log(error);
      this.#retry ??= setTimeout(() => {
        this.#retry = null;
        this.#renewSoon();
      }, retryMilliseconds);
      this.#retry.unref();
    });
  }

  /** One at a time; a change that comes meanwhile is worked in before it ends. */
  #renew(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    do {
      this.#isDue = false;
      await this.#readMembers();
      const configuration = this.#deps.delivery.configuration(this.#place);
      if (configuration === null) return;
      const isNewEpoch = this.#isNewEpoch;
      this.#isNewEpoch = false;
      const projection = project(configuration, this.#members);
      const edition = new Edition(this.#edition, projection, configuration.revision);
      this.#edition = edition;
      for (const listener of this.listeners) listener(edition, isNewEpoch);
    } while (this.#isDue);
  }

  async #readMembers(): Promise<void> {
    const stale = this.#stale;
    if (stale !== 'all' && stale.size === 0) return;
    this.#stale = new Set();
    try {
      const read = await loadListedMembers(this.#deps.db.reader, this.#place, stale);
      this.#members = new Map(stale === 'all' ? read : [...this.#members, ...read]);
    } catch (error) {
      this.#stale = both(stale, this.#stale);
      throw error;
    }
  }
}
