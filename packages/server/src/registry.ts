import type { ResourceKind } from '@latchkey/model';
import { type Operations, operationsOf } from './kernel/changes/registry.ts';
import { type ResourceStores, relations, tableStore } from './kernel/store/resources.ts';
import * as features from './slices/features/index.ts';
import * as flags from './slices/flags/index.ts';
import * as keys from './slices/keys/index.ts';
import * as members from './slices/members/index.ts';
import * as plans from './slices/plans/index.ts';
import * as projects from './slices/projects/index.ts';
import * as segments from './slices/segments/index.ts';

/** Everything that can be done here, from every slice. */
export const allOperations: Operations = operationsOf([
  ...projects.operations,
  ...flags.operations,
  ...segments.operations,
  ...features.operations,
  ...plans.operations,
  ...keys.operations,
  ...members.operations,
]);

const tables = Object.fromEntries(
  (Object.keys(relations) as ResourceKind[]).map((kind) => [kind, tableStore(kind)]),
) as unknown as ResourceStores;

/** How each kind of resource is kept: in the common table, or in the way its slice knows better. */
export const allStores: ResourceStores = { ...tables, ...projects.stores, ...segments.stores };
