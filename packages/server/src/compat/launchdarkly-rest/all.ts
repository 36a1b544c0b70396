import { accountEndpoints } from './account.ts';
import { auditLogEndpoints } from './audit-log/endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { environmentEndpoints } from './environments.ts';
import { flagEndpoints } from './flags/endpoints.ts';
import { statusEndpoints } from './flags/status-endpoints.ts';
import { memberEndpoints } from './members.ts';
import { projectEndpoints } from './projects.ts';
import { roleEndpoints } from './roles.ts';
import { segmentEndpoints } from './segments/endpoints.ts';
import { tokenEndpoints } from './tokens.ts';
import { webhookEndpoints } from './webhooks.ts';

/** Everything that is answered below `/ld/api/v2`. */
export const endpoints: readonly Endpoint[] = [
  ...accountEndpoints,
  ...projectEndpoints,
  ...environmentEndpoints,
  ...flagEndpoints,
  ...statusEndpoints,
  ...segmentEndpoints,
  ...auditLogEndpoints,
  ...memberEndpoints,
  ...roleEndpoints,
  ...tokenEndpoints,
  ...webhookEndpoints,
];
