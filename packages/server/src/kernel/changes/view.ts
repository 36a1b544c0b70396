import type { AnyMutation, Place, ResourceKind, Resources } from '@latchkey/model';
import { canonical } from '../ledger/canonical.ts';
import type { Reader } from '../store/database.ts';
import { placeOf, type ResourceStores, readTogether, relations } from '../store/resources.ts';
import type { Want, Where } from './operation.ts';

/** What all calls of a change do together: each touched resource once, from its first before to its last after. */
export type Edits = ReadonlyMap<string, AnyMutation>;

/** The database as the later operations of a change see it: with the edits of the earlier ones, as if they were kept. */
export class View {
  readonly #db: Reader;
  readonly #place: Place;
  readonly #stores: ResourceStores;
  readonly #edits = new Map<string, AnyMutation>();
  /** Found for many calls at once, by kind and id; a kind that is not here is asked of its store. */
  readonly #found = new Map<
    ResourceKind,
    { readonly asked: ReadonlySet<string>; readonly rows: ReadonlyMap<string, unknown> }
  >();

  constructor(db: Reader, place: Place, stores: ResourceStores) {
    this.#db = db;
    this.#place = place;
    this.#stores = stores;
  }

  get edits(): Edits {
    return this.#edits;
  }

  /** Reads what many calls want with one statement a kind, instead of one a want. */
  async expect(wants: readonly Want[]): Promise<void> {
    const idsByKind = new Map<ResourceKind, Set<string>>();
    for (const want of wants) {
      if (want?.want !== 'one' || want.environment !== undefined) continue;
      const ids = idsByKind.get(want.kind) ?? new Set<string>();
      idsByKind.set(want.kind, ids.add(want.id));
    }
    for (const [kind, asked] of idsByKind) {
      const rows = await readTogether(this.#db, kind, this.#place, [...asked]);
      if (rows !== null) this.#found.set(kind, { asked, rows });
    }
  }

  async see(wants: Readonly<Record<string, Want>>): Promise<Record<string, unknown>> {
    const seen: Record<string, unknown> = {};
    for (const [name, want] of Object.entries(wants)) {
      if (want === null) seen[name] = null;
      else {
        const { kind, environment = this.#place.environment } = want;
        const place = { ...this.#place, environment };
        seen[name] =
          want.want === 'one'
            ? await this.#one(kind, want.id, place)
            : await this.#all(kind, want.where, place);
      }
    }
    return seen;
  }

  add(mutations: readonly AnyMutation[]): void {
    for (const mutation of mutations) {
      const address = addressOf(mutation.resource, mutation.place, mutation.id);
      const earlier = this.#edits.get(address);
      this.#edits.set(address, earlier ? ({ ...mutation, before: earlier.before } as AnyMutation) : mutation);
    }
  }

  async #one<K extends ResourceKind>(kind: K, id: string, place: Place): Promise<Resources[K] | null> {
    const edit = this.#edits.get(addressOf(kind, ownPlace(kind, place, id), id));
    if (edit) return edit.after as Resources[K] | null;
    const found = this.#found.get(kind);
    const isHere = place.environment === this.#place.environment;
    if (isHere && found?.asked.has(id)) return (found.rows.get(id) as Resources[K] | undefined) ?? null;
    return (await this.#stores[kind].one(this.#db, placeOf(kind, place), id))?.body ?? null;
  }

  async #all<K extends ResourceKind>(kind: K, where: Where, at: Place): Promise<readonly Resources[K][]> {
    const kept = await this.#stores[kind].all(this.#db, placeOf(kind, at), where);
    const edited = [...this.#edits.values()].filter((edit) => edit.resource === kind && isAt(edit, at));
    if (edited.length === 0) return kept;
    const replaced = new Set(edited.map(({ before }) => canonical(before)));
    const { parent, secondary } = relations[kind] as {
      parent?: (resource: Resources[K]) => string | null;
      secondary?: (resource: Resources[K]) => string | null;
    };
    const fits = (resource: Resources[K]): boolean =>
      (where.parent === undefined || parent?.(resource) === where.parent) &&
      (where.secondary === undefined || secondary?.(resource) === where.secondary);
    const added = edited.flatMap(({ after }) =>
      after !== null && fits(after as Resources[K]) ? [after as Resources[K]] : [],
    );
    return [...kept.filter((resource) => !replaced.has(canonical(resource))), ...added];
  }
}

function isAt({ resource, place, id }: AnyMutation, at: Place): boolean {
  const here = ownPlace(resource, at, id);
  return place.project === here.project && place.environment === here.environment;
}

/** Projects and environments lie in the place that they are; everything else where one stands. */
function ownPlace(kind: ResourceKind, place: Place, id: string): Place {
  if (kind === 'project') return { project: id, environment: '' };
  if (kind === 'environment') return { project: place.project, environment: id };
  return placeOf(kind, place);
}

const addressOf = (kind: ResourceKind, { project, environment }: Place, id: string): string =>
  [kind, project, environment, id].join('\n');
