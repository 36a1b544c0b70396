import type { Environment, Place, Project } from '@latchkey/model';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Counted, containing, headOf, type Search } from './pages.ts';
import { environmentStore, projectStore } from './store.ts';

/** The projects of this installation by key. Each lies in a place of its own, so they are found by kind. */
export async function listProjects(db: Reader, { query, limit, cursor }: Search) {
  const after = readCursor(cursor, z.string());
  let select = db
    .selectFrom('resource')
    .select(['project', 'body', 'version'])
    .where('kind', '=', 'project')
    .where('environment', '=', '');
  if (after !== null) select = select.where('project', '>', after);
  if (query) {
    const pattern = containing(query);
    select = select.where((has) => has.or([has('search', 'like', pattern), has('project', 'like', pattern)]));
  }
  const rows = await select
    .orderBy('project')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ project }) => project,
    item: ({ body, version }): Counted<Project> => ({ ...(body as Project), version }),
  });
  return { items: [...items], nextCursor };
}

/** A project with its environments, production first where it is called so. */
export async function showProject(db: Reader, place: Place) {
  const kept = await projectStore.one(db, place, place.project);
  if (!kept) return null;
  return { ...kept.body, environments: await listEnvironments(db, place), version: kept.version };
}

/** All environments of a project: a handful, so they are never paged. */
export async function listEnvironments(db: Reader, place: Place): Promise<Counted<Environment>[]> {
  const rows = await db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', place.project)
    .where('kind', '=', 'environment')
    .orderBy('created_at')
    .orderBy('environment')
    .execute();
  return rows.map(({ body, version }) => ({ ...(body as Environment), version }));
}

/** An environment with how far its ledger has come. */
export async function showEnvironment(db: Reader, place: Place) {
  const kept = await environmentStore.one(db, place, place.environment);
  return kept && { ...kept.body, version: kept.version, ...(await headOf(db, place)) };
}
