import type { Memberships } from '@latchkey/engine/openfeature';
import type { Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Reader } from '../../kernel/store/database.ts';

/** Contexts whose lists are remembered in one environment. Most are listed nowhere, and cost nothing but their name. */
const rememberedMax = 50_000;

interface Remembered {
  /** Counts what may have changed a list; an answer made before must be made again. */
  version: number;
  readonly found: Map<string, Memberships>;
}

const nowhere: Memberships = new Map();

/**
 * Which segments list a user, a device or another kind of context. However many members a segment has, only those who
 * are asked about are read. Customers are not looked up here: their snapshots have it.
 */
export class ListedContexts {
  readonly #db: Reader;
  readonly #delivery: Delivery;
  readonly #environments = new Map<string, Remembered>();
  readonly #stopListening: () => void;

  constructor(db: Reader, delivery: Delivery) {
    this.#db = db;
    this.#delivery = delivery;
    this.#stopListening = delivery.listen({
      onCommit: ({ place, entries }) => {
        if (entries.some(({ resourceKind }) => resourceKind.startsWith('segment'))) this.#forget(place);
      },
      onReset: (place) => this.#forget(place),
    });
  }

  stop(): void {
    this.#stopListening();
  }

  version(place: Place): number {
    return this.#remembered(place).version;
  }

  async of(place: Place, keys: ReadonlyMap<string, string>): Promise<Memberships> {
    const others = [...keys].filter(([kind]) => kind !== 'customer');
    if (others.length === 0 || this.#delivery.configuration(place)?.segments.length === 0) return nowhere;
    const remembered = this.#remembered(place);
    const name = JSON.stringify(others);
    const known = remembered.found.get(name);
    if (known !== undefined) return known;
    const { version } = remembered;
    const found = await this.#read(place, others);
    if (remembered.version !== version) return this.of(place, keys);
    if (remembered.found.size >= rememberedMax) remembered.found.clear();
    remembered.found.set(name, found);
    return found;
  }

  #remembered(place: Place): Remembered {
    const key = placeKey(place);
    const known = this.#environments.get(key) ?? { version: 0, found: new Map() };
    this.#environments.set(key, known);
    return known;
  }

  /** Of one environment; what a project's ledger says of segments concerns their rules, and those travel otherwise. */
  #forget(place: Place): void {
    const remembered = this.#remembered(place);
    remembered.version += 1;
    remembered.found.clear();
  }

  /** To be listed under one kind is to be a member, whatever another says. */
  async #read(
    { project, environment }: Place,
    keys: readonly (readonly [kind: string, key: string])[],
  ): Promise<Memberships> {
    const rows = await this.#db
      .selectFrom('segment_member')
      .select(['segment', 'included'])
      .where('project', '=', project)
      .where('environment', '=', environment)
      .where(({ or, and, eb }) =>
        or(keys.map(([kind, key]) => and([eb('context_kind', '=', kind), eb('context_key', '=', key)]))),
      )
      .execute();
    const memberships = new Map<string, boolean>();
    for (const { segment, included } of rows)
      memberships.set(segment, included || memberships.get(segment) === true);
    return memberships.size === 0 ? nowhere : memberships;
  }
}
