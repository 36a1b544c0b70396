import { EnvironmentKey, Id, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Two live keys of a kind are enough to change from one to the other without a gap. */
const liveKeysMax = 2;

/** Issue a key for applications in this environment. */
export const createKey = operation({
  kind: 'key.create',
  scope: 'environment',
  input: z.strictObject({
    id: Id,
    kind: EnvironmentKey.shape.kind,
    name: EnvironmentKey.shape.name,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    ending: z.string().max(4),
    sealed: z.string().max(100).nullable(),
  }),
  resource: ({ id }) => `key/${id}`,
  setup: ({ kind }) => ({ same: all('environment_key', { parent: kind }) }),
  compute(asked, { same }, { now, place }) {
    const live = same.filter(({ revokedAt }) => revokedAt === null);
    if (live.length >= liveKeysMax) {
      const detail = `There are ${live.length} live keys of this kind. Revoke the one that is no longer used first.`;
      return refuse('too_many_keys', detail, { field: 'kind', keys: live.map(({ id }) => id) });
    }
    const key: EnvironmentKey = { ...asked, revokedAt: null, createdAt: toInstant(now) };
    return [mutate('environment_key', place, null, key)];
  },
});
