import type { ResourceKind } from '@latchkey/model';

/** Fields that prove who somebody is. They stay in their own row: not in the ledger, not in any reply. */
const secretFields: Partial<Record<ResourceKind, readonly string[]>> = {
  member: ['passwordHash'],
  api_token: ['digest'],
  environment_key: ['digest', 'sealed'],
  connection: ['digest', 'sealed'],
  webhook: ['sealed'],
  licence: ['sealed'],
  licence_key: ['sealed'],
  // What a change that waits would do is told by its preview; the ledger vouches for it by its digest.
  change: ['operations', 'preview'],
};

/** A resource as people and programs may see it. */
export function publicView<R extends object | null>(kind: ResourceKind, resource: R): R {
  const fields = secretFields[kind];
  if (resource === null || fields === undefined) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !fields.includes(name))) as R;
}
