import type { Asked } from './endpoint.ts';
import { EmsFailure, notCovered, notFound } from './failure.ts';

/** What the protocol has and Latchkey does not, by the part of the address that names it. */
const lacking: Readonly<Record<string, string>> = {
  authProfiles: 'Credentials are managed in the dashboard, or through /api/v1.',
  batchCommit: 'Entitlements are enabled one by one here.',
  batchJobs: 'Nothing runs as a batch job here.',
  bulk: 'There are no bulk files here: send one at a time, or use /api/v1.',
  changeLog: 'The ledger answers below /api/v1/…/ledger.',
  confirmRevoke: 'Revocation with a proof of the device is not kept here; use markRevoke.',
  customAttributes:
    'Custom attributes are not defined here: customers take any, features have isFeatureFlag.',
  customRevoke: 'There are no third-party enforcements here; use markRevoke.',
  entitlementPartners: 'There are no channel partners here.',
  fingerprints: 'Fingerprints are named when a product key is activated.',
  generatePermissionTickets: 'Revocation with a proof of the device is not kept here; use markRevoke.',
  listAttributes: 'Custom attributes are not defined here: customers take any, features have isFeatureFlag.',
  marketGroups: 'There are no market groups here: a role says which customers somebody may see.',
  namedUsers: 'Named users are the activations of a product key.',
  notifications: 'There is no e-mail of this kind here.',
  partners: 'There are no channel partners here.',
  productSuites: 'There are no product suites here: a plan can build on another.',
  rejectRevocation: 'Revocation with a proof of the device is not kept here; use markRevoke.',
  reportJobs: 'Reports are in the dashboard.',
  reportTemplates: 'Reports are in the dashboard.',
  reports: 'Reports are in the dashboard.',
  roles: 'Roles are managed in the dashboard, or through /api/v1/roles.',
  submitRevokeProofs: 'Revocation with a proof of the device is not kept here; use markRevoke.',
  templates: 'There is no e-mail of this kind here.',
  transactions: 'The ledger answers below /api/v1/…/ledger.',
  users: 'Members are managed in the dashboard, or through /api/v1/members.',
  webhooks: 'Outbound webhooks are managed through /api/v1/webhooks.',
};

/** Where something is, but not with this method. */
const resources: ReadonlySet<string> = new Set([
  'activations',
  'applicationProperties',
  'contacts',
  'customers',
  'enforcements',
  'entitlements',
  'features',
  'namespaces',
  'productKeys',
  'products',
]);

/** Everything that no endpoint answers: named where the protocol knows it, and not found otherwise. */
export function missing({ params }: Pick<Asked, 'params'>): never {
  const parts = (params['*'] ?? '').split('/');
  const known = parts.toReversed().find((part) => Object.hasOwn(lacking, part));
  if (known !== undefined) throw notCovered(lacking[known] ?? known);
  if (resources.has(parts[0] ?? ''))
    throw new EmsFailure(405, 'method_not_allowed', 'This address does not take that method here.');
  throw notFound('There is nothing at this address.');
}
