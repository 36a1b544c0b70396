import { Connection, Id, Key, Name, Tags, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { sealedUnder } from './secrets.ts';

/** The digest by which the address of a connection is found, and the id of what is sealed for it. */
export const Sealed = { secret: Id, digest: z.string().regex(/^[0-9a-f]{64}$/) };

/** Give an outside platform an address here for its events. */
export const connectPlatform = operation({
  kind: 'connection.connect',
  scope: 'project',
  input: z.strictObject({
    id: Id,
    platform: Connection.shape.platform.extract(['launchdarkly', 'split']),
    name: Name,
    environment: Key.nullable(),
    tags: Tags,
    ...Sealed,
  }),
  resource: ({ id }) => `connection/${id}`,
  setup: ({ environment }) => ({
    environment: environment === null ? null : one('environment', environment),
  }),
  compute({ secret, ...asked }, { environment }, { now, place }) {
    if (asked.environment !== null && !environment) {
      const detail = `There is no environment ${asked.environment} here.`;
      return refuse('environment_unknown', detail, { field: 'environment' });
    }
    const sealed = sealedUnder([secret]);
    const connection: Connection = { ...asked, sealed, state: 'active', createdAt: toInstant(now) };
    return [mutate('connection', place, null, connection)];
  },
});
