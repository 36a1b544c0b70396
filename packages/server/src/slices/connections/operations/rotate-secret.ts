import { Id } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { Sealed } from './connect.ts';
import { rotated } from './secrets.ts';

/**
 * Give a connection a new secret, or a new secret address. A signing secret stays good beside the new one until the next
 * rotation, unless it is to end at once; of addresses there is one.
 */
export const rotateSecret = operation({
  kind: 'connection.rotate-secret',
  scope: 'project',
  input: z.strictObject({ connection: Id, endPrevious: z.boolean(), ...Sealed }),
  resource: ({ connection }) => `connection/${connection}`,
  setup: ({ connection }) => ({ connection: one('connection', connection) }),
  compute({ connection: id, endPrevious, secret, digest }, { connection }, { place }) {
    if (connection?.state !== 'active') {
      return refuse('connection_unknown', `There is no live connection ${id} here.`);
    }
    const keepPrevious = connection.platform !== 'split' && !endPrevious;
    const sealed = rotated(connection.sealed, secret, keepPrevious);
    return [mutate('connection', place, connection, { ...connection, sealed, digest })];
  },
});
