import type { LedgerEntry, Patch, Place, SegmentMember } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Database } from '../../kernel/store/database.ts';
import { Edition } from './edition.ts';
import { Gatekeeper, type Gates } from './gates.ts';
import { type ListedMembers, loadListedMembers } from './listed-members.ts';
import { type Projected, Projector } from './projection.ts';
import { Rights } from './rights.ts';

interface EditionsDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

type Listener = (edition: Edition, isNewEpoch: boolean) => void;

/** After trouble with the database, the next try. */
const retryMilliseconds = 1000;
/** How often it is looked whether the clock has changed somebody's rights. */
const clockMilliseconds = 1000;

/** Keeps the newest edition of every environment that somebody asked for, and tells those who follow it. */
export class Editions {
  readonly #deps: EditionsDeps;
  readonly #environments = new Map<string, EnvironmentEditions>();
  readonly #stopListening: () => void;
  readonly #clock: NodeJS.Timeout;

  constructor(deps: EditionsDeps) {
    this.#deps = deps;
    this.#stopListening = deps.delivery.listen({
      onCommit: ({ place, entries }) => this.#environments.get(placeKey(place))?.note(entries),
      onPatch: (place, patch) => this.#environments.get(placeKey(place))?.patched(patch),
      onReset: (place) => this.#environments.get(placeKey(place))?.startOver(),
    });
    this.#clock = setInterval(() => {
      for (const environment of this.#environments.values()) environment.tick(deps.now());
    }, clockMilliseconds);
    this.#clock.unref();
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
    clearInterval(this.#clock);
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

interface MadeOf {
  readonly projected: Projected;
  readonly gates: Gates;
}

/** Most changes concern customers, and few of those the rights that flags guard: then there is nothing to tell. */
const isSame = (one: MadeOf, other: MadeOf): boolean =>
  one.projected === other.projected && one.gates === other.gates;

class EnvironmentEditions {
  readonly listeners = new Set<Listener>();
  readonly #place: Place;
  readonly #deps: EditionsDeps;
  #edition: Edition | null = null;
  #members = new Map<string, ListedMembers | null>();
  /** Whose members are to be read again. */
  #stale: Stale = 'all';
  readonly #rights: Rights;
  readonly #projector = new Projector();
  readonly #gatekeeper = new Gatekeeper();
  #madeOf: MadeOf | null = null;
  #isNewEpoch = false;
  #isDue = false;
  #working: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(place: Place, deps: EditionsDeps) {
    this.#place = place;
    this.#deps = deps;
    this.#rights = new Rights(deps.db, place);
  }

  async current(): Promise<Edition> {
    if (this.#edition === null) await this.#renew();
    if (this.#edition !== null) return this.#edition;
    throw new ProblemError('unavailable', 'The environment is not ready yet.');
  }

  note(entries: readonly LedgerEntry[]): void {
    if (!this.#isWanted()) return;
    const listings = entries.filter(
      ({ environment, resourceKind }) =>
        environment === this.#place.environment &&
        (resourceKind === 'segment_member' || resourceKind === 'segment_import'),
    );
    if (listings.length === 0) return;
    for (const { before, after } of listings) {
      if (this.#stale !== 'all') this.#stale.add(((after ?? before) as SegmentMember).segment);
    }
    this.#renewSoon();
  }

  patched({ changes, customers }: Patch): void {
    if (!this.#isWanted()) return;
    this.#rights.note(customers);
    if (changes.length > 0 || customers.length > 0) this.#renewSoon();
  }

  tick(now: number): void {
    if (this.#edition !== null && this.#rights.until <= now) this.#renewSoon();
  }

  #isWanted(): boolean {
    return this.#edition !== null || this.#working !== null;
  }

  startOver(): void {
    this.#stale = 'all';
    this.#rights.note('all');
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

  /**
   * Where many are to be decided, everything else is published before they are. Only the very first edition waits, because
   * SDKs would believe of every customer that it has no rights.
   */
  async #work(): Promise<void> {
    let isDecided = false;
    do {
      this.#isDue = false;
      await this.#readMembers();
      const { delivery, now } = this.#deps;
      const compiled = delivery.compiled(this.#place);
      const configuration = delivery.configuration(this.#place);
      if (compiled === null || configuration === null) return;
      const projected = this.#projector.project(configuration, this.#members);
      const publish = () => this.#publish({ projected, gates: this.#rights.gates }, configuration.revision);
      this.#rights.face(compiled, configuration, projected.factClauses);
      if (this.#edition !== null && this.#rights.isBehind) publish();
      do isDecided = await this.#rights.advance(compiled, now());
      while (!isDecided && !this.#isDue && !this.#stopped);
      if (isDecided) publish();
    } while ((this.#isDue || !isDecided) && !this.#stopped);
  }

  #publish(madeOf: MadeOf, revision: number): void {
    const isNewEpoch = this.#isNewEpoch;
    if (!isNewEpoch && this.#madeOf !== null && isSame(this.#madeOf, madeOf)) return;
    const projection = this.#gatekeeper.gate(madeOf.projected, madeOf.gates);
    const edition = new Edition(this.#edition, projection, revision, isNewEpoch);
    this.#edition = edition;
    this.#madeOf = madeOf;
    this.#isNewEpoch = false;
    for (const listener of this.listeners) listener(edition, isNewEpoch);
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
