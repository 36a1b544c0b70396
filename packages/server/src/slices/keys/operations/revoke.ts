import { Id, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** End a key: applications that still use it are refused, and their open streams are closed. */
export const revokeKey = operation({
  kind: 'key.revoke',
  scope: 'environment',
  input: z.strictObject({ key: Id }),
  resource: ({ key }) => `key/${key}`,
  setup: ({ key }) => ({ key: one('environment_key', key) }),
  compute({ key: id }, { key }, { now, place }) {
    if (!key) return refuse('key_unknown', `There is no key ${id} here.`);
    if (key.revokedAt !== null) return [];
    return [mutate('environment_key', place, key, { ...key, revokedAt: toInstant(now) })];
  },
});
