import type { ResourceKind } from '@latchkey/model';
import { changeStore } from './kernel/changes/change-store.ts';
import { type Operations, operationsOf } from './kernel/changes/registry.ts';
import { type ResourceStores, relations, tableStore } from './kernel/store/resources.ts';
import { anchorUsage } from './metering/operations.ts';
import * as activations from './slices/activations/index.ts';
import * as connections from './slices/connections/index.ts';
import * as customers from './slices/customers/index.ts';
import * as features from './slices/features/index.ts';
import * as flags from './slices/flags/index.ts';
import * as grants from './slices/grants/index.ts';
import * as guardrails from './slices/guardrails/index.ts';
import * as holds from './slices/holds/index.ts';
import * as keys from './slices/keys/index.ts';
import * as licences from './slices/licences/index.ts';
import * as members from './slices/members/index.ts';
import * as plans from './slices/plans/index.ts';
import * as programmes from './slices/programmes/index.ts';
import * as projects from './slices/projects/index.ts';
import * as segments from './slices/segments/index.ts';
import * as subscriptions from './slices/subscriptions/index.ts';
import * as webhooks from './slices/webhooks/index.ts';

/** Everything that can be done here, from every slice. */
export const allOperations: Operations = operationsOf([
  ...projects.operations,
  ...flags.operations,
  ...segments.operations,
  ...features.operations,
  ...plans.operations,
  ...customers.operations,
  ...subscriptions.operations,
  ...grants.operations,
  ...activations.operations,
  ...programmes.operations,
  ...holds.operations,
  ...keys.operations,
  ...licences.operations,
  ...connections.operations,
  ...members.operations,
  ...guardrails.operations,
  ...webhooks.operations,
  anchorUsage,
]);

const tables = Object.fromEntries(
  (Object.keys(relations) as ResourceKind[]).map((kind) => [kind, tableStore(kind)]),
) as unknown as ResourceStores;

/** How each kind of resource is kept: in the common table, or in the way its slice knows better. */
export const allStores: ResourceStores = {
  ...tables,
  change: changeStore,
  ...projects.stores,
  ...segments.stores,
  ...customers.stores,
};
