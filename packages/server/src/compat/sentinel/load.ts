import type { Place, ResourceKind, Resources } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';
import type { Page } from './lists.ts';

/** A resource with what the protocol says about it. Times are instants. */
export interface Loaded<R> {
  readonly body: R;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const columns = ['body', 'version', 'created_at', 'updated_at'] as const;

interface Row {
  readonly body: unknown;
  readonly version: number | string;
  readonly created_at: string;
  readonly updated_at: string;
}

const loaded = <R>({ body, version, created_at, updated_at }: Row): Loaded<R> => ({
  body: body as R,
  version: Number(version),
  createdAt: created_at,
  updatedAt: updated_at,
});

/** All of a kind in a place, by id: catalogues hold thousands at most. */
export async function loadAll<K extends ResourceKind>(
  db: Reader,
  kind: K,
  place: Place,
): Promise<readonly Loaded<Resources[K]>[]> {
  const rows = await of(db, kind, place).orderBy('id').execute();
  return rows.map((row) => loaded<Resources[K]>(row));
}

export async function loadOne<K extends ResourceKind>(
  db: Reader,
  kind: K,
  place: Place,
  id: string,
): Promise<Loaded<Resources[K]> | null> {
  const row = await of(db, kind, place).where('id', '=', id).executeTakeFirst();
  return row ? loaded<Resources[K]>(row) : null;
}

/** One page of what fits all conditions, and how many fit; for what an environment may hold by the hundred thousand. */
export async function loadPage<K extends ResourceKind>(
  db: Reader,
  kind: K,
  place: Place,
  conditions: readonly RawBuilder<boolean>[],
  { first, size }: Page,
): Promise<{ readonly items: readonly Loaded<Resources[K]>[]; readonly count: number }> {
  const narrow =
    conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const [rows, { count }] = await Promise.all([
    of(db, kind, place)
      .where(narrow)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .offset(first)
      .limit(size)
      .execute(),
    db
      .selectFrom('resource')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('project', '=', place.project)
      .where('environment', '=', place.environment)
      .where('kind', '=', kind)
      .where(narrow)
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map((row) => loaded<Resources[K]>(row)), count: Number(count) };
}

const of = (db: Reader, kind: ResourceKind, { project, environment }: Place) =>
  db
    .selectFrom('resource')
    .select(columns)
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', kind);
