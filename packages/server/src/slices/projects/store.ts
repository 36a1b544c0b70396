import type { Environment, Project } from '@latchkey/model';
import { type ResourceStore, tableStore } from '../../kernel/store/resources.ts';

const projects = tableStore('project');
const environments = tableStore('environment');

/** A project lies in the place that it is, so its key alone finds it, wherever one stands. */
export const projectStore: ResourceStore<'project'> = {
  ...projects,
  one: (db, _, id) => projects.one(db, { project: id, environment: '' }, id),
  async all(db) {
    const rows = await db
      .selectFrom('resource')
      .select('body')
      .where('kind', '=', 'project')
      .where('environment', '=', '')
      .orderBy('project')
      .execute();
    return rows.map(({ body }) => body as Project);
  },
};

/** So does an environment; all of them are those of the project that one stands in. */
export const environmentStore: ResourceStore<'environment'> = {
  ...environments,
  one: (db, { project }, id) => environments.one(db, { project, environment: id }, id),
  async all(db, { project }) {
    const rows = await db
      .selectFrom('resource')
      .select('body')
      .where('project', '=', project)
      .where('kind', '=', 'environment')
      .orderBy('environment')
      .execute();
    return rows.map(({ body }) => body as Environment);
  },
};
