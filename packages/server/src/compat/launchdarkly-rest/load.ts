import type { Environment, Place, Project, ResourceKind, Resources } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { notFound } from './failure.ts';

/** A resource with what LaunchDarkly's representations say about it. Times are epoch milliseconds. */
export interface Loaded<R> {
  readonly body: R;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const columns = ['body', 'version', 'created_at', 'updated_at'] as const;

interface Row {
  readonly body: unknown;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

const loaded = <R>({ body, version, created_at, updated_at }: Row): Loaded<R> => ({
  body: body as R,
  version,
  createdAt: Date.parse(created_at),
  updatedAt: Date.parse(updated_at),
});

/** All of a kind in a place, by id: catalogues hold thousands at most, and are sorted and filtered as LaunchDarkly does. */
export async function loadAll<K extends ResourceKind>(
  db: Reader,
  kind: K,
  { project, environment }: Place,
): Promise<readonly Loaded<Resources[K]>[]> {
  const rows = await db
    .selectFrom('resource')
    .select(columns)
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map((row) => loaded<Resources[K]>(row));
}

export async function loadOne<K extends ResourceKind>(
  db: Reader,
  kind: K,
  { project, environment }: Place,
  id: string,
): Promise<Loaded<Resources[K]> | null> {
  const row = await db
    .selectFrom('resource')
    .select(columns)
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? loaded<Resources[K]>(row) : null;
}

/** The same resource in every environment of a project, or several of them; by environment. */
export async function loadInEnvironments<K extends ResourceKind>(
  db: Reader,
  kind: K,
  project: string,
  ids: readonly string[],
): Promise<readonly (Loaded<Resources[K]> & { readonly environment: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('resource')
    .select([...columns, 'environment'])
    .where('project', '=', project)
    .where('environment', '<>', '')
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({ ...loaded<Resources[K]>(row), environment: row.environment }));
}

export async function loadProjects(db: Reader): Promise<readonly Loaded<Project>[]> {
  const rows = await db
    .selectFrom('resource')
    .select(columns)
    .where('kind', '=', 'project')
    .where('environment', '=', '')
    .orderBy('project')
    .execute();
  return rows.map((row) => loaded<Project>(row));
}

export async function loadProject(db: Reader, key: string): Promise<Loaded<Project>> {
  const project = await loadOne(db, 'project', { project: key, environment: '' }, key);
  if (!project) throw notFound(`There is no project ${key}.`);
  return project;
}

/** In the order in which they were made. */
export async function loadEnvironments(db: Reader, project: string): Promise<readonly Loaded<Environment>[]> {
  const rows = await db
    .selectFrom('resource')
    .select(columns)
    .where('project', '=', project)
    .where('kind', '=', 'environment')
    .orderBy('created_at')
    .orderBy('environment')
    .execute();
  return rows.map((row) => loaded<Environment>(row));
}

export async function loadEnvironment(db: Reader, place: Place): Promise<Loaded<Environment>> {
  await loadProject(db, place.project);
  const environment = await loadOne(db, 'environment', place, place.environment);
  if (!environment) throw notFound(`There is no environment ${place.environment} in ${place.project}.`);
  return environment;
}
