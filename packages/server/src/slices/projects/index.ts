import { addEntity } from './operations/add-entity.ts';
import { removeEntity, renameEntity } from './operations/change-entity.ts';
import { createProject } from './operations/create.ts';
import { createEnvironment } from './operations/create-environment.ts';
import { describeProject } from './operations/describe.ts';
import { describeEnvironment } from './operations/describe-environment.ts';
import { restoreCatalogue } from './operations/restore-catalogue.ts';
import { environmentStore, projectStore } from './store.ts';

export const operations = [
  createProject,
  describeProject,
  createEnvironment,
  describeEnvironment,
  addEntity,
  renameEntity,
  removeEntity,
  restoreCatalogue,
];
export const stores = { project: projectStore, environment: environmentStore };

export { listEnvironments } from './list.ts';
export { NewEntity } from './operations/add-entity.ts';
export { EntityWords } from './operations/change-entity.ts';
export {
  bodyIs,
  type Counted,
  containing,
  counters,
  headOf,
  type Search,
  searchQuery,
  searchResources,
  written,
} from './pages.ts';
export { projectRoutes as routes } from './routes.ts';
export {
  addEntity,
  createEnvironment,
  createProject,
  describeEnvironment,
  describeProject,
  removeEntity,
  renameEntity,
  restoreCatalogue,
};
