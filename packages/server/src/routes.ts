import { decisionRoutes } from './delivery/decision-routes.ts';
import type { Delivery } from './delivery/delivery.ts';
import { licensableIn } from './delivery/licensable.ts';
import { playgroundRoutes } from './delivery/playground-routes.ts';
import type { Route } from './kernel/http/routes.ts';
import type { Database } from './kernel/store/database.ts';
import type { SecretBox } from './kernel/store/secret-box.ts';
import { type UsageDesk, usageRoutes } from './metering/index.ts';
import { allOperations } from './registry.ts';
import * as activations from './slices/activations/index.ts';
import * as changes from './slices/changes/index.ts';
import * as connections from './slices/connections/index.ts';
import * as customers from './slices/customers/index.ts';
import * as features from './slices/features/index.ts';
import * as flags from './slices/flags/index.ts';
import * as grants from './slices/grants/index.ts';
import * as guardrails from './slices/guardrails/index.ts';
import * as holds from './slices/holds/index.ts';
import * as insights from './slices/insights/index.ts';
import * as keys from './slices/keys/index.ts';
import * as ledger from './slices/ledger/index.ts';
import * as licences from './slices/licences/index.ts';
import * as members from './slices/members/index.ts';
import * as plans from './slices/plans/index.ts';
import * as programmes from './slices/programmes/index.ts';
import * as projects from './slices/projects/index.ts';
import * as segments from './slices/segments/index.ts';
import * as subscriptions from './slices/subscriptions/index.ts';
import * as webhooks from './slices/webhooks/index.ts';

interface RoutesDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly delivery: Delivery;
  readonly recorder: insights.Recorder;
  readonly desk: UsageDesk;
  readonly publicUrl: () => string;
}

/** Every declared route. The reference page, the generated client and the test of rights are made from this list. */
export const allRoutes = ({ db, box, delivery, recorder, publicUrl, desk }: RoutesDeps): readonly Route[] => [
  ...changes.routes,
  ...guardrails.routes,
  ...projects.routes,
  ...flags.routes,
  ...segments.routes,
  ...features.routes,
  ...plans.routes,
  ...customers.routes,
  ...subscriptions.routes,
  ...grants.routes,
  ...activations.routes,
  ...programmes.routes,
  ...holds.routes,
  ...playgroundRoutes(delivery),
  ...decisionRoutes(delivery, recorder),
  ...usageRoutes({ db, delivery, desk }),
  ...insights.routes,
  ...ledger.routes({ follow: delivery.followEntries.bind(delivery) }),
  ...keys.routes({ db, box }),
  ...licences.routes({ db, box, publicUrl, licensable: licensableIn(delivery, db.reader) }),
  ...connections.routes({ db, box, publicUrl }),
  ...webhooks.routes({ db, box }),
  ...members.routes({ db, publicUrl, actions: () => allOperations.values() }),
];
